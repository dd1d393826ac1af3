import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type ActOutcome, type Caller } from '#main/features/audit/service.ts'
import { readCode } from '#main/features/badges/code-service.ts'
import { type DeskInput, personNamedBy } from '#main/features/registration/rules.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { DoorAnswer, DoorDirection, DoorVerdict } from './contract.ts'
import { countInside, getDoorPerson, getDoorStateRow, insertDoorScan, isSignedUp } from './door-queries.ts'
import { decideAtDoor, type DoorInput, type DoorKnowledge } from './door-rules.ts'
import { addPassIn, readPasses } from './pass-service.ts'
import { type Plan, readPlan, requireRoom } from './plan-service.ts'
import { currentOpening, openingsOf, type PlannedSession } from './schedule-rules.ts'

const TOPICS = ['sessions'] as const
/** So much of a code that was refused is kept, to tell one from another. */
const DETAIL_LENGTH = 80

interface Door {
  roomId: string
  heldSessionId: string | null
}

interface Attempt {
  actId: string
  at: number
  method: 'scan' | 'search'
  /** What was read when it names nobody. */
  detail: string
}

/** Decides about a text from a scanner at a door and writes the scan down, whatever the verdict. */
export function scanAtDoor(
  event: EventFile,
  caller: Caller,
  input: Door & { actId: string; direction: DoorDirection; text: string },
  at: number,
): DoorAnswer {
  const who: DeskInput = { kind: 'code', reading: readCode(event, input.text) }
  const participantId = personNamedBy(who)
  const detail = participantId === null ? input.text.slice(0, DETAIL_LENGTH) : ''
  const request = { actId: input.actId, at, verb: 'sessions.scan', subjectId: participantId ?? '' }
  const verdict = act<DoorVerdict>(event, caller, request, db =>
    passDoor(
      db,
      caller,
      input,
      { who, direction: input.direction, overrideReason: null },
      {
        actId: input.actId,
        at,
        method: 'scan',
        detail,
      },
    ),
  )
  return answer(event, input.actId, verdict)
}

/** Decides about a person who was picked from a search at a door. */
export function pickAtDoor(
  event: EventFile,
  caller: Caller,
  input: Door & { actId: string; direction: DoorDirection; participantId: string },
  at: number,
): DoorAnswer {
  const { actId, direction, participantId } = input
  const who: DeskInput = { kind: 'person', participantId }
  const verdict = act<DoorVerdict>(event, caller, { actId, at, verb: 'sessions.pick', subjectId: participantId }, db =>
    passDoor(db, caller, input, { who, direction, overrideReason: null }, { actId, at, method: 'search', detail: '' }),
  )
  return answer(event, actId, verdict)
}

/** Lets somebody in whom the door refused for want of a place or of a name on the list; the reason stays with the pass. */
export function overrideAtDoor(
  event: EventFile,
  caller: Caller,
  input: Door & { actId: string; participantId: string; reason: string },
  at: number,
): DoorAnswer {
  const { actId, participantId, reason } = input
  const request = { actId, at, verb: 'sessions.override', subjectId: participantId }
  const verdict = act<DoorVerdict>(event, caller, request, db =>
    passDoor(
      db,
      caller,
      input,
      { who: { kind: 'person', participantId }, direction: 'in', overrideReason: reason },
      { actId, at, method: 'search', detail: reason },
    ),
  )
  return answer(event, actId, verdict)
}

function passDoor(
  db: WriteHandle,
  caller: Caller,
  door: Door,
  input: DoorInput,
  { actId, at, method, detail }: Attempt,
): ActOutcome<DoorVerdict> {
  requireRoom(db, door.roomId)
  const plan = readPlan(db)
  const openings = openingsOf(plan.sessions, door.roomId, plan.settings.opensMinutesBefore)
  const session = currentOpening(openings, door.heldSessionId, at)?.session ?? null
  const participantId = personNamedBy(input.who)
  const known = knowledgeOf(db, plan, participantId, session)
  if (input.who.kind === 'person' && !known.person) throw notFound('participant')
  // A clock that was set back does not put a scan before those that the same person has made.
  const lastAt = known.passes.at(-1)?.at ?? 0
  const passAt = at < lastAt ? lastAt + 1 : at
  const verdict = decideAtDoor(input, known, { roomId: door.roomId, session, at: passAt })
  insertDoorScan(db, {
    id: actId,
    at,
    device_name: caller.deviceName,
    room_id: door.roomId,
    session_id: session?.id ?? null,
    direction: input.direction,
    verdict: verdict.kind,
    participant_id: known.person?.id ?? null,
    detail,
  })
  if (verdict.kind !== 'entered' && verdict.kind !== 'left') return { result: verdict, topics: TOPICS }
  const passId = newId()
  const pass = {
    id: passId,
    participant_id: verdict.participantId,
    session_id: verdict.sessionId,
    room_id: door.roomId,
    direction: verdict.kind === 'entered' ? ('in' as const) : ('out' as const),
    at: passAt,
    device_name: caller.deviceName,
    method,
    override_reason: input.overrideReason ?? '',
    act_id: actId,
  }
  addPassIn(db, plan, pass, known.passes)
  return { result: verdict, after: { passId }, topics: TOPICS }
}

function knowledgeOf(
  db: ReadHandle,
  plan: Plan,
  participantId: string | null,
  session: PlannedSession | null,
): DoorKnowledge {
  const row = participantId === null ? undefined : getDoorStateRow(db, participantId, session?.dayId ?? null)
  const needsList = session?.admission.isSignUpOnly ?? false
  return {
    person: row
      ? {
          id: row.id,
          roleId: row.role_id,
          delegationId: row.delegation_id,
          archivedAt: row.archived_at,
          archiveReason: row.archive_reason,
          isSignedUp: session !== null && needsList && isSignedUp(db, row.id, session.id),
          isCheckedIn: row.is_checked_in === 1,
        }
      : null,
    passes: row ? readPasses(db, row.id) : [],
    inside: session === null || session.limit === null ? 0 : countInside(db, session.id),
    sessionOf: plan.sessionOf,
    roomName: roomId => plan.sessions.find(one => one.roomId === roomId)?.roomName ?? '',
  }
}

/** The verdict with the person it names; read after the commit, so that the act itself stays short. */
function answer(event: EventFile, actId: string, verdict: DoorVerdict): DoorAnswer {
  const person = 'participantId' in verdict ? (getDoorPerson(event.db, verdict.participantId) ?? null) : null
  return { actId, verdict, person, canOverride: verdict.kind === 'full' || verdict.kind === 'not-on-list' }
}
