import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

export interface AuditRow {
  sequence: number
  act_id: string
  at: number
  device_id: string
  device_name: string
  operator: string
  verb: string
  subject_id: string
  undoes: string | null
  payload: string | null
  payload_hash: string
  hash: string
}

export function getAuditRow(db: ReadHandle, actId: string): AuditRow | undefined {
  return prepared<AuditRow>(db, 'SELECT * FROM audit WHERE act_id = ?').get(actId)
}

/** The act that undid this one, if any. */
export function getUndoOf(db: ReadHandle, actId: string): AuditRow | undefined {
  return prepared<AuditRow>(db, 'SELECT * FROM audit WHERE undoes = ?').get(actId)
}

export function getLastHash(db: ReadHandle): string {
  const row = prepared<{ hash: string }>(db, 'SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1').get()
  return row?.hash ?? ''
}

/** 0 when nothing has happened yet. */
export function selectLastSequence(db: ReadHandle): number {
  return prepared<{ last: number }>(db, 'SELECT coalesce(max(sequence), 0) AS last FROM audit').get()?.last ?? 0
}

export function hasRowsAfter(db: ReadHandle, sequence: number, exceptVerbs: readonly string[]): boolean {
  const sql = 'SELECT 1 FROM audit WHERE sequence > ? AND verb NOT IN (SELECT value FROM json_each(?)) LIMIT 1'
  return prepared(db, sql).get(sequence, JSON.stringify(exceptVerbs)) !== undefined
}

export function insertAuditRow(db: WriteHandle, row: Omit<AuditRow, 'sequence'>): void {
  prepared(
    db,
    `INSERT INTO audit (act_id, at, device_id, device_name, operator, verb, subject_id, undoes, payload, payload_hash, hash)
     VALUES (@act_id, @at, @device_id, @device_name, @operator, @verb, @subject_id, @undoes, @payload, @payload_hash, @hash)`,
  ).run(row)
}

/** Newest first, for one person or thing. */
export function listAuditRowsOf(db: ReadHandle, subjectId: string, limit: number): AuditRow[] {
  return prepared<AuditRow>(db, 'SELECT * FROM audit WHERE subject_id = ? ORDER BY sequence DESC LIMIT ?').all(
    subjectId,
    limit,
  )
}

/** The newest acts of these verbs, with whether each has been taken back. */
export function listRowsByVerb(
  db: ReadHandle,
  verbs: readonly string[],
  limit: number,
): (AuditRow & { is_undone: number })[] {
  return prepared<AuditRow & { is_undone: number }>(
    db,
    `SELECT a.*, EXISTS (SELECT 1 FROM audit u WHERE u.undoes = a.act_id) AS is_undone
     FROM audit a WHERE a.verb IN (SELECT value FROM json_each(?)) ORDER BY a.sequence DESC LIMIT ?`,
  ).all(JSON.stringify(verbs), limit)
}

/** A device's acts of these verbs that have not been taken back, newest first. */
export function listStandingRowsOf(
  db: ReadHandle,
  deviceId: string,
  verbs: readonly string[],
  limit: number,
): AuditRow[] {
  return prepared<AuditRow>(
    db,
    `SELECT a.* FROM audit a
     WHERE a.device_id = ? AND a.undoes IS NULL AND a.verb IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.undoes = a.act_id)
     ORDER BY a.sequence DESC LIMIT ?`,
  ).all(deviceId, JSON.stringify(verbs), limit)
}

export function iterateAuditRows(db: ReadHandle): IterableIterator<AuditRow> {
  return prepared<AuditRow>(db, 'SELECT * FROM audit ORDER BY sequence').iterate()
}
