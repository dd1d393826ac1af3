import type { WriteHandle } from '#main/event-file/handles.ts'
import type { RecordedAct, Reverser } from '#main/features/audit/service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { type Room, type SessionSettings, settingsSchema } from './contract.ts'
import { type MarkChange, reverseMarksIn } from './mark-service.ts'
import { voidPassIn } from './pass-service.ts'
import {
  getRoomRow,
  getSessionRow,
  hasPasses,
  isRoomInUse,
  saveSettingsText,
  type SessionRow,
  setRoomArchived,
  setSessionArchived,
  type SignUpRow,
  updateSession,
} from './plan-queries.ts'
import { readPlan, readSettings, requireRoom } from './plan-service.ts'
import {
  archiveRoomIn,
  refuseIfAttended,
  refuseTakenRoomName,
  type SessionChange,
  updateRoomIn,
} from './programme-service.ts'
import { reverseSignUpsIn } from './sign-up-service.ts'

interface Undo {
  db: WriteHandle
  target: RecordedAct
  actId: string
  at: number
}

const REVERSERS: Readonly<Record<string, (undo: Undo) => void>> = {
  'sessions.scan': undoPass,
  'sessions.pick': undoPass,
  'sessions.override': undoPass,
  'sessions.sign-up': undo => undoSignUps(undo, true),
  'sessions.sign-off': undo => undoSignUps(undo, false),
  'sessions.correct': undoMarks,
  'sessions.sign': undoMarks,
  'sessions.tick-sheet': undoMarks,
  'sessions.untick-sheet': undoMarks,
  'sessions.add-room': ({ db, target, at }) => archiveRoomIn(db, target.subject_id, at),
  'sessions.edit-room': undoRoomEdit,
  'sessions.archive-room': undoRoomArchive,
  'sessions.add': undoSessionAdd,
  'sessions.edit': undoSessionEdit,
  'sessions.archive': undoSessionArchive,
  'sessions.set-settings': undoSettings,
}

/** The verbs of this feature whose acts can be taken back. */
export const REVERSIBLE_SESSION_VERBS: readonly string[] = Object.keys(REVERSERS)

/** Those of them that are done at a door. */
export const DOOR_VERBS: readonly string[] = ['sessions.scan', 'sessions.pick', 'sessions.override', 'sessions.sign']

/** Those of them that are the administrator's alone, to do and to take back. */
export const ADMIN_SESSION_VERBS: readonly string[] = [
  'sessions.add-room',
  'sessions.edit-room',
  'sessions.archive-room',
  'sessions.add',
  'sessions.edit',
  'sessions.archive',
  'sessions.set-settings',
]

/** Takes back an act on sessions or attendance. Nothing is deleted; refuses (rules `undo-…`) where something was built on it since. */
export const reverseSessionAct: Reverser = undo => {
  const reverse = REVERSERS[undo.target.verb]
  if (!reverse) throw ruleBroken('not-undoable')
  reverse(undo)
  return ['sessions']
}

function undoPass({ db, target, actId, at }: Undo): void {
  voidPassIn(db, readPlan(db), target.act_id, actId, at)
}

function undoSignUps({ db, target, actId, at }: Undo, wasSignedUp: boolean): void {
  const rows = target.kept.after as SignUpRow[]
  reverseSignUpsIn(db, rows, wasSignedUp, { targetActId: target.act_id, actId, at })
}

function undoMarks({ db, target, actId, at }: Undo): void {
  reverseMarksIn(db, target.kept.after as MarkChange, { targetActId: target.act_id, actId, at })
}

function undoRoomEdit({ db, target }: Undo): void {
  const { before, after } = target.kept as { before: Room; after: Room }
  refuseChange(requireRoom(db, after.id), after)
  updateRoomIn(db, before)
}

function undoRoomArchive({ db, target }: Undo): void {
  const room = getRoomRow(db, target.subject_id)
  if (!room || room.archived_at === null) throw ruleBroken('undo-changed-since')
  refuseTakenRoomName(db, room.name, room.id)
  setRoomArchived(db, room.id, null)
}

function undoSessionAdd({ db, target, at }: Undo): void {
  takeBackSessionIn(db, { before: null, after: target.kept.after as SessionRow }, at)
}

function undoSessionEdit({ db, target, at }: Undo): void {
  takeBackSessionIn(db, target.kept as unknown as SessionChange, at)
}

/** Takes what was added off the programme and gives what was changed its former shape; refuses what was built on since. */
function takeBackSessionIn(db: WriteHandle, { before, after }: SessionChange, at: number): void {
  refuseChange(getSessionRow(db, after.id), after)
  if (before) {
    requireRoom(db, before.room_id)
    if (before.day_id !== after.day_id) refuseIfAttended(db, after)
    updateSession(db, before)
    return
  }
  if (hasPasses(db, after.id)) throw ruleBroken('undo-changed-since')
  setSessionArchived(db, after.id, at)
}

/** Takes back a whole programme inside somebody else's act: its sessions, and the rooms made for it in which nothing else takes place. */
export function takeBackProgrammeIn(
  db: WriteHandle,
  sessions: readonly SessionChange[],
  roomIds: readonly string[],
  at: number,
): void {
  for (const change of sessions) takeBackSessionIn(db, change, at)
  for (const id of roomIds) {
    const room = getRoomRow(db, id)
    if (room?.archived_at === null && !isRoomInUse(db, id)) setRoomArchived(db, id, at)
  }
}

function undoSessionArchive({ db, target }: Undo): void {
  const session = getSessionRow(db, target.subject_id)
  if (!session || session.archived_at === null) throw ruleBroken('undo-changed-since')
  requireRoom(db, session.room_id)
  setSessionArchived(db, session.id, null)
}

function undoSettings({ db, target }: Undo): void {
  const { before, after } = target.kept as { before: SessionSettings; after: SessionSettings }
  refuseChange(readSettings(db), settingsSchema.parse(after))
  saveSettingsText(db, JSON.stringify(before))
}

function refuseChange(now: unknown, then: unknown): void {
  if (JSON.stringify(now) !== JSON.stringify(then)) throw ruleBroken('undo-changed-since')
}
