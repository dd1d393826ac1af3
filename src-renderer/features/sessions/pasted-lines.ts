import { nameWords } from '#main/features/participants/name-rules.ts'

/** NIP and NIK have more, phone numbers a few more; running numbers have fewer. */
const NUMBER_DIGITS_MIN = 8
export const LINES_MAX = 500

/** The number and the name in a line of a list: `3. Hj. Sitti Aminah; 1979…` gives both, whatever their order. */
export function partsOfLine(line: string): { digits: string; name: string } {
  const cells = line
    .replace(/^\s*\d{1,4}(?:\s*[.)\t;]\s*|\s+[-–]\s+)/u, '')
    .split(/[\t;|]/u)
    .map(cell => cell.trim())
  const digitsOf = (cell: string): string => cell.replaceAll(/[\s.'-]/g, '')
  const isNumber = (cell: string): boolean => /^\d+$/.test(digitsOf(cell)) && digitsOf(cell).length >= NUMBER_DIGITS_MIN
  return {
    digits: digitsOf(cells.find(isNumber) ?? ''),
    name: cells.find(cell => /\p{L}{2}/u.test(cell)) ?? '',
  }
}

/** Whether two names are one but for titles and spelling; a search finds likelier ones too, which are only to be offered. */
export function isSameName(one: string, other: string): boolean {
  const words = nameWords(one)
  return words.length > 0 && words.join(' ') === nameWords(other).join(' ')
}

/** Lines with something in them, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/u).map(line => line.trim())
  return [...new Set(lines.filter(line => line !== ''))].slice(0, LINES_MAX)
}
