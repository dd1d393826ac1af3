import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { getOverview } from '#main/features/sessions/overview-service.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { CERTIFICATE_DAY_END as AT, makeCertificateEvent } from '#test/fixtures/certificate-event.ts'
import { PAPER_EVENT } from '#test/fixtures/paper-event.ts'
import { readZip } from '#test/integration/exports/read-files.ts'

const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)

async function writeReport(): Promise<{ event: EventFile; bytes: Buffer; folder: string; fileName: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-report-'))
  const workspace = new Workspace(folder)
  onTestFinished(() => {
    workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { event } = makeCertificateEvent(workspace, 40)
  const { bytes, fileName } = await runJob('write-report', { path: event.path, at: AT })
  return { event, bytes: Buffer.from(bytes), folder, fileName }
}

/** The parts of the file as texts, unpacked by another library than the one that packed them. */
async function unpack(bytes: Buffer): Promise<Map<string, string>> {
  return new Map([...(await readZip(bytes))].map(([name, content]) => [name, content.toString('utf8')]))
}

/** Its lists can't be iterated. */
const elements = (of: Element, name: string): Element[] => {
  const found = of.getElementsByTagName(name)
  return Array.from({ length: found.length }, (_, index) => found.item(index)!)
}
const wordsOf = (of: Element): string =>
  elements(of, 'w:t')
    .map(({ textContent }) => textContent ?? '')
    .join('')

function read(parts: Map<string, string>): { body: Element; tables: string[][][]; headings: string[] } {
  const body = new DOMParser().parseFromString(parts.get('word/document.xml')!, 'text/xml').documentElement
  const tables = elements(body, 'w:tbl').map(table =>
    elements(table, 'w:tr').map(row => elements(row, 'w:tc').map(wordsOf)),
  )
  const headings = elements(body, 'w:p')
    .filter(paragraph => /^Heading[12]$/.test(elements(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? ''))
    .map(wordsOf)
  return { body, tables, headings }
}

const tableOf = (tables: string[][][], ...header: string[]): string[][] =>
  tables.find(([first]) => header.every(label => first!.includes(label)))!.slice(1)

describe('the laporan kegiatan', () => {
  test('has the chapters of the office as headings of Word, its header on every page of a table, and page numbers', async () => {
    const { bytes, fileName } = await writeReport()
    const parts = await unpack(bytes)
    const { headings, body, tables } = read(parts)
    expect(fileName).toBe(`Laporan Kegiatan - ${PAPER_EVENT}`)
    expect(headings.filter(text => /^([IVX]+\.|Lampiran)/.test(text))).toEqual([
      'I. Pendahuluan',
      'II. Pelaksanaan',
      'III. Hasil',
      'IV. Kendala',
      'V. Penutup',
      'Lampiran',
    ])
    expect(parts.get('word/styles.xml')).toMatch(/w:styleId="Heading1"/)
    expect(elements(body, 'w:tblHeader').length).toBe(tables.filter(([first]) => first!.length > 3).length)
    expect([...parts].find(([name]) => name.startsWith('word/footer'))![1]).toMatch(/PAGE[\s\S]+NUMPAGES/)
    expect([...parts.keys()].filter(name => name.startsWith('word/media/')).length).toBeGreaterThanOrEqual(2)
    expect(wordsOf(body)).toContain('DINAS PERPUSTAKAAN DAN KEARSIPAN')
    expect(elements(body, 'w:highlight').length).toBeGreaterThan(4)
    const page = elements(body, 'w:pgSz')[0]!
    expect([page.getAttribute('w:w'), page.getAttribute('w:h')].map(Number)).toEqual([12189, 18709])
  })

  test('tells what the database holds: people by role, the programme, the attendance of every day and session', async () => {
    const { event, bytes } = await writeReport()
    const { body, tables } = read(await unpack(bytes))
    const roles = event.db
      .prepare(
        `SELECT r.name AS name, count(*) AS listed, count(DISTINCT c.participant_id) AS present FROM participants p
         JOIN roles r ON r.id = p.role_id LEFT JOIN check_ins c ON c.participant_id = p.id GROUP BY r.id ORDER BY r.position`,
      )
      .all() as { name: string; listed: number; present: number }[]
    const expected = roles.map(({ name, listed, present }, index) => [
      String(index + 1),
      name,
      String(listed),
      String(present),
    ])
    const sum = (key: 'listed' | 'present'): string => String(roles.reduce((all, role) => all + role[key], 0))
    expect(tableOf(tables, 'Peran')).toEqual([...expected, ['', 'Jumlah', sum('listed'), sum('present')]])
    const overview = getOverview(event.db, AT)
    const counts = tableOf(tables, 'Sesi').map(row => row.slice(1).map(Number))
    expect(counts).toEqual(overview.sessions.map(one => [one.registered, one.present, one.absent, one.archived]))
    for (const [registered, present, absent, archived] of counts)
      expect(present! + absent! + archived!).toBe(registered)
    const [day] = tableOf(tables, 'Hari')
    expect(day!.slice(1).map(Number)).toEqual(
      overview.days.flatMap(one => [one.registered, one.present, one.absent, one.archived]),
    )
    const titles = event.db.prepare('SELECT title FROM sessions ORDER BY start_minute, title').pluck().all()
    expect(
      tableOf(tables, 'Materi/Acara')
        .map(row => row[2]!)
        .toSorted(),
    ).toEqual((titles as string[]).toSorted())
    expect(wordsOf(body)).toContain('Peserta dinyatakan hadir bila mengikuti sekurang-kurangnya 50% waktu sesi')
  })

  test.skipIf(!office)('is opened by LibreOffice (skipped where it is not installed)', async () => {
    const { bytes, folder } = await writeReport()
    const path = join(folder, 'laporan.docx')
    writeFileSync(path, bytes)
    const done = spawnSync(office!, ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path])
    expect(done.status).toBe(0)
  })
})
