import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateInZone } from '#main/features/events/time-rules.ts'
import type { HistoryEntry } from '#main/features/participants/contract.ts'
import { formatShortDate, formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './participants.module.css'
import { type Places, usePlaces } from './use-places.ts'

/** What happened to a person and who did it, the newest first. */
export function PersonHistory({ id, timeZone }: { id: string; timeZone: string }) {
  const { t } = useTranslation()
  const places = usePlaces()
  const history = useQuery(orpc.participants.history.queryOptions({ input: { id } }))
  if (history.error) return <FailureNote error={history.error} onRetry={() => void history.refetch()} />
  if (history.data?.length === 0) return <Text c="dimmed">{t('participants.history.empty')}</Text>
  return (
    <ol className={classes.history}>
      {history.data?.map(entry => (
        <li key={entry.actId} className={classes.historyEntry} data-undone={entry.isUndone || undefined}>
          <Text size="sm" c="dimmed" className="tabular">
            {formatShortDate(dateInZone(entry.at, timeZone))}
            <br />
            {formatTime(entry.at, timeZone)}
          </Text>
          <Entry entry={entry} places={places} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry, places }: { entry: HistoryEntry; places: Places }) {
  const { t, i18n } = useTranslation()
  const key = `participants.history.verb.${entry.verb.replace('.', '-')}`
  const { deviceName: device, operator } = entry
  return (
    <div>
      <span className={classes.historyVerb}>
        {i18n.exists(key) ? t(key) : t('participants.history.verb.other', { verb: entry.verb })}
      </span>{' '}
      {entry.isUndone && <Pill tone="plain">{t('participants.history.undone')}</Pill>}
      <Text size="sm" c="dimmed">
        {t(operator === '' ? 'participants.history.by' : 'participants.history.byOperator', { device, operator })}
      </Text>
      {entry.changes.length > 0 && (
        <dl className={classes.changes}>
          {entry.changes.map(change => (
            <Change key={change.field} change={change} places={places} />
          ))}
        </dl>
      )}
    </div>
  )
}

function Change({ change, places }: { change: HistoryEntry['changes'][number]; places: Places }) {
  const { t } = useTranslation()
  const inWords = (value: string): string => {
    if (value === '') return t('participants.history.nothing')
    if (change.field === 'roleId') return places.roleOf(value)?.name ?? value
    if (change.field === 'delegationId') return places.delegationOf(value)?.name ?? value
    return value
  }
  return (
    <>
      <dt>{t(`participants.field.${change.field}`)}</dt>
      <dd>
        {inWords(change.before)} → <b>{inWords(change.after)}</b>
      </dd>
    </>
  )
}
