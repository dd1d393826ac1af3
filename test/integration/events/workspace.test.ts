import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  copyEvent,
  createEvent,
  createOnce,
  listRecents,
  openExisting,
} from '#main/features/events/creation-service.ts'
import { dayWatch } from '#main/features/events/day-watch-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { tempFolder } from '../temp-folder.ts'

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/events/schema-1.gelar')
const DETAILS = {
  level: 'kabupaten',
  hostInstitution: '',
  theme: '',
  venue: '',
  timeZone: 'Asia/Makassar',
  days: ['2026-11-22'],
} as const

function newWorkspace(folder = tempFolder()): Workspace {
  const workspace = new Workspace(folder)
  onTestFinished(() => workspace.close())
  return workspace
}

function make(workspace: Workspace, name: string, at = 1): string {
  return createEvent(workspace, { ...DETAILS, days: [...DETAILS.days], name }, at).path
}

describe('the recent list', () => {
  it('has the newest first, each file once, tells which are gone, and forgets', () => {
    const workspace = newWorkspace()
    const first = make(workspace, 'Satu', 1)
    const second = make(workspace, 'Dua', 2)
    openExisting(workspace, first, 3)
    workspace.close()
    rmSync(second)
    expect(listRecents(workspace)).toEqual([
      { path: first, name: 'Satu', openedAt: 3, isThere: true },
      { path: second, name: 'Dua', openedAt: 2, isThere: false },
    ])
    workspace.forget(second)
    expect(listRecents(workspace).map(recent => recent.name)).toEqual(['Satu'])
    expect(existsSync(first)).toBe(true)
  })

  it.each(['', '{', '{"a":1}', '[{"path":7}]'])('that reads %j is an empty one, and never in the way', text => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'recent-events.json'), text)
    const workspace = newWorkspace(folder)
    expect(listRecents(workspace)).toEqual([])
    make(workspace, 'Satu')
    expect(listRecents(workspace)).toHaveLength(1)
  })

  it('that can not be written stops no event', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'recent-events.json'))
    expect(existsSync(make(newWorkspace(folder), 'Satu'))).toBe(true)
  })
})

describe('opening', () => {
  it('a file that is refused leaves the open event open', () => {
    const workspace = newWorkspace()
    const path = make(workspace, 'Satu')
    expect(() => openExisting(workspace, join(workspace.folder, 'tidak-ada.gelar'), 2)).toThrow(
      expect.objectContaining({ code: 'EVENT_FILE_REFUSED' }),
    )
    expect(workspace.current?.path).toBe(path)
    const before = workspace.current
    expect(openExisting(workspace, `"${path}"`, 3).name).toBe('Satu')
    expect(workspace.current, 'opened once').toBe(before)
  })

  it('an event lets go of the one before, which can then be moved and opened elsewhere', () => {
    const workspace = newWorkspace()
    const path = make(workspace, 'Satu')
    make(workspace, 'Dua')
    renameSync(path, `${path}.dipindah`)
    copyFileSync(FIXTURE, path)
    expect(openExisting(newWorkspace(), path, 1).name).toBe('PLM Kabupaten Maros 2023')
  })
})

describe('names of files', () => {
  it('are made of the event name, free, and safe on every file system', async () => {
    const workspace = newWorkspace()
    const nameOf = (path: string): string => path.slice(workspace.folder.length + 1)
    expect(nameOf(make(workspace, 'PLM: Maros/Bone <2026>?'))).toBe('PLM Maros Bone 2026.gelar')
    expect(nameOf(make(workspace, 'PLM: Maros/Bone <2026>?'))).toBe('PLM Maros Bone 2026 (2).gelar')
    expect(nameOf(make(workspace, '../..'))).not.toContain('/')
    expect(nameOf(make(workspace, '???'))).toBe('Acara.gelar')
    expect(nameOf(make(workspace, 'x'.repeat(500))).length).toBeLessThan(100)
    const open = workspace.current!
    const copy = await copyEvent(workspace, open, undefined, Date.UTC(2026, 10, 22))
    expect(nameOf(copy)).toMatch(/^x+ salinan 2026-11-22\.gelar$/)
    const usb = tempFolder()
    expect(await copyEvent(workspace, open, usb, Date.UTC(2026, 10, 22))).toMatch(/ salinan 2026-11-22\.gelar$/)
    expect(await copyEvent(workspace, open, join(usb, 'cadangan'), 1)).toBe(join(usb, 'cadangan.gelar'))
  })
})

it('an event whose making was answered to nobody is opened by the retry, not made again', () => {
  const workspace = newWorkspace()
  const create = () =>
    createOnce(workspace, 'act-1', 1, () =>
      createEvent(workspace, { ...DETAILS, days: [...DETAILS.days], name: 'Satu' }, 1),
    )
  const { id, path } = create()
  workspace.close()
  expect(create()).toMatchObject({ id, path })
  expect(listRecents(workspace)).toHaveLength(1)
  expect(createOnce(workspace, 'act-2', 2, () => openExisting(workspace, make(workspace, 'Satu'), 2)).path).not.toBe(
    path,
  )
})

it('midnight in the event’s zone is told once, and opening another event is no midnight', () => {
  const workspace = newWorkspace()
  make(workspace, 'Satu')
  const lastMinute = Date.parse('2026-11-22T15:59:30Z')
  let at = lastMinute
  const look = dayWatch({ workspace, now: () => at })
  const heard: string[] = []
  workspace.subscribe(change => heard.push(change.topic))
  look()
  look()
  expect(heard).toEqual([])
  at += 60_000
  look()
  look()
  expect(heard).toEqual(['events'])
  make(workspace, 'Dua')
  heard.length = 0
  look()
  expect(heard).toEqual([])
})
