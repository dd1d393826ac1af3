import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Room, RoomInput, Session, SessionInput, SessionSettings } from './contract.ts'
import {
  findRoomByName,
  getSessionRow,
  hasPasses,
  insertRoom,
  insertSession,
  isNoted,
  isRoomInUse,
  listEventDays,
  saveSettingsText,
  type SessionRow,
  setRoomArchived,
  setSessionArchived,
  updateRoom,
  updateSession,
} from './plan-queries.ts'
import { asSession, readPlan, readSettings, requireRoom, requireSession } from './plan-service.ts'
import { byStart } from './schedule-rules.ts'

const TOPICS = ['sessions'] as const

/** Adds a room inside somebody else's act; refuses (rule `room-name-taken`) a name that is in use. */
export function createRoomIn(db: WriteHandle, room: RoomInput, id: string = newId()): Room {
  refuseTakenRoomName(db, room.name, id)
  insertRoom(db, { id, ...room })
  return { id, ...room }
}

export function addRoom(
  event: EventFile,
  caller: Caller,
  { actId, name, capacity }: RoomInput & { actId: string },
  at: number,
): Room {
  const id = newId()
  return act(event, caller, { actId, at, verb: 'sessions.add-room', subjectId: id }, db => {
    const room = createRoomIn(db, { name, capacity }, id)
    return { result: room, after: room, topics: TOPICS }
  })
}

export function editRoom(
  event: EventFile,
  caller: Caller,
  { actId, id, name, capacity }: RoomInput & { actId: string; id: string },
  at: number,
): Room {
  return act(event, caller, { actId, at, verb: 'sessions.edit-room', subjectId: id }, db => {
    const before = requireRoom(db, id)
    const after = { id, name, capacity }
    updateRoomIn(db, after)
    return { result: after, before, after, topics: TOPICS }
  })
}

/** Writes a room's name and capacity inside somebody else's act. */
export function updateRoomIn(db: WriteHandle, room: Room): void {
  refuseTakenRoomName(db, room.name, room.id)
  updateRoom(db, room)
}

/** Refuses (rule `room-name-taken`) a name that another room in use has. */
export function refuseTakenRoomName(db: ReadHandle, name: string, id: string): void {
  const taken = findRoomByName(db, name)
  if (taken && taken.id !== id) throw ruleBroken('room-name-taken', name)
}

export function archiveRoom(
  event: EventFile,
  caller: Caller,
  { actId, id }: { actId: string; id: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'sessions.archive-room', subjectId: id }, db => {
    archiveRoomIn(db, id, at)
    return { result: null, after: { archivedAt: at }, topics: TOPICS }
  })
}

/** Takes a room out of use; refuses (rule `room-in-use`) while a session takes place there. */
export function archiveRoomIn(db: WriteHandle, id: string, at: number): void {
  const { name } = requireRoom(db, id)
  if (isRoomInUse(db, id)) throw ruleBroken('room-in-use', name)
  setRoomArchived(db, id, at)
}

/** The programme, by time; of one day or of all. */
export function listSessions(db: ReadHandle, dayId: string | null): Session[] {
  const wanted = readPlan(db).sessions.filter(
    session => !session.isArchived && (dayId === null || session.dayId === dayId),
  )
  return wanted.toSorted(byStart).map(asSession)
}

/** Adds a session inside somebody else's act; returns its id. */
export function createSessionIn(db: WriteHandle, session: SessionInput, id: string = newId()): string {
  return addSessionIn(db, session, id).after.id
}

/** The same, for whoever has to take it back: returns what it did. */
export function addSessionIn(db: WriteHandle, session: SessionInput, id: string = newId()): SessionChange {
  const row = toRow(db, id, session)
  insertSession(db, row)
  return { before: null, after: { ...row, archived_at: null } }
}

/** A session's row as an act left it; `before` null = it was added. */
export interface SessionChange {
  before: SessionRow | null
  after: SessionRow
}

/**
 * Changes a session inside somebody else's act; refuses for one that is not on the programme, and (rule `session-has-scans`) to move
 * one to another day for which somebody was scanned or noted: whoever came on that day did not come on the other.
 */
export function updateSessionIn(db: WriteHandle, id: string, session: SessionInput): SessionChange {
  const before = getSessionRow(db, id)
  if (!before || before.archived_at !== null) throw notFound('session')
  const row = toRow(db, id, session)
  if (row.day_id !== before.day_id) refuseIfAttended(db, before)
  updateSession(db, row)
  return { before, after: { ...before, ...row } }
}

/** Refuses (rule `session-has-scans`) where anybody was scanned or noted for a session, or a sheet of it was printed. */
export function refuseIfAttended(db: ReadHandle, { id, title }: Pick<SessionRow, 'id' | 'title'>): void {
  if (hasPasses(db, id) || isNoted(db, id)) throw ruleBroken('session-has-scans', title)
}

export function addSession(
  event: EventFile,
  caller: Caller,
  { actId, session }: { actId: string; session: SessionInput },
  at: number,
): Session {
  const id = newId()
  return act(event, caller, { actId, at, verb: 'sessions.add', subjectId: id }, db => {
    createSessionIn(db, session, id)
    return { result: readSession(db, id), after: getSessionRow(db, id), topics: TOPICS }
  })
}

export function editSession(
  event: EventFile,
  caller: Caller,
  { actId, id, session }: { actId: string; id: string; session: SessionInput },
  at: number,
): Session {
  return act(event, caller, { actId, at, verb: 'sessions.edit', subjectId: id }, db => {
    const change = updateSessionIn(db, id, session)
    return { result: readSession(db, id), ...change, topics: TOPICS }
  })
}

export function archiveSession(
  event: EventFile,
  caller: Caller,
  { actId, id }: { actId: string; id: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'sessions.archive', subjectId: id }, db => {
    requireSession(readPlan(db), id)
    setSessionArchived(db, id, at)
    return { result: null, after: { archivedAt: at }, topics: TOPICS }
  })
}

function readSession(db: ReadHandle, id: string): Session {
  return asSession(requireSession(readPlan(db), id))
}

function toRow(db: ReadHandle, id: string, session: SessionInput): Omit<SessionRow, 'archived_at'> {
  requireRoom(db, session.roomId)
  if (!listEventDays(db).some(day => day.id === session.dayId)) throw notFound('day')
  return {
    id,
    day_id: session.dayId,
    title: session.title,
    kind: session.kind,
    room_id: session.roomId,
    start_minute: session.startMinute,
    end_minute: session.endMinute,
    capacity: session.capacity,
    is_counted: Number(session.isCounted && !session.isBreak),
    is_break: Number(session.isBreak),
    admission: JSON.stringify(session.admission),
    rule: session.rule && JSON.stringify(session.rule),
    speakers: JSON.stringify(session.speakers),
    moderator: session.moderator,
    note: session.note,
  }
}

export function setSettings(
  event: EventFile,
  caller: Caller,
  { actId, settings }: { actId: string; settings: SessionSettings },
  at: number,
): SessionSettings {
  return act(event, caller, { actId, at, verb: 'sessions.set-settings', subjectId: '' }, db => {
    const before = readSettings(db)
    saveSettingsText(db, JSON.stringify(settings))
    return { result: settings, before, after: settings, topics: TOPICS }
  })
}
