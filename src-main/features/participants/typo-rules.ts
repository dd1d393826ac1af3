/** Typing errors: which words may have been meant by one slip away from a typed one. */
import { foldSpelling } from './word-rules.ts'

/** From this many letters on one slip is forgiven. */
export const TYPO_LENGTH_MIN = 4

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Two letters that fold to one. */
const ONE_SOUND = /[dtgbskcp]h|s[yj]|[dt]j|[oai]e|ck|yi|iy|zs|sz|qk|kq|fv|vf|(.)\1/

/**
 * Whether a typed word is a word, or a beginning of it, with at most one slip: a letter wrong, missing, too many, or two neighbours swapped.
 * One slip always shows where the two first differ, so that place alone decides; null when more than one slip lies between.
 */
export function slipFit(typed: string, word: string): 'whole' | 'beginning' | null {
  if (typed.length > word.length + 1) return null
  let at = 0
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1
  if (at === typed.length) return word.length <= at + 1 ? 'whole' : 'beginning'
  const rest = typed.length - at
  const isSwapped = typed.charCodeAt(at) === word.charCodeAt(at + 1) && typed.charCodeAt(at + 1) === word.charCodeAt(at)
  if (
    (rest - 1 === word.length - at && word.startsWith(typed.slice(at + 1), at)) ||
    (rest === word.length - at && word.startsWith(typed.slice(at + 1), at + 1)) ||
    (rest + 1 === word.length - at && word.startsWith(typed.slice(at), at + 1)) ||
    (isSwapped && rest === word.length - at && word.startsWith(typed.slice(at + 2), at + 2))
  ) {
    return 'whole'
  }
  const isBeginning =
    word.startsWith(typed.slice(at + 1), at) ||
    word.startsWith(typed.slice(at + 1), at + 1) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (isSwapped && word.startsWith(typed.slice(at + 2), at + 2))
  return isBeginning ? 'beginning' : null
}

/**
 * The folded words that a typed word may have been meant as with one slip, itself not among them. Slips are looked for before folding
 * where they break a digraph (swapped, too many letters) and after it elsewhere. Three letters may only have lost a fourth.
 */
export function slips(plain: string, folded: string): string[] {
  if (plain.length < TYPO_LENGTH_MIN - 1) return []
  const found = new Set<string>([...extended(folded), ...hidden(plain).map(foldSpelling)])
  if (plain.length >= TYPO_LENGTH_MIN) {
    for (const text of [...shortened(plain), ...swapped(plain)]) found.add(foldSpelling(text))
    for (const text of [...shortened(folded), ...swapped(folded), ...replaced(folded)]) found.add(text)
  }
  found.delete(folded)
  found.delete('')
  return [...found]
}

function shortened(text: string): string[] {
  return Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1))
}

function swapped(text: string): string[] {
  const swapAt = (index: number) =>
    text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2)
  return Array.from({ length: text.length - 1 }, (_, index) => swapAt(index))
}

/** Slips that folding makes two of: a letter lost or wrong where two now look like one sound, an x (it folds to two). */
function hidden(plain: string): string[] {
  const found: string[] = []
  for (let index = 0; index < plain.length; index += 1) {
    const before = plain.slice(0, index)
    const after = plain.slice(index + 1)
    const isPair = ONE_SOUND.test(plain.slice(index, index + 2))
    for (const letter of LETTERS) {
      if (isPair) found.push(before + plain.charAt(index) + letter + after, before + letter + after)
      if (isPair) found.push(before + plain.charAt(index) + letter + plain.slice(index + 2))
      if (plain.charAt(index) === 'x') found.push(before + letter + after)
    }
  }
  return found
}

function extended(text: string): string[] {
  return Array.from({ length: text.length + 1 }, (_, index) =>
    Array.from(LETTERS, letter => text.slice(0, index) + letter + text.slice(index)),
  ).flat()
}

function replaced(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) =>
    Array.from(LETTERS, letter => text.slice(0, index) + letter + text.slice(index + 1)),
  ).flat()
}
