/** Keeps the search index in step with the participants; called inside the transaction that writes the person. */
import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import { StagedRows } from '#main/event-file/staged-rows.ts'
import { documentFromRow, documentWords, type SearchDocument, type SearchRow, searchDocument } from './search-rules.ts'

/** What of a person is searched; the name is that of the delegation. */
export type SourceRow = {
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

/** Builds the whole index from the participants, inside the caller's transaction: to mend. */
export function rebuildSearch(db: WriteHandle): void {
  prepared(db, `INSERT INTO participant_word_index (participant_word_index) VALUES ('delete-all')`).run()
  prepared(db, `INSERT INTO participant_digit_index (participant_digit_index) VALUES ('delete-all')`).run()
  prepared(db, 'DELETE FROM participant_search').run()
  prepared(db, 'DELETE FROM participant_words').run()
  const staged = new StagedDocuments(db)
  for (const source of prepared<SourceRow>(db, `${SOURCE} ORDER BY p.id`).all()) staged.add(source)
  staged.moveIn(db)
  staged.drop()
}

const DOCUMENT = 'participant_id, name_text, plain_text, place_text, phone_digits, nip_digits, is_archived'

/** Search documents of people who are not in the index, worked out and waiting outside the event. */
export class StagedDocuments {
  private readonly rows: StagedRows
  private readonly people = new Map<string, number>()

  constructor(db: WriteHandle) {
    this.rows = new StagedRows(db, [...DOCUMENT.split(', '), 'words', 'digits'])
  }

  add(source: SourceRow): void {
    const document = documentOf(source)
    const words = documentWords(document)
    for (const word of words) this.people.set(word, (this.people.get(word) ?? 0) + 1)
    const { nameText, plainText, placeText, phoneDigits, nipDigits } = document
    const digits = documentDigits(document)
    const values = [nameText, plainText, placeText, phoneDigits, nipDigits, source.is_archived]
    this.rows.add([source.id, ...values, words.join(' '), digits])
  }

  /** Table by table, each in one statement: a fraction of the time that person by person takes. */
  moveIn(db: WriteHandle): void {
    const { table } = this.rows
    const { last } = prepared<{ last: number }>(
      db,
      'SELECT coalesce(max(search_key), 0) AS last FROM participant_search',
    ).get() ?? { last: 0 }
    const move = (sql: string): unknown => db.prepare(sql).run(last)
    move(
      `INSERT INTO participant_search (search_key, ${DOCUMENT}) SELECT rowid + ?, ${DOCUMENT} FROM ${table} ORDER BY rowid`,
    )
    move(`INSERT INTO participant_word_index (rowid, words) SELECT rowid + ?, words FROM ${table} ORDER BY rowid`)
    move(
      `INSERT INTO participant_digit_index (rowid, digits) SELECT rowid + ?, digits FROM ${table} WHERE digits <> '' ORDER BY rowid`,
    )
    const words = [...this.people].sort(([one], [other]) => (one < other ? -1 : 1))
    prepared(
      db,
      `INSERT INTO participant_words (word, people) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
       ON CONFLICT (word) DO UPDATE SET people = people + excluded.people`,
    ).run(JSON.stringify(words))
  }

  drop(): void {
    this.rows.drop()
  }
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
