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

export function insertAuditRow(db: WriteHandle, row: Omit<AuditRow, 'sequence'>): void {
  prepared(
    db,
    `INSERT INTO audit (act_id, at, device_id, device_name, operator, verb, subject_id, undoes, payload, payload_hash, hash)
     VALUES (@act_id, @at, @device_id, @device_name, @operator, @verb, @subject_id, @undoes, @payload, @payload_hash, @hash)`,
  ).run(row)
}

/** Newest first; `before` is the sequence to go on from. */
export function listAuditRows(db: ReadHandle, before: number, limit: number): AuditRow[] {
  return prepared<AuditRow>(db, 'SELECT * FROM audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?').all(
    before,
    limit,
  )
}

/** Newest first, for one person or thing. */
export function listAuditRowsOf(db: ReadHandle, subjectId: string, limit: number): AuditRow[] {
  return prepared<AuditRow>(db, 'SELECT * FROM audit WHERE subject_id = ? ORDER BY sequence DESC LIMIT ?').all(
    subjectId,
    limit,
  )
}

export function iterateAuditRows(db: ReadHandle): IterableIterator<AuditRow> {
  return prepared<AuditRow>(db, 'SELECT * FROM audit ORDER BY sequence').iterate()
}
