import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveCopy } from '#main/event-file/copy.ts'
import { SCHEMA_VERSION } from '#main/event-file/migrations/all.ts'
import { type EventFile, openEventFile } from '#main/event-file/open.ts'
import { findBrokenLink } from '#main/features/audit/service.ts'
import { updateDetails } from '#main/features/events/service.ts'
import { snapshotOf, tempFolder } from '../temp-folder.ts'

const FIXTURE = resolve(import.meta.dirname, `../../fixtures/events/schema-${SCHEMA_VERSION}.gelar`)
const CALLER = { deviceId: 'd', deviceName: 'Meja 1', operator: '', role: 'admin' as const }
const DETAILS = {
  name: 'A',
  level: 'kabupaten',
  hostInstitution: '',
  theme: '',
  venue: '',
  timeZone: 'Asia/Makassar',
} as const

function openIn(folder: string): EventFile {
  const path = join(folder, 'acara.gelar')
  copyFileSync(FIXTURE, path)
  return openEventFile(path)
}

function rename(event: EventFile, number: number): void {
  const actId = `0192f0c1-0000-7000-8000-${String(number).padStart(12, '0')}`
  const input = {
    actId,
    details: { ...DETAILS, name: `A ${number}` },
    settings: { printOnCheckIn: 'ask' as const, isSoundOn: true },
  }
  updateDetails(event, CALLER, input, number)
}

describe('saveCopy', () => {
  it('copies while acts go on; the copy is whole and has what was acknowledged before it ended', async () => {
    const folder = tempFolder()
    const event = openIn(folder)
    // Large enough for the backup to take many turns of the event loop.
    event.db.exec("INSERT INTO logos VALUES ('l', 'l', 'image/png', zeroblob(4000000), 0)")
    const target = join(folder, 'salinan.gelar')
    let isDone = false
    let count = 0
    const copying = saveCopy(event, target).then(() => (isDone = true))
    while (!isDone) {
      rename(event, ++count)
      await new Promise(setImmediate)
    }
    await copying
    event.close()
    expect(count).toBeGreaterThan(3)
    const copy = openEventFile(target)
    expect(findBrokenLink(copy)).toBeNull()
    expect(copy.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBeGreaterThanOrEqual(1)
    expect(copy.db.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
    expect(Object.keys(snapshotOf(folder)).sort()).toEqual([join(folder, 'acara.gelar'), target].sort())
  })

  it('refuses to overwrite, a missing folder, a file for a folder, and leaves nothing behind', async () => {
    const folder = tempFolder()
    const event = openIn(folder)
    writeFileSync(join(folder, 'ada.gelar'), 'milik orang lain')
    mkdirSync(join(folder, 'folder.gelar'))
    const before = snapshotOf(folder)
    const problems = [
      [join(folder, 'ada.gelar'), 'exists'],
      [join(folder, 'folder.gelar'), 'exists'],
      [event.path, 'exists'],
      [join(folder, 'tak-ada', 'x.gelar'), 'not-found'],
      [join(folder, 'ada.gelar', 'x.gelar'), 'not-found'],
      [join(folder, `${'x'.repeat(400)}.gelar`), 'not-found'],
      [join(folder, 'a\0b.gelar'), 'not-found'],
    ] as const
    for (const [target, problem] of problems) await expect(saveCopy(event, target)).rejects.toMatchObject({ problem })
    expect(snapshotOf(folder)).toEqual(before)
    event.close()
  })
})
