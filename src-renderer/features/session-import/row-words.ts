import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { clock } from '#main/features/session-import/analyse-rules.ts'
import type { RundownRow } from '#main/features/session-import/contract.ts'
import { NEEDS_LOOK, type NoteCode } from '#main/features/session-import/row-rules.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'

/** `Hari 1 · 18 Des 2023`, by the id of a day. */
export function useDayNames(event: EventSummary): (dayId: string) => string {
  const { t } = useTranslation()
  return dayId => {
    const index = event.days.findIndex(({ id }) => id === dayId)
    const day = event.days[index]
    return day ? t('session-import.day', { number: index + 1, date: formatShortDate(day.date) }) : ''
  }
}

/** What a person has to look at comes first. */
const LOOK: ReadonlySet<NoteCode> = new Set(NEEDS_LOOK)

/** Everything that was noticed about a row, and what it changes, in words. */
export function useRowWords(): (row: RundownRow) => string[] {
  const { t } = useTranslation()
  const valueWords = (value: RundownRow['changes'][number]['before'], isTime: boolean): string => {
    if (Array.isArray(value)) return value.join('; ') || '–'
    if (typeof value === 'boolean') return t(value ? 'session-import.yes' : 'session-import.no')
    if (typeof value === 'number' && isTime) return clock(value)
    return String(value ?? '') || '–'
  }
  return row => {
    const notes = row.notes.toSorted((one, other) => Number(LOOK.has(other.code)) - Number(LOOK.has(one.code)))
    const words = notes.map(({ code, written = '', header = '' }) =>
      t(`session-import.notes.${code}`, { written, header }),
    )
    if (row.skipReason) words.push(t(`session-import.skipReasons.${row.skipReason}`))
    for (const { detail, before, after } of row.changes) {
      const isTime = detail === 'endMinute'
      const change = { before: valueWords(before, isTime), after: valueWords(after, isTime) }
      words.push(t('session-import.change', { detail: t(`session-import.details.${detail}`), ...change }))
    }
    return words
  }
}
