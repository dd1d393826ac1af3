import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { commitRundown } from '#main/features/session-import/commit-service.ts'
import type { RundownSettings } from '#main/features/session-import/contract.ts'
import { getRundownReport, listRundownRuns, makeRundownReport } from '#main/features/session-import/run-service.ts'
import { previewRundown, rundownDesk } from '#main/features/session-import/rundown-service.ts'
import { addSession, archiveSession, editSession, listSessions } from '#main/features/sessions/programme-service.ts'
import { readRooms } from '#main/features/sessions/plan-service.ts'
import { undoAct } from '#main/features/undo/service.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'

// Each table is read in a worker of its own; a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 60_000 })

const SAMPLE = resolve(import.meta.dirname, '../../fixtures/samples/rundown-maros-2023.csv')
const sample = (): File => new File([readFileSync(SAMPLE)], 'rundown-maros-2023.csv')
const csv = (...lines: string[]): File => new File([lines.join('\r\n')], 'rundown.csv')

let event: EventFile
beforeEach(() => void (event = openTempEvent()))

/** Reads a table and takes every proposal as it is. */
async function read(file: File): Promise<RundownSettings> {
  const { uploadId, suggestedSheet: sheet } = await rundownDesk.upload(event, ADMIN, file, MORNING, undefined)
  const held = rundownDesk.require(event, ADMIN, uploadId, MORNING)
  const { proposal } = rundownDesk.propose(event.db, held.sheets[sheet]!, null)
  const fields = proposal.columns.map(column => column.field)
  return { uploadId, sheet, headerRow: proposal.headerRow, fields, defaultDayId: null, defaultRoom: '' }
}

type Decisions = Parameters<typeof commitRundown>[2]['decisions']
const commit = (settings: RundownSettings, decisions: Decisions = [], actId = newActId()) =>
  commitRundown(event, ADMIN, { actId, settings, decisions }, MORNING)
const undo = (targetActId: string) => undoAct(event, ADMIN, { actId: newActId(), targetActId }, MORNING)
const dump = () => JSON.stringify([listSessions(event.db, null), readRooms(event.db)])
const NOTHING_SAID = { isLeft: false, dayId: null, startMinute: null, endMinute: null, room: null, isCounted: null }

describe('the rundown of Maros in an event file', () => {
  it('becomes 17 sessions in five rooms, in one act', async () => {
    const { counts } = commit(await read(sample()))
    expect(counts).toMatchObject({ read: 17, new: 17, needsLook: 0 })
    expect(readRooms(event.db).map(({ name }) => name)).toEqual([
      'Lobi',
      'Aula Utama',
      'Ruang Makan',
      'Ruang Anggrek',
      'Ruang Melati',
    ])
    const sessions = listSessions(event.db, null)
    expect(sessions).toHaveLength(17)
    expect(sessions.filter(({ kind }) => kind === 'Kelas').map(({ roomName, limit }) => [roomName, limit])).toEqual([
      ['Ruang Anggrek', 40],
      ['Ruang Melati', 40],
    ])
    expect(sessions.find(({ kind }) => kind === 'Talk Show')?.speakers).toHaveLength(3)
  })

  it('adds nothing the second time, and its columns are remembered for itself alone', async () => {
    commit(await read(sample()))
    const before = dump()
    const settings = await read(sample())
    const held = rundownDesk.require(event, ADMIN, settings.uploadId, MORNING)
    expect(rundownDesk.propose(event.db, held.sheets[0]!, null).proposal.isRemembered).toBe(true)
    expect(previewRundown(event, ADMIN, { settings, decisions: [] }, MORNING)).toMatchObject({
      counts: { new: 0, changed: 0, same: 17 },
      untouched: [],
    })
    commit(settings)
    expect(dump()).toBe(before)
  })

  it('is taken back as one act, rooms and all, and can come in again', async () => {
    const { runId } = commit(await read(sample()))
    undo(runId)
    expect([listSessions(event.db, null), readRooms(event.db)]).toEqual([[], []])
    expect(listRundownRuns(event)).toMatchObject([{ id: runId, isUndone: true, counts: { new: 17 } }])
    expect(commit(await read(sample())).counts.new).toBe(17)
  })

  it('is not taken back over what was changed since', async () => {
    const { runId } = commit(await read(sample()))
    const [first] = listSessions(event.db, null)
    editSession(event, ADMIN, { actId: newActId(), id: first!.id, session: { ...first!, title: 'Lain' } }, MORNING)
    expect(() => undo(runId)).toThrow(expect.objectContaining({ data: { reason: 'undo-changed-since' } }))
    expect(listSessions(event.db, null)).toHaveLength(17)
  })

  it('leaves a room that something else takes place in when it is taken back', async () => {
    const { runId } = commit(await read(sample()))
    const [session] = listSessions(event.db, null)
    addSession(event, ADMIN, { actId: newActId(), session: { ...session!, title: 'Gladi' } }, MORNING)
    undo(runId)
    expect(readRooms(event.db).map(({ name }) => name)).toEqual(['Lobi'])
  })

  it('counts a retry once', async () => {
    const settings = await read(sample())
    const actId = newActId()
    const first = commit(settings, [], actId)
    rundownDesk.forget(event, ADMIN)
    expect(commit(settings, [], actId)).toEqual(first)
    expect(listSessions(event.db, null)).toHaveLength(17)
  })
})

