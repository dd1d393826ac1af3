import type { AnalysedRow } from './analyse-rules.ts'
import { type Cell, cellText } from './cell-rules.ts'
import { REPORT_HEADERS } from './header-rules.ts'

/** Words for one row of the report; the caller knows the language, the rules do not. */
export type DescribeRow = (row: AnalysedRow) => { state: string; reasons: string }

/**
 * The report of an import as a table of texts: row id, state and reasons in front, the list's own columns behind them,
 * each cell as it was written. Mended in a spreadsheet program and imported again, every row is known by its id.
 * Rows without a key (blank, totals, repeated headers) are not part of it.
 */
export function buildReport(
  rows: readonly Cell[][],
  headerRow: number,
  analysed: readonly AnalysedRow[],
  describe: DescribeRow,
): string[][] {
  const header = headerRow < 0 ? [] : (rows[headerRow] ?? [])
  const width = Math.max(header.length, ...analysed.map(row => rows[row.rowNumber - 1]?.length ?? 0))
  const ownColumns = header.map((cell, column) => ({ column, text: cellText(cell) })).filter(isOwnColumn)
  const columns = [...ownColumns.map(({ column }) => column), ...range(header.length, width)]
  const textsOf = (row: readonly Cell[]) => columns.map(column => cellText(row[column]))
  const report = [[REPORT_HEADERS.rowId, REPORT_HEADERS.state, REPORT_HEADERS.reasons, ...textsOf(header)]]
  for (const row of analysed) {
    const { state, reasons } = describe(row)
    if (row.key !== '') report.push([row.key, state, reasons, ...textsOf(rows[row.rowNumber - 1] ?? [])])
  }
  return report
}

/** The report of a report does not carry the report's columns twice. */
const isOwnColumn = ({ text }: { text: string }) => !(Object.values(REPORT_HEADERS) as string[]).includes(text)

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
