import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { clock } from '#main/features/session-import/analyse-rules.ts'
import type { RundownRow } from '#main/features/session-import/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import table from '#renderer/ui/table-import/table-import.module.css'
import classes from './session-import.module.css'
import { useDayNames, useRowWords } from './row-words.ts'

const TONES = { new: 'ok', changed: 'info', same: 'plain', needsLook: 'warn', left: 'plain', skipped: 'plain' } as const

/** What a person may say about a row, where its session shows it. */
export interface RowControls {
  renderDay: (row: RundownRow) => ReactNode
  renderTime: (row: RundownRow) => ReactNode
  renderRoom: (row: RundownRow) => ReactNode
  renderCounted: (row: RundownRow) => ReactNode
  renderLeave: (row: RundownRow) => ReactNode
}

interface Props {
  event: EventSummary
  rows: readonly RundownRow[]
  controls?: RowControls
}

/** Rows of a rundown, each as the session that it becomes; with `controls` a person can say what is missing. */
export function SessionRows({ event, rows, controls }: Props) {
  const { t } = useTranslation()
  const heads = ['row', 'day', 'time', 'room', 'session', 'counted', 'state'] as const
  if (rows.length === 0) return <Text c="dimmed">{t('session-import.preview.empty')}</Text>
  return (
    <div className={table.tableBox}>
      <table className={`${table.table} ${classes.rows}`} aria-label={t('session-import.preview.table')}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(`session-import.preview.${head}`)}
              </th>
            ))}
            {controls && <th scope="col">{t('session-import.preview.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.rowNumber} event={event} row={row} controls={controls} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ event, row, controls }: { event: EventSummary; row: RundownRow; controls: RowControls | undefined }) {
  const { t } = useTranslation()
  const wordsOf = useRowWords()
  const dayName = useDayNames(event)
  const { draft, state } = row
  const isOpen = state !== 'skipped' && state !== 'left'
  const tools = isOpen ? controls : undefined
  return (
    <tr data-state={state}>
      <td className={table.number}>{row.rowNumber}</td>
      <td className={classes.day}>{tools?.renderDay(row) ?? (draft.dayId === null ? '–' : dayName(draft.dayId))}</td>
      <td className={classes.time}>{tools?.renderTime(row) ?? timeOf(row)}</td>
      <td className={classes.room}>
        {tools?.renderRoom(row) ?? (draft.room || '–')}
        {row.isNewRoom && tools && <div className={classes.quiet}>{t('session-import.preview.newRoom')}</div>}
      </td>
      <td>
        <SessionCell row={row} />
      </td>
      <td>{tools?.renderCounted(row) ?? (isOpen ? countedWords(row, t) : '')}</td>
      <td>
        <Pill tone={TONES[state]}>{t(`session-import.${controls ? 'states' : 'outcomes'}.${state}`)}</Pill>
        {wordsOf(row).map(words => (
          <div key={words} className={classes.quiet}>
            {words}
          </div>
        ))}
      </td>
      {controls && <td>{state === 'skipped' ? null : controls.renderLeave(row)}</td>}
    </tr>
  )
}

function SessionCell({ row: { draft } }: { row: RundownRow }) {
  const { t } = useTranslation()
  const { title, kind, speakers, moderator, capacity } = draft
  return (
    <>
      <div className={classes.title}>{title || '–'}</div>
      <div className={classes.details}>
        {kind !== '' && <span>{kind}</span>}
        {capacity !== null && <span>{t('session-import.preview.capacity', { capacity: formatNumber(capacity) })}</span>}
      </div>
      {speakers.length > 0 && (
        <ul className={classes.speakers} aria-label={t('session-import.details.speakers')}>
          {speakers.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {moderator !== '' && (
        <div className={classes.quiet}>{t('session-import.preview.moderator', { name: moderator })}</div>
      )}
    </>
  )
}

/** `13.15–14.15`; a time that is not known is a dash. */
function timeOf({ draft: { startMinute, endMinute } }: RundownRow): string {
  if (startMinute === null && endMinute === null) return '–'
  return [startMinute, endMinute].map(minute => (minute === null ? '?' : clock(minute))).join('–')
}

function countedWords({ isBreak, isCounted }: RundownRow, t: (key: string) => string): string {
  if (isBreak) return t('session-import.preview.break')
  return t(isCounted ? 'session-import.yes' : 'session-import.no')
}
