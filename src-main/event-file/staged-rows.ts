import type { Statement } from 'better-sqlite3'
import type { WriteHandle } from './handles.ts'

let stagedSoFar = 0

/**
 * Rows that wait in a temporary table of this connection, in memory and outside the event, until a transaction moves
 * them in with one statement per table: much shorter than binding thousands of rows inside it. Gone with `drop`.
 */
export class StagedRows {
  /** The table, for the statement that moves the rows; `rowid` counts them from 1 in the order in which they were added. */
  readonly table: string
  private readonly db: WriteHandle
  private readonly insert: Statement

  constructor(db: WriteHandle, columns: readonly string[]) {
    this.db = db
    this.table = `temp.staged_${(stagedSoFar += 1)}`
    db.exec(`CREATE TABLE ${this.table} (${columns.join(', ')})`)
    this.insert = db.prepare(`INSERT INTO ${this.table} VALUES (${columns.map(() => '?').join(', ')})`)
  }

  add(values: readonly unknown[]): void {
    this.insert.run(...values)
  }

  drop(): void {
    this.db.exec(`DROP TABLE IF EXISTS ${this.table}`)
  }
}
