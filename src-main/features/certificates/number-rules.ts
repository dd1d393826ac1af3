/**
 * Certificate numbers as offices write them: a pattern with the running number and parts of the certificate's date.
 * `{nomor}` or `{nomor:3}` (so many digits at least), `{bulan}` 01-12, `{bulan-romawi}` I-XII, `{tahun}` 2026, `{tahun:2}` 26.
 */
const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const
const PLACEHOLDER = /\{([^{}]*)\}/g

/** What is wrong with a pattern; `unknown` names the placeholder as it was typed. */
export type PatternProblem = { kind: 'no-number' } | { kind: 'stray-brace' } | { kind: 'unknown'; placeholder: string }

/** What stands in the way of using a pattern; null when it can be used. */
export function patternProblem(pattern: string): PatternProblem | null {
  const placeholders = [...pattern.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  const unknown = placeholders.find(name => valueOf(name, { sequence: 1, date: '2000-01-01' }) === null)
  if (unknown !== undefined) return { kind: 'unknown', placeholder: `{${unknown}}` }
  if (/[{}]/.test(pattern.replaceAll(PLACEHOLDER, ''))) return { kind: 'stray-brace' }
  return placeholders.some(name => /^nomor(:\d)?$/.test(name)) ? null : { kind: 'no-number' }
}

/** The number of a certificate; `date` is YYYY-MM-DD. Placeholders that are not known stay as they are. */
export function certificateNumber(pattern: string, of: { sequence: number; date: string }): string {
  return pattern.replaceAll(PLACEHOLDER, (whole, name: string) => valueOf(name, of) ?? whole)
}

function valueOf(name: string, { sequence, date }: { sequence: number; date: string }): string | null {
  const [year = '', month = ''] = date.split('-')
  const [, digits] = /^nomor(?::([1-9]))?$/.exec(name) ?? [null, null]
  if (digits !== null) return String(sequence).padStart(Number(digits ?? 1), '0')
  if (name === 'bulan') return month
  if (name === 'bulan-romawi') return ROMAN_MONTHS[Number(month) - 1] ?? ''
  if (name === 'tahun') return year
  return name === 'tahun:2' ? year.slice(2) : null
}

/** A stretch of running numbers that no certificate has; both ends included. */
export interface NumberGap {
  from: number
  to: number
}

/** The numbers between the first and the last one that were passed over. */
export function gapsIn(sequences: readonly number[]): NumberGap[] {
  const ordered = sequences.toSorted((one, other) => one - other)
  return ordered.flatMap((sequence, index) => {
    const before = ordered[index - 1]
    return before !== undefined && sequence > before + 1 ? [{ from: before + 1, to: sequence - 1 }] : []
  })
}

/** Running numbers as they stand in an address: `1-250,260`. */
export function writeRanges(sequences: readonly number[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const sequence of sequences) {
    const last = ranges.at(-1)
    if (last && sequence === last.to + 1) last.to = sequence
    else ranges.push({ from: sequence, to: sequence })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** Reads {@link writeRanges}; at most `limit` numbers. */
export function readRanges(text: string, limit: number): number[] {
  const sequences: number[] = []
  for (const [, first = '', last = first] of text.matchAll(/(\d{1,9})(?:-(\d{1,9}))?/g)) {
    for (let sequence = Number(first); sequence <= Number(last) && sequences.length < limit; sequence++) {
      sequences.push(sequence)
    }
  }
  return sequences
}
