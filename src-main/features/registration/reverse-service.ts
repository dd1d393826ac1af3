import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { RecordedAct, Reverser } from '#main/features/audit/service.ts'
import { restoreBadgesIn, revokeBadgesIn } from '#main/features/badges/code-service.ts'
import { archivePersonIn, restorePersonIn, setNoteIn } from '#main/features/participants/person-service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { getDeskState, hasOtherCheckIn, voidCheckInsOfAct, voidSubstitution } from './check-in-queries.ts'
import {
  type ChecklistMarkRow,
  getChecklistItem,
  getMark,
  insertMark,
  renameChecklistItem,
  setChecklistItemArchived,
  voidMark,
} from './checklist-queries.ts'
import type { SubstitutionRecord } from './substitute-service.ts'

/** Why a person who was undone is archived; shown at a desk, so in the words of a desk. */
const UNDONE_REASON = 'Dibatalkan di meja registrasi'

interface Undo {
  db: WriteHandle
  target: RecordedAct
  actId: string
  at: number
}

const REVERSERS: Readonly<Record<string, (undo: Undo) => void>> = {
  'registration.scan': undoCheckIns,
  'registration.check-in': undoCheckIns,
  'registration.check-in-group': undoCheckIns,
  'registration.walk-in': undoWalkIn,
  'registration.substitute': undoSubstitution,
  'registration.mark': undoMarks,
  'registration.unmark': undoUnmarks,
  'registration.note': undoNote,
  'registration.add-item': ({ db, target, at }) => setChecklistItemArchived(db, target.subject_id, at),
  'registration.archive-item': ({ db, target }) => setChecklistItemArchived(db, target.subject_id, null),
  'registration.rename-item': undoRename,
}

/** The verbs of this feature whose acts can be taken back. */
export const REVERSIBLE_REGISTRATION_VERBS: readonly string[] = Object.keys(REVERSERS)

/**
 * Takes back an act of the desk. Nothing is deleted: facts are voided, people archived again.
 * Refuses (rules `undo-…`) where something was built on the act since.
 */
export const reverseRegistrationAct: Reverser = undo => {
  const reverse = REVERSERS[undo.target.verb]
  if (!reverse) throw ruleBroken('not-undoable')
  reverse(undo)
  return ['registration', 'participants', 'badges']
}

function undoCheckIns({ db, target, actId, at }: Undo): void {
  if (voidCheckInsOfAct(db, target.act_id, at, actId) === 0) throw ruleBroken('undo-changed-since')
}

function undoWalkIn({ db, target, actId, at }: Undo): void {
  removeArrival(db, target.subject_id, target.act_id, actId, at)
}

/** The original comes back with the badge they had; the substitute goes with theirs. */
function undoSubstitution({ db, target, actId, at }: Undo): void {
  const { substitutionId, originalId, substituteId } = target.kept.after as SubstitutionRecord
  removeArrival(db, substituteId, target.act_id, actId, at)
  if (!voidSubstitution(db, substitutionId, at, actId)) throw ruleBroken('undo-changed-since')
  restorePersonIn(db, originalId, at)
  restoreBadgesIn(db, target.act_id)
}

/** Takes a person who came with an act off the lists, unless something else rests on them by now. */
function removeArrival(db: WriteHandle, personId: string, targetActId: string, actId: string, at: number): void {
  const state = getDeskState(db, personId, null)
  if (!state) throw ruleBroken('undo-changed-since')
  if (state.replaced_by !== null) throw ruleBroken('undo-replaced-since')
  if (hasOtherCheckIn(db, personId, targetActId)) throw ruleBroken('undo-later-check-in')
  voidCheckInsOfAct(db, targetActId, at, actId)
  if (state.archived_at === null) archivePersonIn(db, personId, UNDONE_REASON, at)
  revokeBadgesIn(db, personId, UNDONE_REASON, actId, at)
}

function undoMarks({ db, target, actId, at }: Undo): void {
  const voided = (target.kept.after as ChecklistMarkRow[]).filter(mark => voidMark(db, mark.id, at, actId))
  if (voided.length === 0) throw ruleBroken('undo-changed-since')
}

function undoUnmarks({ db, target }: Undo): void {
  const marks = target.kept.after as ChecklistMarkRow[]
  const missing = marks.filter(mark => !getMark(db, mark.participant_id, mark.item_id))
  if (missing.length === 0) throw ruleBroken('undo-changed-since')
  for (const mark of missing) insertMark(db, { ...mark, id: newId() })
}

function undoNote({ db, target, at }: Undo): void {
  const { before, after } = target.kept as { before: { note: string }; after: { note: string } }
  if (setNoteIn(db, target.subject_id, before.note, at) !== after.note) throw ruleBroken('undo-changed-since')
}

function undoRename({ db, target }: Undo): void {
  const { before, after } = target.kept as { before: { name: string }; after: { name: string } }
  if (getChecklistItem(db, target.subject_id)?.name !== after.name) throw ruleBroken('undo-changed-since')
  renameChecklistItem(db, target.subject_id, before.name)
}
