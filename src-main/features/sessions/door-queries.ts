import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import type { DoorPerson } from './contract.ts'

const PERSON = `SELECT p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, r.name AS role, r.color AS roleColor,
  coalesce(d.name, '') AS delegation, p.institution, p.village
  FROM participants p JOIN roles r ON r.id = p.role_id LEFT JOIN delegations d ON d.id = p.delegation_id`

/** The statements that every scan at a door runs; the tests look at their plans (CROSS JOIN keeps the order in which they are written). */
export const DOOR_SQL = {
  person: `${PERSON} WHERE p.id = ?`,
  state: `SELECT p.id, p.role_id, p.delegation_id, p.archived_at, p.archive_reason, EXISTS (
      SELECT 1 FROM check_ins c WHERE c.participant_id = p.id AND c.day_id = ? AND c.voided_at IS NULL) AS is_checked_in
    FROM participants p WHERE p.id = ?`,
  isSignedUp: `WITH RECURSIVE line (id) AS (
      SELECT ? UNION SELECT s.original_id FROM line l CROSS JOIN substitutions s ON s.substitute_id = l.id AND s.voided_at IS NULL)
    SELECT 1 FROM line l CROSS JOIN session_sign_ups u ON u.session_id = ? AND u.participant_id = l.id AND u.voided_at IS NULL LIMIT 1`,
  passes: `SELECT id, session_id, room_id, direction, at, override_reason FROM passes
    WHERE participant_id = ? AND voided_at IS NULL ORDER BY at, id`,
  inside: 'SELECT count(*) AS inside FROM presences WHERE session_id = ?',
  unscanned: 'SELECT count(*) AS unscanned FROM presences WHERE room_id = ? AND session_id <> ? AND since >= ?',
  flow: 'SELECT entries, exits FROM session_flows WHERE session_id = ?',
  recent: `SELECT s.id, s.at, s.device_name, s.verdict, s.participant_id FROM door_scans s
    WHERE s.room_id = ? ORDER BY s.at DESC, s.id DESC LIMIT ?`,
} as const

export function getDoorPerson(db: ReadHandle, id: string): DoorPerson | undefined {
  return prepared<DoorPerson>(db, DOOR_SQL.person).get(id)
}

/** The people of these ids, in no order. */
export function listDoorPeople(db: ReadHandle, ids: readonly string[]): DoorPerson[] {
  return prepared<DoorPerson>(db, `${PERSON} WHERE p.id IN (SELECT value FROM json_each(?))`).all(JSON.stringify(ids))
}

export interface DoorStateRow {
  id: string
  role_id: string
  delegation_id: string | null
  archived_at: number | null
  archive_reason: string
  is_checked_in: number
}

/** What a door needs to know of a person; the check-in is that of the day. */
export function getDoorStateRow(db: ReadHandle, id: string, dayId: string | null): DoorStateRow | undefined {
  return prepared<DoorStateRow>(db, DOOR_SQL.state).get(dayId, id)
}

/** Whether this person, or somebody whom they stand in for, is on a session's sign-up list. */
export function isSignedUp(db: ReadHandle, participantId: string, sessionId: string): boolean {
  return prepared(db, DOOR_SQL.isSignedUp).get(participantId, sessionId) !== undefined
}

export interface PassRow {
  id: string
  session_id: string
  room_id: string
  direction: 'in' | 'out'
  at: number
  override_reason: string
}

/** One person's standing passes in their order. */
export function listPassesOf(db: ReadHandle, participantId: string): PassRow[] {
  return prepared<PassRow>(db, DOOR_SQL.passes).all(participantId)
}

export function insertPass(
  db: WriteHandle,
  row: PassRow & { participant_id: string; device_name: string; method: 'scan' | 'search'; act_id: string },
): void {
  prepared(
    db,
    `INSERT INTO passes (id, participant_id, session_id, room_id, direction, at, device_name, method, override_reason, act_id)
     VALUES (@id, @participant_id, @session_id, @room_id, @direction, @at, @device_name, @method, @override_reason, @act_id)`,
  ).run(row)
}

/** The standing pass that an act made. */
export function getPassOfAct(db: ReadHandle, actId: string): { id: string; participant_id: string } | undefined {
  return prepared<{ id: string; participant_id: string }>(
    db,
    'SELECT id, participant_id FROM passes WHERE act_id = ? AND voided_at IS NULL',
  ).get(actId)
}

export function voidPass(db: WriteHandle, id: string, at: number, voidedBy: string): void {
  prepared(db, 'UPDATE passes SET voided_at = ?, voided_by = ? WHERE id = ?').run(at, voidedBy, id)
}

