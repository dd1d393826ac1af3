import { copyFileSync, existsSync, lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ChangeFeed } from './change-feed.ts'
import { freeBytesAt, refuseIfDamaged, refuseIfDiskFull, refuseUnlessGelar } from './checks.ts'
import { asEventFileError, EventFileError } from './errors.ts'
import { EVENT_FILE_EXTENSION } from './format.ts'
import type { WriteHandle } from './handles.ts'
import { lockEventFile } from './lock.ts'
import { migrate, type Migration } from './migrate.ts'
import { MIGRATIONS } from './migrations/all.ts'

/** An event file that this program holds open and alone. */
export interface EventFile {
  readonly path: string
  readonly db: WriteHandle
  readonly changes: ChangeFeed
  close(): void
}

/** What tests put in place of the machine's disk and of this program's schema. */
interface Surroundings {
  freeBytes?: (path: string) => number
  migrations?: readonly Migration[]
}

/** Opens an event file, or throws {@link EventFileError} and leaves it exactly as it was. */
export function openEventFile(path: string, surroundings: Surroundings = {}): EventFile {
  const { freeBytes = freeBytesAt, migrations = MIGRATIONS } = surroundings
  let unlock: (() => void) | undefined
  try {
    refuseUnlessGelar(path)
    // One file, one lock, whatever link leads to it.
    const realPath = realpathSync(path)
    refuseIfDiskFull(realPath, freeBytes(realPath))
    unlock = lockEventFile(realPath)
    refuseIfDamaged(realPath)
    return asEventFile(realPath, connect(realPath, migrations), unlock)
  } catch (error) {
    unlock?.()
    throw asEventFileError(error, path)
  }
}

/**
 * Makes a new event file with the newest schema; `fill` writes its first rows. Never overwrites.
 * It gets its name only when it is whole, so a creation that fails or is cut short leaves no half event.
 */
export function createEventFile(
  path: string,
  fill: (db: WriteHandle) => void,
  surroundings: Surroundings = {},
): EventFile {
  const { freeBytes = freeBytesAt, migrations = MIGRATIONS } = surroundings
  let unlock: (() => void) | undefined
  const unfinished = `${path}.unfinished`
  try {
    refuseUnlessFree(path)
    refuseIfDiskFull(path, freeBytes(path))
    unlock = lockEventFile(path)
    removeWithHelpers(unfinished)
    writeFirstRows(unfinished, migrations, fill)
    renameSync(unfinished, path)
    return asEventFile(path, connect(path, migrations), unlock)
  } catch (error) {
    if (unlock) removeWithHelpers(unfinished)
    unlock?.()
    throw asEventFileError(error, path)
  }
}

/** Refuses a place for a new file where something is already, or whose folder is not there. */
export function refuseUnlessFree(path: string): void {
  // lstat and not exists: a path that no file system takes throws here, and is refused as such.
  if (lstatSync(path, { throwIfNoEntry: false })) throw new EventFileError('exists', path)
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) throw new EventFileError('not-found', path)
}

/** Removes a database that is not in use, with the files that SQLite may have put beside it. */
export function removeWithHelpers(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

function writeFirstRows(path: string, migrations: readonly Migration[], fill: (db: WriteHandle) => void): void {
  const db = connect(path, migrations)
  try {
    db.transaction(() => fill(db)).immediate()
  } finally {
    db.close()
  }
}

function asEventFile(path: string, db: WriteHandle, unlock: () => void): EventFile {
  return {
    path,
    db,
    changes: new ChangeFeed(),
    close() {
      db.close()
      unlock()
    },
  }
}

function connect(path: string, migrations: readonly Migration[]): WriteHandle {
  const db = new Database(path, { timeout: 2000 }) as unknown as WriteHandle
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    migrateWithBackup(db, path, migrations)
    // FULL: an acknowledged act is on the disk, also after a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -16000')
    // What waits to be imported is personal data: it stays out of the system's folder of temporary files.
    db.pragma('temp_store = MEMORY')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A migration that fails leaves the file at its old schema and no copy of it behind. */
function migrateWithBackup(db: WriteHandle, path: string, migrations: readonly Migration[]): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version >= migrations.length) return
  const backup = version === 0 ? undefined : backupPath(path, version)
  const isNewBackup = backup !== undefined && !existsSync(backup)
  if (isNewBackup) {
    db.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(path, backup)
  }
  try {
    migrate(db, migrations)
  } catch (error) {
    if (isNewBackup) rmSync(backup, { force: true })
    throw error
  }
}

/** `Acara.schema-1.gelar`: the event as it was before the schema grew; the older program opens it. */
function backupPath(path: string, version: number): string {
  const stem = path.endsWith(EVENT_FILE_EXTENSION) ? path.slice(0, -EVENT_FILE_EXTENSION.length) : path
  return `${stem}.schema-${version}${EVENT_FILE_EXTENSION}`
}
