import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller, type RecordedAct } from '#main/features/audit/service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { type Person, type PersonInput, personInputSchema } from './contract.ts'
import { archivePersonIn, createPersonIn, requirePerson, restorePersonIn, updatePersonIn } from './person-service.ts'

/** Whoever shows people, counts them or prints their badges looks again. */
const TOPICS = ['participants', 'registration', 'badges']

/** Kept as the reason of an archived person whose adding was taken back; the screens have words for it. */
export const ADDED_BY_MISTAKE = 'added-by-mistake'

export function addPerson(
  event: EventFile,
  caller: Caller,
  input: { actId: string; person: PersonInput; isWalkIn: boolean },
  at: number,
): { id: string } {
  const id = newId()
  return act(event, caller, { actId: input.actId, at, verb: 'participants.add', subjectId: id }, db => {
    createPersonIn(db, { ...input.person, id, isWalkIn: input.isWalkIn }, at)
    return { result: { id }, after: requirePerson(db, id), topics: TOPICS }
  })
}

export function editPerson(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string; person: PersonInput },
  at: number,
): { id: string } {
  const { actId, id, person } = input
  return act(event, caller, { actId, at, verb: 'participants.edit', subjectId: id }, db => {
    const { before, after } = updatePersonIn(db, id, person, at)
    return { result: { id }, before, after, topics: TOPICS }
  })
}

export function archivePerson(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string; reason: string },
  at: number,
): { id: string } {
  const { actId, id, reason } = input
  return act(event, caller, { actId, at, verb: 'participants.archive', subjectId: id }, db => {
    archivePersonIn(db, id, reason, at)
    return { result: { id }, after: { archiveReason: reason }, topics: TOPICS }
  })
}

export function restorePerson(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): { id: string } {
  const { actId, id } = input
  return act(event, caller, { actId, at, verb: 'participants.restore', subjectId: id }, db => {
    const { archiveReason } = requirePerson(db, id)
    restorePersonIn(db, id, at)
    return { result: { id }, before: { archiveReason }, after: { archiveReason: '' }, topics: TOPICS }
  })
}

/** The acts that {@link reverseParticipantAct} can take back. */
export const REVERSIBLE_PARTICIPANT_VERBS = [
  'participants.add',
  'participants.edit',
  'participants.archive',
  'participants.restore',
] as const

/**
 * Takes an act on a person back, inside the undoing act; returns the topics that have changed.
 * An added person is archived, for others may already refer to them. An edit is taken back field by field, and refused
 * (rule `changed-since`) where somebody has changed one of these fields again.
 */
export function reverseParticipantAct({
  db,
  target,
  at,
}: {
  db: WriteHandle
  target: RecordedAct
  at: number
}): readonly string[] {
  const id = target.subject_id
  const { before, after } = target.kept
  switch (target.verb) {
    case 'participants.add':
      archivePersonIn(db, id, ADDED_BY_MISTAKE, at)
      break
    case 'participants.edit':
      reverseEdit(db, id, before as Person, after as Person, at)
      break
    case 'participants.archive':
      restorePersonIn(db, id, at)
      break
    case 'participants.restore':
      archivePersonIn(db, id, (before as Pick<Person, 'archiveReason'>).archiveReason, at)
      break
    default:
      throw ruleBroken('not-undoable')
  }
  return TOPICS
}

function reverseEdit(db: WriteHandle, id: string, before: Person, after: Person, at: number): void {
  const now = requirePerson(db, id)
  const fields = Object.keys(personInputSchema.shape) as (keyof PersonInput)[]
  const changed = fields.filter(field => !isSame(before[field], after[field]))
  if (changed.some(field => !isSame(now[field], after[field]))) throw ruleBroken('changed-since')
  const restored = Object.fromEntries(changed.map(field => [field, before[field]]))
  updatePersonIn(db, id, personInputSchema.parse({ ...now, ...restored }), at)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
