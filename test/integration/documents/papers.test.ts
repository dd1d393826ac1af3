import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { listActs } from '#main/features/audit/service.ts'
import { buildPaper } from '#main/features/documents/build-service.ts'
import { type PaperRequest, paperRequestSchema } from '#main/features/documents/contract.ts'
import type { FormPaper, PaperRow, TablePaper } from '#main/features/documents/paper-rules.ts'
import { getPaper, releasePaper } from '#main/features/documents/service.ts'
import type { PaperId } from '#main/features/documents/settings-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import { EVERYBODY } from '#main/features/sessions/contract.ts'
import { sign } from '#main/features/sessions/mark-service.ts'
import { readSettings } from '#main/features/sessions/plan-service.ts'
import {
  createRoomIn,
  createSessionIn,
  setSettings as setSessionSettings,
} from '#main/features/sessions/programme-service.ts'
import { findSheet } from '#main/features/sessions/sheet-service.ts'
import { ADMIN } from '#test/fixtures/temp-event.ts'
import { LONGEST_PERSON, makePaperEvent, PAPER_DAY_START } from '#test/fixtures/paper-event.ts'

/** Threads start slowly on a busy machine. */
const WORKER_LIMIT_MS = 30_000
const SESSION = {
  title: 'Talk show',
  kind: 'Talk Show',
  startMinute: 540,
  endMinute: 630,
  capacity: null,
  isCounted: true,
  isBreak: false,
  rule: null,
  speakers: [],
  moderator: '',
  note: '',
}
const LONGEST_NAME = fullName(LONGEST_PERSON)

