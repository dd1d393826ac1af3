import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

/** A day as a whole, or one of its sessions. */
export interface PlaceKey {
  dayId: string
  sessionId: string | null
}

export interface MarkRow {
  id: string
  participant_id: string
  day_id: string
  session_id: string | null
  source: 'sheet' | 'signature' | 'correction'
  is_present: number
  minutes: number | null
  reason: string
  sheet_id: string | null
  strokes: string
  at: number
  device_name: string
  operator: string
  act_id: string
}

const COLUMNS =
  'participant_id, day_id, session_id, source, is_present, minutes, reason, sheet_id, strokes, at, device_name, operator, act_id'

/** The id of the standing mark of one source, if there is one. */
export function findStandingMark(
  db: ReadHandle,
  participantId: string,
  place: PlaceKey,
  source: MarkRow['source'],
): string | undefined {
  return prepared<{ id: string }>(
    db,
    `SELECT id FROM attendance_marks
     WHERE participant_id = ? AND day_id = ? AND coalesce(session_id, '') = ? AND source = ? AND voided_at IS NULL`,
  ).get(participantId, place.dayId, place.sessionId ?? '', source)?.id
}

export function insertMark(db: WriteHandle, row: MarkRow): void {
  prepared(
    db,
    `INSERT INTO attendance_marks (id, ${COLUMNS})
     VALUES (@id, @participant_id, @day_id, @session_id, @source, @is_present, @minutes, @reason, @sheet_id, @strokes, @at,
       @device_name, @operator, @act_id)`,
  ).run(row)
}

export function voidMark(db: WriteHandle, id: string, at: number, voidedBy: string): boolean {
  return (
    prepared(db, 'UPDATE attendance_marks SET voided_at = ?, voided_by = ? WHERE id = ? AND voided_at IS NULL').run(
      at,
      voidedBy,
      id,
    ).changes > 0
  )
}

/** Makes a mark stand again that this act voided, unless another of its source stands by now. */
export function restoreMark(db: WriteHandle, id: string, voidedBy: string): boolean {
  return (
    prepared(
      db,
      `UPDATE attendance_marks AS m SET voided_at = NULL, voided_by = NULL WHERE id = ? AND voided_by = ? AND NOT EXISTS (
         SELECT 1 FROM attendance_marks s WHERE s.participant_id = m.participant_id AND s.day_id = m.day_id
           AND coalesce(s.session_id, '') = coalesce(m.session_id, '') AND s.source = m.source AND s.voided_at IS NULL)`,
    ).run(id, voidedBy).changes > 0
  )
}

/** Whose sheet ticks stand for a place. */
export function listTicked(db: ReadHandle, place: PlaceKey): string[] {
  return prepared<{ participant_id: string }>(
    db,
    `SELECT participant_id FROM attendance_marks
     WHERE day_id = ? AND session_id IS ? AND source = 'sheet' AND voided_at IS NULL`,
  )
    .all(place.dayId, place.sessionId)
    .map(row => row.participant_id)
}

/** The signatures on screen that stand for a place. */
export function listStrokes(db: ReadHandle, place: PlaceKey): { participantId: string; strokes: string }[] {
  return prepared<{ participantId: string; strokes: string }>(
    db,
    `SELECT participant_id AS participantId, strokes FROM attendance_marks
     WHERE day_id = ? AND session_id IS ? AND source = 'signature' AND voided_at IS NULL`,
  ).all(place.dayId, place.sessionId)
}

export interface SheetRow {
  id: string
  code: string
  day_id: string
  session_id: string | null
  title: string
  participant_ids: string
  made_at: number
  device_name: string
}

export function insertSheet(db: WriteHandle, row: SheetRow): void {
  prepared(
    db,
    `INSERT INTO signature_sheets (id, code, day_id, session_id, title, participant_ids, made_at, device_name)
     VALUES (@id, @code, @day_id, @session_id, @title, @participant_ids, @made_at, @device_name)`,
  ).run(row)
}

export function getSheetByCode(db: ReadHandle, code: string): SheetRow | undefined {
  return prepared<SheetRow>(db, 'SELECT * FROM signature_sheets WHERE code = ?').get(code)
}

export function getSheet(db: ReadHandle, id: string): SheetRow | undefined {
  return prepared<SheetRow>(db, 'SELECT * FROM signature_sheets WHERE id = ?').get(id)
}

/** The newest first. */
export function listSheetRows(db: ReadHandle): SheetRow[] {
  return prepared<SheetRow>(db, 'SELECT * FROM signature_sheets ORDER BY made_at DESC, id DESC').all()
}

/** The names of these people, archived ones too, in no order. */
export function listNames(
  db: ReadHandle,
  ids: readonly string[],
): { id: string; titleBefore: string; name: string; titleAfter: string }[] {
  return prepared<{ id: string; titleBefore: string; name: string; titleAfter: string }>(
    db,
    `SELECT id, title_before AS titleBefore, name, title_after AS titleAfter FROM participants
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
}
