/**
 * The desk search. Cheap and certain steps first, each only when those before left room: names that begin with the query (an index in
 * name order), all words whole, all words as beginnings, one slip per word looked up in the vocabulary, words joined or split,
 * at last without a word that fits nobody. What the steps find is ranked together.
 */
import { prepared, type ReadHandle } from '#main/event-file/handles.ts'
import {
  documentFromRow,
  parseQuery,
  type QueryWord,
  queryWord,
  type SearchField,
  type SearchRow,
  scoreDigits,
  scoreWords,
} from './search-rules.ts'
import { slips, TYPO_LENGTH_MIN } from './typo-rules.ts'

/** A person found, best first. Scores compare within one query only; `isWhole`: no word of the query was left out but titles. */
export type SearchHit = { participantId: string; score: number; matched: SearchField[]; isWhole: boolean }
/** `limit` is 20 unless told (at most 200); archived people are left out unless asked for. */
export type SearchOptions = { limit?: number; includeArchived?: boolean }

/** As many candidates of one step are ranked: enough for all namesakes of an event, few enough for a keystroke. */
const CANDIDATES_MAX = 400
const SLIPS_MAX = 24
/** With fewer hits than this a slip is suspected, though every word is known. */
const SURE_HITS = 3
const LIMIT_MAX = 200
const LAST_CHARACTER = '\u{10ffff}'

const ROW =
  's.search_key, s.participant_id, s.name_text, s.plain_text, s.place_text, s.phone_digits, s.nip_digits, s.is_archived'
const BY_WORDS = `
SELECT ${ROW} FROM participant_word_index w CROSS JOIN participant_search s ON s.search_key = w.rowid
WHERE w.participant_word_index MATCH ? AND s.is_archived <= ? LIMIT ${CANDIDATES_MAX}`
const BY_WORDS_AND_DIGITS = `
SELECT ${ROW} FROM participant_word_index w CROSS JOIN participant_search s ON s.search_key = w.rowid
WHERE w.participant_word_index MATCH ? AND s.is_archived <= ?
  AND w.rowid IN (SELECT rowid FROM participant_digit_index WHERE participant_digit_index MATCH ?) LIMIT ${CANDIDATES_MAX}`
const BY_DIGITS = `
SELECT ${ROW} FROM participant_digit_index d CROSS JOIN participant_search s ON s.search_key = d.rowid
WHERE d.participant_digit_index MATCH ? AND s.is_archived <= ? LIMIT ${CANDIDATES_MAX}`
const BY_PHONE_START = `
SELECT ${ROW} FROM participant_search s
WHERE s.phone_digits <> '' AND s.phone_digits >= ? AND s.phone_digits < ? AND s.is_archived <= ? ORDER BY s.phone_digits LIMIT ?`
const BY_NIP_START = `
SELECT ${ROW} FROM participant_search s
WHERE s.nip_digits <> '' AND s.nip_digits >= ? AND s.nip_digits < ? AND s.is_archived <= ? ORDER BY s.nip_digits LIMIT ?`
const BY_NAME_AS_WRITTEN = `
SELECT ${ROW} FROM participant_search s
WHERE s.is_archived = ? AND s.name_text = ? AND s.plain_text >= ? AND s.plain_text < ? ORDER BY s.plain_text LIMIT ?`
const BY_NAME_START = `
SELECT ${ROW} FROM participant_search s
WHERE s.is_archived = ? AND s.name_text >= ? AND s.name_text < ? ORDER BY s.name_text, s.plain_text LIMIT ?`
const KNOWN_WORDS = `
SELECT v.value AS word FROM json_each(?) v CROSS JOIN participant_words w ON w.word = v.value ORDER BY w.people DESC LIMIT ${SLIPS_MAX}`
const KNOWN_BEGINNINGS = `
SELECT v.value AS word FROM json_each(?) v
WHERE EXISTS (SELECT 1 FROM participant_words w WHERE w.word >= v.value AND w.word < v.value || '${LAST_CHARACTER}')
LIMIT ${SLIPS_MAX}`

type Hit = SearchHit & { plainText: string }
type KnownWord = { word: QueryWord; whole: string[]; beginnings: string[] }
type Search = {
  db: ReadHandle
  limit: number
  archived: 0 | 1
  digits: string | null
  hits: Map<string, Hit>
}

