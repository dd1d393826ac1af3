import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EVENT_FILE_PROBLEMS, type EventFileProblem } from '#main/event-file/errors.ts'
import { createEventFile, openEventFile } from '#main/event-file/open.ts'
import { SCHEMA_VERSION } from '#main/event-file/migrations/all.ts'
import { PROBLEMS } from '#main/features/events/contract.ts'
import errorsEn from '#renderer/i18n/en/errors.json' with { type: 'json' }
import errorsId from '#renderer/i18n/id/errors.json' with { type: 'json' }
import { snapshotOf, tempFolder } from '../temp-folder.ts'

const FIXTURE = resolve(import.meta.dirname, `../../fixtures/events/schema-${SCHEMA_VERSION}.gelar`)
const PAGE_BYTES = 1024

/** A whole event at the newest schema that opens. */
function wholeEvent(folder: string): string {
  const path = join(folder, 'acara.gelar')
  copyFileSync(FIXTURE, path)
  openEventFile(path).close()
  return path
}

/** Opens the file again by another program's ways. */
function change(path: string, work: (db: InstanceType<typeof Database>) => void): void {
  const db = new Database(path)
  work(db)
  db.close()
}

function problemOf(work: () => unknown): EventFileProblem | string {
  try {
    work()
    return 'opened'
  } catch (error) {
    return (error as { problem?: EventFileProblem }).problem ?? String(error)
  }
}

/** Opening is refused with this problem, and no byte in the folder is another than before. */
function expectRefused(folder: string, path: string, problem: EventFileProblem): void {
  const before = snapshotOf(folder)
  expect(problemOf(() => openEventFile(path))).toBe(problem)
  expect(snapshotOf(folder)).toEqual(before)
}

const broken: [string, EventFileProblem, (path: string) => void][] = [
  ['a text file', 'not-gelar', path => writeFileSync(path, 'Nama;HP\nSiti;0812\n'.repeat(50))],
  ['a database of another program', 'not-gelar', path => change(path, db => db.pragma('application_id = 7'))],
  ['a newer schema', 'from-the-future', path => change(path, db => db.pragma(`user_version = ${SCHEMA_VERSION + 1}`))],
  ['no schema at all', 'damaged', path => change(path, db => db.pragma('user_version = 0'))],
  ['no event in it', 'damaged', path => change(path, db => db.exec('DELETE FROM event'))],
  ['an empty file', 'damaged', path => truncateSync(path, 0)],
  ['a file cut inside its header', 'damaged', path => truncateSync(path, 60)],
  ['a file cut after its header', 'damaged', path => truncateSync(path, PAGE_BYTES)],
  ['a file cut in the middle of a page', 'damaged', path => truncateSync(path, 20 * PAGE_BYTES + 300)],
  [
    'broken pages behind a good header',
    'damaged',
    path => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 4 * PAGE_BYTES, 30 * PAGE_BYTES)
      writeFileSync(path, bytes)
    },
  ],
  ['a read-only file', 'read-only', path => chmodSync(path, 0o444)],
  ['an unreadable file', 'unreadable', path => chmodSync(path, 0o000)],
]

