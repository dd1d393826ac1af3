import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { PersonListInput } from '#main/features/participants/contract.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './participants.module.css'
import { isFiltered, type PeopleView } from './people-filter.ts'
import { PersonCells } from './PersonCells.tsx'
import { usePeopleWindow } from './use-people-window.ts'
import type { Places } from './use-places.ts'
import { formatNumber } from '#renderer/i18n/format.ts'

const ROW_HEIGHT_PX = 50
const ROWS_AHEAD = 12
const PAGE_ROWS = 10

/** Columns in their order; those with a `sort` are sorted by a click on their head. */
const COLUMNS: readonly { id: string; sort: PersonListInput['sort'] | null }[] = [
  { id: 'name', sort: 'name' },
  { id: 'role', sort: 'role' },
  { id: 'delegation', sort: 'delegation' },
  { id: 'institution', sort: 'institution' },
  { id: 'phone', sort: null },
  { id: 'arrival', sort: 'arrival' },
  { id: 'badge', sort: null },
]

/** Lets the search field hand its arrows and Enter to the list. */
export interface TableHandle {
  onKeyDown(pressed: KeyboardEvent): void
}

interface Props {
  ref: Ref<TableHandle>
  event: EventSummary
  view: PeopleView
  onView: (view: PeopleView) => void
  places: Places
  onOpen: (id: string) => void
  /** Shown when nobody fits. */
  nothing: ReactNode
}

/** The list of people: only the rows in sight are fetched and drawn, however many there are. */
export function PeopleTable({ ref, event, view, onView, places, onOpen, nothing }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [isOpening, setIsOpening] = useState(false)
  const [range, setRange] = useState({ first: 0, last: 30 })
  const people = usePeopleWindow(view, range.first, range.last)
  const total = people.total ?? 0
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to memoized parts
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_AHEAD,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 30
  useEffect(() => setRange({ first, last }), [first, last])
  useEffect(() => {
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [view])

  const chosen = people.isStale ? undefined : people.rowAt(active)
  // Enter waits for the answer to what was typed: whoever stood there before must not be opened.
  useEffect(() => {
    if (!isOpening || people.isStale) return
    setIsOpening(false)
    if (chosen) onOpen(chosen.id)
  }, [isOpening, people.isStale, chosen, onOpen])

  const go = (index: number): void => {
    const next = Math.max(0, Math.min(total - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (pressed: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }
    const step = steps[pressed.key]
    if (step !== undefined) {
      pressed.preventDefault()
      go(active + step)
    } else if (pressed.key === 'Enter') {
      setIsOpening(true)
    }
  }
  useImperativeHandle(ref, () => ({ onKeyDown }))

  return (
    <div className={classes.tableCard}>
      {people.error !== null && <FailureNote error={people.error} onRetry={people.retry} />}
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('participants.listLabel')}
        aria-rowcount={total + 1}
        aria-activedescendant={people.rowAt(active) ? `person-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={classes.tableHead} role="rowgroup">
          <div role="row" aria-rowindex={1} className={classes.row}>
            {COLUMNS.map(column => (
              <ColumnHead key={column.id} column={column} view={view} onView={onView} />
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it takes the keys
            <div
              key={index}
              id={`person-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              data-body
              data-odd={index % 2 === 1 || undefined}
              style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                const person = people.rowAt(index)
                if (person) onOpen(person.id)
              }}
            >
              <PersonCells person={people.rowAt(index)} places={places} timeZone={event.timeZone} />
            </div>
          ))}
        </div>
        {people.total === 0 && nothing}
      </div>
      <div className={classes.tableFoot}>
        <span role="status" className="tabular">
          {people.total !== undefined && isFiltered(view)
            ? t('participants.filter.shown', { total: formatNumber(total) })
            : ''}
        </span>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> {t('participants.keys')}
        </span>
      </div>
    </div>
  )
}

function ColumnHead({
  column,
  view,
  onView,
}: {
  column: (typeof COLUMNS)[number]
  view: PeopleView
  onView: (view: PeopleView) => void
}) {
  const { t } = useTranslation()
  const name = t(`participants.column.${column.id}`)
  const { sort } = column
  const isSorted = sort !== null && view.sort === sort
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (view.isDescending ? 'descending' : 'ascending') : undefined}
      className={classes.headCell}
    >
      {sort === null ? (
        name
      ) : (
        <UnstyledButton
          className={classes.sortButton}
          aria-label={t('participants.sortBy', { column: name })}
          onClick={() => onView({ ...view, sort, isDescending: isSorted && !view.isDescending })}
        >
          {name}
          {isSorted &&
            (view.isDescending ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
        </UnstyledButton>
      )}
    </div>
  )
}
