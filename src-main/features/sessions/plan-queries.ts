import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

export interface RoomRow {
  id: string
  name: string
  capacity: number | null
  archived_at: number | null
}

export interface SessionRow {
  id: string
  day_id: string
  title: string
  kind: string
  room_id: string
  start_minute: number
  end_minute: number
  capacity: number | null
  is_counted: number
  is_break: number
  admission: string
  rule: string | null
  speakers: string
  moderator: string
  note: string
  archived_at: number | null
}

/** A session with what its day and room say. */
export interface PlannedRow extends SessionRow {
  date: string
  room_name: string
  room_capacity: number | null
}

const PLANNED = `SELECT s.*, d.date, r.name AS room_name, r.capacity AS room_capacity
  FROM sessions s JOIN event_days d ON d.id = s.day_id JOIN rooms r ON r.id = s.room_id`

/** Every session, archived ones too, by time. */
export function listPlanned(db: ReadHandle): PlannedRow[] {
  return prepared<PlannedRow>(db, `${PLANNED} ORDER BY d.date, s.start_minute, s.end_minute, s.id`).all()
}

export function getTimeZone(db: ReadHandle): string {
  const row = prepared<{ time_zone: string }>(db, 'SELECT time_zone FROM event').get()
  if (!row) throw new Error('the event file has no event row')
  return row.time_zone
}

/** The days of the event with their ids, by date. */
export function listEventDays(db: ReadHandle): { id: string; date: string; label: string }[] {
  return prepared<{ id: string; date: string; label: string }>(
    db,
    'SELECT id, date, label FROM event_days ORDER BY date',
  ).all()
}

/** The rooms in use, as arranged. */
export function listRoomRows(db: ReadHandle): RoomRow[] {
  return prepared<RoomRow>(
    db,
    'SELECT id, name, capacity, archived_at FROM rooms WHERE archived_at IS NULL ORDER BY position, id',
  ).all()
}

export function getRoomRow(db: ReadHandle, id: string): RoomRow | undefined {
  return prepared<RoomRow>(db, 'SELECT id, name, capacity, archived_at FROM rooms WHERE id = ?').get(id)
}

/** The room in use under this name, whatever its capitals. */
export function findRoomByName(db: ReadHandle, name: string): { id: string } | undefined {
  return prepared<{ id: string }>(db, 'SELECT id FROM rooms WHERE name = ? COLLATE NOCASE AND archived_at IS NULL').get(
    name,
  )
}

export function insertRoom(db: WriteHandle, room: { id: string; name: string; capacity: number | null }): void {
  prepared(
    db,
    `INSERT INTO rooms (id, name, capacity, position)
     VALUES (@id, @name, @capacity, (SELECT coalesce(max(position), -1) + 1 FROM rooms))`,
  ).run(room)
}

export function updateRoom(db: WriteHandle, room: { id: string; name: string; capacity: number | null }): void {
  prepared(db, 'UPDATE rooms SET name = @name, capacity = @capacity WHERE id = @id').run(room)
}

export function setRoomArchived(db: WriteHandle, id: string, archivedAt: number | null): void {
  prepared(db, 'UPDATE rooms SET archived_at = ? WHERE id = ?').run(archivedAt, id)
}

/** Whether a session that is not archived takes place there. */
export function isRoomInUse(db: ReadHandle, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM sessions WHERE room_id = ? AND archived_at IS NULL LIMIT 1').get(id) !== undefined
}

export function getSessionRow(db: ReadHandle, id: string): SessionRow | undefined {
  return prepared<SessionRow>(db, 'SELECT * FROM sessions WHERE id = ?').get(id)
}

export function insertSession(db: WriteHandle, row: Omit<SessionRow, 'archived_at'>): void {
  prepared(
    db,
    `INSERT INTO sessions (id, day_id, title, kind, room_id, start_minute, end_minute, capacity, is_counted, is_break,
       admission, rule, speakers, moderator, note)
     VALUES (@id, @day_id, @title, @kind, @room_id, @start_minute, @end_minute, @capacity, @is_counted, @is_break,
       @admission, @rule, @speakers, @moderator, @note)`,
  ).run(row)
}

