import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { RunList } from '#renderer/ui/table-import/RunList.tsx'

/** The imports of this event, each with the way to its report. */
export function EarlierImports({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const runs = useQuery(orpc.participantImport.runs.queryOptions())
  if (runs.error) return <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />
  return (
    <RunList
      timeZone={event.timeZone}
      empty={t('participant-import.runs.empty')}
      runs={runs.data?.map(({ id, at, fileName, counts }) => ({
        href: `/peserta/impor/${id}`,
        at,
        fileName,
        line: t('participant-import.runs.line', { read: formatNumber(counts.read), added: formatNumber(counts.added) }),
        undecidedCount: counts.undecided,
      }))}
    />
  )
}
