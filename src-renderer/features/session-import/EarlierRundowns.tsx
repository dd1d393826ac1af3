import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { RunList } from '#renderer/ui/table-import/RunList.tsx'

/** The rundowns that were imported into this event, each with the way to its report. */
export function EarlierRundowns({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const runs = useQuery(orpc.sessionImport.runs.queryOptions())
  if (runs.error) return <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />
  return (
    <RunList
      timeZone={event.timeZone}
      empty={t('session-import.runs.empty')}
      runs={runs.data?.map(({ id, at, fileName, counts, isUndone }) => ({
        href: `/kehadiran/impor/${id}`,
        at,
        fileName,
        line: isUndone
          ? t('session-import.runs.undone')
          : t('session-import.runs.line', { read: formatNumber(counts.read), added: formatNumber(counts.new) }),
        undecidedCount: isUndone ? 0 : counts.needsLook,
      }))}
    />
  )
}
