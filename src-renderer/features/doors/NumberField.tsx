import { Kbd } from '@mantine/core'
import { type KeyboardEvent, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#main/features/participants/person-rules.ts'
import own from './sheet.module.css'
import { readEntry, type SheetRow } from './sheet-rules.ts'
import type { useSheet } from './use-sheet.ts'

const SHOWN = 24

interface Props {
  ref: Ref<HTMLInputElement>
  marks: ReturnType<typeof useSheet>
  rows: readonly SheetRow[]
  onDown(): void
}

/** Numbers and ranges; whom they mean stands below while they are typed, so that a slip is seen before Enter. */
export function NumberField({ ref, marks, rows, onDown }: Props) {
  const { t } = useTranslation()
  const { text, left, isPending } = marks
  const entry = useMemo(() => readEntry(text, rows), [text, rows])
  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.key === 'Enter' && !pressed.repeat) void marks.enter()
    else if (pressed.key === 'Escape') marks.setText('')
    else if (pressed.key === 'ArrowDown') {
      pressed.preventDefault()
      onDown()
    }
  }
  const isEmpty = entry.fresh.length + entry.again.length + entry.left.length === 0
  return (
    <div className={own.entry} data-pending={isPending || undefined}>
      <div className={own.numbers}>
        <input
          ref={ref}
          autoFocus
          inputMode="text"
          aria-label={t('doors.sheet.numbers')}
          aria-describedby="sheet-entry"
          placeholder={t('doors.sheet.numbersExample')}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={change => marks.setText(change.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span>
          <Kbd>Enter</Kbd> {t('doors.sheet.mark')} <Kbd>Ctrl Z</Kbd> {t('doors.sheet.takeBack')}
        </span>
      </div>
      <div id="sheet-entry" className={own.preview} role="status">
        {isEmpty && <span className={own.hint}>{t('doors.sheet.hint')}</span>}
        {left.length > 0 && (
          <strong data-tone="bad">{t('doors.sheet.notOnSheet', { numbers: left.join(', ') })}</strong>
        )}
        {left.length === 0 &&
          entry.left.map(piece => (
            <span key={piece} data-tone="bad">
              <b>{piece}</b> {t('doors.sheet.noSuchRow')}
            </span>
          ))}
        {entry.fresh.slice(0, SHOWN).map(row => (
          <span key={row.number}>
            <b>{row.number}</b> {fullName(row)}
          </span>
        ))}
        {entry.fresh.length > SHOWN && <span>{t('doors.sheet.more', { count: entry.fresh.length - SHOWN })}</span>}
        {entry.again.length > 0 && (
          <span data-tone="dim">
            {t('doors.sheet.already', {
              names: entry.again
                .slice(0, 3)
                .map(row => `${row.number} ${fullName(row)}`)
                .join(', '),
              count: entry.again.length,
            })}
          </span>
        )}
      </div>
    </div>
  )
}
