import { randomUUID } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { freeBytesAt, refuseIfDiskFull } from './checks.ts'
import { asEventFileError, EventFileError } from './errors.ts'
import { type EventFile, refuseUnlessFree, removeWithHelpers } from './open.ts'

/**
 * Writes a copy of an open event while work goes on (SQLite's online backup), reads it back, and only then gives it its name.
 * Throws {@link EventFileError}: `exists` when something is there already, `not-found` when its folder is not there,
 * `disk-full`, `read-only`, `damaged` when the copy does not read back.
 */
export async function saveCopy(file: EventFile, target: string): Promise<void> {
  try {
    refuseUnlessFree(target)
    refuseIfDiskFull(target, freeBytesAt(target), statSync(file.path).size)
    await copyThrough(`${target}.${randomUUID().slice(0, 8)}.unfinished`, file, target)
  } catch (error) {
    throw asEventFileError(error, target)
  }
}

async function copyThrough(unfinished: string, file: EventFile, target: string): Promise<void> {
  try {
    await file.db.backup(unfinished)
    readBack(unfinished, target)
    refuseUnlessFree(target)
    renameSync(unfinished, target)
  } catch (error) {
    removeWithHelpers(unfinished)
    throw error
  }
}

function readBack(unfinished: string, target: string): void {
  const copy = new Database(unfinished)
  try {
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new EventFileError('damaged', target)
  } finally {
    copy.close()
  }
}
