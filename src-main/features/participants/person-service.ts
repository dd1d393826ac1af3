import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Person, PersonInput } from './contract.ts'
import {
  getDelegationName,
  hasDelegation,
  hasRole,
  insertPerson,
  type PersonForMatching,
  selectPeopleForMatching,
  selectPerson,
  StagedPeople,
  setArchived,
  updateNote,
  updatePerson,
  isReplaced,
} from './person-queries.ts'
import { phoneMatchForm } from './phone-rules.ts'
import { indexParticipant, StagedDocuments } from './search-index-queries.ts'

/** Somebody who is to be written into the event; the id is made up when left out. */
export type NewPerson = PersonInput & { isWalkIn?: boolean; id?: string }

/** Writes a person inside somebody else's act; returns the id. Refuses a role or delegation that is not there. */
export function createPersonIn(db: WriteHandle, person: NewPerson, at: number): string {
  refuseUnknownPlaces(db, person)
  const id = write(db, person, at)
  indexParticipant(db, id)
  return id
}

/** Writes many people inside somebody else's act; returns their ids in the same order. */
export function createPeopleIn(db: WriteHandle, people: readonly NewPerson[], at: number): string[] {
  const fresh = newPersonIds(people.length, at)
  const batch = new PeopleBatch(db, at)
  const ids = people.map((person, index) => {
    const id = person.id ?? fresh[index] ?? newId()
    const delegation = person.delegationId === null ? undefined : getDelegationName(db, person.delegationId)
    batch.add(id, person, delegation ?? '')
    return id
  })
  batch.writeIn(db)
  batch.drop()
  return ids
}

/** Many new people, worked out ahead and waiting outside the event, so that the act that writes them is short. */
export class PeopleBatch {
  private readonly at: number
  private readonly rows: StagedPeople
  private readonly documents: StagedDocuments
  /** Somebody of every role and delegation. */
  private readonly placed = new Map<string, NewPerson>()

  constructor(db: WriteHandle, at: number) {
    this.at = at
    this.rows = new StagedPeople(db)
    this.documents = new StagedDocuments(db)
  }

  /** `delegation`: the name of the person's delegation; '' for none. */
  add(id: string, { isWalkIn = false, ...person }: NewPerson, delegation: string): void {
    const written = { ...person, phoneMatch: phoneMatchForm(person.phone) }
    this.rows.add(id, written, isWalkIn, this.at)
    this.documents.add({ ...written, id, phone_match: written.phoneMatch, delegation, is_archived: 0 })
    this.placed.set(`${person.roleId} ${person.delegationId}`, person)
  }

  /** Writes them inside somebody else's act. Refuses a role or delegation that is not there. */
  writeIn(db: WriteHandle): void {
    for (const person of this.placed.values()) refuseUnknownPlaces(db, person)
    this.rows.moveIn(db)
    this.documents.moveIn(db)
  }

  /** Must be called in the end, whether they were written or not. */
  drop(): void {
    this.rows.drop()
    this.documents.drop()
  }
}

/** Ids in ascending order, as `newId` gives them one by one; their random part is drawn at once, which thousands of them notice. */
export function newPersonIds(count: number, at: number): string[] {
  const random = randomBytes((count + 1) * ID_BYTES)
  const firstSequence = random.readUInt32LE(count * ID_BYTES) >>> 2
  return Array.from({ length: count }, (_, index) =>
    newId({
      msecs: at,
      seq: firstSequence + index,
      random: random.subarray(index * ID_BYTES, (index + 1) * ID_BYTES),
    }),
  )
}

const ID_BYTES = 16

function write(db: WriteHandle, { isWalkIn = false, id = newId(), ...person }: NewPerson, at: number): string {
  insertPerson(db, id, { ...person, phoneMatch: phoneMatchForm(person.phone) }, isWalkIn, at)
  return id
}

/** Writes over what is known of a person, inside somebody else's act; returns before and after. */
export function updatePersonIn(
  db: WriteHandle,
  id: string,
  person: PersonInput,
  at: number,
): { before: Person; after: Person } {
  const before = requirePerson(db, id)
  refuseUnknownPlaces(db, person)
  updatePerson(db, id, { ...person, phoneMatch: phoneMatchForm(person.phone) }, at)
  indexParticipant(db, id)
  return { before, after: requirePerson(db, id) }
}

/** Writes the note on a person inside somebody else's act; returns what it said before. */
export function setNoteIn(db: WriteHandle, id: string, note: string, at: number): string {
  const { note: before } = requirePerson(db, id)
  updateNote(db, id, note, at)
  return before
}

/** Takes a person off the lists inside somebody else's act; nothing about them is deleted. */
export function archivePersonIn(db: WriteHandle, id: string, reason: string, at: number): void {
  if (requirePerson(db, id).archivedAt !== null) throw ruleBroken('person-already-archived')
  setArchived(db, id, { at, reason }, at)
  indexParticipant(db, id)
}

/**
 * Puts an archived person back on the lists inside somebody else's act. Refused (rule `person-is-replaced`) while somebody stands in
 * for them (mewakili): both would count, and the substitution could no longer be undone.
 */
export function restorePersonIn(db: WriteHandle, id: string, at: number): void {
  if (requirePerson(db, id).archivedAt === null) throw ruleBroken('person-not-archived')
  if (isReplaced(db, id)) throw ruleBroken('person-is-replaced')
  setArchived(db, id, null, at)
  indexParticipant(db, id)
}

/** The person; undefined when there is none. */
export function getPerson(db: ReadHandle, id: string): Person | undefined {
  return selectPerson(db, id)
}

/** The person, or the refusal NOT_FOUND. */
export function requirePerson(db: ReadHandle, id: string): Person {
  const person = selectPerson(db, id)
  if (!person) throw notFound('participant')
  return person
}

/** Lean rows of everybody, archived people too, for finding likely doubles of a list that is coming in. */
export function listPeopleForMatching(db: ReadHandle): PersonForMatching[] {
  return selectPeopleForMatching(db)
}

function refuseUnknownPlaces(db: ReadHandle, person: Pick<PersonInput, 'roleId' | 'delegationId'>): void {
  if (!hasRole(db, person.roleId)) throw notFound('role')
  if (person.delegationId !== null && !hasDelegation(db, person.delegationId)) throw notFound('delegation')
}
