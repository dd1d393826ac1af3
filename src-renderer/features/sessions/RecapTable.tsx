import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventDay, EventSummary } from '#main/features/events/contract.ts'
import type { Overview, Session } from '#main/features/sessions/contract.ts'
import { formatDate, formatNumber } from '#renderer/i18n/format.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import { inOrder, timesOf } from './programme.ts'
import classes from './sessions.module.css'
import { type PeopleState, type ShownList, statesOf } from './shown-list.ts'

const CLOCK_EVERY_MS = 20_000
const SIGNS: Partial<Record<PeopleState, string>> = { present: '=', absent: '+', archived: '+' }
const STATES = statesOf({ dayId: 'any', sessionId: 'any' })

interface Props {
  event: EventSummary
  overview: Overview
  sessions: readonly Session[]
  onShow: (shown: ShownList) => void
}

/** A row for each day and each session whose attendance is taken. */
export function RecapTable({ event, overview, sessions, onShow }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.tableCard}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('sessions.tabs.recap')}>
        <table className={classes.grid} data-recap>
          <thead>
            <tr>
              <th>{t('sessions.column.title')}</th>
              {STATES.map(state => (
                <th key={state} data-number data-state={state}>
                  {t(`sessions.state.${state}`)}
                </th>
              ))}
            </tr>
          </thead>
          {event.days.map((day, index) => (
            <DayRows
              key={day.id}
              day={day}
              number={index + 1}
              overview={overview}
              sessions={inOrder(sessions.filter(session => session.dayId === day.id))}
              onShow={onShow}
            />
          ))}
        </table>
      </div>
    </div>
  )
}

function DayRows({
  day,
  number,
  overview,
  sessions,
  onShow,
}: Omit<Props, 'event'> & { day: EventDay; number: number }) {
  const { t } = useTranslation()
  const title = day.label || t('sessions.day', { number })
  const counts = overview.days.find(each => each.dayId === day.id)
  const rows = sessions.flatMap(session => {
    const ofSession = overview.sessions.find(each => each.sessionId === session.id)
    return ofSession ? [{ session, counts: ofSession }] : []
  })
  return (
    <tbody>
      <tr className={classes.dayRow}>
        <th scope="row">
          {title} <span>{formatDate(day.date)}</span>
        </th>
        {STATES.map(state => (
          <NumberCell
            key={state}
            value={counts?.[state as keyof typeof counts]}
            shown={{ dayId: day.id, sessionId: null, title, state }}
            onShow={onShow}
          />
        ))}
      </tr>
      {rows.map(({ session, counts: ofSession }) => (
        <tr key={session.id}>
          <th scope="row" className={classes.sessionHead}>
            <span className="tabular">{timesOf(session)}</span>
            <span>
              {session.title} <Running session={session} />
              <span className={classes.small}>{session.roomName}</span>
            </span>
          </th>
          {STATES.map(state => (
            <NumberCell
              key={state}
              value={valueOf(ofSession, state)}
              shown={{ dayId: day.id, sessionId: session.id, title: session.title, state }}
              onShow={onShow}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function valueOf(counts: Overview['sessions'][number], state: PeopleState): number {
  if (state === 'by-hand') return counts.byHand
  if (state === 'missing-exit') return counts.missingExits
  return counts[state]
}

function Running({ session: { startsAt, endsAt } }: { session: Session }) {
  const { t } = useTranslation()
  const now = useNow()
  if (now < startsAt) return <Pill tone="plain">{t('sessions.recap.notBegun')}</Pill>
  return now < endsAt ? <Pill tone="info">{t('sessions.recap.running')}</Pill> : null
}

/** The time of this device, a little late at most. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

function NumberCell({
  value,
  shown,
  onShow,
}: {
  value: number | string | undefined
  shown: ShownList
  onShow: Props['onShow']
}) {
  const { t } = useTranslation()
  const { state, title } = shown
  if (typeof value !== 'number') return <td data-state={state}>{'\u00a0'}</td>
  return (
    <td data-number data-state={state} data-zero={value === 0 || undefined}>
      {SIGNS[state] && (
        <span className={classes.sign} aria-hidden>
          {SIGNS[state]}
        </span>
      )}
      <UnstyledButton
        className={classes.number}
        aria-label={t('sessions.recap.open', { title, state: t(`sessions.state.${state}`), count: value })}
        onClick={() => onShow(shown)}
      >
        {formatNumber(value)}
      </UnstyledButton>
    </td>
  )
}