describe('a file that is refused', () => {
  it.each(broken)('%s: %s, and stays as it was', (_name, problem, spoil) => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    spoil(path)
    expectRefused(folder, path, problem)
  })

  it('by its place: nothing there, a folder, a folder that is read-only, a full disk', () => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    expectRefused(folder, join(folder, 'tidak-ada.gelar'), 'not-found')
    expectRefused(folder, join(path, 'di-dalam-berkas.gelar'), 'not-found')
    mkdirSync(join(folder, 'folder.gelar'))
    expectRefused(folder, join(folder, 'folder.gelar'), 'is-folder')
    const before = snapshotOf(folder)
    expect(problemOf(() => openEventFile(path, { freeBytes: () => 1_000_000 }))).toBe('disk-full')
    expect(snapshotOf(folder)).toEqual(before)
    chmodSync(folder, 0o555)
    expectRefused(folder, path, 'read-only')
    chmodSync(folder, 0o755)
    openEventFile(path).close()
  })

  it('while it is open here, also through a link', () => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    symlinkSync(path, join(folder, 'tautan.gelar'))
    const open = openEventFile(path)
    expectRefused(folder, path, 'in-use')
    expectRefused(folder, join(folder, 'tautan.gelar'), 'in-use')
    open.close()
    openEventFile(join(folder, 'tautan.gelar')).close()
  })

  it('while another process has it open, and no longer when that process was killed', async () => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    const other = await openElsewhere(path)
    expectRefused(folder, path, 'in-use')
    other.kill('SIGKILL')
    await once(other, 'exit')
    openEventFile(path).close()
    expect(Object.keys(snapshotOf(folder))).toEqual([path])
  })

  it('has a word for every problem, in both languages', () => {
    expect([...PROBLEMS].sort()).toEqual([...EVENT_FILE_PROBLEMS].sort())
    for (const words of [errorsId, errorsEn]) {
      expect(Object.keys(words.EVENT_FILE_REFUSED).sort()).toEqual([...EVENT_FILE_PROBLEMS].sort())
    }
  })
})

describe('a power cut', () => {
  it('leaves what was committed, and a torn write-ahead log is no reason to refuse', async () => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    const other = await openElsewhere(path, 'db.exec("UPDATE event SET theme = \'tersimpan\'")')
    other.kill('SIGKILL')
    await once(other, 'exit')
    const reopened = openEventFile(path)
    expect(reopened.db.prepare('SELECT theme FROM event').pluck().get()).toBe('tersimpan')
    reopened.close()
    writeFileSync(`${path}-wal`, Buffer.alloc(9000, 0x5a))
    const again = openEventFile(path)
    expect(again.db.prepare('SELECT theme FROM event').pluck().get()).toBe('tersimpan')
    again.close()
  })
})

describe('creating', () => {
  it('never overwrites, and leaves nothing when it fails half-way', () => {
    const folder = tempFolder()
    const path = wholeEvent(folder)
    const before = snapshotOf(folder)
    const fresh = join(folder, 'baru.gelar')
    const fillDisk = (db: InstanceType<typeof Database>): void => {
      db.pragma('max_page_count = 60')
      db.exec("INSERT INTO logos VALUES ('a', 'a', 'image/png', zeroblob(5000000), 0)")
    }
    expect(problemOf(() => createEventFile(path, () => {}))).toBe('exists')
    expect(problemOf(() => createEventFile(fresh, fillDisk))).toBe('disk-full')
    expect(problemOf(() => createEventFile(fresh, () => {}, { freeBytes: () => 0 }))).toBe('disk-full')
    expect(problemOf(() => createEventFile(join(folder, 'tak', 'ada.gelar'), () => {}))).toBe('not-found')
    expect(() =>
      createEventFile(fresh, () => {
        throw new TypeError('a bug')
      }),
    ).toThrow(TypeError)
    expect(snapshotOf(folder)).toEqual(before)
  })

  it('does not take away what another program is just making at the same place', () => {
    const folder = tempFolder()
    const path = join(folder, 'baru.gelar')
    const problems: string[] = []
    createEventFile(path, () => problems.push(problemOf(() => createEventFile(path, () => {})))).close()
    expect(problems).toEqual(['in-use'])
    expect(Object.keys(snapshotOf(folder))).toEqual([path])
  })
})

/** A process of its own that has the event open (and has run some code with `db`). */
async function openElsewhere(path: string, code = ''): Promise<ChildProcess> {
  const script = `
    import { openEventFile } from '#main/event-file/open.ts'
    // Held on to: what nobody holds is collected, and its lock with it.
    const { db } = (globalThis.opened = openEventFile(process.argv[1]))
    ${code}
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], {
    cwd: resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout!, 'data')
  return child
}
