import { useTranslation } from 'react-i18next'
import type { ImportRow } from '#main/features/participant-import/contract.ts'

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
