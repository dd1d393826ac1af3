/** What a spreadsheet cell held. CSV knows only `text` and `empty`. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

/** A cell that is more than plain text. Dates are `YYYY-MM-DD` (with ` HH:MM` when the cell had a time of day). */
export interface MarkedCell {
  text: string
  kind: Exclude<CellKind, 'empty'>
  /** The text is the result that the spreadsheet program stored; formulas are never computed here. */
  hasFormula?: true
}

/** One cell as read, unchanged. Plain text is a bare string ('' = empty): a table of 150,000 cells stays small and quick to hand over. */
export type Cell = string | MarkedCell

/** One sheet; rows may be of different lengths. Row n of the file is `rows[n - 1]`. */
export interface TableSheet {
  name: string
  rows: Cell[][]
}

/**
 * The text of a cell with blanks at both ends removed and every run of blanks or line breaks made one blank. The apostrophe
 * with which CSV files keep a number or a formula's sign text is no part of it.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  const text = collapseBlanks(typeof cell === 'string' ? cell : cell.text)
  return text.startsWith("'") && TEXT_MARK.test(text) ? text.slice(1) : text
}

const TEXT_MARK = /^'(?=[=+\-@|]|0\d|\d{12})/u

/** What kind of thing a cell holds; text of blanks alone is empty. */
export function cellKind(cell: Cell | undefined): CellKind {
  if (cell === undefined) return 'empty'
  if (typeof cell !== 'string') return cell.kind
  return cell.trim() === '' ? 'empty' : 'text'
}

/** Whether nobody wrote anything in any cell of a row. */
export const isBlankRow = (row: readonly Cell[]): boolean => row.every(cell => cellText(cell) === '')

/** Blanks of every sort (no-break, zero-width, line breaks, tabs) become single blanks; nothing else changes. */
export function collapseBlanks(text: string): string {
  return isCollapsed(text) ? text : text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim()
}

/** A loop, not a pattern: it runs over every cell of a list. Anything outside ASCII takes the slow path unless it holds no blank. */
function isCollapsed(text: string): boolean {
  let isAfterBlank = true
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 127) return !/^\s|\s$|\s\s|[^\S ]|[\u200b\ufeff]/u.test(text)
    if (code <= 32 && (code !== 32 || isAfterBlank)) return false
    isAfterBlank = code === 32
  }
  return text === '' || !isAfterBlank
}
