import Database from 'better-sqlite3'
import type { ReadHandle } from './handles.ts'

/** A second connection to an event file that this program has open, for reading in a worker thread. Close it when done. */
export function openReadConnection(path: string): ReadHandle {
  const db = new Database(path, { readonly: true, timeout: 2000 }) as unknown as ReadHandle
  db.pragma('trusted_schema = OFF')
  return db
}