function openEvent(peopleCount = 30): EventFile {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-papers-'))
  const workspace = new Workspace(folder)
  onTestFinished(() => {
    workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return makePaperEvent(workspace, peopleCount, ['2023-12-18', '2023-12-19'])
}

function requestFor(paper: PaperId, more: Partial<PaperRequest> = {}): PaperRequest {
  return paperRequestSchema.parse({ paper, ...more })
}

function listOf(event: EventFile, paper: PaperId, more: Partial<PaperRequest> = {}): TablePaper {
  return buildPaper(event, requestFor(paper, more), PAPER_DAY_START) as TablePaper
}

/** The cells of one column in the rows of people. */
function cellsOf({ columns, rows }: TablePaper, key: string, style: PaperRow['style'] = 'row'): unknown[] {
  const index = columns.findIndex(column => column.key === key)
  return rows.filter(row => row.style === style).map(row => row.cells[index])
}

describe('papers of an event file', () => {
  test('a daftar hadir has everybody once, numbered, with spare rows behind', () => {
    const paper = listOf(openEvent(), 'daftar-hadir', { spareRowCount: 3 })
    expect(cellsOf(paper, 'number')).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(cellsOf(paper, 'number', 'spare')).toEqual([31, 32, 33])
    expect(cellsOf(paper, 'name')).toContain(LONGEST_NAME)
    expect(paper.headingLines).toContainEqual({ label: 'Hari/Tanggal', value: 'Senin, 18 Desember 2023' })
    expect(paper.signatures).toMatchObject({ dateline: 'Maros, 18 Desember 2023', blocks: [{}, {}] })
    expect(paper.fileName).toBe('Daftar Hadir - Senin, 18 Desember 2023')
  })

  test('NIK and account numbers stand on no paper that was not asked for them', () => {
    const event = openEvent()
    const papers = (more: Partial<PaperRequest>): string =>
      JSON.stringify(
        (['daftar-hadir', 'tanda-terima-transport', 'biodata'] as const).map(paper => listOf(event, paper, more)),
      )
    expect(papers({})).not.toMatch(/73091312|0123456789/)
    expect(papers({ hasNik: true, hasAccount: true })).toContain('0123456789')
    expect(papers({ hasNik: true })).toContain('7309131200000000')
  })

  test('who was never there is paid nothing; the total is the sum of what is received', () => {
    const paper = listOf(openEvent(), 'tanda-terima-transport')
    const days = cellsOf(paper, 'days')
    const net = cellsOf(paper, 'net')
    expect(days.filter(value => value === null)).toHaveLength(10)
    expect(net.map(value => value === null)).toEqual(days.map(value => value === null))
    const sum = net.reduce<number>((total, value) => total + Number(value ?? 0), 0)
    expect(cellsOf(paper, 'net', 'total')).toEqual([sum])
    expect(paper.closingLines[0]).toMatch(/^Terbilang: .+ rupiah$/)
  })

  test('a column that is hidden is gone from the columns and from every row', () => {
    const paper = listOf(openEvent(), 'daftar-hadir', { hiddenColumns: ['phone', 'rank'] })
    expect(paper.columns.map(({ key }) => key)).not.toContain('phone')
    expect(paper.allColumns.map(({ key }) => key)).toContain('phone')
    for (const { cells, style } of paper.rows)
      expect(style === 'group' || cells.length === paper.columns.length).toBe(true)
  })

  test('grouped by role each group has a heading and the numbers run through', () => {
    const paper = listOf(openEvent(), 'daftar-hadir', { groupBy: 'role' })
    const headings = paper.rows.filter(({ style }) => style === 'group').map(({ label }) => label)
    expect(new Set(headings)).toEqual(new Set(['Peserta', 'Narasumber', 'Panitia']))
    expect(headings).toHaveLength(3)
    expect(cellsOf(paper, 'number')).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  })

  test('a rooming list has two to a room, and those without a room below', () => {
    const paper = listOf(openEvent(), 'rooming-list')
    expect(cellsOf(paper, 'room').filter(room => room !== '')).toEqual(['201', '202', '203', '204', '205', '206'])
    expect(paper.rows.find(({ style }) => style === 'group')?.label).toBe('Belum mendapat kamar')
  })

  test('a biodata is a page a person; religion only when it is asked for', () => {
    const event = openEvent(5)
    const biodata = (more: Partial<PaperRequest>): FormPaper =>
      buildPaper(event, requestFor('biodata', more), PAPER_DAY_START) as FormPaper
    expect(biodata({}).pages).toHaveLength(5)
    expect(JSON.stringify(biodata({}))).not.toContain('Agama')
    expect(JSON.stringify(biodata({ hasPrivateLife: true }))).toContain('Islam')
    expect(JSON.stringify(biodata({}))).toContain('Pangkajene, 12 Agustus 1971')
  })

  test('a sheet whose numbers were fixed keeps them when people leave the list, and is read back by them', () => {
    const event = openEvent()
    const sending = { actId: newId(), request: requestFor('daftar-hadir'), fixesNumbers: true }
    const fixed = releasePaper(event, ADMIN, sending, PAPER_DAY_START)
    expect(releasePaper(event, ADMIN, sending, PAPER_DAY_START)).toEqual(fixed)
    const before = listOf(event, 'daftar-hadir', fixed)
    expect(before.sheetCode).toMatch(/^[0-9A-Z]{4,6}$/)
    event.db.prepare("UPDATE participants SET archived_at = 1 WHERE name LIKE 'Andi%'").run()
    expect(cellsOf(listOf(event, 'daftar-hadir', fixed), 'name')).toEqual(cellsOf(before, 'name'))
    expect(cellsOf(listOf(event, 'daftar-hadir'), 'name').length).toBeLessThan(30)
    const { rows } = findSheet(event.db, before.sheetCode ?? '')
    expect(rows.map(({ titleBefore, name, titleAfter }) => fullName({ titleBefore, name, titleAfter }))).toEqual(
      cellsOf(before, 'name'),
    )
  })

  test('a session: only who may enter, with the signatures given on the screen and the rule in words', () => {
    const event = openEvent()
    const { db } = event
    const [dayId, roleId] = ['event_days', 'roles'].map(table => db.prepare(`SELECT id FROM ${table}`).pluck().get())
    const room = createRoomIn(db, { name: 'Aula', capacity: null })
    const sessionId = createSessionIn(db, {
      ...SESSION,
      dayId: dayId as string,
      roomId: room.id,
      admission: { ...EVERYBODY, roleIds: [roleId as string] },
    })
    setSessionSettings(
      event,
      ADMIN,
      { actId: newId(), settings: { ...readSettings(db), isSignatureOnScreen: true } },
      0,
    )
    const signer = db.prepare('SELECT id, name FROM participants WHERE role_id = ? LIMIT 1').get(roleId) as {
      id: string
    }
    const place = { dayId: dayId as string, sessionId, participantId: signer.id, strokes: 'M0 50L300 50' }
    sign(event, ADMIN, { actId: newId(), ...place }, PAPER_DAY_START)
    const paper = listOf(event, 'daftar-hadir', { sessionId })
    const expected = db.prepare('SELECT count(*) FROM participants WHERE role_id = ?').pluck().get(roleId)
    expect(cellsOf(paper, 'name')).toHaveLength(expected as number)
    expect(cellsOf(paper, 'signature').filter(strokes => strokes !== '')).toEqual(['M0 50L300 50'])
    expect(paper.headingLines).toContainEqual({ label: 'Waktu', value: '09.00 s.d. 10.30 WITA' })
    expect(paper.notes).toEqual([ruleInWords(readSettings(db).rule)])
    const recap = listOf(event, 'rekap-kehadiran')
    expect(cellsOf(recap, sessionId).filter(value => value === true)).toHaveLength(1)
    expect(cellsOf(recap, sessionId).filter(value => value === null)).toHaveLength(30 - (expected as number))
    expect(cellsOf(recap, sessionId, 'total')).toEqual([1])
  })

  test('papers with private numbers are for the administrator, and each time one leaves it is written down', () => {
    const event = openEvent()
    const sending = { actId: newId(), request: requestFor('biodata', { hasNik: true }), fixesNumbers: false }
    expect(() => releasePaper(event, { ...ADMIN, role: 'registrasi' }, sending, PAPER_DAY_START)).toThrow('FORBIDDEN')
    releasePaper(event, ADMIN, sending, PAPER_DAY_START)
    releasePaper(event, ADMIN, { ...sending, request: requestFor('biodata') }, PAPER_DAY_START)
    const [written, ...more] = listActs(event, ['documents.print-private'], 10)
    expect(written?.kept.after).toEqual({ paper: 'biodata', hasNik: true, hasAccount: false, hasPrivateLife: false })
    expect(more).toEqual([])
  })

  test(
    'a worker builds the same paper, and its refusals arrive',
    async () => {
      const event = openEvent()
      const request = requestFor('daftar-hadir')
      const at = PAPER_DAY_START
      const built = await runJob('build-paper', { path: event.path, request, at })
      expect(built).toEqual({ paper: await getPaper(event, request, at) })
      const nowhere = { path: event.path, request: { ...request, dayId: 'nowhere' }, at }
      expect(await runJob('build-paper', nowhere)).toEqual({ refusal: { code: 'NOT_FOUND', data: { what: 'day' } } })
    },
    WORKER_LIMIT_MS,
  )
})
