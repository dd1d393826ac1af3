import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import { StagedRows } from '#main/event-file/staged-rows.ts'
import type { Person, PersonInput } from './contract.ts'

/** A row of `participants`. */
export interface PersonRow {
  id: string
  title_before: string
  name: string
  title_after: string
  pronunciation: string
  gender: PersonInput['gender']
  nip: string
  nik: string
  rank: string
  position: string
  institution: string
  village: string
  district: string
  regency: string
  province: string
  region_code: string
  region_edition: string
  phone: string
  phone_match: string
  email: string
  role_id: string
  delegation_id: string | null
  assignment_letter_number: string
  assignment_letter_date: string
  room: string
  cost_bearer: string
  note: string
  extras: string
  is_walk_in: number
  archived_at: number | null
  archive_reason: string
  created_at: number
  updated_at: number
}

/** What is needed of everybody to find likely doubles in a list that is coming in. */
export interface PersonForMatching {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  gender: PersonInput['gender']
  nip: string
  nik: string
  phoneMatch: string
  village: string
  district: string
  institution: string
  regency: string
  delegationId: string | null
  roleId: string
  isArchived: boolean
}

const WRITTEN_COLUMNS = [
  'title_before',
  'name',
  'title_after',
  'pronunciation',
  'gender',
  'nip',
  'nik',
  'rank',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'province',
  'region_code',
  'region_edition',
  'phone',
  'phone_match',
  'email',
  'role_id',
  'delegation_id',
  'assignment_letter_number',
  'assignment_letter_date',
  'room',
  'cost_bearer',
  'note',
  'extras',
] as const satisfies readonly (keyof PersonRow)[]

const NEW_COLUMNS = ['id', ...WRITTEN_COLUMNS, 'is_walk_in', 'archive_reason', 'created_at', 'updated_at'] as const
const NEW_LIST = NEW_COLUMNS.join(', ')
const INSERT = `INSERT INTO participants (${NEW_LIST}) VALUES (${NEW_COLUMNS.map(() => '?').join(', ')})`
const UPDATE = `UPDATE participants SET ${WRITTEN_COLUMNS.map(column => `${column} = @${column}`).join(', ')}, updated_at = @at WHERE id = @id`

/** The written columns of a person; `phoneMatch` is worked out by the rules. */
export type WrittenPerson = PersonInput & { phoneMatch: string }

function toColumns(person: WrittenPerson): Pick<PersonRow, (typeof WRITTEN_COLUMNS)[number]> {
  return {
    title_before: person.titleBefore,
    name: person.name,
    title_after: person.titleAfter,
    pronunciation: person.pronunciation,
    gender: person.gender,
    nip: person.nip,
    nik: person.nik,
    rank: person.rank,
    position: person.position,
    institution: person.institution,
    village: person.village,
    district: person.district,
    regency: person.regency,
    province: person.province,
    region_code: person.regionCode,
    region_edition: person.regionEdition,
    phone: person.phone,
    phone_match: person.phoneMatch,
    email: person.email,
    role_id: person.roleId,
    delegation_id: person.delegationId,
    assignment_letter_number: person.assignmentLetterNumber,
    assignment_letter_date: person.assignmentLetterDate,
    room: person.room,
    cost_bearer: person.costBearer,
    note: person.note,
    extras: JSON.stringify(person.extras),
  }
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    titleBefore: row.title_before,
    name: row.name,
    titleAfter: row.title_after,
    pronunciation: row.pronunciation,
    gender: row.gender,
    nip: row.nip,
    nik: row.nik,
    rank: row.rank,
    position: row.position,
    institution: row.institution,
    village: row.village,
    district: row.district,
    regency: row.regency,
    province: row.province,
    regionCode: row.region_code,
    regionEdition: row.region_edition,
    phone: row.phone,
    phoneMatch: row.phone_match,
    email: row.email,
    roleId: row.role_id,
    delegationId: row.delegation_id,
    assignmentLetterNumber: row.assignment_letter_number,
    assignmentLetterDate: row.assignment_letter_date,
    room: row.room,
    costBearer: row.cost_bearer,
    note: row.note,
    extras: JSON.parse(row.extras) as Record<string, string>,
    isWalkIn: row.is_walk_in === 1,
    archivedAt: row.archived_at,
    archiveReason: row.archive_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function insertPerson(db: WriteHandle, id: string, person: WrittenPerson, isWalkIn: boolean, at: number): void {
  prepared(db, INSERT).run(...newValues(id, person, isWalkIn, at))
}

/** By position: an import of thousands spends a third less time here than with names. */
function newValues(id: string, person: WrittenPerson, isWalkIn: boolean, at: number): unknown[] {
  const columns = toColumns(person)
  return [id, ...WRITTEN_COLUMNS.map(column => columns[column]), Number(isWalkIn), '', at, at]
}

/** New people who wait outside the event. */
export class StagedPeople {
  private readonly rows: StagedRows

  constructor(db: WriteHandle) {
    this.rows = new StagedRows(db, NEW_COLUMNS)
  }

  add(id: string, person: WrittenPerson, isWalkIn: boolean, at: number): void {
    this.rows.add(newValues(id, person, isWalkIn, at))
  }

  moveIn(db: WriteHandle): void {
    db.exec(`INSERT INTO participants (${NEW_LIST}) SELECT ${NEW_LIST} FROM ${this.rows.table} ORDER BY rowid`)
  }

  drop(): void {
    this.rows.drop()
  }
}

export function updatePerson(db: WriteHandle, id: string, person: WrittenPerson, at: number): void {
  prepared(db, UPDATE).run({ id, ...toColumns(person), at })
}

export function setArchived(
  db: WriteHandle,
  id: string,
  archived: { at: number; reason: string } | null,
  at: number,
): void {
  prepared(db, 'UPDATE participants SET archived_at = ?, archive_reason = ?, updated_at = ? WHERE id = ?').run(
    archived?.at ?? null,
    archived?.reason ?? '',
    at,
    id,
  )
}

export function updateNote(db: WriteHandle, id: string, note: string, at: number): void {
  prepared(db, 'UPDATE participants SET note = ?, updated_at = ? WHERE id = ?').run(note, at, id)
}

export function selectPerson(db: ReadHandle, id: string): Person | undefined {
  const row = prepared<PersonRow>(db, 'SELECT * FROM participants WHERE id = ?').get(id)
  return row && toPerson(row)
}

export function selectPeopleForMatching(db: ReadHandle): PersonForMatching[] {
  return prepared<Omit<PersonForMatching, 'isArchived'> & { isArchived: number }>(
    db,
    `SELECT id, title_before AS titleBefore, name, title_after AS titleAfter, gender, nip, nik, phone_match AS phoneMatch, village,
       district, institution, regency, delegation_id AS delegationId, role_id AS roleId, archived_at IS NOT NULL AS isArchived
     FROM participants ORDER BY created_at, id`,
  )
    .all()
    .map(row => ({ ...row, isArchived: row.isArchived === 1 }))
}

export function hasRole(db: ReadHandle, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM roles WHERE id = ?').get(id) !== undefined
}

export function hasDelegation(db: ReadHandle, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM delegations WHERE id = ?').get(id) !== undefined
}

export function getDelegationName(db: ReadHandle, id: string): string | undefined {
  return prepared<{ name: string }>(db, 'SELECT name FROM delegations WHERE id = ?').get(id)?.name
}

/** Whether somebody stands in for this person (mewakili). */
export function isReplaced(db: ReadHandle, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM substitutions WHERE original_id = ? AND voided_at IS NULL').get(id) !== undefined
}
