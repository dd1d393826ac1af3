import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { requirePerson } from '#main/features/participants/person-service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import type { DoorPerson } from './contract.ts'
import { listDoorPeople } from './door-queries.ts'
import { getSignUp, insertSignUp, listSignUpsOf, restoreSignUp, type SignUpRow, voidSignUp } from './plan-queries.ts'
import { readPlan, requireSession } from './plan-service.ts'

const TOPICS = ['sessions'] as const

/** Who is on the sign-up list of a session, by name. */
export function listSignedUpPeople(db: ReadHandle, sessionId: string): DoorPerson[] {
  const ids = listSignUpsOf(db, sessionId)
  return listDoorPeople(db, ids).toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
}

interface SignUps {
  actId: string
  sessionId: string
  participantIds: readonly string[]
  isSignedUp: boolean
}

/** Puts people on a session's list or takes them off it; who is so already is left. Says how many changed. */
export function setSignUps(event: EventFile, caller: Caller, input: SignUps, at: number): { count: number } {
  const { actId, sessionId, participantIds, isSignedUp } = input
  const verb = isSignedUp ? 'sessions.sign-up' : 'sessions.sign-off'
  return act(event, caller, { actId, at, verb, subjectId: sessionId }, db => {
    requireSession(readPlan(db), sessionId)
    const changed: SignUpRow[] = []
    for (const participantId of new Set(participantIds)) {
      requirePerson(db, participantId)
      const standing = getSignUp(db, sessionId, participantId)
      if (isSignedUp === (standing !== undefined)) continue
      const row = standing ?? { id: newId(), session_id: sessionId, participant_id: participantId }
      if (standing) voidSignUp(db, row.id, at, actId)
      else insertSignUp(db, { ...row, at, act_id: actId })
      changed.push(row)
    }
    const result = { count: changed.length }
    return changed.length > 0 ? { result, after: changed, topics: TOPICS } : { result, topics: [] }
  })
}

/** Takes sign-ups of an act back, or puts back whom it took off; refuses (rule `undo-changed-since`) where nothing of it stands. */
export function reverseSignUpsIn(
  db: WriteHandle,
  rows: readonly SignUpRow[],
  wasSignedUp: boolean,
  { targetActId, actId, at }: { targetActId: string; actId: string; at: number },
): void {
  const changed = rows.filter(row => {
    if (wasSignedUp) return voidSignUp(db, row.id, at, actId)
    if (getSignUp(db, row.session_id, row.participant_id)) return false
    return restoreSignUp(db, row.id, targetActId)
  })
  if (changed.length === 0) throw ruleBroken('undo-changed-since')
}
