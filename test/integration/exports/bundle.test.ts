import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { listActs } from '#main/features/audit/service.ts'
import { PAPER_IDS } from '#main/features/documents/settings-rules.ts'
import { readFacts } from '#main/features/exports/bundle-facts-service.ts'
import { planBundle } from '#main/features/exports/bundle-rules.ts'
import { issueCertificates } from '#main/features/certificates/issue-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { exportBundle } from '#main/features/exports/bundle-service.ts'
import { type ExportProgress, LIST_IDS } from '#main/features/exports/contract.ts'
import { watchProgress, withProgress } from '#main/features/exports/progress-service.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import { CERTIFICATE_DAY_END, makeCertificateEvent } from '#test/fixtures/certificate-event.ts'
import { LONGEST_PERSON } from '#test/fixtures/paper-event.ts'
import { ADMIN } from '#test/fixtures/temp-event.ts'
import { tempFolder } from '../temp-folder.ts'
import { AFTERWARDS, openExportedEvent } from './exported-event.ts'
import { listIn, readCsv, readXlsx, readZip } from './read-files.ts'

const REPORT = 'Laporan kegiatan.docx'
const NOTHING_TICKED = { hasNik: false, hasAccount: false }
const OPTIONS = { desktop: null, dialogs: null, at: AFTERWARDS, signal: undefined, report: () => {} }

async function bundleOf(event: EventFile, ticked = NOTHING_TICKED): Promise<Map<string, Buffer>> {
  const { file } = await exportBundle(event, ADMIN, { actId: newId(), ...ticked }, OPTIONS)
  return readZip(new Uint8Array(await file!.arrayBuffer()))
}

/** A desktop that draws a PDF of one page and saves where it is told. */
function desktopFor(path: string | null, onPdf: () => void = () => {}): Desktop {
  return {
    chooseSavePath: async () => path,
    renderPdf: async () => {
      onPdf()
      const pdf = await PDFDocument.create()
      pdf.addPage([100, 100])
      return pdf.save()
    },
  } as unknown as Desktop
}