/**
 * Finds people by what a desk hears: words of name, village, delegation, institution in any order and spelling, digits of phone or NIP.
 * Never throws on any text; an empty text finds nobody. Equal scores are ordered by name, then id.
 */
export function searchParticipants(db: ReadHandle, text: string, options: SearchOptions = {}): SearchHit[] {
  const query = parseQuery(text)
  const limit = Math.max(1, Math.min(LIMIT_MAX, Math.trunc(options.limit ?? 20)))
  const search: Search = {
    db,
    limit,
    archived: options.includeArchived ? 1 : 0,
    digits: query.digits.length === 0 ? null : digitExpression(query.digits),
    hits: new Map(),
  }
  if (query.words.length === 0) searchDigits(search, query.digits)
  else searchWords(search, query.words)
  return [...search.hits.values()]
    .sort(byScoreThenName)
    .slice(0, limit)
    .map(({ participantId, score, matched, isWhole }) => ({ participantId, score, matched, isWhole }))
}

function byScoreThenName(one: Hit, other: Hit): number {
  if (one.score !== other.score) return other.score - one.score
  if (one.plainText !== other.plainText) return one.plainText < other.plainText ? -1 : 1
  return one.participantId < other.participantId ? -1 : 1
}

function isFull(search: Search): boolean {
  return search.hits.size >= search.limit
}

function searchWords(search: Search, words: readonly QueryWord[]): void {
  if (search.digits === null) collectByNameStart(search, words)
  const known = words.map(word => knownWord(search, word))
  if (!isFull(search)) collect(search, words, conjunction(known.map(word => word.whole)))
  if (!isFull(search)) collect(search, words, conjunction(known.map(word => word.beginnings)))
  if (search.hits.size < SURE_HITS) collect(search, words, withSlips(search, known))
  if (search.hits.size === 0) collectJoinedAndSplit(search, words)
  if (search.hits.size === 0) collectWithoutOne(search, known)
}

/** What the vocabulary holds of a query word: the word itself and the forms with which some word begins. */
function knownWord(search: Search, word: QueryWord): KnownWord {
  const forms = lookUp(search, KNOWN_BEGINNINGS, word.forms)
  const whole = lookUp(search, KNOWN_WORDS, [word.folded])
  return { word, whole: whole.map(term), beginnings: forms.map(beginning) }
}

/** Names that begin with the query as typed, in name order: what one or two letters ask for. */
function collectByNameStart(search: Search, words: readonly QueryWord[]): void {
  const last = words.at(-1)
  if (last === undefined) return
  const before = words.slice(0, -1).map(word => word.folded)
  const plain = words.map(word => word.plain).join(' ')
  const room = Math.max(search.limit, 60)
  for (const archived of search.archived === 1 ? [0, 1] : [0]) {
    const whole = [...before, last.folded].join(' ')
    add(search, words, rows(search, BY_NAME_AS_WRITTEN, archived, whole, plain, plain + LAST_CHARACTER, room))
    for (const form of last.forms) {
      if (isFull(search)) break
      const start = [...before, form].join(' ')
      add(search, words, rows(search, BY_NAME_START, archived, start, start + LAST_CHARACTER, room))
    }
  }
}

function collect(search: Search, words: readonly QueryWord[], match: string | null, isLenient = false): void {
  if (match === null) return
  const found =
    search.digits === null
      ? rows(search, BY_WORDS, match, search.archived)
      : rows(search, BY_WORDS_AND_DIGITS, match, search.archived, search.digits)
  add(search, words, found, isLenient)
}

/** Every word may be a slip of a known word: whole words, and beginnings for the word that is still being typed. */
function withSlips(search: Search, known: readonly KnownWord[]): string | null {
  return conjunction(
    known.map(({ word, beginnings }, index) => {
      const candidates = slips(word.plain, word.folded)
      const meant = lookUp(search, KNOWN_WORDS, candidates).map(term)
      if (index === known.length - 1 && word.plain.length >= TYPO_LENGTH_MIN) {
        const started = lookUp(
          search,
          KNOWN_BEGINNINGS,
          candidates.filter(candidate => candidate.length >= TYPO_LENGTH_MIN - 1),
        )
        meant.push(
          ...started.filter(one => !started.some(other => one !== other && one.startsWith(other))).map(beginning),
        )
      }
      return [...beginnings, ...meant]
    }),
  )
}

