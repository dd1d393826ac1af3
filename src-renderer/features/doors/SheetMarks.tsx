import { ActionIcon, Kbd, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { SignatureSheet } from '#main/features/sessions/contract.ts'
import { isSoundOn } from '#renderer/platform/sound.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'
import { MarkedList } from './MarkedList.tsx'
import { NumberField } from './NumberField.tsx'
import own from './sheet.module.css'
import type { SheetRow } from './sheet-rules.ts'
import { useKeyDown } from './use-key-down.ts'
import { useSheet } from './use-sheet.ts'

/** One sheet: type the signed numbers, or walk through the rows; each tick is shown with its name at once. */
export function SheetMarks({ event, sheet }: { event: EventSummary; sheet: SignatureSheet }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<RowsHandle>(null)
  const marks = useSheet(sheet, isSoundOn(event.settings.isSoundOn))
  const signed = sheet.rows.filter(row => row.isSigned).length
  const focusField = (): void => field.current?.focus()
  const acts = useStableActs({
    toggle: (row: SheetRow) => void marks.mark([row], !row.isSigned),
    leave: focusField,
  })
  useKeyDown(pressed => {
    const isUndo = (pressed.ctrlKey || pressed.metaKey) && pressed.key.toLowerCase() === 'z'
    const isTextUndo = pressed.target === field.current && marks.text !== ''
    if (!isUndo || isTextUndo || pressed.repeat) return
    pressed.preventDefault()
    void marks.undoLast()
  })
  return (
    <div className={own.marks}>
      <header className={own.head}>
        <Tooltip label={t('doors.sheet.back')}>
          <ActionIcon
            component={Link}
            href="/pintu/lembar"
            variant="subtle"
            size="lg"
            aria-label={t('doors.sheet.back')}
          >
            <IconArrowLeft size={20} />
          </ActionIcon>
        </Tooltip>
        <div>
          <h1>{sheet.title}</h1>
          <p>
            {t('doors.sheet.title')} · <code>{sheet.code}</code>
          </p>
        </div>
        <Progress signed={signed} rows={sheet.rows.length} />
      </header>
      <NumberField ref={field} marks={marks} rows={sheet.rows} onDown={() => list.current?.focus()} />
      {marks.error !== null && <FailureNote error={marks.error} onRetry={() => void marks.enter()} />}
      <div className={own.body}>
        <Rows ref={list} rows={sheet.rows} onToggle={acts.toggle} onLeave={acts.leave} />
        <MarkedList
          marked={marks.marked}
          onUndo={act => {
            void marks.undo(act)
            focusField()
          }}
        />
      </div>
    </div>
  )
}

function Progress({ signed, rows }: { signed: number; rows: number }) {
  const { t } = useTranslation()
  return (
    <div className={own.progress} role="status">
      <b className="tabular">{t('doors.sheet.progress', { signed, rows })}</b>
      <span>{t('doors.sheet.signed')}</span>
      <div className={own.bar} aria-hidden>
        <i style={{ width: `${rows === 0 ? 0 : (signed / rows) * 100}%` }} />
      </div>
    </div>
  )
}

interface RowsHandle {
  focus(): void
}

interface RowsProps {
  ref: Ref<RowsHandle>
  rows: readonly SheetRow[]
  onToggle(row: SheetRow): void
  onLeave(): void
}

const rowId = (row: SheetRow): string => `sheet-row-${row.number}`

/** All rows with their ticks; arrows walk, space ticks, a digit goes back to the field. */
const Rows = memo(function Rows({ ref, rows, onToggle, onLeave }: RowsProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const row = rows[Math.min(active, rows.length - 1)]
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }), [])
  useEffect(() => {
    if (row && document.activeElement === box.current) {
      document.getElementById(rowId(row))?.scrollIntoView({ block: 'nearest' })
    }
  }, [row])

  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return
    if (pressed.key === 'Escape' || /^\d$/.test(pressed.key) || (pressed.key === 'ArrowUp' && active === 0)) {
      // The digit itself goes on into the field.
      onLeave()
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -rows.length, End: rows.length }[
      pressed.key
    ]
    if (step !== undefined) setActive(Math.max(0, Math.min(rows.length - 1, active + step)))
    else if (pressed.key === ' ' && row) onToggle(row)
    else return
    pressed.preventDefault()
  }
  return (
    <div
      ref={box}
      className={own.rows}
      role="listbox"
      tabIndex={0}
      aria-multiselectable
      aria-label={t('doors.sheet.rows')}
      aria-activedescendant={row && rowId(row)}
      onKeyDown={onKeyDown}
    >
      {rows.map((one, index) => (
        <button
          type="button"
          tabIndex={-1}
          key={one.number}
          id={rowId(one)}
          role="option"
          aria-selected={one.isSigned}
          data-active={index === active || undefined}
          className={own.row}
          onMouseDown={pressed => pressed.preventDefault()}
          onClick={() => {
            setActive(index)
            onToggle(one)
          }}
        >
          <span className="tabular">{one.number}</span>
          <b>{fullName(one)}</b>
          {one.isSigned && <IconCheck size={18} stroke={3} aria-label={t('doors.sheet.signed')} />}
        </button>
      ))}
      <p className={own.rowsHint}>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('doors.results.choose')} · <Kbd>{t('doors.sheet.space')}</Kbd>{' '}
        {t('doors.sheet.toggle')}
      </p>
    </div>
  )
})
