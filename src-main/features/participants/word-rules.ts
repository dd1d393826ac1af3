/** The words of texts, and the spelling that all spellings of one word share. For comparing, never for showing. */

/** Whole words that are short for a name. */
const ABBREVIATIONS = new Map<string, string>([
  ...[
    'muh',
    'moh',
    'moch',
    'much',
    'mukh',
    'mokh',
    'mhd',
    'mohd',
    'muhd',
    'mochd',
    'mohamed',
    'muhammed',
    'mohammed',
  ].map((word): [string, string] => [word, 'muhamad']),
  ['abd', 'abdul'],
  ['st', 'siti'],
  ['sti', 'siti'],
  ['wyn', 'waian'],
  ['nym', 'nioman'],
  ['kt', 'ketut'],
  ['gst', 'gusti'],
])

/** Spellings of one sound, applied in this order. The old ones come first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/oe/g, 'u'],
  [/s[yj]/g, 's'],
  [/chr/g, 'kr'],
  [/chand/g, 'cand'],
  [/ck/g, 'k'],
  [/[ck]h/g, 'h'],
  [/([dtgbs])h/g, '$1'],
  [/ph/g, 'f'],
  [/c(?![aeiouhy])/g, 'k'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/y/g, 'i'],
  [/ae/g, 'ai'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/^moh(?=a)/, 'muh'],
  [/(?<=..[aeiou])h$/, ''],
]

/** A word of a text: as written, its plain letters ({@link plainWord}), and what stands between it and the next word. */
export type Token = { text: string; compact: string; after: string }

/** Names and places repeat the same few thousand words; a list of strangers starts anew rather than growing without end. */
const REMEMBERED_MAX = 20_000

/** The same pure function, each answer worked out once while it is remembered. */
function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    const earlier = known.get(text)
    if (earlier !== undefined) return earlier
    if (known.size >= REMEMBERED_MAX) known.clear()
    const answer = work(text)
    known.set(text, answer)
    return answer
  }
}

/** Lower case letters and digits only, without diacritics and apostrophes: "Ma'ruf" becomes "maruf". */
export function plainWord(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * One word in the spelling that all its spellings share: Muchlis and Mukhlis, Djoko and Joko, Oemar and Umar,
 * Syamsul and Samsul, Yusuf and Iusuf, Arifin and Arivin become equal. Usual abbreviations (Muh., Abd., St.) are written out.
 * The result is for comparing only; it is empty when the word holds no letter or digit.
 */
export function foldWord(word: string): string {
  return foldPlain(plainWord(word))
}

const foldPlain = remembering(plain => ABBREVIATIONS.get(plain) ?? foldSpelling(plain))

/** The spelling part of {@link foldWord}, for a plain word that may be unfinished (no abbreviation is written out). */
export function foldSpelling(plain: string): string {
  return SPELLINGS.reduce((folded, [pattern, replacement]) => folded.replace(pattern, replacement), plain)
}

/** The words of a text as they stand: letters and digits, apostrophes kept inside a word, split at everything else. */
export function splitWords(text: string): string[] {
  return tokensOf(text).map(token => token.text)
}

/** The folded words of a text such as a place, in the order written; places repeat, so whole texts are remembered. */
export const foldedWords: (text: string) => readonly string[] = remembering(text =>
  tokensOf(text)
    .map(token => foldPlain(token.compact))
    .filter(word => word !== ''),
)

/** The words of a text with what stands between them. */
export function tokensOf(text: string): Token[] {
  return /^[\x20-\x7e]*$/.test(text) ? asciiTokens(text) : anyTokens(text)
}

const ASCII_WORD = /[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*/g

function asciiTokens(text: string): Token[] {
  const found: Token[] = []
  let last: Token | undefined
  let end = 0
  ASCII_WORD.lastIndex = 0
  for (let match = ASCII_WORD.exec(text); match !== null; match = ASCII_WORD.exec(text)) {
    const [word] = match
    if (last) last.after = text.slice(end, match.index)
    last = { text: word, compact: plainWord(word), after: '' }
    found.push(last)
    end = match.index + word.length
  }
  if (last) last.after = text.slice(end)
  return found
}

function anyTokens(text: string): Token[] {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼʻ][\p{L}\p{M}\p{N}]+)*/gu)]
  return found
    .map((match, index) => {
      const after = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length)
      return { text: match[0], compact: plainWord(match[0]), after }
    })
    .filter(token => token.compact !== '')
}
