import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller, getAct, isUndone, listStandingActs, type Reverser } from '#main/features/audit/service.ts'
import { REVERSIBLE_PARTICIPANT_VERBS, reverseParticipantAct } from '#main/features/participants/person-acts-service.ts'
import { REVERSIBLE_REGISTRATION_VERBS, reverseRegistrationAct } from '#main/features/registration/reverse-service.ts'
import { RUNDOWN_VERB } from '#main/features/session-import/commit-service.ts'
import { reverseRundown } from '#main/features/session-import/run-service.ts'
import {
  ADMIN_SESSION_VERBS,
  DOOR_VERBS,
  REVERSIBLE_SESSION_VERBS,
  reverseSessionAct,
} from '#main/features/sessions/reverse-service.ts'
import { notFound, Refusal, ruleBroken } from '#main/rpc/base-contract.ts'
import type { UndoableAct, UndoPlace } from './contract.ts'

/** Who knows how to take back what. A verb that is not here can't be undone; an undo is not here either. */
const REVERSERS: ReadonlyMap<string, Reverser> = new Map([
  ...REVERSIBLE_REGISTRATION_VERBS.map((verb): [string, Reverser] => [verb, reverseRegistrationAct]),
  ...REVERSIBLE_PARTICIPANT_VERBS.map((verb): [string, Reverser] => [verb, reverseParticipantAct]),
  ...REVERSIBLE_SESSION_VERBS.map((verb): [string, Reverser] => [verb, reverseSessionAct]),
  [RUNDOWN_VERB, reverseRundown],
])

/** Who may not do these may not take them back. */
const ADMIN_VERBS: ReadonlySet<string> = new Set([
  'participants.archive',
  'participants.restore',
  ...ADMIN_SESSION_VERBS,
  RUNDOWN_VERB,
])

const VERBS_BY_PLACE: Record<UndoPlace, readonly string[]> = {
  desk: REVERSIBLE_REGISTRATION_VERBS,
  door: DOOR_VERBS,
}

/** Behind so many acts that changed nothing (refused scans) nobody looks for one to undo. */
const LOOK_BACK = 100

/** The newest act of the caller's device at a place that can be taken back. */
export function findLastUndoable(event: EventFile, caller: Caller, place: UndoPlace): UndoableAct | null {
  const acts = listStandingActs(event, caller.deviceId, VERBS_BY_PLACE[place], LOOK_BACK)
  const last = acts.find(one => one.kept.after !== undefined)
  return last ? { actId: last.act_id, at: last.at, verb: last.verb, subjectId: last.subject_id } : null
}

/** Takes an act back, as an act of its own that names it. Twice is once: the second device is told so. `FORBIDDEN` for acts of the administrator. */
export function undoAct(
  event: EventFile,
  caller: Caller,
  { actId, targetActId }: { actId: string; targetActId: string },
  at: number,
): { verb: string; subjectId: string } {
  const target = getAct(event, targetActId)
  if (!target) throw notFound('act')
  if (ADMIN_VERBS.has(target.verb) && caller.role !== 'admin') throw new Refusal('FORBIDDEN')
  const request = { actId, at, verb: 'undo.act', subjectId: target.subject_id, undoes: targetActId }
  return act(event, caller, request, db => {
    const reverse = REVERSERS.get(target.verb)
    if (!reverse || target.kept.after === undefined) throw ruleBroken('not-undoable')
    if (isUndone(event, targetActId)) throw ruleBroken('already-undone')
    const topics = reverse({ db, target, actId, at })
    return { result: { verb: target.verb, subjectId: target.subject_id }, topics }
  })
}
