import { accessSync, constants, existsSync, rmSync, type Stats, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { asEventFileError, EventFileError } from './errors.ts'
import { APPLICATION_ID, EVENT_FILE_EXTENSION, HEADER_BYTES, readFormat } from './format.ts'
import { SCHEMA_VERSION } from './migrations/all.ts'

/** Below this much free space a power cut could cost an act, so the file is not opened. */
const MINIMUM_FREE_BYTES = 16 * 1024 * 1024
const READ_BITS = 0o444
const WRITE_BITS = 0o222

/** Refuses what is no event file of this or an older Gelar by its place, its rights and its first 100 bytes; opens nothing. */
export function refuseUnlessGelar(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new EventFileError('not-found', path)
  if (stats.isDirectory()) throw new EventFileError('is-folder', path)
  if (!stats.isFile()) throw new EventFileError('not-gelar', path)
  if ((stats.mode & READ_BITS) === 0 || !isAllowed(path, constants.R_OK)) throw new EventFileError('unreadable', path)
  refuseByHeader(path, stats.size)
  refuseUnlessWritable(path, stats)
}

function refuseByHeader(path: string, size: number): void {
  // A file of ours is never this short, but a copy that was broken off can be.
  if (size < HEADER_BYTES) throw new EventFileError(path.endsWith(EVENT_FILE_EXTENSION) ? 'damaged' : 'not-gelar', path)
  const format = readFormat(path)
  if (!format.isSqlite || format.applicationId !== APPLICATION_ID) throw new EventFileError('not-gelar', path)
  if (format.schemaVersion > SCHEMA_VERSION) throw new EventFileError('from-the-future', path)
  if (format.schemaVersion === 0) throw new EventFileError('damaged', path)
}

function refuseUnlessWritable(path: string, stats: Stats): void {
  const folder = dirname(path)
  const isMarked = (stats.mode & WRITE_BITS) === 0 || (statSync(folder).mode & WRITE_BITS) === 0
  if (isMarked || !isAllowed(path, constants.W_OK) || !isAllowed(folder, constants.W_OK)) {
    throw new EventFileError('read-only', path)
  }
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

/** Free bytes where a file is or would be. */
export function freeBytesAt(path: string): number {
  const space = statfsSync(dirname(path))
  return space.bavail * space.bsize
}

/** Refuses a place that has no room for `neededBytes` and some acts more. */
export function refuseIfDiskFull(path: string, freeBytes: number, neededBytes = 0): void {
  if (freeBytes < MINIMUM_FREE_BYTES + neededBytes) throw new EventFileError('disk-full', path)
}

/**
 * Looks through a read-only connection, which can't change the file; takes away the helper files that SQLite needed for looking.
 * Needs the lock: nobody else may be using those helper files.
 */
export function refuseIfDamaged(path: string): void {
  const helpers = [`${path}-wal`, `${path}-shm`].filter(helper => !existsSync(helper))
  try {
    look(path)
  } catch (error) {
    throw asEventFileError(error, path)
  } finally {
    for (const helper of helpers) rmSync(helper, { force: true })
  }
}

function look(path: string): void {
  const db = new Database(path, { readonly: true, timeout: 0 })
  try {
    // The write-ahead log may hold a newer version than the header says.
    const version = db.pragma('user_version', { simple: true }) as number
    if (version > SCHEMA_VERSION) throw new EventFileError('from-the-future', path)
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new EventFileError('damaged', path)
    const hasEvent = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'event'").get()
    if (!hasEvent || !db.prepare('SELECT 1 FROM event').get()) throw new EventFileError('damaged', path)
  } finally {
    db.close()
  }
}