export interface PresenceRow {
  participant_id: string
  session_id: string
  room_id: string
  since: number
  pass_id: string
}

export function savePresence(db: WriteHandle, row: PresenceRow): void {
  prepared(
    db,
    `INSERT INTO presences (participant_id, session_id, room_id, since, pass_id)
     VALUES (@participant_id, @session_id, @room_id, @since, @pass_id)
     ON CONFLICT (participant_id) DO UPDATE SET session_id = excluded.session_id, room_id = excluded.room_id,
       since = excluded.since, pass_id = excluded.pass_id`,
  ).run(row)
}

export function deletePresence(db: WriteHandle, participantId: string): void {
  prepared(db, 'DELETE FROM presences WHERE participant_id = ?').run(participantId)
}

/** Adds to the entries and exits of a session. */
export function addToFlow(db: WriteHandle, sessionId: string, entries: number, exits: number): void {
  prepared(
    db,
    `INSERT INTO session_flows (session_id, entries, exits) VALUES (?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET entries = entries + excluded.entries, exits = exits + excluded.exits`,
  ).run(sessionId, entries, exits)
}

export function getFlow(db: ReadHandle, sessionId: string): { entries: number; exits: number } {
  return prepared<{ entries: number; exits: number }>(db, DOOR_SQL.flow).get(sessionId) ?? { entries: 0, exits: 0 }
}

/** People who are in a session now. */
export function countInside(db: ReadHandle, sessionId: string): number {
  return prepared<{ inside: number }>(db, DOOR_SQL.inside).get(sessionId)?.inside ?? 0
}

/** People in a room since a time who were let in for another session than this. */
export function countUnscanned(db: ReadHandle, roomId: string, sessionId: string, since: number): number {
  return prepared<{ unscanned: number }>(db, DOOR_SQL.unscanned).get(roomId, sessionId, since)?.unscanned ?? 0
}

/** Who is in a session now. */
export function listInside(db: ReadHandle, sessionId: string): string[] {
  return prepared<{ participant_id: string }>(db, 'SELECT participant_id FROM presences WHERE session_id = ?')
    .all(sessionId)
    .map(row => row.participant_id)
}

export interface DoorScanRow {
  id: string
  at: number
  device_name: string
  verdict: string
  participant_id: string | null
}

export function insertDoorScan(
  db: WriteHandle,
  row: DoorScanRow & { room_id: string; session_id: string | null; direction: string; detail: string },
): void {
  prepared(
    db,
    `INSERT INTO door_scans (id, at, device_name, room_id, session_id, direction, verdict, participant_id, detail)
     VALUES (@id, @at, @device_name, @room_id, @session_id, @direction, @verdict, @participant_id, @detail)`,
  ).run(row)
}

/** The newest scans at a room's doors, whatever the verdict. */
export function listRecentScans(db: ReadHandle, roomId: string, limit: number): DoorScanRow[] {
  return prepared<DoorScanRow>(db, DOOR_SQL.recent).all(roomId, limit)
}

/** People who are not archived. */
export function countPeople(db: ReadHandle): number {
  const row = prepared<{ heads: number }>(
    db,
    'SELECT count(*) AS heads FROM participants INDEXED BY participants_counted WHERE archived_at IS NULL',
  ).get()
  return row?.heads ?? 0
}

interface HeadRow {
  role_id: string
  delegation_id: string | null
  heads: number
}

/** People who are not archived, per role and delegation. */
export function countHeads(db: ReadHandle): HeadRow[] {
  return prepared<HeadRow>(
    db,
    `SELECT role_id, delegation_id, count(*) AS heads FROM participants INDEXED BY participants_counted
     WHERE archived_at IS NULL GROUP BY role_id, delegation_id`,
  ).all()
}

/** Who is not archived and on a sign-up list, or stands in for somebody who is. */
export function listSignedUp(
  db: ReadHandle,
  sessionId: string,
): { id: string; role_id: string; delegation_id: string | null }[] {
  return prepared<{ id: string; role_id: string; delegation_id: string | null }>(
    db,
    `WITH RECURSIVE line (id) AS (
       SELECT participant_id FROM session_sign_ups WHERE session_id = ? AND voided_at IS NULL
       UNION SELECT s.substitute_id FROM line l JOIN substitutions s ON s.original_id = l.id AND s.voided_at IS NULL)
     SELECT p.id, p.role_id, p.delegation_id FROM line l JOIN participants p ON p.id = l.id WHERE p.archived_at IS NULL`,
  ).all(sessionId)
}
