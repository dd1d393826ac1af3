import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

/** What `decide()` needs to know of a person, in one read. */
export interface DeskStateRow {
  id: string
  archived_at: number | null
  archive_reason: string
  replaced_by: string | null
  checked_in_at: number | null
  checked_in_device: string | null
}

export interface CheckInRow {
  id: string
  participant_id: string
  day_id: string
  at: number
  device_name: string
  method: 'scan' | 'search' | 'group' | 'walk-in' | 'substitute'
  act_id: string
}

export function getDeskState(db: ReadHandle, participantId: string, dayId: string | null): DeskStateRow | undefined {
  return prepared<DeskStateRow>(
    db,
    `SELECT p.id, p.archived_at, p.archive_reason, s.substitute_id AS replaced_by,
            c.at AS checked_in_at, c.device_name AS checked_in_device
     FROM participants p
     LEFT JOIN substitutions s ON s.original_id = p.id AND s.voided_at IS NULL
     LEFT JOIN check_ins c ON c.participant_id = p.id AND c.day_id = ? AND c.voided_at IS NULL
     WHERE p.id = ?`,
  ).get(dayId, participantId)
}

export function insertCheckIn(db: WriteHandle, row: CheckInRow): void {
  prepared(
    db,
    `INSERT INTO check_ins (id, participant_id, day_id, at, device_name, method, act_id)
     VALUES (@id, @participant_id, @day_id, @at, @device_name, @method, @act_id)`,
  ).run(row)
}

/** Voids what an act checked in; says how many there were. */
export function voidCheckInsOfAct(db: WriteHandle, actId: string, at: number, voidedBy: string): number {
  return prepared(db, 'UPDATE check_ins SET voided_at = ?, voided_by = ? WHERE act_id = ? AND voided_at IS NULL').run(
    at,
    voidedBy,
    actId,
  ).changes
}

/** Whether a check-in of this person stands that another act made. */
export function hasOtherCheckIn(db: ReadHandle, participantId: string, actId: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM check_ins WHERE participant_id = ? AND voided_at IS NULL AND act_id <> ? LIMIT 1').get(
      participantId,
      actId,
    ) !== undefined
  )
}

export function insertScan(
  db: WriteHandle,
  scan: { id: string; at: number; device_name: string; verdict: string; participant_id: string | null; detail: string },
): void {
  prepared(
    db,
    `INSERT INTO scans (id, at, device_name, verdict, participant_id, detail)
     VALUES (@id, @at, @device_name, @verdict, @participant_id, @detail)`,
  ).run(scan)
}

export function insertSubstitution(
  db: WriteHandle,
  row: { id: string; original_id: string; substitute_id: string; reason: string; at: number; device_name: string },
): void {
  prepared(
    db,
    `INSERT INTO substitutions (id, original_id, substitute_id, reason, at, device_name)
     VALUES (@id, @original_id, @substitute_id, @reason, @at, @device_name)`,
  ).run(row)
}

export function voidSubstitution(db: WriteHandle, id: string, at: number, voidedBy: string): boolean {
  return (
    prepared(db, 'UPDATE substitutions SET voided_at = ?, voided_by = ? WHERE id = ? AND voided_at IS NULL').run(
      at,
      voidedBy,
      id,
    ).changes > 0
  )
}
