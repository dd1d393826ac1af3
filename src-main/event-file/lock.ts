import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { EventFileError } from './errors.ts'

/**
 * Keeps a second Gelar away from an event file, on this machine or over a shared folder.
 * The lock is an SQLite lock on a small file beside the event, so the operating system lets go of it when the process dies.
 */
export function lockEventFile(path: string): () => void {
  const lockPath = `${path}-lock`
  const lock = new Database(lockPath, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new EventFileError('in-use', path, error)
  }
  // Its last holder may have taken it away between our opening and our locking; then it keeps nobody away.
  if (!existsSync(lockPath)) {
    lock.close()
    throw new EventFileError('in-use', path)
  }
  return () => {
    // Removed while it is held where the system allows it, so that nobody can be waiting on a file that is going.
    if (process.platform !== 'win32') rmSync(lockPath, { force: true })
    lock.close()
    if (process.platform === 'win32') removeIfUnused(lockPath)
  }
}

/** Windows does not remove a file that somebody has open: then it is theirs now. */
function removeIfUnused(lockPath: string): void {
  try {
    rmSync(lockPath, { force: true })
  } catch {
    // The next holder removes it.
  }
}
