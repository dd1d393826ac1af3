/** What a desk types, and how well a person fits it. Pure; the SQL that finds the candidates is in search-queries.ts. */
import { bareWords, isTitleWord } from './name-rules.ts'
import { slipFit, TYPO_LENGTH_MIN } from './typo-rules.ts'
import { foldedWords, foldSpelling, foldWord, plainWord } from './word-rules.ts'

/** Where a query was found in a person. */
export type SearchField = 'name' | 'place' | 'phone' | 'nip'

/** One word of a query. `forms` are the folded beginnings it may stand for, the likeliest first (an unfinished "muc" may become "muh"). */
export type QueryWord = { plain: string; folded: string; forms: readonly string[]; isOptional: boolean }

/** A parsed query: words for names and places, digit runs (each with the spellings to look for) for phones and NIP. */
export type SearchQuery = { words: readonly QueryWord[]; digits: readonly (readonly string[])[] }

/** What the search keeps of one person: folded and plain name words in the same order, folded place words, digits only. */
export type SearchDocument = {
  nameText: string
  plainText: string
  placeText: string
  phoneDigits: string
  nipDigits: string
}

/** A row of participant_search as SQL returns it. */
export type SearchRow = {
  search_key: number
  participant_id: string
  name_text: string
  plain_text: string
  place_text: string
  phone_digits: string
  nip_digits: string
  is_archived: number
}

/** How well a person fits, 0 to about 2; `matched` says where. */
export type SearchScore = {
  score: number
  matched: SearchField[]
  /** Every word was found; false when one was left out that is no title. */
  isWhole: boolean
}

/** What a participant row gives to the search; null and empty mean the same. NIK is left out on purpose: nobody is found by it. */
export type SearchSource = {
  name: string
  nip: string | null
  phone: string | null
  phoneMatch: string | null
  places: readonly (string | null)[]
}

const DIGIT_RUN_MIN = 3
const QUERY_LENGTH_MAX = 200
const QUERY_WORDS_MAX = 8

/** Words that nearly every place carries and that therefore tell nobody apart; they are not indexed and may be missing. */
const GENERIC_WORDS = new Set(
  'desa kelurahan kel kecamatan kec kabupaten kab provinsi prov perpustakaan dan'.split(' ').map(foldWord),
)
const GENERIC_LENGTH_MIN = 3

/** Letters that begin an old digraph: an unfinished word that ends in one may go on as another sound. */
const OPEN_ENDINGS: Readonly<Record<string, string>> = { c: 'ckh', k: 'kh', d: 'dj', t: 'tc', o: 'ou', p: 'pf' }

/** Reads a query: titles are left out, digit runs of three and more are phones or NIP, the rest are words. Takes any text. */
export function parseQuery(text: string): SearchQuery {
  const clipped = text.slice(0, QUERY_LENGTH_MAX)
  const digits: string[][] = []
  const withoutDigits = clipped.replace(/\+?\d[\d\s().-]*/g, run => {
    const bare = run.replace(/\D/g, '')
    if (bare.length < DIGIT_RUN_MIN) return run
    digits.push(digitForms(bare, run.startsWith('+')))
    return ' '
  })
  const words = bareWords(withoutDigits)
    .map(plainWord)
    .filter(plain => plain !== '')
    .slice(0, QUERY_WORDS_MAX)
    .map(queryWord)
  const telling = words.filter(word => !GENERIC_WORDS.has(word.folded))
  return { words: telling.length > 0 ? telling : words, digits: digits.slice(0, 3) }
}

/** A query word from its plain letters. */
export function queryWord(plain: string): QueryWord {
  const folded = foldWord(plain)
  return { plain, folded, forms: openForms(plain, folded), isOptional: isTitleWord(plain) || isGenericStart(folded) }
}

function isGenericStart(folded: string): boolean {
  return folded.length >= GENERIC_LENGTH_MIN && [...GENERIC_WORDS].some(word => word.startsWith(folded))
}

