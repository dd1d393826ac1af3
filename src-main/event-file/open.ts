import { copyFileSync, existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ChangeFeed } from './change-feed.ts'
import { EventFileError } from './errors.ts'
import { APPLICATION_ID, readFormat } from './format.ts'
import type { WriteHandle } from './handles.ts'
import { lockEventFile } from './lock.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/all.ts'

/** Below this much free space a power cut could cost an act, so the file is not opened. */
const MINIMUM_FREE_BYTES = 16 * 1024 * 1024
const NO_WRITE_BITS = 0o222

/** An event file that this program holds open and alone. */
export interface EventFile {
  readonly path: string
  readonly db: WriteHandle
  readonly changes: ChangeFeed
  close(): void
}

/** Opens an event file, or throws {@link EventFileError} and leaves it exactly as it was. */
export function openEventFile(path: string): EventFile {
  refuseUnlessGelar(path)
  refuseUnlessWritable(path)
  const unlock = lockEventFile(path)
  try {
    refuseIfDamaged(path)
    return connect(path, unlock)
  } catch (error) {
    unlock()
    throw asEventFileError(error, path)
  }
}

/** Makes a new event file with the newest schema; `fill` writes its first rows in one transaction. Never overwrites. */
export function createEventFile(path: string, fill: (db: WriteHandle) => void): EventFile {
  if (existsSync(path)) throw new EventFileError('exists', path)
  let unlock: (() => void) | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    refuseIfDiskFull(path)
    unlock = lockEventFile(path)
    const file = connect(path, unlock)
    file.db.transaction(() => fill(file.db)).immediate()
    return file
  } catch (error) {
    unlock?.()
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(path + suffix, { force: true })
    throw asEventFileError(error, path)
  }
}

function connect(path: string, unlock: () => void): EventFile {
  const db = new Database(path, { timeout: 2000 }) as unknown as WriteHandle
  try {
    // FULL: an acknowledged act is on the disk, also after a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('cache_size = -16000')
    backUpBeforeMigration(db, path)
    migrate(db, MIGRATIONS)
  } catch (error) {
    db.close()
    throw error
  }
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

function backUpBeforeMigration(db: WriteHandle, path: string): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version === 0 || version >= SCHEMA_VERSION) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(path, `${path}-before-schema-${SCHEMA_VERSION}`)
}

function refuseUnlessGelar(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) throw new EventFileError('not-found', path)
  let format: ReturnType<typeof readFormat>
  try {
    format = readFormat(path)
  } catch (error) {
    throw new EventFileError('damaged', path, error)
  }
  if (!format.isSqlite || format.applicationId !== APPLICATION_ID) throw new EventFileError('not-gelar', path)
  if (format.schemaVersion > SCHEMA_VERSION) throw new EventFileError('from-the-future', path)
}

function refuseUnlessWritable(path: string): void {
  if ((statSync(path).mode & NO_WRITE_BITS) === 0) throw new EventFileError('read-only', path)
  refuseIfDiskFull(path)
}

function refuseIfDiskFull(path: string): void {
  const space = statfsSync(dirname(path))
  if (space.bavail * space.bsize < MINIMUM_FREE_BYTES) throw new EventFileError('disk-full', path)
}

/** Looks through a read-only connection, which can't change the file. */
function refuseIfDamaged(path: string): void {
  const db = new Database(path, { readonly: true })
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new EventFileError('damaged', path)
  } finally {
    db.close()
  }
}

const PROBLEM_BY_SQLITE_CODE: [RegExp, EventFileError['problem']][] = [
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'damaged'],
  [/^SQLITE_FULL|^ENOSPC/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EACCES|EROFS|EPERM)/, 'read-only'],
  [/^SQLITE_(BUSY|LOCKED)/, 'in-use'],
]

/** Puts the words of SQLite and the operating system into ours; what has none stays a bug and passes through. */
export function asEventFileError(error: unknown, path: string): unknown {
  if (error instanceof EventFileError) return error
  const code = String((error as { code?: unknown }).code ?? '')
  const known = PROBLEM_BY_SQLITE_CODE.find(([pattern]) => pattern.test(code))
  return known ? new EventFileError(known[1], path, error) : error
}
