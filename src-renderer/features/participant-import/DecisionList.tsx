import { Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRow, RowChoice } from '#main/features/participant-import/contract.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import { choicesFor, type Choice } from './choices.ts'
import { RowDetail } from './RowDetail.tsx'
import classes from './import.module.css'

interface Props {
  rows: readonly ImportRow[]
  decisions: Readonly<Record<string, { choice: RowChoice }>>
  /** `null` takes a decision back. */
  onDecide: (row: ImportRow, choice: RowChoice | null) => void
}

/** Rows that wait for a person: on the left the rows, on the right one of them beside whom it may be. Arrows and digits suffice. */
export function DecisionList({ rows, decisions, onDecide }: Props) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState(0)
  const index = Math.min(selected, Math.max(0, rows.length - 1))
  const row = rows[index]
  const choices = row ? choicesFor(row) : []
  const decide = (choice: Choice): void => {
    if (!row) return
    const isTakenBack = decisions[row.rowNumber]?.choice === choice.value
    onDecide(row, isTakenBack ? null : choice.value)
    if (!isTakenBack) setSelected(nextOpen(rows, decisions, index))
  }
  useDecisionKeys({
    move: step => setSelected(Math.max(0, Math.min(rows.length - 1, index + step))),
    choose: number => {
      const choice = choices[number - 1]
      if (choice) decide(choice)
    },
  })
  const doneCount = rows.filter(({ rowNumber }) => decisions[rowNumber] !== undefined).length
  return (
    <div className={classes.decisions}>
      <div>
        <ul className={classes.decisionList} aria-label={t('participant-import.decide.list')}>
          {rows.map((item, position) => (
            <li key={item.rowNumber}>
              <DecisionItem
                row={item}
                choice={decisions[item.rowNumber]?.choice}
                isSelected={position === index}
                onSelect={() => setSelected(position)}
              />
            </li>
          ))}
        </ul>
        <Text size="sm" c="dimmed" mt={8} role="status">
          {t('participant-import.decide.progress', { done: doneCount, total: rows.length })} ·{' '}
          {t('participant-import.decide.keys')}
        </Text>
      </div>
      {row && <RowDetail row={row} choices={choices} chosen={decisions[row.rowNumber]?.choice} onChoose={decide} />}
    </div>
  )
}

function DecisionItem(props: {
  row: ImportRow
  choice: RowChoice | undefined
  isSelected: boolean
  onSelect: () => void
}) {
  const { row, choice, isSelected, onSelect } = props
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <button
      ref={button}
      type="button"
      className={classes.decisionItem}
      aria-current={isSelected || undefined}
      onClick={onSelect}
    >
      <span className={classes.decisionName}>
        {row.fullName || t('participant-import.notes.no-name')}
        <Text size="xs" c="dimmed" component="span" display="block" truncate>
          {t('participant-import.decide.inRow', { number: row.rowNumber })}
          {row.fields['village'] ? ` · ${row.fields['village']}` : ''}
        </Text>
      </span>
      <span>
        {choice ? (
          <Pill tone="ok">{t(`participant-import.decide.short.${choice}`)}</Pill>
        ) : (
          <Pill tone="warn">{t('participant-import.decide.open')}</Pill>
        )}
      </span>
    </button>
  )
}

function nextOpen(rows: readonly ImportRow[], decisions: Props['decisions'], from: number): number {
  const isOpen = (position: number): boolean => {
    const row = rows[position]
    return row !== undefined && position !== from && decisions[row.rowNumber] === undefined
  }
  const order = rows.map((_row, step) => (from + step) % rows.length)
  return order.find(isOpen) ?? from
}

const IN_FIELD = 'input, select, textarea, [role="dialog"], [role="listbox"], [role="tablist"]'

/** Arrows and digits work anywhere on the screen but in fields. */
function useDecisionKeys(act: { move: (step: number) => void; choose: (number: number) => void }): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isElsewhere = event.target instanceof Element && event.target.closest(IN_FIELD) !== null
      if (isElsewhere || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        latest.current.move(event.key === 'ArrowDown' ? 1 : -1)
      } else if (/^[1-9]$/.test(event.key)) latest.current.choose(Number(event.key))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