// Threads of their own take their time to start on a busy machine.
describe('the ZIP of an event', { timeout: 60_000 }, () => {
  test('every paper and every list is planned, each under a name of its own', () => {
    const event = openExportedEvent(5)
    const entries = planBundle(readFacts(event, AFTERWARDS), NOTHING_TICKED)
    const papers = entries.flatMap(({ subject }) => (subject.kind === 'paper' ? [subject.request.paper] : []))
    expect(new Set(papers)).toEqual(new Set(PAPER_IDS))
    const lists = entries.flatMap(({ subject }) => (subject.kind === 'list' ? [subject.request.list] : []))
    expect(new Set(lists)).toEqual(new Set(LIST_IDS))
    const places = entries.map(({ place }) => place)
    expect(new Set(places.map(place => place.toLowerCase())).size).toBe(places.length)
    expect(places).toEqual(
      expect.arrayContaining([
        '01 Daftar hadir/2023-12-18 0000 Daftar hadir sehari',
        '01 Daftar hadir/2023-12-18 0900 Kelas berbagi',
        '01 Daftar hadir/2023-12-18 0900 Kelas berbagi (2)',
        '01 Daftar hadir/2023-12-19 0000 Daftar hadir sehari',
        '07 Data/Check-in 2023-12-18',
      ]),
    )
    for (const place of places) expect(place).toMatch(/^\d\d [^/\\:*?"<>|]+\/[^/\\:*?"<>|]+$/)
  })

  test('without a desktop: XLSX and CSV of everything, and the README says that PDFs are missing and why', async () => {
    const event = openExportedEvent()
    const files = await bundleOf(event)
    const entries = planBundle(readFacts(event, AFTERWARDS), NOTHING_TICKED)
    const expected = entries.flatMap(({ place }) => [`${place}.xlsx`, `${place}.csv`])
    expect([...files.keys()].toSorted()).toEqual(['README.txt', 'Data kegiatan.txt', REPORT, ...expected].toSorted())
    expect(files.get('README.txt')?.toString()).toMatch(/PDF TIDAK DISERTAKAN/)
    expect([...(await readZip(new Uint8Array(files.get(REPORT)!))).keys()]).toContain('word/document.xml')
    const facts = files.get('Data kegiatan.txt')?.toString() ?? ''
    expect(facts).toContain('Terdaftar      : 30 orang')
    expect(facts).toContain('- Senin, 18 Desember 2023: hadir 20 orang')
    for (const [name, bytes] of files) {
      if (name.endsWith('.xlsx')) expect(readXlsx(bytes).rows.length, name).toBeGreaterThan(1)
      if (name.endsWith('.csv')) expect(readCsv(bytes).length, name).toBeGreaterThan(0)
    }
    const people = listIn(readXlsx(files.get('07 Data/Daftar peserta.xlsx')!))
    expect(people.rows).toHaveLength(30)
    expect([...files.values()].some(bytes => bytes.includes(LONGEST_PERSON.nik))).toBe(false)
    expect(listActs(event, ['documents.export'], 10)).toEqual([])
  })

  test('with private numbers: they are there, and one act says so', async () => {
    const event = openExportedEvent(5)
    const files = await bundleOf(event, { hasNik: true, hasAccount: false })
    expect(files.get('07 Data/Daftar peserta.csv')?.toString()).toContain(LONGEST_PERSON.nik)
    expect(files.get('README.txt')?.toString()).toContain('- NIK disertakan.')
    const [note, ...more] = listActs(event, ['documents.export'], 10)
    expect(more).toEqual([])
    expect(note?.kept.after).toMatchObject({ what: 'bundle', peopleCount: 5, hasNik: true })
  })

  test('in the desktop every paper is a PDF too, and the ZIP is where the dialog said', async () => {
    const event = openExportedEvent(5)
    const path = join(tempFolder(), 'berkas.zip')
    const desktop = desktopFor(path)
    const heard: ExportProgress[] = []
    const options = { ...OPTIONS, desktop, dialogs: desktop, report: (one: ExportProgress) => void heard.push(one) }
    const answer = await exportBundle(event, ADMIN, { actId: newId(), ...NOTHING_TICKED }, options)
    expect(answer).toEqual({ savedAt: path, file: null })
    const files = await readZip(readFileSync(path))
    const papers = planBundle(readFacts(event, AFTERWARDS), NOTHING_TICKED).filter(one => one.subject.kind === 'paper')
    const pdfs = [...files].filter(([name]) => name.endsWith('.pdf'))
    expect(pdfs.map(([name]) => name).toSorted()).toEqual(papers.map(({ place }) => `${place}.pdf`).toSorted())
    for (const [name, bytes] of pdfs) expect(bytes.subarray(0, 5).toString(), name).toBe('%PDF-')
    expect(files.get('README.txt')?.toString()).not.toMatch(/TIDAK DISERTAKAN: berkas/)
    expect([...new Set(heard.map(({ phase }) => phase))]).toEqual(['pages', 'files'])
    expect(heard.every(({ done, total }) => done < total)).toBe(true)
  })

  test('in the desktop the certificates that were issued are there', async () => {
    const workspace = new Workspace(tempFolder())
    const { event, attended } = makeCertificateEvent(workspace, 6)
    const recipients = { participantIds: [...attended.keys()] }
    issueCertificates(event, ADMIN, { actId: newId(), recipients }, CERTIFICATE_DAY_END)
    const path = join(tempFolder(), 'berkas.zip')
    const desktop = desktopFor(path)
    const options = { ...OPTIONS, at: CERTIFICATE_DAY_END, desktop, dialogs: desktop }
    await exportBundle(event, ADMIN, { actId: newId(), ...NOTHING_TICKED }, options)
    const files = await readZip(readFileSync(path))
    expect(files.get('08 Sertifikat/Sertifikat.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(files.get('README.txt')?.toString()).toContain('- 08 Sertifikat')
  })

  test('given up, refused by the printer or by the disk: nothing is left, and what stood there stays', async () => {
    const event = openExportedEvent(5)
    const folder = tempFolder()
    const ask = (desktop: Desktop, signal?: AbortSignal) =>
      exportBundle(
        event,
        ADMIN,
        { actId: newId(), ...NOTHING_TICKED, hasNik: true },
        { ...OPTIONS, desktop, dialogs: desktop, signal },
      )
    const controller = new AbortController()
    const path = join(folder, 'berkas.zip')
    await expect(
      ask(
        desktopFor(path, () => controller.abort()),
        controller.signal,
      ),
    ).rejects.toMatchObject({ name: 'AbortError' })
    const failing = desktopFor(path, () => {
      throw new Error('page-timeout')
    })
    await expect(ask(failing)).rejects.toMatchObject({ code: 'RULE', data: { reason: 'print-page-timeout' } })
    const nowhere = desktopFor(join(folder, 'none', 'berkas.zip'))
    await expect(ask(nowhere)).rejects.toMatchObject({ code: 'RULE', data: { reason: 'export-not-writable' } })
    expect(await ask(desktopFor(null))).toEqual({ savedAt: null, file: null })
    expect(readdirSync(folder)).toEqual([])
    expect(listActs(event, ['documents.export'], 10)).toEqual([])
  })
})

describe('progress', () => {
  test('whoever asks before the work begins hears of it, and the line ends with the work', async () => {
    const heard: ExportProgress[] = []
    const watching = (async () => {
      for await (const progress of watchProgress('act', undefined)) heard.push(progress)
    })()
    await withProgress('act', async report => {
      for (const done of [1, 2]) {
        report({ phase: 'files', done, total: 2 })
        await new Promise(resolve => setTimeout(resolve, 1))
      }
    })
    await watching
    expect(heard.map(({ done }) => done)).toEqual([1, 2])
  })

  test('who stops listening is let go', async () => {
    const controller = new AbortController()
    const line = watchProgress('never', controller.signal)
    const next = line.next()
    controller.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })
})
