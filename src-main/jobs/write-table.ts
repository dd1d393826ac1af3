import { type CellValue, writeCsv, writeXlsx } from 'hucre'
import { inertText } from './inert-text.ts'

/** A table of texts that is to become a file; the first row is the header. */
export interface WriteTableInput {
  rows: string[][]
  format: 'xlsx' | 'csv'
  sheetName: string
  /** 0-based columns that are there for the program, not for the eye. */
  hiddenColumns: number[]
}

const WIDEST_COLUMN = 48
const NARROWEST_COLUMN = 8
/** Enough rows to see how wide a column is. */
const MEASURED_ROWS = 200

/**
 * The job `write-table`: texts -> the bytes of a spreadsheet. Every cell is text (NIP, NIK and phones stay whole, nothing is
 * ever a formula); in CSV, where there are no types, what a spreadsheet program would compute or round gets an apostrophe.
 */
export async function writeTable({ rows, format, sheetName, hiddenColumns }: WriteTableInput): Promise<Uint8Array> {
  if (format === 'csv')
    return new TextEncoder().encode(
      writeCsv(
        rows.map(row => row.map(inertText)),
        { delimiter: ';', bom: true },
      ),
    )
  const columns = (rows[0] ?? []).map((_header, column) => ({
    width: widthOf(rows, column),
    style: { numFmt: '@' },
    hidden: hiddenColumns.includes(column),
  }))
  return writeXlsx({
    sheets: [{ name: sheetName, columns, rows: rows as CellValue[][], freezePane: { rows: 1 } }],
  })
}

function widthOf(rows: readonly string[][], column: number): number {
  const longest = rows.slice(0, MEASURED_ROWS).reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0)
  return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, longest + 2))
}