export function updateSession(db: WriteHandle, row: Omit<SessionRow, 'archived_at'>): void {
  prepared(
    db,
    `UPDATE sessions SET day_id = @day_id, title = @title, kind = @kind, room_id = @room_id, start_minute = @start_minute,
       end_minute = @end_minute, capacity = @capacity, is_counted = @is_counted, is_break = @is_break,
       admission = @admission, rule = @rule, speakers = @speakers, moderator = @moderator, note = @note
     WHERE id = @id`,
  ).run(row)
}

export function setSessionArchived(db: WriteHandle, id: string, archivedAt: number | null): void {
  prepared(db, 'UPDATE sessions SET archived_at = ? WHERE id = ?').run(archivedAt, id)
}

export function getSettingsText(db: ReadHandle): string | undefined {
  return prepared<{ settings: string }>(db, 'SELECT settings FROM session_settings').get()?.settings
}

export function saveSettingsText(db: WriteHandle, settings: string): void {
  prepared(
    db,
    `INSERT INTO session_settings (only_row, settings) VALUES (1, ?)
     ON CONFLICT (only_row) DO UPDATE SET settings = excluded.settings`,
  ).run(settings)
}

export interface SignUpRow {
  id: string
  session_id: string
  participant_id: string
}

export function getSignUp(db: ReadHandle, sessionId: string, participantId: string): SignUpRow | undefined {
  return prepared<SignUpRow>(
    db,
    `SELECT id, session_id, participant_id FROM session_sign_ups
     WHERE session_id = ? AND participant_id = ? AND voided_at IS NULL`,
  ).get(sessionId, participantId)
}

/** Who is on a session's list. */
export function listSignUpsOf(db: ReadHandle, sessionId: string): string[] {
  return prepared<{ participant_id: string }>(
    db,
    'SELECT participant_id FROM session_sign_ups WHERE session_id = ? AND voided_at IS NULL',
  )
    .all(sessionId)
    .map(row => row.participant_id)
}

/** Every standing sign-up. */
export function listSignUps(db: ReadHandle): SignUpRow[] {
  return prepared<SignUpRow>(
    db,
    'SELECT id, session_id, participant_id FROM session_sign_ups WHERE voided_at IS NULL',
  ).all()
}

export function insertSignUp(db: WriteHandle, row: SignUpRow & { at: number; act_id: string }): void {
  prepared(
    db,
    `INSERT INTO session_sign_ups (id, session_id, participant_id, at, act_id)
     VALUES (@id, @session_id, @participant_id, @at, @act_id)`,
  ).run(row)
}

export function voidSignUp(db: WriteHandle, id: string, at: number, voidedBy: string): boolean {
  return (
    prepared(db, 'UPDATE session_sign_ups SET voided_at = ?, voided_by = ? WHERE id = ? AND voided_at IS NULL').run(
      at,
      voidedBy,
      id,
    ).changes > 0
  )
}

/** Puts back a sign-up that this act voided. */
export function restoreSignUp(db: WriteHandle, id: string, voidedBy: string): boolean {
  return (
    prepared(db, 'UPDATE session_sign_ups SET voided_at = NULL, voided_by = NULL WHERE id = ? AND voided_by = ?').run(
      id,
      voidedBy,
    ).changes > 0
  )
}

/** Whether passes stand that were scanned for this session. */
export function hasPasses(db: ReadHandle, sessionId: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM passes WHERE session_id = ? AND voided_at IS NULL LIMIT 1').get(sessionId) !== undefined
  )
}

/** Whether a mark stands for this session or a sheet of it was made. */
export function isNoted(db: ReadHandle, sessionId: string): boolean {
  const noted = `SELECT 1 FROM attendance_marks WHERE session_id = @id AND voided_at IS NULL
    UNION ALL SELECT 1 FROM signature_sheets WHERE session_id = @id LIMIT 1`
  return prepared(db, noted).get({ id: sessionId }) !== undefined
}
