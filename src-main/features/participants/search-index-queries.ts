/** Keeps the search index in step with the participants; called inside the transaction that writes the person. */
import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import { documentFromRow, documentWords, type SearchDocument, type SearchRow, searchDocument } from './search-rules.ts'

type SourceRow = {
  id: string
  name: string
  nip: string
  phone: string
  phone_match: string
  village: string
  district: string
  regency: string
  institution: string
  delegation: string | null
  is_archived: number
}

const BULK_MIN = 200

const SOURCE = `
SELECT p.id, p.name, p.nip, p.phone, p.phone_match, p.village, p.district, p.regency, p.institution,
  d.name AS delegation, p.archived_at IS NOT NULL AS is_archived
FROM participants p LEFT JOIN delegations d ON d.id = p.delegation_id`

/** Brings the index to what the participant's row now says; adds the person when new. Nothing is written when nothing that counts has changed. */
export function indexParticipant(db: WriteHandle, participantId: string): void {
  const source = prepared<SourceRow>(db, `${SOURCE} WHERE p.id = ?`).get(participantId)
  const known = indexedRow(db, participantId)
  if (source === undefined) {
    if (known !== undefined) removeRow(db, known)
    return
  }
  const document = documentOf(source)
  if (known !== undefined) {
    if (isSame(documentFromRow(known), document)) return updateArchived(db, known, source.is_archived)
    removeRow(db, known)
  }
  const words = documentWords(document)
  insertRow(db, source, document, words, known?.search_key ?? null)
  for (const word of words) addWord(db, word, 1)
}

/** Indexes many, as {@link indexParticipant} does each; when they are most of the event, the whole index is built anew, which takes half the time. */
export function indexParticipants(db: WriteHandle, participantIds: readonly string[]): void {
  const total = prepared<{ people: number }>(db, 'SELECT count(*) AS people FROM participants').get()?.people ?? 0
  if (participantIds.length > BULK_MIN && participantIds.length > total / 2) return rebuildSearch(db)
  for (const id of participantIds) indexParticipant(db, id)
}

/** Takes a participant out of the index, before the row itself is deleted. Archiving keeps the person indexed: call {@link indexParticipant}. */
export function unindexParticipant(db: WriteHandle, participantId: string): void {
  const known = indexedRow(db, participantId)
  if (known !== undefined) removeRow(db, known)
}

/** Indexes the members of a delegation again, after it was renamed. */
export function indexDelegation(db: WriteHandle, delegationId: string): void {
  const members = prepared<{ id: string }>(db, 'SELECT id FROM participants WHERE delegation_id = ?').all(delegationId)
  for (const member of members) indexParticipant(db, member.id)
}

/** Builds the whole index from the participants, inside the caller's transaction: after an import of thousands, or to mend. */
export function rebuildSearch(db: WriteHandle): void {
  prepared(db, `INSERT INTO participant_word_index (participant_word_index) VALUES ('delete-all')`).run()
  prepared(db, `INSERT INTO participant_digit_index (participant_digit_index) VALUES ('delete-all')`).run()
  prepared(db, 'DELETE FROM participant_search').run()
  prepared(db, 'DELETE FROM participant_words').run()
  const documents = prepared<SourceRow>(db, `${SOURCE} ORDER BY p.id`)
    .all()
    .map((source, index) => {
      const document = documentOf(source)
      insertDocument(db, source, document, index + 1)
      return { words: documentWords(document), digits: documentDigits(document) }
    })
  // Table by table, each in one statement: two thirds of the time that person by person takes.
  const fill = (sql: string, values: unknown): unknown => prepared(db, sql).run(JSON.stringify(values))
  fill(
    'INSERT INTO participant_word_index (rowid, words) SELECT key + 1, value FROM json_each(?)',
    documents.map(({ words }) => words.join(' ')),
  )
  fill(
    `INSERT INTO participant_digit_index (rowid, digits) SELECT key + 1, value FROM json_each(?) WHERE value <> ''`,
    documents.map(({ digits }) => digits),
  )
  fill(
    'INSERT INTO participant_words (word, people) SELECT key, value FROM json_each(?)',
    countPeople(documents.flatMap(({ words }) => words)),
  )
}

/** People by word, the words in their order. */
function countPeople(words: readonly string[]): Record<string, number> {
  const people = new Map<string, number>()
  for (const word of words) people.set(word, (people.get(word) ?? 0) + 1)
  return Object.fromEntries([...people.keys()].sort().map(word => [word, people.get(word) ?? 0]))
}

function documentOf(source: SourceRow): SearchDocument {
  return searchDocument({
    name: source.name,
    nip: source.nip,
    phone: source.phone,
    phoneMatch: source.phone_match,
    places: [source.village, source.delegation, source.institution, source.district, source.regency],
  })
}

function isSame(one: SearchDocument, other: SearchDocument): boolean {
  return (Object.keys(one) as (keyof SearchDocument)[]).every(key => one[key] === other[key])
}

function indexedRow(db: ReadHandle, participantId: string): SearchRow | undefined {
  return prepared<SearchRow>(db, 'SELECT * FROM participant_search WHERE participant_id = ?').get(participantId)
}

function updateArchived(db: WriteHandle, known: SearchRow, isArchived: number): void {
  if (known.is_archived === isArchived) return
  prepared(db, 'UPDATE participant_search SET is_archived = ? WHERE search_key = ?').run(isArchived, known.search_key)
}

function insertRow(
  db: WriteHandle,
  source: SourceRow,
  document: SearchDocument,
  words: readonly string[],
  key: number | null,
): void {
  const rowid = insertDocument(db, source, document, key)
  prepared(db, 'INSERT INTO participant_word_index (rowid, words) VALUES (?, ?)').run(rowid, words.join(' '))
  const digits = documentDigits(document)
  if (digits !== '')
    prepared(db, 'INSERT INTO participant_digit_index (rowid, digits) VALUES (?, ?)').run(rowid, digits)
}

function insertDocument(
  db: WriteHandle,
  source: SourceRow,
  document: SearchDocument,
  key: number | null,
): number | bigint {
  return prepared(
    db,
    `INSERT INTO participant_search (search_key, participant_id, name_text, plain_text, place_text, phone_digits, nip_digits, is_archived)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key,
    source.id,
    document.nameText,
    document.plainText,
    document.placeText,
    document.phoneDigits,
    document.nipDigits,
    source.is_archived,
  ).lastInsertRowid
}

function documentDigits({ phoneDigits, nipDigits }: SearchDocument): string {
  return `${phoneDigits} ${nipDigits}`.trim()
}

function removeRow(db: WriteHandle, known: SearchRow): void {
  prepared(db, 'DELETE FROM participant_word_index WHERE rowid = ?').run(known.search_key)
  prepared(db, 'DELETE FROM participant_digit_index WHERE rowid = ?').run(known.search_key)
  prepared(db, 'DELETE FROM participant_search WHERE search_key = ?').run(known.search_key)
  for (const word of documentWords(documentFromRow(known))) {
    prepared(db, 'UPDATE participant_words SET people = people - 1 WHERE word = ?').run(word)
    prepared(db, 'DELETE FROM participant_words WHERE word = ? AND people <= 0').run(word)
  }
}

function addWord(db: WriteHandle, word: string, people: number): void {
  prepared(
    db,
    `INSERT INTO participant_words (word, people) VALUES (?, ?)
    ON CONFLICT (word) DO UPDATE SET people = people + excluded.people`,
  ).run(word, people)
}
