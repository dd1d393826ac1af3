import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import { StagedRows } from '#main/event-file/staged-rows.ts'
import type { ImportVerdict, RowOutcome } from './contract.ts'

export interface RunRow {
  id: string
  at: number
  file_name: string
  sheet_name: string
  /** 0-based; -1: the list has none. */
  header_row: number
  /** The cells of the header row (JSON). */
  header: string
  /** How the list was read (JSON), for reading its rows again. */
  settings: string
  signature: string
  device_name: string
  row_count: number
}

export interface ImportedRow {
  run_id: string
  row_number: number
  row_key: string
  verdict: ImportVerdict
  outcome: RowOutcome
  /** Notes, skip reason and likely double (JSON). */
  reasons: string
  participant_id: string | null
  /** The row as it stood in the list (JSON). */
  cells: string
}

export function insertRun(db: WriteHandle, run: RunRow): void {
  prepared(
    db,
    `INSERT INTO import_runs (id, at, file_name, sheet_name, header_row, header, settings, signature, device_name, row_count)
     VALUES (@id, @at, @file_name, @sheet_name, @header_row, @header, @settings, @signature, @device_name, @row_count)`,
  ).run(run)
}

const ROW_COLUMNS = 'run_id, row_number, row_key, verdict, outcome, reasons, participant_id, cells'

/** Rows of an import that wait outside the event. */
export class StagedImportRows {
  private readonly rows: StagedRows

  constructor(db: WriteHandle) {
    this.rows = new StagedRows(db, ROW_COLUMNS.split(', '))
  }

  add(row: ImportedRow): void {
    const { run_id, row_number, row_key, verdict, outcome, reasons, participant_id, cells } = row
    this.rows.add([run_id, row_number, row_key, verdict, outcome, reasons, participant_id, cells])
  }

  moveIn(db: WriteHandle): void {
    db.exec(`INSERT INTO import_rows (${ROW_COLUMNS}) SELECT ${ROW_COLUMNS} FROM ${this.rows.table} ORDER BY rowid`)
  }

  drop(): void {
    this.rows.drop()
  }
}

export function listRuns(db: ReadHandle): RunRow[] {
  return prepared<RunRow>(db, 'SELECT * FROM import_runs ORDER BY at DESC, id DESC').all()
}

export function getRun(db: ReadHandle, id: string): RunRow | undefined {
  return prepared<RunRow>(db, 'SELECT * FROM import_runs WHERE id = ?').get(id)
}

export function countOutcomes(db: ReadHandle, runId: string): { outcome: RowOutcome; count: number }[] {
  return prepared<{ outcome: RowOutcome; count: number }>(
    db,
    'SELECT outcome, count(*) AS count FROM import_rows WHERE run_id = ? GROUP BY outcome',
  ).all(runId)
}

/** By row number; `outcome` null = all of them. */
export function listRows(
  db: ReadHandle,
  runId: string,
  outcome: RowOutcome | null,
  offset: number,
  limit: number,
): ImportedRow[] {
  return prepared<ImportedRow>(
    db,
    `SELECT * FROM import_rows WHERE run_id = @runId AND (@outcome IS NULL OR outcome = @outcome)
     ORDER BY row_number LIMIT @limit OFFSET @offset`,
  ).all({ runId, outcome, limit, offset })
}

export function getRow(db: ReadHandle, runId: string, rowNumber: number): ImportedRow | undefined {
  return prepared<ImportedRow>(db, 'SELECT * FROM import_rows WHERE run_id = ? AND row_number = ?').get(
    runId,
    rowNumber,
  )
}

/** The newest row under this key that became somebody. */
export function findImportedRow(db: ReadHandle, key: string, participantId: string): ImportedRow | undefined {
  return prepared<ImportedRow>(
    db,
    `SELECT import_rows.* FROM import_rows JOIN import_runs ON import_runs.id = run_id
     WHERE participant_id = ? AND row_key = ? ORDER BY at DESC LIMIT 1`,
  ).get(participantId, key)
}

/** Key of every row that became somebody -> that person. */
export function listImportedKeys(db: ReadHandle): Map<string, string> {
  const rows = prepared<{ key: string; id: string }>(
    db,
    `SELECT row_key AS key, participant_id AS id FROM import_rows WHERE participant_id IS NOT NULL AND row_key <> ''`,
  ).iterate()
  const keys = new Map<string, string>()
  for (const { key, id } of rows) keys.set(key, id)
  return keys
}

/** Keys of the rows that still wait for a decision. */
export function listUndecidedKeys(db: ReadHandle): Set<string> {
  const keys = prepared<string>(db, `SELECT row_key FROM import_rows WHERE outcome = 'undecided'`).pluck().all()
  return new Set(keys as string[])
}

/** Rows of earlier imports under this key need no decision any more: a later import has brought the person. */
export function settleEarlierRows(db: WriteHandle, key: string, participantId: string, exceptRunId: string): void {
  prepared(
    db,
    `UPDATE import_rows SET outcome = 'elsewhere', participant_id = ? WHERE row_key = ? AND outcome = 'undecided' AND run_id <> ?`,
  ).run(participantId, key, exceptRunId)
}

export function settleRow(
  db: WriteHandle,
  row: Pick<ImportedRow, 'run_id' | 'row_number' | 'outcome' | 'participant_id'>,
): void {
  prepared(
    db,
    'UPDATE import_rows SET outcome = @outcome, participant_id = @participant_id WHERE run_id = @run_id AND row_number = @row_number',
  ).run(row)
}