/** The search document of a person. */
export function searchDocument(source: SearchSource): SearchDocument {
  const name = bareWords(source.name)
    .map(word => ({ plain: plainWord(word), folded: foldWord(word) }))
    .filter(word => word.folded !== '')
  const places = new Set<string>()
  for (const place of source.places) {
    for (const word of place === null ? [] : foldedWords(place)) if (!GENERIC_WORDS.has(word)) places.add(word)
  }
  return {
    nameText: name.map(word => word.folded).join(' '),
    plainText: name.map(word => word.plain).join(' '),
    placeText: [...places].join(' '),
    phoneDigits: phoneDigits(source.phoneMatch || source.phone || ''),
    nipDigits: (source.nip ?? '').replace(/\D/g, ''),
  }
}

/** The search document kept in a row. */
export function documentFromRow(row: SearchRow): SearchDocument {
  return {
    nameText: row.name_text,
    plainText: row.plain_text,
    placeText: row.place_text,
    phoneDigits: row.phone_digits,
    nipDigits: row.nip_digits,
  }
}

/** Every distinct folded word of a document. */
export function documentWords(document: SearchDocument): string[] {
  return [...new Set(`${document.nameText} ${document.placeText}`.split(' '))].filter(word => word !== '')
}

/** A phone as 0 and the national digits, several separated by a blank: how a desk says it. */
function phoneDigits(text: string): string {
  const numbers = text.split(/[/;,]|\bdan\b/).map(part => part.replace(/\D/g, ''))
  return numbers
    .filter(number => number.length >= DIGIT_RUN_MIN)
    .map(nationalDigits)
    .join(' ')
}

function nationalDigits(digits: string): string {
  if (digits.startsWith('62')) return `0${digits.slice(2).replace(/^0/, '')}`
  return digits.startsWith('8') ? `0${digits}` : digits
}

function digitForms(digits: string, isInternational: boolean): string[] {
  if (!digits.startsWith('62')) return [digits]
  const national = digits.slice(2).replace(/^0/, '')
  if (national === '') return [digits]
  return isInternational ? [`0${national}`] : [digits, `0${national}`]
}

function openForms(plain: string, folded: string): string[] {
  const last = plain.slice(-1)
  const endings = OPEN_ENDINGS[last]
  const stem = plain.slice(0, -1)
  const closed = foldSpelling(plain)
  // The ending is folded as a letter that stays itself, so that the stem before it folds as it does in the finished word.
  const open =
    endings === undefined
      ? [closed]
      : [...endings].map(ending => joinFolded(foldSpelling(`${stem}${ending}a`).slice(0, -1)))
  const forms = [...open, closed, folded]
  if (plain.startsWith('ch')) forms.push(`c${foldSpelling(plain.slice(2))}`)
  forms.push(...forms.filter(form => /^moh?$/.test(form)).map(form => form.replace('o', 'u')))
  return [...new Set(forms.filter(form => form !== ''))]
}

function joinFolded(text: string): string {
  return text.replace(/(.)\1+/g, '$1')
}

/** The best a query word can do in each way of fitting; a place counts less than a name. */
const FIT = { exact: 1, beginning: 0.8, slip: 0.66, slippedBeginning: 0.55, otherForm: 0.04 } as const
const PLACE_SHARE = 0.8
const REWARD = { allNameWords: 0.25, firstWordFirst: 0.12, inOrder: 0.06, asWritten: 0.03 } as const
const MISSING_WORD = 0.5

type WordFit = { fit: number; position: number }
const NO_FIT: WordFit = { fit: 0, position: -1 }

/**
 * How well a person fits the words of a query; null when a word fits nowhere (unless `isLenient`: then at least one must fit).
 * Exact words outdo beginnings, beginnings outdo slips, names outdo places; a name that the query names whole, in order, as written, comes first.
 */