function lookUp(search: Search, sql: string, candidates: readonly string[]): string[] {
  if (candidates.length === 0) return []
  return prepared<{ word: string }>(search.db, sql)
    .all(JSON.stringify(candidates))
    .map(row => row.word)
}

/** "Nur Hayati" for "Nurhayati" and the other way round: a blank too few or too many is a slip as well. */
function collectJoinedAndSplit(search: Search, words: readonly QueryWord[]): void {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const before = words.slice(0, index)
    if (next !== undefined)
      collectAsTyped(search, [...before, queryWord(word.plain + next.plain), ...words.slice(index + 2)])
    for (let cut = 2; cut <= word.plain.length - 2; cut += 1) {
      const halves = [queryWord(word.plain.slice(0, cut)), queryWord(word.plain.slice(cut))]
      collectAsTyped(search, [...before, ...halves, ...words.slice(index + 1)])
    }
  }
}

function collectAsTyped(search: Search, words: readonly QueryWord[]): void {
  if (!isFull(search)) collect(search, words, conjunction(words.map(word => knownWord(search, word).beginnings)))
}

/** Somebody said a word too many: those that nobody bears, or that may be titles, are left out; else any one of three or more. */
function collectWithoutOne(search: Search, known: readonly KnownWord[]): void {
  const words = known.map(({ word }) => word)
  const certain = known.filter(({ word }) => !word.isOptional)
  const borne = certain.filter(one => withSlips(search, [one]) !== null)
  if (borne.length > 0 && borne.length < known.length) collect(search, words, withSlips(search, borne), true)
  if (search.hits.size > 0 || borne.length < 3) return
  for (const left of borne) {
    if (!isFull(search))
      collect(
        search,
        words,
        withSlips(
          search,
          borne.filter(one => one !== left),
        ),
        true,
      )
  }
}

function searchDigits(search: Search, digits: readonly (readonly string[])[]): void {
  const [first] = digits
  if (first === undefined) return
  if (digits.length === 1) {
    for (const form of first) {
      for (const start of form.startsWith('0') ? [form] : [form, `0${form}`]) {
        addDigits(
          search,
          digits,
          rows(search, BY_PHONE_START, start, start + LAST_CHARACTER, search.archived, search.limit),
        )
      }
      addDigits(search, digits, rows(search, BY_NIP_START, form, form + LAST_CHARACTER, search.archived, search.limit))
    }
  }
  if (!isFull(search) && search.digits !== null) {
    addDigits(search, digits, rows(search, BY_DIGITS, search.digits, search.archived))
  }
}

function rows(search: Search, sql: string, ...values: unknown[]): SearchRow[] {
  return prepared<SearchRow>(search.db, sql).all(...values)
}

function add(search: Search, words: readonly QueryWord[], found: readonly SearchRow[], isLenient = false): void {
  for (const row of found) {
    const scored = search.hits.has(row.participant_id) ? null : scoreWords(words, documentFromRow(row), isLenient)
    if (scored !== null) {
      search.hits.set(row.participant_id, { participantId: row.participant_id, plainText: row.plain_text, ...scored })
    }
  }
}

function addDigits(search: Search, digits: readonly (readonly string[])[], found: readonly SearchRow[]): void {
  for (const row of found) {
    if (search.hits.has(row.participant_id)) continue
    const scores = digits.map(forms => scoreDigits(forms, documentFromRow(row)))
    if (scores.includes(null)) continue
    const score = scores.reduce((sum, each) => sum + (each?.score ?? 0), 0) / scores.length
    const matched = [...new Set(scores.flatMap(each => each?.matched ?? []))]
    search.hits.set(row.participant_id, {
      participantId: row.participant_id,
      plainText: row.plain_text,
      score,
      matched,
      isWhole: true,
    })
  }
}

/** The words hold letters and digits only (name-rules), so quoting them leaves nothing to the query syntax. */
function term(word: string): string {
  return `"${word}"`
}

function beginning(word: string): string {
  return `"${word}"*`
}

function conjunction(groups: readonly (readonly string[])[]): string | null {
  if (groups.length === 0 || groups.some(group => group.length === 0)) return null
  return groups.map(group => `(${[...new Set(group)].join(' OR ')})`).join(' AND ')
}

function digitExpression(digits: readonly (readonly string[])[]): string {
  return conjunction(digits.map(forms => forms.map(term))) ?? '""'
}
