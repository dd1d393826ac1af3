import { readXlsx, writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { makeReport } from '#main/features/participant-import/report-service.ts'
import { MORNING, openTempEvent } from '#test/fixtures/temp-event.ts'
import { commit, countPeople, csvFile, look, readList, sampleFile } from './list-import.ts'

const WORDS = { 'outcomes.undecided': 'Belum diputuskan', 'notes.nip-destroyed': 'NIP rusak: {{written}}' }

function report(event: EventFile, runId: string, format: 'xlsx' | 'csv') {
  return makeReport(event, { runId, format, words: WORDS }, MORNING)
}

describe('the report of an import', () => {
  it('holds every row with its id, state and reason, and comes back without adding anybody', async () => {
    const event = openTempEvent()
    const { runId } = commit(event, await readList(event, sampleFile('peserta-maros-2023.xlsx')))
    const { bytes, fileName } = await report(event, runId, 'xlsx')
    expect(fileName).toBe('peserta-maros-2023 - laporan impor')
    const [sheet] = (await readXlsx(bytes)).sheets
    expect(sheet!.rows).toHaveLength(137)
    expect(sheet!.rows[0]!.slice(0, 3)).toEqual(['ID Gelar', 'Status Gelar', 'Catatan Gelar'])
    const waiting = sheet!.rows.filter(row => row[1] === 'Belum diputuskan')
    expect(waiting).toHaveLength(4)
    expect(waiting.map(row => row[2]).join(' ')).toContain('NIP rusak: 1')
    expect(sheet!.rows.flat().every(cell => cell === null || typeof cell === 'string')).toBe(true)

    const back = await readList(event, new File([bytes as Uint8Array<ArrayBuffer>], 'laporan.xlsx'))
    expect(look(event, back, 'taken').counts).toMatchObject({ taken: 0, alreadyImported: 132 })
    expect(countPeople(event)).toBe(132)
  })

  it('mended and imported again, brings in what waited and changes what was mended', async () => {
    const event = openTempEvent()
    const first = commit(event, await readList(event, sampleFile('peserta-maros-2023.xlsx')))
    const { bytes } = await report(event, first.runId, 'xlsx')
    const rows = (await readXlsx(bytes)).sheets[0]!.rows
    const nipColumn = rows[0]!.findIndex(cell => String(cell).startsWith('NIP'))
    const broken = rows.find(row => String(row[2]).includes('NIP rusak'))!
    broken[nipColumn] = '197908172005012003'
    const nameColumn = rows[0]!.findIndex(cell => String(cell).startsWith('Nama'))
    const imported = rows[5]!
    imported[nameColumn] = 'Drs. Nama Yang Dibetulkan, M.Si.'
    const mendedBytes = await writeXlsx({ sheets: [{ name: 'a', rows }] })
    const settings = await readList(event, new File([mendedBytes as Uint8Array<ArrayBuffer>], 'dibetulkan.xlsx'))
    const { counts } = commit(event, settings)
    expect(counts).toMatchObject({ added: 1, changed: 1, undecided: 3, already: 131 })
    expect(countPeople(event)).toBe(133)
    const count = (sql: string) => event.db.prepare(sql).pluck().get()
    expect(count(`SELECT count(*) FROM participants WHERE nip = '197908172005012003'`)).toBe(1)
    expect(
      count(`SELECT count(*) FROM participants WHERE name = 'Nama Yang Dibetulkan' AND title_before = 'Drs.'`),
    ).toBe(1)
    expect(count(`SELECT count(*) FROM import_rows WHERE outcome = 'elsewhere'`)).toBe(1)
  })

  it.each(['xlsx', 'csv'] as const)(
    'as %s keeps numbers whole and runs nothing, and comes back as it was',
    async format => {
      const event = openTempEvent()
      const list = [
        'Nama;NIP;No HP;Keterangan',
        'Sitti Aminah;\'197908172005012003;+62 812-3456-7890;=HYPERLINK("http://x")',
        'Abdul Rahman;-;081234567891;@SUM(1+1)',
        'Muh. Idris;197503152000031002;0812;-2+3+cmd|calc',
      ]
      const { runId, counts } = commit(event, await readList(event, csvFile(list)))
      expect(counts).toMatchObject({ added: 2, undecided: 1 })
      const { bytes } = await report(event, runId, format)
      if (format === 'csv') {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        expect(text.startsWith('\uFEFFID Gelar;')).toBe(true)
        expect(text).toContain("'081234567891;'@SUM(1+1)")
        expect(text).not.toMatch(/(^|;|")[=+@]/m)
      } else {
        const cells = [...((await readXlsx(bytes, { readStyles: true })).sheets[0]!.cells ?? new Map()).values()]
        expect(cells.some(cell => 'formula' in cell && cell.formula !== undefined)).toBe(false)
        expect((await readXlsx(bytes)).sheets[0]!.rows[1]).toContain('=HYPERLINK("http://x")')
      }
      const back = await readList(event, new File([bytes as Uint8Array<ArrayBuffer>], `laporan.${format}`))
      expect(look(event, back, 'taken').counts).toMatchObject({ taken: 0, alreadyImported: 2, needsLook: 1 })
    },
  )
})
