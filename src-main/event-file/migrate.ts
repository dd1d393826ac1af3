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

/** Brings the file to the newest schema and returns how many steps ran; all of them or, when one fails, none. */
export function migrate(db: Database, migrations: readonly Migration[]): number {
  const current = db.pragma('user_version', { simple: true }) as number
  const missing = migrations.filter(step => step.version > current)
  if (missing.length === 0) return 0
  db.transaction(() => {
    for (const step of missing) {
      db.exec(step.sql)
      step.fill?.(db)
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${missing.at(-1)?.version ?? current}`)
  }).immediate()
  // The version is also read from the file's header, so it may not stay in the write-ahead log.
  db.pragma('wal_checkpoint(TRUNCATE)')
  return missing.length
}
