import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, type Migration } from '#main/event-file/migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '#main/event-file/migrations/all.ts'
import { openEventFile } from '#main/event-file/open.ts'
import { newestSchema, schemaOf } from '#test/fixtures/make-fixtures.ts'
import { snapshotOf, tempFolder } from '../temp-folder.ts'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures')
const NEXT = SCHEMA_VERSION + 1
const good: Migration = {
  version: NEXT,
  name: 'good',
  sql: 'CREATE TABLE added (id TEXT NOT NULL PRIMARY KEY) STRICT;',
}
const bad: Migration = {
  version: NEXT + 1,
  name: 'bad',
  sql: 'CREATE TABLE other (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
}

/** A whole event at this program's schema. */
function event(folder: string): string {
  const path = join(folder, 'acara.gelar')
  copyFileSync(join(FIXTURES, 'events', `schema-${SCHEMA_VERSION}.gelar`), path)
  openEventFile(path).close()
  return path
}

function schemaIn(path: string): string {
  const db = new Database(path)
  const schema = schemaOf(db)
  db.close()
  return schema
}

describe('the schema', () => {
  it('is the committed snapshot (npm run fixtures writes it)', () => {
    expect(newestSchema()).toBe(readFileSync(join(FIXTURES, 'schema.sql'), 'utf8'))
    expect(MIGRATIONS.map(step => step.version)).toEqual(MIGRATIONS.map((_step, index) => index + 1))
  })

  it('has STRICT tables only', () => {
    const db = new Database(':memory:')
    migrate(db, MIGRATIONS)
    const lax = db.prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    expect(lax.all()).toEqual([])
    db.close()
  })

  it.each(MIGRATIONS.map(step => step.version))('a file of schema %i opens as the newest, with its people', version => {
    const folder = tempFolder()
    const path = join(folder, 'lama.gelar')
    const old = join(FIXTURES, 'events', `schema-${version}.gelar`)
    copyFileSync(old, path)
    const { db, close } = openEventFile(path)
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.prepare('SELECT name FROM participants').pluck().all()).toEqual(['Sitti Aminah Mappatunru'])
    close()
    expect(schemaIn(path)).toBe(newestSchema())
    const backup = join(folder, `lama.schema-${version}.gelar`)
    if (version < SCHEMA_VERSION) expect(readFileSync(backup).equals(readFileSync(old))).toBe(true)
    expect(readdirSync(folder)).toHaveLength(version < SCHEMA_VERSION ? 2 : 1)
  })
})

describe('a migration', () => {
  it('keeps the event as it was beside it, and that copy still opens in the older program', () => {
    const folder = tempFolder()
    const path = event(folder)
    openEventFile(path, { migrations: [...MIGRATIONS, good] }).close()
    expect(() => openEventFile(path)).toThrow(expect.objectContaining({ problem: 'from-the-future' }))
    openEventFile(join(folder, `acara.schema-${SCHEMA_VERSION}.gelar`)).close()
  })

  it('that fails leaves the file at the schema it had, with nothing beside it', () => {
    const folder = tempFolder()
    const path = event(folder)
    const before = schemaIn(path)
    expect(() => openEventFile(path, { migrations: [...MIGRATIONS, good, bad] })).toThrow('nowhere')
    expect(schemaIn(path)).toBe(before)
    expect(Object.keys(snapshotOf(folder))).toEqual([path])
    openEventFile(path).close()
  })
})
