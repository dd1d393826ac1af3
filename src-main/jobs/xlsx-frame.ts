import { buffer } from 'node:stream/consumers'
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre'
import yauzl from 'yauzl'
import { fitColumns, PAGE_MARGINS, pageSizeOf, type PaperRow } from '#main/features/documents/paper-rules.ts'
import type { ExportTable } from '#main/features/exports/table-rules.ts'
import { cellStyle, type Look, LOOKS } from './xlsx-styles.ts'

/** A workbook without its rows: what comes before and behind them, and the numbers under which it knows its looks. */
export interface XlsxFrame {
  parts: { name: string; bytes: Buffer }[]
  sheetPart: string
  head: string
  /** `lastRow` (1-based) is where the filter ends. */
  tail(lastRow: number): string
  looks: Record<Look, number>
  /** By row style, then column. */
  cells: Record<PaperRow['style'], number[]>
}

/** How many rows stand over the list; the last one (or two) are its headings. */
export interface HeadRows {
  titleCount: number
  /** 1-based. */
  headingRow: number
  hasGroupHeadings: boolean
}

const SHEET_PART = 'xl/worksheets/sheet1.xml'
const CELL_STYLES = ['row', 'spare', 'total', 'group'] as const satisfies readonly PaperRow['style'][]
const MM_PER_CHARACTER = 1.95
const LEAST_CHARACTERS = { money: 14, date: 11, code: 6 } as const
const MM_PER_INCH = 25.4
/** Folio, 216 x 330 mm: the paper that OOXML has for F4 (215 x 330 mm). The library has no name for it, so `legal` stands in. */
const FOLIO = 14
const STAND_IN = { name: 'legal', code: 5 } as const
/** Stands for the filter's last row until the rows have been counted. */
const OPEN_END = 1_048_576

/**
 * Everything of a workbook but its rows, written by the library: columns, frozen headings, filter, print set-up. Its
 * writers either hold all cells (223 MB for 10,000 people x 28 columns) or can do none of this, so rows go in between.
 */
export async function xlsxFrame(table: ExportTable, rows: HeadRows): Promise<XlsxFrame> {
  const names = Object.keys(LOOKS) as Look[]
  const styles: CellStyle[] = names.map(name => LOOKS[name])
  for (const style of CELL_STYLES) styles.push(...table.columns.map(column => cellStyle(column, style)))
  const sheet: WriteSheet = {
    name: sheetName(table),
    columns: columnWidths(table).map(width => ({ width })),
    rows: [],
    cells: new Map(styles.map((style, index) => [`0,${index}`, { value: 1, style }])),
    freezePane: { rows: rows.headingRow },
    merges: mergesOf(table, rows),
    autoFilter: { range: `A${rows.headingRow}:${columnLetters(table.columns.length - 1)}${OPEN_END}` },
    ...printSetup(table, rows),
  }
  const properties = { title: table.title.join(' '), creator: 'Gelar' }
  const parts = await unzip(await writeXlsx({ sheets: [sheet], properties }))
  const xml = parts.find(({ name }) => name === SHEET_PART)?.bytes.toString('utf8') ?? ''
  const [, head, sample, tail] = /^(.*<sheetData>)(.*)(<\/sheetData>.*)$/s.exec(xml) ?? []
  if (head === undefined || sample === undefined || tail === undefined) throw new Error('hucre writes sheets otherwise')
  const numbers = [...sample.matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, number]) => Number(number))
  if (numbers.length !== styles.length) throw new Error('hucre numbers styles otherwise')
  const ofCells = CELL_STYLES.map((style, index) => {
    const from = names.length + index * table.columns.length
    return [style, numbers.slice(from, from + table.columns.length)]
  })
  return {
    parts: parts.filter(({ name }) => name !== SHEET_PART),
    sheetPart: SHEET_PART,
    // The size of the sheet is told nowhere else, and is not known yet.
    head: head.replace(/<dimension [^>]*\/>/, ''),
    tail: lastRow => withPaper(tail, table).replace(String(OPEN_END), String(lastRow)),
    looks: Object.fromEntries(names.map((name, index) => [name, numbers[index]])) as XlsxFrame['looks'],
    cells: Object.fromEntries(ofCells) as XlsxFrame['cells'],
  }
}

function withPaper(tail: string, { size }: ExportTable): string {
  return size === 'F4' ? tail.replace(`paperSize="${STAND_IN.code}"`, `paperSize="${FOLIO}"`) : tail
}

function printSetup(table: ExportTable, { headingRow, hasGroupHeadings }: HeadRows): Partial<WriteSheet> {
  const inches = (mm: number): number => Number((mm / MM_PER_INCH).toFixed(3))
  const { top, right, bottom, left } = PAGE_MARGINS
  const margins = { top: inches(top), right: inches(right), bottom: inches(bottom + 4), left: inches(left) }
  return {
    pageSetup: {
      paperSize: table.size === 'F4' ? STAND_IN.name : 'a4',
      orientation: table.isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { ...margins, header: inches(5), footer: inches(6) },
      printTitlesRow: `$${hasGroupHeadings ? headingRow - 1 : headingRow}:$${headingRow}`,
    },
    headerFooter: { oddFooter: `&L${footerText(table.fileName)}&RHalaman &P dari &N` },
  }
}

/** In footers `&` starts a code, and 255 characters are all there is room for. */
const footerText = (text: string): string => text.slice(0, 100).replaceAll('&', '&&')

function mergesOf(
  { columns }: ExportTable,
  { titleCount, headingRow, hasGroupHeadings }: HeadRows,
): NonNullable<WriteSheet['merges']> {
  const lastColumn = columns.length - 1
  const across = (row: number, from: number, to: number) => ({ startRow: row, startCol: from, endRow: row, endCol: to })
  const titles = lastColumn > 0 ? Array.from({ length: titleCount }, (_, row) => across(row, 0, lastColumn)) : []
  if (!hasGroupHeadings) return titles
  const groups = []
  for (let from = 0; from < columns.length; from++) {
    const label = columns[from]?.groupLabel ?? ''
    let to = from
    while (label !== '' && columns[to + 1]?.groupLabel === label) to++
    if (to > from) groups.push(across(headingRow - 2, from, to))
    from = to
  }
  return [...titles, ...groups]
}

function columnWidths(table: ExportTable): number[] {
  const { widthMm } = pageSizeOf(table)
  const { widthsMm } = fitColumns(table.columns, widthMm - PAGE_MARGINS.left - PAGE_MARGINS.right)
  return table.columns.map(({ kind }, index) => {
    const least = kind in LEAST_CHARACTERS ? LEAST_CHARACTERS[kind as keyof typeof LEAST_CHARACTERS] : 5
    return Math.max(least, Math.round(((widthsMm[index] ?? 0) / MM_PER_CHARACTER) * 10) / 10)
  })
}

/** At most 31 characters, none of those that spreadsheets refuse or that would have to be quoted. */
function sheetName({ fileName }: ExportTable): string {
  const name = fileName.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return name.trim().slice(0, 31).trim() || 'Lembar'
}

const LETTERS = 26

/** The name of a column (0-based): A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / LETTERS) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCodePoint(65 + (column % LETTERS))
}

async function unzip(bytes: Uint8Array): Promise<XlsxFrame['parts']> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const parts: XlsxFrame['parts'] = []
  for await (const entry of zip.eachEntry()) {
    parts.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) })
  }
  return parts
}
