import type { PaperRow, SignatureBlock } from '#main/features/documents/paper-rules.ts'
import type { ExportTable } from '#main/features/exports/table-rules.ts'
import { spreadsheetValue } from './file-cells.ts'
import { columnLetters, type HeadRows, type XlsxFrame } from './xlsx-frame.ts'

/** No spreadsheet program takes a longer text; it would call the file broken. */
const TEXT_MAX_LENGTH = 32_767
/** Room for a signature, in points. */
const SIGNED_ROW_HEIGHT = 30
const CHUNK_LENGTH = 64 * 1024
/** Rows between what a signatory is and their name, to sign in. */
const SIGNING_ROWS = 3

interface Cell {
  column: number
  look: number
  value: string | number | null
}

/** Which rows the list's headings take. */
export function headRows({ title, headingLines, columns }: ExportTable): HeadRows {
  const hasGroupHeadings = columns.some(({ groupLabel }) => groupLabel !== '')
  const above = title.length + (headingLines.length === 0 ? 0 : headingLines.length + 1)
  return { titleCount: title.length, headingRow: above + (hasGroupHeadings ? 2 : 1), hasGroupHeadings }
}

/** The XML of a sheet in pieces, rows as they come. */
export function* sheetXml(table: ExportTable, frame: XlsxFrame, rows: HeadRows): Generator<Buffer> {
  let text = frame.head
  for (const row of headXml(table, frame, rows)) text += row
  const letters = table.columns.map((_column, index) => columnLetters(index))
  const height = table.columns.some(({ kind }) => kind === 'signature') ? SIGNED_ROW_HEIGHT : null
  let at = rows.headingRow
  let lastOfList = at
  for (const row of table.rows) {
    text += listRowXml(++at, row, table, frame, { letters, height })
    if (row.style !== 'total') lastOfList = at
    if (text.length < CHUNK_LENGTH) continue
    yield Buffer.from(text)
    text = ''
  }
  for (const row of footXml(at, table, frame)) text += row
  yield Buffer.from(text + frame.tail(lastOfList))
}

function* headXml({ title, headingLines, columns }: ExportTable, { looks }: XlsxFrame, rows: HeadRows) {
  let at = 0
  for (const line of title) yield rowXml(++at, [{ column: 0, look: looks.title, value: line }])
  for (const { label, value } of headingLines) {
    yield rowXml(++at, [{ column: 0, look: looks.plain, value: `${label}: ${value}` }])
  }
  const heading = (value: string, column: number): Cell => ({ column, look: looks.heading, value: value || null })
  if (rows.hasGroupHeadings) {
    const isFirst = (index: number): boolean => columns[index]?.groupLabel !== columns[index - 1]?.groupLabel
    const labels = columns.map(({ groupLabel }, index) => (isFirst(index) ? groupLabel : ''))
    yield rowXml(rows.headingRow - 1, labels.map(heading))
  }
  yield rowXml(rows.headingRow, columns.map(({ label }) => label).map(heading))
}

function listRowXml(
  at: number,
  { style, label, cells }: PaperRow,
  { columns, timeZone }: ExportTable,
  frame: XlsxFrame,
  { letters, height }: { letters: readonly string[]; height: number | null },
): string {
  const looks = style === 'group' ? null : frame.cells[style]
  let xml = `<row r="${at}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>`
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]
    if (!column) continue
    const value = spreadsheetValue(cells[index] ?? null, column.kind, timeZone)
    // The label of a sum stands in the first column that has words, or in the first one.
    const isLabelled = label !== '' && index === (looks === null ? 0 : labelColumn(columns))
    xml += cellXml(
      `${letters[index]}${at}`,
      looks === null ? frame.looks.group : looks[index],
      isLabelled ? label : value,
    )
  }
  return `${xml}</row>`
}

const labelColumn = (columns: ExportTable['columns']): number =>
  Math.max(
    0,
    columns.findIndex(({ kind }) => kind === 'name'),
  )

function* footXml(lastRow: number, table: ExportTable, { looks }: XlsxFrame): Generator<string> {
  let at = lastRow
  const line = (value: string, look: number): string => rowXml(++at, [{ column: 0, look, value }])
  for (const text of table.closingLines) yield line(text, looks.strong)
  at++
  for (const text of table.notes) yield line(text, looks.plain)
  const { blocks, dateline } = table.signatures
  if (blocks.length === 0) return
  at++
  const columns = blocks.map((_block, index) => columnOfBlock(index, blocks.length, table.columns.length))
  yield rowXml(++at, [{ column: columns.at(-1) ?? 0, look: looks.plain, value: dateline }])
  const across = (value: (block: SignatureBlock) => string, look: number): string =>
    rowXml(
      ++at,
      blocks.map((block, index) => ({ column: columns[index] ?? 0, look, value: value(block) || null })),
    )
  yield across(({ heading }) => heading, looks.plain)
  yield across(({ position }) => position, looks.plain)
  at += SIGNING_ROWS
  yield across(({ name }) => name, looks.signer)
  yield across(({ rank }) => rank, looks.plain)
  yield across(({ nip }) => (nip === '' ? '' : `NIP ${nip}`), looks.plain)
}

/** Blocks stand side by side, the last one near the right edge; column 1 is where names are. */
function columnOfBlock(index: number, count: number, columnCount: number): number {
  const last = Math.max(0, columnCount - 3)
  return count === 1
    ? last
    : Math.min(columnCount - 1, Math.max(Math.min(1, last), Math.round((last * index) / (count - 1))))
}

function rowXml(at: number, cells: readonly Cell[]): string {
  return `<row r="${at}">${cells.map(({ column, look, value }) => cellXml(`${columnLetters(column)}${at}`, look, value)).join('')}</row>`
}

/** Numbers as numbers, everything else as a text in place: never a formula, an error or a truth value, whatever it looks like. */
function cellXml(reference: string, look: number | undefined, value: string | number | null): string {
  const cell = `<c r="${reference}" s="${look ?? 0}"`
  if (value === null || value === '') return `${cell}/>`
  if (typeof value === 'number') return Number.isFinite(value) ? `${cell}><v>${value}</v></c>` : `${cell}/>`
  return `${cell} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
}

/** What XML can't hold, and what OOXML would take for such an escape of its own (`_x0041_`). */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_x(?=[0-9A-Fa-f]{4}_)/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _x: '_x005F_x' }

function escapeText(text: string): string {
  const whole = text.length > TEXT_MAX_LENGTH ? `${text.slice(0, TEXT_MAX_LENGTH - 1)}…` : text
  return whole
    .toWellFormed()
    .replaceAll(
      UNSAFE,
      found => ENTITIES[found] ?? `_x${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}
