import { Button } from '@mantine/core'
import { IconHistory, IconPencil } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { AttendancePerson } from '#main/features/sessions/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { EvidenceMark, StateMark } from './AttendanceMarks.tsx'
import own from './people.module.css'
import classes from './sessions.module.css'
import { placeOf } from './place.ts'

const ROW_HEIGHT_PX = 62
const ROWS_AHEAD = 12
const PAGE_ROWS = 8
const COLUMNS = ['name', 'state', 'times', 'minutes', 'evidence', 'acts'] as const

/** Lets the search field hand its keys to the list. */
export interface TableHandle {
  onKeyDown(pressed: KeyboardEvent): void
}

interface Props {
  ref: Ref<TableHandle>
  event: EventSummary
  /** Undefined while they are on their way. */
  people: readonly AttendancePerson[] | undefined
  hasMinutes: boolean
  canCorrect: boolean
  onTimeline: (participantId: string) => void
  onCorrect: (person: AttendancePerson) => void
}

/** Only the rows in sight are drawn. Arrows choose, Enter opens the timeline, Ctrl+K corrects. */
export function AttendanceTable({ ref, event, people, hasMinutes, canCorrect, onTimeline, onCorrect }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const total = people?.length ?? 0
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to memoized parts
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_AHEAD,
  })
  const chosen = people?.[active]
  const onKeyDown = (pressed: KeyboardEvent): void => {
    if (pressed.target instanceof HTMLButtonElement) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }
    const step = steps[pressed.key]
    const isCorrection = pressed.key.toLowerCase() === 'k' && (pressed.ctrlKey || pressed.metaKey)
    if (step !== undefined) {
      const next = Math.max(0, Math.min(total - 1, active + step))
      setActive(next)
      virtual.scrollToIndex(next)
    } else if (pressed.key === 'Enter') {
      if (chosen) onTimeline(chosen.id)
    } else if (isCorrection && canCorrect && chosen) {
      onCorrect(chosen)
    } else return
    pressed.preventDefault()
  }
  useImperativeHandle(ref, () => ({ onKeyDown }))
  return (
    <div className={classes.tableCard}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('sessions.people.label')}
        aria-rowcount={total + 1}
        aria-activedescendant={chosen ? `attendance-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={classes.tableHead} role="rowgroup">
          <div role="row" aria-rowindex={1} className={own.personRow}>
            {COLUMNS.map(column => (
              <div key={column} role="columnheader" className={classes.headCell} data-column={column}>
                {t(`sessions.people.column.${column}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const person = people?.[index]
            return person ? (
              <div
                key={person.id}
                id={`attendance-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === active}
                className={own.personRow}
                data-body
                style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
              >
                <PersonCells person={person} timeZone={event.timeZone} hasMinutes={hasMinutes} />
                <div role="gridcell" className={own.acts}>
                  <Act icon="timeline" person={person} onClick={() => onTimeline(person.id)} />
                  {canCorrect && <Act icon="correct" person={person} onClick={() => onCorrect(person)} />}
                </div>
              </div>
            ) : null
          })}
        </div>
        {people && total === 0 && <p className={own.nobody}>{t('sessions.people.nobody')}</p>}
      </div>
      <div className={classes.tableFoot}>
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> {t('sessions.people.keyTimeline')}
        {canCorrect && (
          <>
            {' · '}
            <kbd>Ctrl K</kbd> {t('sessions.people.keyCorrect')}
          </>
        )}
      </div>
    </div>
  )
}

function Act({
  icon,
  person,
  onClick,
}: {
  icon: 'timeline' | 'correct'
  person: AttendancePerson
  onClick: () => void
}) {
  const { t } = useTranslation()
  const IconPart = icon === 'timeline' ? IconHistory : IconPencil
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPart size={15} aria-hidden />}
      aria-label={t(`sessions.people.${icon}Named`, { name: fullName(person) })}
      onClick={onClick}
    >
      {t(`sessions.people.${icon}`)}
    </Button>
  )
}

function PersonCells({
  person,
  timeZone,
  hasMinutes,
}: {
  person: AttendancePerson
  timeZone: string
  hasMinutes: boolean
}) {
  const { t } = useTranslation()
  const time = (at: number | null): string => (at === null ? '…' : formatTime(at, timeZone))
  return (
    <>
      <div role="gridcell" className={classes.stack} title={fullName(person)}>
        <span className={own.nameLine}>{fullName(person)}</span>
        <span className={classes.small} data-line>
          {[person.role, placeOf(person)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div role="gridcell" className={own.marks}>
        <StateMark person={person} />
      </div>
      <div role="gridcell" className="tabular">
        {person.firstIn === null && person.lastOut === null ? '–' : `${time(person.firstIn)} – ${time(person.lastOut)}`}
      </div>
      <div role="gridcell" className="tabular" data-number>
        {(hasMinutes && person.firstIn !== null) || person.minutes > 0
          ? t('sessions.minutes', { count: person.minutes })
          : '–'}
      </div>
      <div role="gridcell" className={classes.stack}>
        <EvidenceMark evidence={person.evidence} />
        {person.note !== '' && (
          <span className={classes.small} data-line title={person.note}>
            {person.note}
          </span>
        )}
      </div>
    </>
  )
}
