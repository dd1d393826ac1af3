import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { read, type CellObject, utils } from '@e965/xlsx'
import Papa from 'papaparse'
import yauzl from 'yauzl'

/** A cell as a second reader sees it: `s` text, `n` number, with its number format; undefined = nothing there. */
export interface ReadCell {
  type: string
  value: unknown
  format: string
  isFormula: boolean
}
/** The one sheet of a workbook. */
export interface ReadSheet {
  name: string
  rows: (ReadCell | undefined)[][]
}

/** Reads an XLSX with another library than the one that wrote it. */
export function readXlsx(bytes: Uint8Array): ReadSheet {
  const workbook = read(bytes, { cellNF: true, cellFormula: true, cellStyles: true })
  const name = workbook.SheetNames[0] as string
  const sheet = workbook.Sheets[name]!
  const { s, e } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const rows = Array.from({ length: e.r + 1 }, (_, row) =>
    Array.from({ length: e.c + 1 }, (_unused, column) => {
      const cell = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined
      if (!cell || cell.t === 'z' || cell.v === undefined) return undefined
      return { type: cell.t, value: cell.v, format: String(cell.z ?? ''), isFormula: cell.f !== undefined }
    }),
  )
  return { name, rows: s.r === 0 ? rows : [] }
}

/** The list in a sheet: its headings and the rows below them, in place and by heading. */
export function listIn({ rows }: ReadSheet): {
  headings: string[]
  lines: (ReadCell | undefined)[][]
  rows: Record<string, ReadCell | undefined>[]
} {
  const at = rows.findIndex(row => row[0]?.value === 'No.')
  const headings = (rows[at] ?? []).map(cell => String(cell?.value ?? ''))
  const isFilled = (row: (ReadCell | undefined)[]): boolean => row.filter(cell => cell !== undefined).length > 1
  const lines = rows.slice(at + 1).filter(row => row[0]?.type === 'n' && isFilled(row))
  const byHeading = (row: (ReadCell | undefined)[]) =>
    Object.fromEntries(headings.map((heading, index) => [heading, row[index]]))
  return { headings, lines, rows: lines.map(byHeading) }
}

/** Reads a CSV with another library than the one that wrote it; the bytes must begin with a BOM. */
export function readCsv(bytes: Uint8Array): string[][] {
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) throw new Error('no BOM')
  const { data, errors } = Papa.parse<string[]>(Buffer.from(bytes).toString('utf8').slice(1), {
    delimiter: ';',
    newline: '\r\n',
    skipEmptyLines: true,
  })
  if (errors.length > 0) throw new Error(errors[0]?.message)
  return data
}

/** Everything in a ZIP, checked against its sums. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}

/** A part of an XLSX as text. */
export async function partOf(path: string, part: string): Promise<string> {
  const found = (await readZip(readFileSync(path))).get(part)
  if (!found) throw new Error(`no ${part}`)
  return found.toString('utf8')
}
