import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { EventFileError } from './errors.ts'

/**
 * Keeps a second Gelar away from an event file, on this machine or over a shared folder.
 * The lock is an SQLite lock on a small file beside the event, so the operating system lets go of it when the process dies.
 */
export function lockEventFile(path: string): () => void {
  const lockPath = `${path}-lock`
  const hadLockFile = existsSync(lockPath)
  const lock = new Database(lockPath, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!hadLockFile) rmSync(lockPath, { force: true })
    throw new EventFileError('in-use', path, error)
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
    rmSync(lockPath, { force: true })
  }
}
