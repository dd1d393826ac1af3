import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { listActs } from '#main/features/audit/service.ts'
import { buildPaper } from '#main/features/documents/build-service.ts'
import { type PaperRequest, paperRequestSchema } from '#main/features/documents/contract.ts'
import { PAPER_IDS } from '#main/features/documents/settings-rules.ts'
import { type ExportFormat, type ExportSubject, LIST_IDS, type ListRequest } from '#main/features/exports/contract.ts'
import { exportFile } from '#main/features/exports/export-service.ts'
import { headingOf, tableOfPaper } from '#main/features/exports/table-rules.ts'
import { writeExport } from '#main/jobs/write-export.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import { LONGEST_PERSON } from '#test/fixtures/paper-event.ts'
import { ADMIN } from '#test/fixtures/temp-event.ts'
import { tempFolder } from '../temp-folder.ts'
import { AFTERWARDS, openExportedEvent } from './exported-event.ts'
import { listIn, type ReadCell, readCsv, readXlsx } from './read-files.ts'

const paper = (request: Partial<PaperRequest> & Pick<PaperRequest, 'paper'>): ExportSubject => ({
  kind: 'paper',
  request: paperRequestSchema.parse(request),
})
const list = (request: Partial<ListRequest> & Pick<ListRequest, 'list'>): ExportSubject => ({
  kind: 'list',
  request: { dayId: null, hasNik: false, hasAccount: false, ...request },
})
const OPTIONS = { dialogs: null, at: AFTERWARDS, signal: undefined, report: () => {} }
const DESK = { ...ADMIN, role: 'registrasi' } as const

/** Written by the job itself, without a thread of its own. */
async function bytesOf(event: EventFile, subject: ExportSubject, format: ExportFormat): Promise<Uint8Array> {
  const to = join(tempFolder(), `file.${format}`)
  const done = await writeExport({ path: event.path, subject, format, at: AFTERWARDS, to }, () => {})
  if ('refusal' in done) throw new Error(JSON.stringify(done.refusal))
  return readFileSync(to)
}

const sheetOf = async (event: EventFile, subject: ExportSubject) =>
  listIn(readXlsx(await bytesOf(event, subject, 'xlsx')))
const valuesOf = (rows: Record<string, ReadCell | undefined>[], heading: string): unknown[] =>
  rows.map(row => row[heading]?.value ?? null)

/** A day of a spreadsheet's calendar as YYYY-MM-DD. */
const asDate = (serial: unknown): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10)
/** A time of a spreadsheet's calendar in WITA as UTC epoch milliseconds. */
const asInstant = (serial: unknown): number =>
  Math.round(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000 - 8 * 3_600_000)

describe('papers as files', () => {
  test.each(PAPER_IDS)('%s: every cell of its rows is in the XLSX and in the CSV', async id => {
    const event = openExportedEvent()
    const subject = paper({ paper: id, hasTimes: true })
    const table = tableOfPaper(buildPaper(event, paperRequestSchema.parse({ paper: id, hasTimes: true }), AFTERWARDS))
    const expected = [...table.rows].filter(({ style }) => style === 'row')
    const { lines, headings } = await sheetOf(event, subject)
    expect(headings).toEqual(table.columns.map(({ label }) => label))
    const csv = readCsv(await bytesOf(event, subject, 'csv'))
    expect(csv[0]).toEqual(table.columns.map(column => headingOf(column)))
    expect(lines).toHaveLength(expected.length)
    expect(csv).toHaveLength(expected.length + 1)
    expect(expected.length).toBeGreaterThan(0)
    expected.forEach(({ cells }, at) => {
      table.columns.forEach(({ kind }, index) => {
        const [value, read, text] = [cells[index] ?? null, lines[at]?.[index], csv[at + 1]?.[index]]
        if (value === null || value === '') return expect([read?.value ?? '', text]).toEqual(['', ''])
        if (kind === 'date') {
          expect(read?.type).toBe('n')
          expect([asDate(read?.value), text]).toEqual([value, value])
        } else if (kind === 'time') {
          expect(asInstant(read?.value)).toBe(value)
        } else if (kind === 'check') {
          expect([read?.value, text]).toEqual([Number(value), String(Number(value))])
        } else if (typeof value === 'number') {
          expect([read?.type, read?.value, text]).toEqual(['n', value, String(value)])
        } else {
          expect([read?.type, read?.value]).toEqual(['s', value])
          expect([value, `'${String(value)}`]).toContain(text)
        }
      })
    })
  })

  test('a NIP is a text of 18 digits, also where it is the only thing in the cell', async () => {
    const { rows } = await sheetOf(openExportedEvent(), paper({ paper: 'daftar-hadir' }))
    const nip = rows.map(row => row['NIP']).find(cell => cell?.value === LONGEST_PERSON.nip)
    expect(nip).toMatchObject({ type: 's', value: '197108121998031004', format: '@' })
  })

  test('an unknown session is refused with its own word', async () => {
    const subject = paper({ paper: 'daftar-hadir', sessionId: 'nowhere' })
    const input = { actId: newId(), subject, format: 'xlsx' } as const
    const asked = exportFile(openExportedEvent(5), ADMIN, input, OPTIONS)
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'session' } })
  })
})

