import { Box, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconMinus, IconCoffee } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventDay, EventSummary } from '#main/features/events/contract.ts'
import type { Session } from '#main/features/sessions/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { inOrder, overlapping, timesOf } from './programme.ts'
import type { ChosenSession } from './chosen-session.ts'
import classes from './sessions.module.css'
import { type Places, useAdmissionWords, usePlaces } from './use-places.ts'

const COLUMNS = ['time', 'title', 'room', 'speakers', 'admission', 'limit', 'counted'] as const

interface Props {
  event: EventSummary
  sessions: readonly Session[]
  onOpen: (chosen: ChosenSession) => void
}

/** All days in one table; arrows go from session to session. */
export function ProgrammeTable({ event, sessions, onOpen }: Props) {
  const { t } = useTranslation()
  const places = usePlaces()
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = (pressed: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[pressed.key]
    if (step === undefined) return
    const titles = [...(table.current?.querySelectorAll<HTMLElement>('[data-session]') ?? [])]
    const index = titles.findIndex(title => title === document.activeElement)
    titles[Math.max(0, Math.min(titles.length - 1, index + step))]?.focus()
    pressed.preventDefault()
  }
  return (
    <div className={classes.tableCard}>
      <Box
        className={classes.scroller}
        tabIndex={0}
        role="region"
        aria-label={t('sessions.programme.label')}
        onKeyDown={onKeyDown}
      >
        <table ref={table} className={classes.grid}>
          <thead>
            <tr>
              {COLUMNS.map(column => (
                <th key={column} data-column={column}>
                  {t(`sessions.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {event.days.map((day, index) => (
            <Day
              key={day.id}
              day={day}
              number={index + 1}
              sessions={inOrder(sessions.filter(session => session.dayId === day.id))}
              places={places}
              onOpen={onOpen}
            />
          ))}
        </table>
      </Box>
    </div>
  )
}

function Day({
  day,
  number,
  sessions,
  places,
  onOpen,
}: {
  day: EventDay
  number: number
  sessions: readonly Session[]
  places: Places
  onOpen: Props['onOpen']
}) {
  const { t } = useTranslation()
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS.length} className={classes.dayHead} scope="rowgroup">
          {day.label || t('sessions.day', { number })} <span>{formatDate(day.date)}</span>
        </th>
      </tr>
      {sessions.length === 0 && (
        <tr>
          <td colSpan={COLUMNS.length} className={classes.noneToday}>
            {t('sessions.programme.noneOnDay')}
          </td>
        </tr>
      )}
      {sessions.map(session => (
        <Row key={session.id} session={session} sessions={sessions} places={places} onOpen={onOpen} />
      ))}
    </tbody>
  )
}

function Row({
  session,
  sessions,
  places,
  onOpen,
}: {
  session: Session
  sessions: readonly Session[]
  places: Places
  onOpen: Props['onOpen']
}) {
  const { t } = useTranslation()
  const admissionWords = useAdmissionWords(places)
  const clashes = overlapping(session, sessions, session.id)
  const open = (page: ChosenSession['page'] = 'data'): void => onOpen({ session, page })
  return (
    <tr data-break={session.isBreak || undefined} data-clickable onClick={() => open()}>
      <td className="tabular">{timesOf(session)}</td>
      <td>
        <UnstyledButton data-session fw={600} fz="sm" onClick={() => open()}>
          {session.title}
        </UnstyledButton>
        <span className={classes.small}>
          {[session.kind, session.rule === null ? '' : t('sessions.programme.ownRule')].filter(Boolean).join(' · ')}
        </span>
        {clashes.map(other => (
          <span key={other.id} className={classes.warning}>
            <IconAlertTriangle size={15} aria-hidden />
            {t('sessions.overlap', { title: other.title, times: timesOf(other) })}
          </span>
        ))}
      </td>
      <td>{session.roomName}</td>
      <td>
        <span className={classes.threeLines} title={session.speakers.join('; ')}>
          {session.speakers.join('; ')}
        </span>
        {session.moderator !== '' && (
          <span className={classes.small}>{t('sessions.programme.moderator', { name: session.moderator })}</span>
        )}
      </td>
      <td>
        <span className={classes.twoLines}>{admissionWords(session.admission)}</span>
        {session.admission.isSignUpOnly && (
          <UnstyledButton
            className={classes.textLink}
            aria-label={t('sessions.signUps.openNamed', { title: session.title })}
            onClick={clicked => {
              clicked.stopPropagation()
              open('sign-ups')
            }}
          >
            {t('sessions.signUps.open')}
          </UnstyledButton>
        )}
      </td>
      <td data-number>{session.limit ?? '–'}</td>
      <td>
        <CountedWord session={session} />
      </td>
    </tr>
  )
}

function CountedWord({ session }: { session: Session }) {
  const { t } = useTranslation()
  const [Icon, word] = session.isBreak
    ? ([IconCoffee, 'break'] as const)
    : session.isCounted
      ? ([IconCheck, 'yes'] as const)
      : ([IconMinus, 'no'] as const)
  return (
    <span className={classes.counted} data-counted={word}>
      <Icon size={15} aria-hidden />
      {t(`sessions.counted.${word}`)}
    </span>
  )
}