export function scoreWords(
  words: readonly QueryWord[],
  document: SearchDocument,
  isLenient = false,
): SearchScore | null {
  const name = { folded: document.nameText.split(' '), plain: document.plainText.split(' ') }
  const places = document.placeText === '' ? [] : document.placeText.split(' ')
  const taken = new Set<number>()
  const positions: number[] = []
  let sum = 0
  let missing = 0
  let isWhole = true
  let isPlace = false
  for (const word of words) {
    const inName = bestFit(word, name.folded, name.plain, taken)
    const inPlace = inName.fit === FIT.exact || places.length === 0 ? NO_FIT : bestFit(word, places, places, new Set())
    if (inName.fit === 0 && inPlace.fit === 0) {
      const joined = joinedFit(word, document.nameText)
      if (joined === 0) {
        missing += 1
        isWhole &&= word.isOptional
      }
      sum += joined
    } else if (inName.fit >= inPlace.fit * PLACE_SHARE) {
      taken.add(inName.position)
      positions.push(inName.position)
      sum += inName.fit
    } else {
      isPlace = true
      sum += inPlace.fit * PLACE_SHARE
    }
  }
  if (missing === words.length || (missing > 0 && !isLenient)) return null
  const score = (sum - missing * MISSING_WORD) / words.length + rewards(positions, name.folded.length, words, document)
  const matched: SearchField[] = positions.length > 0 || !isPlace ? ['name'] : []
  return { score, matched: isPlace ? [...matched, 'place'] : matched, isWhole }
}

function rewards(
  positions: readonly number[],
  nameLength: number,
  words: readonly QueryWord[],
  document: SearchDocument,
): number {
  if (positions.length === 0) return 0
  let reward = REWARD.allNameWords * (positions.length / nameLength)
  if (positions[0] === 0) reward += REWARD.firstWordFirst
  if (positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0)))
    reward += REWARD.inOrder
  if (document.plainText.startsWith(words.map(word => word.plain).join(' '))) reward += REWARD.asWritten
  return reward
}

function bestFit(
  word: QueryWord,
  folded: readonly string[],
  plain: readonly string[],
  taken: ReadonlySet<number>,
): WordFit {
  let best = NO_FIT
  for (const [position, candidate] of folded.entries()) {
    if (taken.has(position) || candidate === '') continue
    const fit = wordFit(word, candidate, plain[position] ?? '')
    if (fit > best.fit) best = { fit, position }
    if (fit === FIT.exact) break
  }
  return best
}

function wordFit(word: QueryWord, folded: string, plain: string): number {
  if (folded === word.folded) return FIT.exact
  for (const [index, form] of word.forms.entries()) {
    if (folded.startsWith(form))
      return FIT.beginning + 0.08 * (form.length / folded.length) - (index > 0 ? FIT.otherForm : 0)
  }
  if (word.plain.length < TYPO_LENGTH_MIN) return hasLostFourth(word, folded, plain) ? FIT.slip : 0
  const byFold = slipFit(word.folded, folded)
  if (byFold === 'whole') return FIT.slip
  const byLetters = plain === folded && word.plain === word.folded ? byFold : slipFit(word.plain, plain)
  if (byLetters === 'whole') return FIT.slip
  return (byFold ?? byLetters) ? FIT.slippedBeginning : 0
}

function hasLostFourth(word: QueryWord, folded: string, plain: string): boolean {
  if (word.plain.length !== TYPO_LENGTH_MIN - 1) return false
  return [folded, plain].some(text => text.length === TYPO_LENGTH_MIN && slipFit(word.plain, text) === 'whole')
}

/** A word typed as one that the name writes as two ("Nurhayati" for "Nur Hayati"). */
function joinedFit(word: QueryWord, nameText: string): number {
  if (word.plain.length < TYPO_LENGTH_MIN || !nameText.includes(' ')) return 0
  const letters = nameText.replaceAll(' ', '')
  return letters.includes(word.folded) ? FIT.slip : 0
}

/** How well digits fit a phone or NIP: the beginning and the end, which people say, outdo the middle. */
export function scoreDigits(forms: readonly string[], document: SearchDocument): SearchScore | null {
  let best: SearchScore | null = null
  for (const form of forms) {
    for (const [field, text] of [
      ['phone', document.phoneDigits],
      ['nip', document.nipDigits],
    ] as const) {
      const score = digitFit(form, text)
      if (score > (best?.score ?? 0)) best = { score, matched: [field], isWhole: true }
    }
  }
  return best
}

function digitFit(digits: string, text: string): number {
  if (digits === '' || !text.includes(digits)) return 0
  if (text === digits) return 1
  if (text.startsWith(digits) || text.startsWith(`0${digits}`)) return 0.9
  return text.endsWith(digits) ? 0.85 : 0.7
}
