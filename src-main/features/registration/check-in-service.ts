import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { readCode } from '#main/features/badges/code-service.ts'
import { getToday } from '#main/features/events/service.ts'
import { BLANK_PERSON } from '#main/features/participants/contract.ts'
import { createPersonIn } from '#main/features/participants/person-service.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { type CheckInRow, getDeskState, insertCheckIn, insertScan } from './check-in-queries.ts'
import type { WalkIn } from './contract.ts'
import { decide, type DeskInput, type DeskState, personNamedBy, type Verdict } from './rules.ts'

/** A check-in changes what the desks show and the arrival column of the participants. */
const ARRIVAL_TOPICS = ['registration', 'participants'] as const
const REFUSAL_TOPICS = ['registration'] as const
/** So much of a code that was refused is kept, to tell one from another. */
const DETAIL_LENGTH = 80

/** What the rules are told about an input on the event day `todayId`. */
export function deskStateOf(db: ReadHandle, input: DeskInput, todayId: string | null): DeskState {
  const participantId = personNamedBy(input)
  const row = participantId === null ? undefined : getDeskState(db, participantId, todayId)
  if (!row) return { person: null, checkIn: null }
  const { id, archived_at: archivedAt, archive_reason: archiveReason, replaced_by: replacedById } = row
  return {
    person: { id, archivedAt, archiveReason, replacedById },
    checkIn: row.checked_in_at === null ? null : { at: row.checked_in_at, deviceName: row.checked_in_device ?? '' },
  }
}

/** Decides about a text from the field and writes the scan down, whatever the verdict. */
export function scanText(
  event: EventFile,
  caller: Caller,
  input: { actId: string; text: string },
  at: number,
): Verdict {
  const code: DeskInput = { kind: 'code', reading: readCode(event, input.text) }
  const participantId = personNamedBy(code)
  const request = { actId: input.actId, at, verb: 'registration.scan', subjectId: participantId ?? '' }
  return act<Verdict>(event, caller, request, db => {
    const outcome = admit(db, event, caller, code, { actId: input.actId, at, method: 'scan' })
    insertScan(db, {
      id: input.actId,
      at,
      device_name: caller.deviceName,
      verdict: outcome.result.kind,
      participant_id: participantId,
      detail: participantId === null ? input.text.slice(0, DETAIL_LENGTH) : '',
    })
    return outcome
  })
}

/** Checks in a person who was picked from a list. */
export function checkIn(
  event: EventFile,
  caller: Caller,
  { actId, participantId }: { actId: string; participantId: string },
  at: number,
): Verdict {
  const request = { actId, at, verb: 'registration.check-in', subjectId: participantId }
  return act<Verdict>(event, caller, request, db => {
    const outcome = admit(db, event, caller, { kind: 'person', participantId }, { actId, at, method: 'search' })
    if (outcome.result.kind === 'unknown') throw notFound('participant')
    return outcome
  })
}

export interface GroupOutcome {
  checkedIn: string[]
  others: { participantId: string; verdict: Verdict }[]
}

/** Checks in several people as one act; those who are in already or may not come in are told and left as they are. */
export function checkInGroup(
  event: EventFile,
  caller: Caller,
  { actId, participantIds }: { actId: string; participantIds: readonly string[] },
  at: number,
): GroupOutcome {
  const request = { actId, at, verb: 'registration.check-in-group', subjectId: participantIds[0] ?? '' }
  return act<GroupOutcome>(event, caller, request, db => {
    const result: GroupOutcome = { checkedIn: [], others: [] }
    for (const participantId of new Set(participantIds)) {
      const { result: verdict } = admit(
        db,
        event,
        caller,
        { kind: 'person', participantId },
        { actId, at, method: 'group' },
      )
      if (verdict.kind === 'welcome') result.checkedIn.push(participantId)
      else result.others.push({ participantId, verdict })
    }
    const isAnyIn = result.checkedIn.length > 0
    return isAnyIn ? { result, after: result.checkedIn, topics: ARRIVAL_TOPICS } : { result, topics: REFUSAL_TOPICS }
  })
}

/** Writes down somebody who is on no list and checks them in where the day allows. */
export function walkIn(
  event: EventFile,
  caller: Caller,
  { actId, ...written }: WalkIn,
  at: number,
): { participantId: string; verdict: Verdict } {
  const id = newId()
  const request = { actId, at, verb: 'registration.walk-in', subjectId: id }
  return act(event, caller, request, db => {
    const participantId = createPersonIn(db, { ...BLANK_PERSON, ...written, id, isWalkIn: true }, at)
    const person: DeskInput = { kind: 'person', participantId }
    const { result: verdict } = admit(db, event, caller, person, { actId, at, method: 'walk-in' })
    return { result: { participantId, verdict }, after: { participantId }, topics: ARRIVAL_TOPICS }
  })
}

/** Decides about an input inside an act and checks in when welcome. */
export function admit(
  db: WriteHandle,
  event: EventFile,
  caller: Caller,
  input: DeskInput,
  { actId, at, method }: { actId: string; at: number; method: CheckInRow['method'] },
): { result: Verdict; after?: unknown; topics: readonly string[] } {
  const todayId = getToday(event, at)?.id ?? null
  const verdict = decide(input, deskStateOf(db, input, todayId), { todayId })
  if (verdict.kind !== 'welcome') return { result: verdict, topics: REFUSAL_TOPICS }
  const id = newId()
  insertCheckIn(db, {
    id,
    participant_id: verdict.participantId,
    day_id: verdict.dayId,
    at,
    device_name: caller.deviceName,
    method,
    act_id: actId,
  })
  return { result: verdict, after: { checkInId: id }, topics: ARRIVAL_TOPICS }
}
