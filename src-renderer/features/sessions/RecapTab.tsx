import { Text, Title, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { AttendanceCounts, Overview } from '#main/features/sessions/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { AttendanceDrawer } from './AttendanceDrawer.tsx'
import { RecapTable } from './RecapTable.tsx'
import classes from './sessions.module.css'
import type { ShownList } from './shown-list.ts'

/** Numbers of people per day and session; each opens its list. `isCovered`: a timeline lies over it and takes the keys. */
export function RecapTab({ event, isCovered }: { event: EventSummary; isCovered: boolean }) {
  const { t } = useTranslation()
  const overview = useQuery({
    ...orpc.sessions.overview.queryOptions(),
    meta: { alsoOn: ['participants', 'registration'] },
  })
  const sessions = useQuery(orpc.sessions.list.queryOptions({ input: { dayId: null } }))
  const [shown, setShown] = useState<ShownList | null>(null)
  const error = overview.error ?? sessions.error
  const retry = (): void => void Promise.all([overview.refetch(), sessions.refetch()])
  if (error) return <FailureNote error={error} onRetry={retry} />
  if (!overview.data || !sessions.data) return null
  if (overview.data.registered === 0) return <NobodyYet />
  return (
    <>
      <Unique
        overview={overview.data}
        onShow={() =>
          setShown({ dayId: null, sessionId: null, title: t('sessions.recap.wholeEvent'), state: 'present' })
        }
      />
      <RecapTable event={event} overview={overview.data} sessions={sessions.data} onShow={setShown} />
      {shown && (
        <AttendanceDrawer
          event={event}
          overview={overview.data}
          shown={shown}
          isCovered={isCovered}
          onChange={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

function Unique({ overview, onShow }: { overview: Overview; onShow: () => void }) {
  const { t } = useTranslation()
  const { uniquePresent, registered } = overview
  return (
    <div className={classes.unique}>
      <UnstyledButton
        className={classes.counter}
        data-number="unique"
        aria-label={t('sessions.recap.openUnique', { count: uniquePresent })}
        onClick={onShow}
      >
        <b className="tabular">
          {formatNumber(uniquePresent)}
          <span> / {formatNumber(registered)}</span>
        </b>
        <small>{t('sessions.recap.unique')}</small>
      </UnstyledButton>
      <Reconciliation counts={[...overview.days, ...overview.sessions]} />
    </div>
  )
}

/** Whether every row adds up, computed from the numbers on the screen. */
function Reconciliation({ counts }: { counts: readonly AttendanceCounts[] }) {
  const { t } = useTranslation()
  const wrong = counts.filter(each => each.registered !== each.present + each.absent + each.archived).length
  return (
    <div className={classes.sum} data-tone={wrong === 0 ? 'ok' : 'bad'} role="status">
      {wrong === 0 ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
      <span>
        {t('sessions.recap.sum')}{' '}
        <b>{wrong === 0 ? t('sessions.recap.sumRight') : t('sessions.recap.sumWrong', { count: wrong })}</b>
      </span>
    </div>
  )
}

function NobodyYet() {
  const { t } = useTranslation()
  return (
    <div className={classes.empty}>
      <Title order={2} className="display-face" size="h2">
        {t('sessions.recap.emptyTitle')}
      </Title>
      <Text maw={560}>{t('sessions.recap.emptyText')}</Text>
    </div>
  )
}
