import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { RecentAct } from '#main/features/registration/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './registration.module.css'
import { toneOf } from './panel.ts'

const SHOWN = 10

interface Props {
  event: EventSummary
  onUndo(actId: string): void
  onOpen(participantId: string): void
}

/** The last acts of all desks, refused scans too; each can be opened and taken back. */
export const RecentList = memo(function RecentList({ event, onUndo, onOpen }: Props) {
  const { t } = useTranslation()
  const recent = useQuery(orpc.registration.recent.queryOptions({ input: { limit: SHOWN } }))
  return (
    <aside className={classes.recent} aria-label={t('registration.recent.title')}>
      <h2>{t('registration.recent.title')}</h2>
      {recent.data?.length === 0 && <p className={classes.dim}>{t('registration.recent.empty')}</p>}
      {recent.data?.map(act => (
        <Row key={act.actId} event={event} act={act} onUndo={onUndo} onOpen={onOpen} />
      ))}
    </aside>
  )
})

function Row({ event, act, onUndo, onOpen }: Props & { act: RecentAct }) {
  const { t } = useTranslation()
  const { person } = act
  const title = person && act.kind !== 'group' ? fullName(person) : t(titleKey(act), { name: act.from })
  const detail = [detailOf(act, t, event.timeZone), act.isOwnDevice ? '' : act.deviceName].filter(Boolean).join(' · ')
  return (
    <div className={classes.recentRow} data-undone={act.isUndone || undefined}>
      <time className="tabular">{formatTime(act.at, event.timeZone)}</time>
      <div>
        {person ? (
          <button type="button" className={classes.recentName} onClick={() => onOpen(person.id)}>
            {title}
          </button>
        ) : (
          <b>{title}</b>
        )}
        <small>{detail}</small>
      </div>
      <span className={classes.state} data-tone={act.isUndone ? undefined : toneOfAct(act)}>
        {act.isUndone ? t('registration.recent.undone') : t(`registration.recent.${wordOf(act)}`, { count: act.count })}
      </span>
      {act.canUndo ? (
        <Tooltip label={t('common.undo')}>
          <ActionIcon
            className={classes.recentUndo}
            variant="subtle"
            size="sm"
            aria-label={t('registration.recent.undo', { name: title })}
            onClick={() => onUndo(act.actId)}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <span className={classes.recentUndo} />
      )}
    </div>
  )
}

function titleKey(act: RecentAct): string {
  if (act.kind === 'group') return 'registration.recent.groupOf'
  return `registration.verdict.${act.verdict?.kind ?? 'unknown'}`
}

function detailOf(act: RecentAct, t: TFunction, timeZone: string): string {
  if (act.verdict?.kind === 'already-in') {
    const time = formatTime(act.verdict.at, timeZone)
    return t('registration.recent.before', { time, device: act.verdict.deviceName })
  }
  if (act.kind === 'group') return t('registration.recent.people', { count: act.count })
  return act.from
}

/** The key of the short word in the coloured box. */
function wordOf(act: RecentAct): string {
  if (act.kind === 'scan' || act.kind === 'check-in') return act.verdict?.kind ?? 'unknown'
  return act.kind
}

function toneOfAct(act: RecentAct): string | undefined {
  if (act.kind === 'scan' || act.kind === 'check-in') return toneOf(act.verdict?.kind ?? 'unknown')
  if (act.kind === 'group') return act.count > 0 ? 'ok' : 'warn'
  return 'ok'
}
