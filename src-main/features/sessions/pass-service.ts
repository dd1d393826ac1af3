import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import {
  addToFlow,
  countInside,
  deletePresence,
  getPassOfAct,
  insertPass,
  listPassesOf,
  type PassRow,
  savePresence,
  voidPass,
} from './door-queries.ts'
import type { Plan } from './plan-service.ts'
import { flowChanges, openStay, type Pass, type Stay, staysOf } from './stay-rules.ts'

/** One person's standing passes in their order. */
export function readPasses(db: ReadHandle, participantId: string): Pass[] {
  return listPassesOf(db, participantId).map(toPass)
}

function toPass(row: PassRow): Pass {
  return {
    id: row.id,
    sessionId: row.session_id,
    roomId: row.room_id,
    direction: row.direction,
    at: row.at,
    isOverride: row.override_reason !== '',
  }
}

/** Writes a pass and what follows from it, inside somebody else's act; `standing` are the person's passes so far. */
export function addPassIn(
  db: WriteHandle,
  plan: Plan,
  pass: Parameters<typeof insertPass>[1],
  standing: readonly Pass[],
): void {
  insertPass(db, pass)
  const before = staysOf(standing, plan.dayOf)
  const after = staysOf([...standing, toPass(pass)], plan.dayOf)
  saveDerived(db, pass.participant_id, before, after)
}

/**
 * Voids the pass of an act and puts the person where their other passes say they are. Refuses (rules `undo-…`) when it was voided
 * before, and when it would put them back into a session that is full by now.
 */
export function voidPassIn(db: WriteHandle, plan: Plan, targetActId: string, actId: string, at: number): void {
  const pass = getPassOfAct(db, targetActId)
  if (!pass) throw ruleBroken('undo-changed-since')
  const standing = readPasses(db, pass.participant_id)
  const before = staysOf(standing, plan.dayOf)
  const after = staysOf(
    standing.filter(one => one.id !== pass.id),
    plan.dayOf,
  )
  voidPass(db, pass.id, at, actId)
  saveDerived(db, pass.participant_id, before, after)
  const open = openStay(after)
  if (!open || open.pass.isOverride) return
  const was = openStay(before)
  if (was?.sessionId === open.sessionId && !was.pass.isOverride) return
  const limit = plan.sessionOf(open.sessionId)?.limit ?? null
  if (limit !== null && countInside(db, open.sessionId) > limit) throw ruleBroken('undo-session-full')
}

/** Brings presence and flows in line with a person's stays. */
function saveDerived(db: WriteHandle, participantId: string, before: readonly Stay[], after: readonly Stay[]): void {
  const open = openStay(after)
  if (open) {
    const { sessionId: session_id, roomId: room_id, from: since, pass } = open
    savePresence(db, { participant_id: participantId, session_id, room_id, since, pass_id: pass.id })
  } else {
    deletePresence(db, participantId)
  }
  for (const [sessionId, { entries, exits }] of flowChanges(before, after)) addToFlow(db, sessionId, entries, exits)
}
