/** What was typed, read as row numbers. */
export interface TypedNumbers {
  /** In the order in which they were typed, each once. */
  numbers: number[]
  /** Pieces that are no numbers, as they were typed. */
  unreadable: string[]
}

/** A slip such as `1-999999` must not become a million rows. */
const LONGEST_RANGE = 2000

/** Reads `1 2 5-9 12`: numbers and ranges, apart by spaces, commas, semicolons or plus signs. A range may run backwards. */
export function readNumbers(text: string): TypedNumbers {
  const numbers = new Set<number>()
  const unreadable: string[] = []
  const joined = text.replaceAll(/(\d)\s*[-–]\s*(?=\d)/g, '$1-')
  for (const piece of joined.split(/[\s,;+]+/).filter(Boolean)) {
    const range = rangeOf(piece)
    if (range) for (const number of range) numbers.add(number)
    else unreadable.push(piece)
  }
  return { numbers: [...numbers], unreadable }
}

function rangeOf(piece: string): number[] | null {
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(piece)
  if (!match) return null
  const from = Number(match[1])
  const to = match[2] === undefined ? from : Number(match[2])
  const [low, high] = from <= to ? [from, to] : [to, from]
  if (low < 1 || high - low >= LONGEST_RANGE) return null
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  return from <= to ? numbers : numbers.toReversed()
}

/** `1, 2, 5–9`: numbers in short, ascending. */
export function inShort(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run && number <= run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([low, high]) => (low === high ? `${low}` : `${low}${high === low + 1 ? ', ' : '–'}${high}`))
    .join(', ')
}
