import Papa from 'papaparse'
import type { TableSheet } from '../features/table-import/cell-rules.ts'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Delimiter = ';' | '\t' | ','

export interface DelimitedTable {
  sheet: TableSheet
  encoding: TextEncodingName
  delimiter: Delimiter
  /** A quotation mark was opened and never closed, so marks were read as plain letters. */
  hasUnevenQuotes: boolean
}

/** Text bytes -> rows. The encoding and the separator are found out, a `sep=;` line is obeyed and left out of the rows. */
export function readDelimited(bytes: Uint8Array): DelimitedTable {
  const { text, encoding } = decodeText(bytes)
  const declared = /^sep=(.)\r?\n/iu.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const delimiter = isDelimiter(declared?.[1]) ? declared[1] : detectDelimiter(body)
  const parsed = Papa.parse<string[]>(body, { delimiter })
  const hasUnevenQuotes = parsed.errors.some(error => error.type === 'Quotes')
  // Read again without quoting: one stray mark would otherwise swallow every row behind it into a single cell.
  const rows = hasUnevenQuotes ? Papa.parse<string[]>(body, { delimiter, quoteChar: '\u0000' }).data : parsed.data
  return { sheet: { name: '', rows: withoutLastLineBreak(rows) }, encoding, delimiter, hasUnevenQuotes }
}

const isDelimiter = (text: string | undefined): text is Delimiter => text === ';' || text === ',' || text === '\t'

function withoutLastLineBreak(rows: string[][]): string[][] {
  const last = rows.at(-1)
  return last && last.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** Byte-order mark, else strict UTF-8, else Windows-1252 (what Excel writes as "CSV" on Indonesian Windows). */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not UTF-8: every byte sequence is valid Windows-1252.
    return decodeAs(bytes, 'windows-1252')
  }
}

const decodeAs = (bytes: Uint8Array, encoding: TextEncodingName) => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
})

const CANDIDATES: readonly Delimiter[] = [';', '\t', ',']
const SAMPLE_LINES = 20

/**
 * Counts each separator outside quotes over the first lines and takes the one that most lines have equally often
 * (at least once); among equals `;` comes first: it is what Excel writes in Indonesia, where `,` is the decimal sign.
 */
export function detectDelimiter(text: string): Delimiter {
  const counts = countPerLine(text)
  let best: Delimiter = ';'
  let bestScore = 0
  for (const candidate of CANDIDATES) {
    const score = agreement(counts.map(count => count[candidate]))
    if (score > bestScore) [best, bestScore] = [candidate, score]
  }
  return best
}

type LineCount = Record<Delimiter, number>

function countPerLine(text: string): LineCount[] {
  const lines: LineCount[] = []
  let line: LineCount = { ';': 0, '\t': 0, ',': 0 }
  let isQuoted = false
  let isBlank = true
  for (let index = 0; index < text.length && lines.length < SAMPLE_LINES; index += 1) {
    const char = text.charAt(index)
    if (char === '"') isQuoted = !isQuoted
    else if (char === '\n' && !isQuoted) {
      if (!isBlank) lines.push(line)
      line = { ';': 0, '\t': 0, ',': 0 }
      isBlank = true
      continue
    } else if (!isQuoted && isDelimiter(char)) line[char] += 1
    if (char !== '\r') isBlank = false
  }
  if (!isBlank && lines.length < SAMPLE_LINES) lines.push(line)
  return lines
}

/** How many lines share the commonest count that is not zero. */
function agreement(counts: readonly number[]): number {
  const linesByCount = new Map<number, number>()
  for (const count of counts) if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1)
  return Math.max(0, ...linesByCount.values())
}
