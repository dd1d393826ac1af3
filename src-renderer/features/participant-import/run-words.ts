import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { ImportRow } from '#main/features/participant-import/contract.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'

/** The calendar date of an instant in the event's zone, in words. */
export function useRunDate(event: EventSummary): (at: number) => string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: event.timeZone, dateStyle: 'short' })
  return at => formatShortDate(day.format(at))
}

/** Everything that was noticed about a row, in words. */
export function useReasonWords(): (row: ImportRow) => string[] {
  const { t } = useTranslation()
  return row => {
    const words = row.notes.map(({ code, written = '', header = '' }) =>
      t(`participant-import.notes.${code}`, { written, header }),
    )
    if (row.skipReason) words.push(t(`participant-import.skipReasons.${row.skipReason}`))
    if (row.isMending) words.push(t('participant-import.preview.mending'))
    if (row.double) words.push(doubleWords(row.double))
    return words
  }

  function doubleWords(double: NonNullable<ImportRow['double']>): string {
    const other =
      double.kind === 'row'
        ? t('participant-import.doubleOfRow', { rowNumber: double.rowNumber })
        : t('participant-import.doubleOfPerson')
    const reasons = double.reasons.map(({ code }) => t(`participant-import.doubleReasons.${code}`))
    return `${other}: ${reasons.join(', ')}`
  }
}

/** The words that go into a report's file, by code. */
export function useReportWords(): () => Record<string, string> {
  const { i18n } = useTranslation()
  return () => {
    const bundle = i18n.getResourceBundle(i18n.language, 'translation') as Record<string, Record<string, unknown>>
    const own = bundle['participant-import'] ?? {}
    const words: Record<string, string> = {}
    for (const [section, value] of Object.entries(own)) {
      if (typeof value === 'string') words[section] = value
      else if (REPORTED.has(section)) {
        for (const [code, text] of Object.entries(value as Record<string, unknown>)) {
          if (typeof text === 'string') words[`${section}.${code}`] = text
        }
      }
    }
    return words
  }
}

const REPORTED: ReadonlySet<string> = new Set(['notes', 'skipReasons', 'doubleReasons', 'outcomes'])