describe('lists of everything', () => {
  test('participants: everybody once, also the archived, every field as it is stored; extra columns behind', async () => {
    const event = openExportedEvent()
    event.db
      .prepare("UPDATE participants SET archived_at = 1, archive_reason = 'Batal' WHERE name LIKE 'Ridwan%'")
      .run()
    const { rows, headings } = await sheetOf(event, list({ list: 'participants' }))
    const stored = event.db.prepare('SELECT * FROM participants ORDER BY name COLLATE NOCASE, id').all() as Record<
      string,
      unknown
    >[]
    const fields = {
      Nama: 'name',
      'Gelar Depan': 'title_before',
      'Gelar Belakang': 'title_after',
      NIP: 'nip',
      'No. HP': 'phone',
      Jabatan: 'position',
      Kamar: 'room',
      'Alasan Diarsipkan': 'archive_reason',
    }
    for (const [heading, field] of Object.entries(fields)) {
      expect(valuesOf(rows, heading), heading).toEqual(stored.map(row => row[field] || null))
    }
    const dates = valuesOf(rows, 'Tgl. Surat Tugas').map(value => (value === null ? '' : asDate(value)))
    expect(dates).toEqual(stored.map(row => row['assignment_letter_date']))
    expect(valuesOf(rows, 'Diarsipkan')).toEqual(stored.map(row => Number(row['archived_at'] !== null)))
    expect(headings).toEqual(expect.arrayContaining(['Tempat Lahir', 'Tanggal Lahir']))
  })

  test('NIK, account and religion stand in no list unless ticked, religion never', async () => {
    const event = openExportedEvent()
    const textOf = async (more: Partial<ListRequest>): Promise<string> => {
      const texts = await Promise.all(LIST_IDS.map(async id => bytesOf(event, list({ list: id, ...more }), 'csv')))
      return Buffer.concat(texts).toString('utf8')
    }
    const nothing = await textOf({})
    expect(nothing).not.toMatch(/7309131|0123456789|Islam/)
    expect(await textOf({ hasNik: true })).toContain(LONGEST_PERSON.nik)
    const withAccount = await textOf({ hasAccount: true })
    expect(withAccount).toContain('0123456789')
    expect(withAccount).not.toMatch(/7309131|Islam/)
  })

  test('attendance: a row for each person and session with what the program knows', async () => {
    const event = openExportedEvent()
    const { rows } = await sheetOf(event, list({ list: 'attendance' }))
    const known = attendanceOf(event.db, AFTERWARDS)
    const expected = [...known.people].flatMap(({ sessions }) => sessions.flatMap(one => one ?? []))
    expect(rows).toHaveLength(expected.length)
    const sum = (numbers: unknown[]): number => numbers.reduce<number>((total, value) => total + Number(value), 0)
    expect(sum(valuesOf(rows, 'Menit'))).toBe(sum(expected.map(({ minutes }) => minutes)))
    expect(sum(expected.map(({ minutes }) => minutes))).toBeGreaterThan(0)
    const present = rows.filter(row => row['Status']?.value === 'Hadir')
    expect(present).toHaveLength(expected.filter(({ state }) => state === 'present').length)
    expect(new Set(valuesOf(present, 'Bukti'))).toEqual(new Set(['Pemindaian']))
    const firstIn = expected.flatMap(one => (one.firstIn === null ? [] : [one.firstIn])).toSorted()
    const written = valuesOf(rows, 'Masuk Pertama').filter(value => value !== null)
    expect(written.map(asInstant).toSorted()).toEqual(firstIn)
  })

  test('check-ins, passes and acts: as many as there are, with their times', async () => {
    const event = openExportedEvent()
    const count = (table: string): unknown => event.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    for (const [id, table] of [
      ['check-ins', 'check_ins'],
      ['passes', 'passes'],
      ['acts', 'audit'],
    ] as const) {
      const { rows } = await sheetOf(event, list({ list: id }))
      expect(rows, id).toHaveLength(count(table) as number)
      const times = event.db.prepare(`SELECT at FROM ${table}`).pluck().all() as number[]
      expect(valuesOf(rows, 'Pukul').map(asInstant).toSorted(), id).toEqual(times.toSorted())
    }
    const dayId = event.db.prepare('SELECT id FROM event_days ORDER BY date DESC').pluck().get() as string
    expect((await sheetOf(event, list({ list: 'check-ins', dayId }))).rows).toEqual([])
  })
})

