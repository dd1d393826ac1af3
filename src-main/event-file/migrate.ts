import type { Database } from 'better-sqlite3'
import { APPLICATION_ID } from './format.ts'

/** One numbered, additive step of the schema. */
export interface Migration {
  version: number
  name: string
  sql: string
  /** Fills what the step has added; runs inside the same transaction. */
  fill?: (db: Database) => void
}

/** Brings the file to the newest schema, each step in a transaction of its own, and returns how many steps ran. */
export function migrate(db: Database, migrations: readonly Migration[]): number {
  const current = db.pragma('user_version', { simple: true }) as number
  const missing = migrations.filter(step => step.version > current)
  for (const step of missing) {
    db.transaction(() => {
      db.exec(step.sql)
      step.fill?.(db)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
  // The version is also read from the file's header, so it may not stay in the write-ahead log.
  if (missing.length > 0) db.pragma('wal_checkpoint(TRUNCATE)')
  return missing.length
}
