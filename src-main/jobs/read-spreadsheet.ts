import { type CellValue, read, type Sheet } from 'hucre'
import type { Cell, TableSheet } from '../features/table-import/cell-rules.ts'

/**
 * The only place that knows the spreadsheet library: xlsx, xls or ods bytes -> sheets as stored in the file.
 * Formulas are not computed (their stored result is taken), links are not followed. Throws what the library throws.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<TableSheet[]> {
  const workbook = await read(bytes)
  return workbook.sheets.map(toTableSheet)
}

function toTableSheet(sheet: Sheet): TableSheet {
  const rows = sheet.rows.map(row => trimEnd(row).map(toCell))
  for (const [key, detail] of sheet.cells ?? []) {
    const [row, column] = key.split(',').map(Number) as [number, number]
    const cell = rows[row]?.[column]
    if (cell === undefined || !rows[row]) continue
    if (detail.type === 'error') rows[row][column] = { text: cellString(cell), kind: 'error' }
    else if (detail.formula !== undefined) rows[row][column] = withFormula(cell)
  }
  return { name: sheet.name, rows }
}

const cellString = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text)

const withFormula = (cell: Cell): Cell =>
  typeof cell === 'string' ? { text: cell, kind: 'text', hasFormula: true } : { ...cell, hasFormula: true }

/** Sheets are read as rectangles; what is empty at the end of a row carries nothing. */
function trimEnd(row: readonly CellValue[]): readonly CellValue[] {
  let length = row.length
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length -= 1
  return length === row.length ? row : row.slice(0, length)
}

function toCell(value: CellValue | undefined): Cell {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return { text: String(value), kind: 'number' }
  if (typeof value === 'boolean') return { text: String(value), kind: 'boolean' }
  return { text: dateText(value), kind: 'date' }
}

/** Spreadsheet dates have no zone; the library hands them over as UTC. A bare time of day counts from day zero (1899/1900). */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  if (date.getUTCFullYear() <= 1900 && time !== '00:00') return time
  return time === '00:00' ? day : `${day} ${time}`
}
