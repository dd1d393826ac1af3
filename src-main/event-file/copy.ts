import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { EventFileError } from './errors.ts'
import { asEventFileError, type EventFile } from './open.ts'

/**
 * Writes a copy of an open event while work goes on (SQLite's online backup), reads it back, and only then gives it its name.
 * Throws {@link EventFileError}: `exists` when something is there already, `disk-full`, `read-only`, `damaged` when the copy does not read back.
 */
export async function saveCopy(file: EventFile, target: string): Promise<void> {
  if (existsSync(target)) throw new EventFileError('exists', target)
  const unfinished = `${target}.unfinished`
  try {
    mkdirSync(dirname(target), { recursive: true })
    await file.db.backup(unfinished)
    const copy = new Database(unfinished)
    try {
      copy.pragma('journal_mode = DELETE')
      if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new EventFileError('damaged', target)
    } finally {
      copy.close()
    }
    renameSync(unfinished, target)
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true })
    throw asEventFileError(error, target)
  }
}
