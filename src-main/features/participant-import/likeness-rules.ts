/**
 * How alike two names are, judged on their folded words (`nameWords`: titles left out, spellings made one).
 * `same`: the same words in any order. `close`: word for word with one or two typing errors or initials.
 * `part`: every word of the shorter name (two at least) stands in the longer one.
 */
export type Likeness = 'same' | 'close' | 'part' | 'none'

export function nameLikeness(a: readonly string[], b: readonly string[]): Likeness {
  if (a.length === 0 || b.length === 0) return 'none'
  if (isSame(a, b)) return 'same'
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const match = matchWords(shorter, longer)
  if (!match) return 'none'
  if (shorter.length === longer.length) return 'close'
  return shorter.length >= 2 && !match.hasInitial ? 'part' : 'none'
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (lettersOf(a) !== lettersOf(b)) return false
  return a.join('') === b.join('') || (a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' '))
}

const lettersOf = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)

const MAX_TYPOS_PER_NAME = 2

/** Pairs every word of the shorter name with a word of the longer one of its own; undefined when one has no partner. */
function matchWords(shorter: readonly string[], longer: readonly string[]): { hasInitial: boolean } | undefined {
  const free = [...longer]
  const unmatched: string[] = []
  for (const word of shorter) {
    const at = free.indexOf(word)
    if (at < 0) unmatched.push(word)
    else free.splice(at, 1)
  }
  const hasExact = unmatched.length < shorter.length
  let typos = 0
  let hasInitial = false
  for (const word of unmatched) {
    const at = free.findIndex(other => isTypo(word, other) || (hasExact && isInitialOf(word, other)))
    const other = free[at]
    if (other === undefined) return undefined
    if (word.length > 1 && other.length > 1) typos += editDistance(word, other, MAX_TYPOS_PER_NAME)
    else hasInitial = true
    free.splice(at, 1)
  }
  return typos <= MAX_TYPOS_PER_NAME ? { hasInitial } : undefined
}

const isInitialOf = (a: string, b: string) => (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

/** One error in words of four letters and more, two in words of eight and more; the first or last letter stands. */
function isTypo(a: string, b: string): boolean {
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false
  const length = Math.min(a.length, b.length)
  const allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0
  return allowed > 0 && editDistance(a, b, allowed) <= allowed
}

/** Damerau-Levenshtein distance (neighbours swapped count once), or `limit + 1` when it is more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const isEqual = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isEqual ? 0 : 1))
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}
