import type { Cell } from '#main/features/table-import/cell-rules.ts'
import { buildReport } from '#main/features/table-import/report-rules.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import { REPORT_HEADERS } from './header-rules.ts'

/** Words for one row of the report; the caller knows the language, the rules do not. */
export type DescribeRow = (row: AnalysedRow) => { state: string; reasons: string }

/**
 * The report of an import: row id, state and reasons in front. Mended in a spreadsheet program and imported again, every row is
 * known by its id. Rows without a key (blank, totals, repeated headers) are not part of it.
 */
export function reportOnPeople(
  rows: readonly Cell[][],
  headerRow: number,
  analysed: readonly AnalysedRow[],
  describe: DescribeRow,
): string[][] {
  const reported = analysed
    .filter(({ key }) => key !== '')
    .map(row => {
      const { state, reasons } = describe(row)
      return { rowNumber: row.rowNumber, lead: [row.key, state, reasons] }
    })
  return buildReport(rows, headerRow, Object.values(REPORT_HEADERS), reported)
}
