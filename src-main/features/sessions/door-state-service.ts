import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { getAct, isUndone } from '#main/features/audit/service.ts'
import { type DoorRecent, type DoorState, RECENT_LIMIT } from './contract.ts'
import {
  countHeads,
  countInside,
  countPeople,
  countUnscanned,
  getFlow,
  listDoorPeople,
  listRecentScans,
  listSignedUp,
} from './door-queries.ts'
import { asSession, readPlan, requireRoom } from './plan-service.ts'
import { refusalOf } from './presence-rules.ts'
import { currentOpening, nextOpening, openingsOf, type PlannedSession } from './schedule-rules.ts'

/** What a door shows besides the verdict. */
export function getDoorState(
  event: EventFile,
  { roomId, heldSessionId }: { roomId: string; heldSessionId: string | null },
  at: number,
): DoorState {
  const { db } = event
  const room = requireRoom(db, roomId)
  const plan = readPlan(db)
  const openings = openingsOf(plan.sessions, roomId, plan.settings.opensMinutesBefore)
  const current = currentOpening(openings, heldSessionId, at)
  const next = nextOpening(openings, current, at)
  const session = current?.session
  return {
    room,
    session: session ? asSession(session) : null,
    next: next && { session: asSession(next.session), takesOverAt: next.opensAt },
    inside: session ? countInside(db, session.id) : 0,
    ...(session ? getFlow(db, session.id) : { entries: 0, exits: 0 }),
    expected: session ? countExpected(db, session) : 0,
    unscanned: current ? countUnscanned(db, roomId, current.session.id, current.dayStartsAt) : 0,
    recent: listRecent(event, roomId),
  }
}

/** People who may enter a session. */
function countExpected(db: ReadHandle, { id, admission }: PlannedSession): number {
  const isAdmitted = (row: { role_id: string; delegation_id: string | null }): boolean =>
    refusalOf(admission, { roleId: row.role_id, delegationId: row.delegation_id, isSignedUp: true }) === null
  if (admission.isSignUpOnly) return listSignedUp(db, id).filter(isAdmitted).length
  if (admission.roleIds.length + admission.delegationIds.length === 0) return countPeople(db)
  return countHeads(db)
    .filter(isAdmitted)
    .reduce((sum, { heads }) => sum + heads, 0)
}

function listRecent(event: EventFile, roomId: string): DoorRecent[] {
  const scans = listRecentScans(event.db, roomId, RECENT_LIMIT)
  const ids = new Set(scans.flatMap(scan => scan.participant_id ?? []))
  const people = new Map(listDoorPeople(event.db, [...ids]).map(person => [person.id, person]))
  return scans.map(scan => {
    const isBack = isUndone(event, scan.id)
    return {
      actId: scan.id,
      at: scan.at,
      deviceName: scan.device_name,
      verdict: scan.verdict,
      person: (scan.participant_id && people.get(scan.participant_id)) || null,
      isUndone: isBack,
      canUndo: !isBack && getAct(event, scan.id)?.kept.after !== undefined,
    }
  })
}