// Each file is written in a thread of its own, which takes its time to start on a busy machine.
describe('who may, and what is written down', { timeout: 60_000 }, () => {
  test('private numbers leave a trace that says how many people, and none of the numbers', async () => {
    const event = openExportedEvent()
    const ask = (subject: ExportSubject) =>
      exportFile(event, ADMIN, { actId: newId(), subject, format: 'csv' }, OPTIONS)
    await ask(paper({ paper: 'daftar-hadir' }))
    expect(listActs(event, ['documents.export'], 10)).toEqual([])
    await ask(list({ list: 'participants', hasNik: true }))
    const [note, ...more] = listActs(event, ['documents.export'], 10)
    expect(more).toEqual([])
    expect(note?.kept.after).toEqual({
      what: 'participants',
      format: 'csv',
      peopleCount: 30,
      hasNik: true,
      hasAccount: false,
      hasPrivateLife: false,
    })
    expect(note?.payload).not.toMatch(/73091/)
  })

  test('a desk takes papers, but no lists and no private numbers', async () => {
    const event = openExportedEvent(5)
    const ask = (subject: ExportSubject) => exportFile(event, DESK, { actId: newId(), subject, format: 'csv' }, OPTIONS)
    expect((await ask(paper({ paper: 'daftar-hadir' }))).file?.name).toMatch(/^Daftar Hadir.+\.csv$/)
    await expect(ask(list({ list: 'check-ins' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(ask(paper({ paper: 'daftar-hadir', hasNik: true }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(ask(paper({ paper: 'biodata', hasPrivateLife: true }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('the desktop saves where its dialog says; closing it, a bad folder and giving up leave nothing', async () => {
    const event = openExportedEvent(5)
    const folder = tempFolder()
    const save = (path: string | null, signal?: AbortSignal) => {
      const dialogs = { chooseSavePath: async () => path } as unknown as Desktop
      const subject = paper({ paper: 'biodata', hasNik: true })
      return exportFile(event, ADMIN, { actId: newId(), subject, format: 'xlsx' }, { ...OPTIONS, dialogs, signal })
    }
    const path = join(folder, 'biodata.xlsx')
    expect(await save(path)).toEqual({ savedAt: path, file: null })
    expect(listIn(readXlsx(readFileSync(path))).rows).toHaveLength(5)
    expect(await save(null)).toEqual({ savedAt: null, file: null })
    await expect(save(join(folder, 'none', 'x.xlsx'))).rejects.toMatchObject({
      code: 'RULE',
      data: { reason: 'export-not-writable' },
    })
    await expect(save(path, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(folder)).toEqual(['biodata.xlsx'])
    expect(readdirSync(tmpdir()).filter(name => name.startsWith(`gelar-export-${process.pid}-`))).toEqual([])
    // Only what left the program: the file that was saved, and the one that the disk refused after it was ready.
    expect(listActs(event, ['documents.export'], 10)).toHaveLength(2)
  })
})
