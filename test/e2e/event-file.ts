import { globSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { EventFile } from '#main/event-file/open.ts'
import { findBrokenLink } from '#main/features/audit/service.ts'
import { fullName } from '#main/features/participants/person-rules.ts'

/** What an event file says once the program has ended. */
export interface Inspection {
  integrity: unknown
  /** The first audit row that does not belong to the chain; null when it is whole. */
  brokenLink: number | null
  people: number
  delegations: number
  substituted: { original: string; substitute: string }[]
  standingCheckIns: number
  voidedCheckIns: number
  /** How many scans were written down, per verdict. */
  scans: Record<string, number>
}

interface NameRow {
  title_before: string
  name: string
  title_after: string
}

/** The only event file below a data folder. */
export function eventFileIn(dataDir: string): string {
  const [path, ...others] = globSync('**/*.gelar', { cwd: dataDir })
  if (path === undefined || others.length > 0) throw new Error(`not one event file in ${dataDir}`)
  return join(dataDir, path)
}

/** Reads the file as any SQLite program would, without Gelar's own way of opening it. */
export function inspectEventFile(path: string): Inspection {
  return reading(path, db => ({
    integrity: db.pragma('integrity_check', { simple: true }),
    brokenLink: findBrokenLink({ path, db } as unknown as EventFile),
    people: count(db, 'participants WHERE archived_at IS NULL'),
    delegations: count(db, 'delegations WHERE archived_at IS NULL'),
    substituted: db
      .prepare('SELECT original_id, substitute_id FROM substitutions WHERE voided_at IS NULL ORDER BY at')
      .all()
      .map(row => {
        const { original_id, substitute_id } = row as { original_id: string; substitute_id: string }
        return { original: nameOf(db, original_id), substitute: nameOf(db, substitute_id) }
      }),
    standingCheckIns: count(db, 'check_ins WHERE voided_at IS NULL'),
    voidedCheckIns: count(db, 'check_ins WHERE voided_at IS NOT NULL'),
    scans: Object.fromEntries(
      db.prepare('SELECT verdict, count(*) FROM scans GROUP BY verdict').raw().all() as [string, number][],
    ),
  }))
}

/** The badges that stand, with the names as they are printed. Can be asked while the program runs. */
export function listBadges(path: string): { name: string; code: string }[] {
  return reading(path, db => {
    const rows = db
      .prepare(
        `SELECT title_before, name, title_after, code FROM badges JOIN participants p ON p.id = participant_id
         WHERE revoked_at IS NULL AND archived_at IS NULL`,
      )
      .all() as (NameRow & { code: string })[]
    return rows.map(row => ({ name: nameIn(row), code: row.code }))
  })
}

function reading<Result>(path: string, read: (db: Database.Database) => Result): Result {
  const db = new Database(path, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function count(db: Database.Database, rows: string): number {
  return db.prepare(`SELECT count(*) FROM ${rows}`).pluck().get() as number
}

function nameOf(db: Database.Database, id: string): string {
  return nameIn(db.prepare('SELECT title_before, name, title_after FROM participants WHERE id = ?').get(id) as NameRow)
}

function nameIn({ title_before, name, title_after }: NameRow): string {
  return fullName({ titleBefore: title_before, name, titleAfter: title_after })
}