describe('a rundown with open rows', () => {
  const OPEN = [
    'Hari;Waktu;Acara;Tempat;Keterangan',
    '1;07.30-08.30;Registrasi;Lobi;',
    '1;09.00 - selesai;Talk show;;Bebas',
  ]

  it('leaves them out, tells them in a report, and takes the mended report in', async () => {
    const { runId, counts } = commit(await read(csv(...OPEN)))
    expect(counts).toMatchObject({ read: 2, new: 1, needsLook: 1 })
    expect(getRundownReport(event, runId).rows[1]?.notes.map(({ code }) => code)).toEqual([
      'kind-from-title',
      'end-open',
      'no-room',
    ])
    const words = { 'outcomes.needsLook': 'Perlu diperiksa', 'notes.no-room': 'Tempat kosong' }
    const { bytes, fileName } = await makeRundownReport(event, { runId, format: 'xlsx', words })
    expect(fileName).toBe('rundown - laporan impor')
    const rows = (await readXlsx(bytes)).sheets[0]!.rows.map(row => row.map(cell => String(cell ?? '')))
    expect(rows[2]).toEqual([
      'Perlu diperiksa',
      'notes.kind-from-title; notes.end-open; Tempat kosong',
      '1',
      '09.00 - selesai',
      'Talk show',
      '',
      'Bebas',
    ])
    rows[2]![3] = '09.00-10.00'
    rows[2]![5] = 'Aula'
    const mended = await writeXlsx({ sheets: [{ name: 'Laporan impor', rows }] })
    const settings = await read(new File([mended as Uint8Array<ArrayBuffer>], 'laporan.xlsx'))
    expect(commit(settings).counts).toMatchObject({ new: 1, same: 1, needsLook: 0 })
    expect(listSessions(event.db, null).map(({ title, note }) => [title, note])).toEqual([
      ['Registrasi', ''],
      ['Talk show', 'Bebas'],
    ])
  })

  it('takes them in as somebody decides', async () => {
    const decisions = [{ ...NOTHING_SAID, rowNumber: 3, endMinute: 600, room: 'Aula', isCounted: false }]
    expect(commit(await read(csv(...OPEN)), decisions).counts.new).toBe(2)
    expect(listSessions(event.db, null)[1]).toMatchObject({ endMinute: 600, roomName: 'Aula', isCounted: false })
  })
})

it('changes what a later table says otherwise, and gives it its former shape when that is taken back', async () => {
  const head = 'Hari;Waktu;Acara;Jenis;Tempat;Kapasitas'
  commit(await read(csv(head, '1;07.30-08.30;Kelas A;Kelas;Aula;40')))
  const before = dump()
  const { runId, counts } = commit(await read(csv(head, '1;07.30-09.00;Kelas A;Kelas;Aula;50')))
  expect(counts).toMatchObject({ new: 0, changed: 1 })
  expect(listSessions(event.db, null)).toMatchObject([{ endMinute: 540, capacity: 50 }])
  undo(runId)
  expect(dump()).toBe(before)
})

it('a session taken off the programme comes in again as a new one', async () => {
  commit(await read(sample()))
  const [session] = listSessions(event.db, null)
  archiveSession(event, ADMIN, { actId: newActId(), id: session!.id }, MORNING)
  expect(commit(await read(sample())).counts).toMatchObject({ new: 1, same: 16 })
})
