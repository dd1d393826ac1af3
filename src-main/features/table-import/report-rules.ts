import { type Cell, cellText } from './cell-rules.ts'

/** One row of a report: its number in the table (1-based), and the texts that stand in front of its own. */
export interface ReportedRow {
  rowNumber: number
  lead: readonly string[]
}

/**
 * The report of an import as a table of texts: the report's columns in front, the table's own behind them, each cell as it was
 * written, so that it can be mended in a spreadsheet program and imported again.
 */
export function buildReport(
  rows: readonly Cell[][],
  headerRow: number,
  leadHeaders: readonly string[],
  reported: readonly ReportedRow[],
): string[][] {
  const header = headerRow < 0 ? [] : (rows[headerRow] ?? [])
  const width = Math.max(header.length, ...reported.map(row => rows[row.rowNumber - 1]?.length ?? 0))
  // The report of a report does not carry the report's columns twice.
  const isOwn = ({ text }: { text: string }): boolean => !leadHeaders.includes(text)
  const ownColumns = header.map((cell, column) => ({ column, text: cellText(cell) })).filter(isOwn)
  const columns = [...ownColumns.map(({ column }) => column), ...range(header.length, width)]
  const textsOf = (row: readonly Cell[]): string[] => columns.map(column => cellText(row[column]))
  const lines = reported.map(({ rowNumber, lead }) => [...lead, ...textsOf(rows[rowNumber - 1] ?? [])])
  return [[...leadHeaders, ...textsOf(header)], ...lines]
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
