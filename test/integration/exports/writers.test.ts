import { execFileSync, spawnSync } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, test } from 'vitest'
import { type Cell, type CellKind, column, groupRow, type PaperRow } from '#main/features/documents/paper-rules.ts'
import type { ExportTable } from '#main/features/exports/table-rules.ts'
import { fileStream } from '#main/jobs/write-export.ts'
import { tempFolder } from '../temp-folder.ts'
import { listIn, partOf, readCsv, readXlsx } from './read-files.ts'

/** What people and attackers type. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+62812-3456-7890',
  '-1',
  '-',
  '@SUM(A1)',
  '\ttabbed',
  '\r=1',
  '\n=1',
  'satu\ndua\r\ntiga',
  'a\tb',
  'titik;koma "kutip" \'petik\'',
  '<b>&amp;</b> ]]>',
  '_x0041_ tetap',
  'nol\u0000bel\u0007',
  '👩‍🏫 Bu Guru 🇮🇩',
  'setengah \uD83D',
  '#N/A',
  'TRUE',
  '  tepi  ',
  '１２３＝',
  '＝1+1',
  'x'.repeat(40_000),
]
const FRAGILE = ['081234567890', '197108121998031004', '12E5', '3-4', '0', '3/4', '1234567890123456789']

function rowsOf(values: readonly Cell[][]): PaperRow[] {
  return values.map((cells, index) => ({ style: 'row', label: '', number: index + 1, cells: [index + 1, ...cells] }))
}

function tableWith(kinds: readonly CellKind[], rows: PaperRow[], more: Partial<ExportTable> = {}): ExportTable {
  const columns = [
    column('number', 'No.', 'number'),
    ...kinds.map((kind, index) => column(`c${index}`, `K${index}`, kind)),
  ]
  return {
    fileName: 'Uji & Coba',
    title: ['JUDUL', 'KEDUA'],
    headingLines: [{ label: 'Kegiatan', value: '=1+1' }],
    columns,
    rows,
    closingLines: ['Terbilang: satu rupiah'],
    notes: ['=catatan'],
    signatures: {
      dateline: 'Maros, 18 Desember 2023',
      blocks: [
        { heading: 'Mengetahui,', position: 'Kepala', name: 'Dra. Hj. Nur', rank: '', nip: '197108121998031004' },
      ],
    },
    size: 'F4',
    isLandscape: true,
    timeZone: 'Asia/Makassar',
    ...more,
  }
}

async function written(table: ExportTable, format: 'xlsx' | 'csv'): Promise<string> {
  const path = join(tempFolder(), `file.${format}`)
  await pipeline(await fileStream(table, format), createWriteStream(path))
  return path
}

describe('XLSX', () => {
  test('whatever is typed comes back as the same text, never as a formula, an error or a truth value', async () => {
    const texts = [...HOSTILE, ...FRAGILE]
    const path = await written(tableWith(['text'], rowsOf(texts.map(text => [text]))), 'xlsx')
    const sheet = readXlsx(readFileSync(path))
    const { rows } = listIn(sheet)
    expect(rows.map(row => row['K0']?.type)).toEqual(texts.map(() => 's'))
    // The reader makes one line break of CR LF.
    const expected = texts.map(text =>
      text.length > 32_767 ? `${'x'.repeat(32_766)}…` : text.toWellFormed().replaceAll('\r\n', '\n'),
    )

    expect(rows.map(row => row['K0']?.value)).toEqual(expected)
    expect(sheet.rows.flat().some(cell => cell?.isFormula)).toBe(false)
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
  })

  test('codes are texts, dates are dates, times are the wall clock of the event, money and ticks are numbers', async () => {
    const at = Date.parse('2023-12-18T00:30:05Z')
    const kinds = ['code', 'date', 'time', 'money', 'check', 'check', 'percent', 'signature'] as const
    const cells = ['197108121998031004', '2023-12-18', at, 1_250_000, true, false, 87.5, 'M0 50L300 50']
    const { rows } = listIn(readXlsx(readFileSync(await written(tableWith(kinds, rowsOf([cells])), 'xlsx'))))
    const [code, date, time, money, yes, no, percent, signature] = kinds.map((_kind, index) => rows[0]?.[`K${index}`])
    expect(code).toMatchObject({ type: 's', value: '197108121998031004', format: '@' })
    // 45278 is 18 December 2023 in the calendar of spreadsheets.
    expect(date).toMatchObject({ type: 'n', value: 45_278, format: 'dd-mm-yyyy' })
    const seconds = 8 * 3600 + 30 * 60 + 5
    expect(Math.round((Number(time?.value) - 45_278) * 86_400)).toBe(seconds)
    expect(money).toMatchObject({ type: 'n', value: 1_250_000, format: '[$-421]#,##0' })
    expect([yes?.value, no?.value]).toEqual([1, 0])
    expect(percent).toMatchObject({ type: 'n', value: 87.5 })
    expect(signature?.value).toBe('ditandatangani di layar')
  })

  test('what is no date stays the text that it is', async () => {
    const dates = ['2023-02-30', 'besok', '1899-01-01', '12 Desember']
    const { rows } = listIn(
      readXlsx(readFileSync(await written(tableWith(['date'], rowsOf(dates.map(date => [date]))), 'xlsx'))),
    )
    expect(rows.map(row => [row['K0']?.type, row['K0']?.value])).toEqual(dates.map(date => ['s', date]))
  })

  test('title and headings stand frozen over a filter of the rows alone; F4 lying, one page wide, numbered', async () => {
    const rows: PaperRow[] = [
      groupRow('Peserta'),
      ...rowsOf([['a'], ['b']]),
      { style: 'total', label: 'Jumlah', number: null, cells: [null, null] },
    ]
    const path = await written(tableWith(['name'], rows), 'xlsx')
    const sheet = await partOf(path, 'xl/worksheets/sheet1.xml')
    // Two lines of title, one heading line, a blank one, the headings; then group, two rows and the sum.
    expect(sheet).toContain('<pane ySplit="5" topLeftCell="A6" state="frozen" activePane="bottomLeft"/>')
    expect(sheet).toContain('<autoFilter ref="A5:B8"/>')
    expect(sheet).toContain('paperSize="14" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(sheet).toContain('&amp;LUji &amp;&amp; Coba&amp;RHalaman &amp;P dari &amp;N')
    expect(await partOf(path, 'xl/workbook.xml')).toContain('$5:$5</definedName>')
    const read = readXlsx(readFileSync(path)).rows.map(row => row.map(cell => cell?.value))
    expect(read[0]?.[0]).toBe('JUDUL')
    expect(read[2]?.[0]).toBe('Kegiatan: =1+1')
    expect(read[5]?.[0]).toBe('Peserta')
    expect(read[8]?.[1]).toBe('Jumlah')
    expect(read.flat()).toEqual(
      expect.arrayContaining(['Terbilang: satu rupiah', '=catatan', 'Dra. Hj. Nur', 'NIP 197108121998031004']),
    )
  })

  test('A4 upright when that is asked for, and a table without rows is a table', async () => {
    const path = await written(tableWith(['name'], [], { size: 'A4', isLandscape: false }), 'xlsx')
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain('paperSize="9" orientation="portrait"')
    expect(listIn(readXlsx(readFileSync(path))).rows).toEqual([])
  })

  test('rows that fail while they are written fail the file', async () => {
    function* failing(): Generator<PaperRow> {
      yield* rowsOf([['a']])
      throw new Error('gone')
    }
    await expect(written(tableWith(['name'], [], { rows: failing() }), 'xlsx')).rejects.toThrow('gone')
  })
})

describe('CSV', () => {
  test('formulas and fragile numbers are held by an apostrophe; all else comes back as it was', async () => {
    const texts = [...HOSTILE, ...FRAGILE]
    const path = await written(tableWith(['text'], rowsOf(texts.map(text => [text]))), 'csv')
    const bytes = readFileSync(path)
    const [header, ...rows] = readCsv(bytes)
    expect(header).toEqual(['No.', 'K0'])
    expect(rows.map(row => row[0])).toEqual(texts.map((_text, index) => String(index + 1)))
    rows.forEach((row, index) => {
      const text = Buffer.from(texts[index] ?? '').toString('utf8')
      expect([text, `'${text}`]).toContain(row[1])
      expect(row[1]).not.toMatch(/^[=+@|\t\r\n＝]|^-./u)
    })
    const held = rows.filter(row => row[1]?.startsWith("'")).map(row => row[1])
    expect(held).toContain("'+62812-3456-7890")
    for (const number of FRAGILE.filter(text => text !== '0')) expect(held).toContain(`'${number}`)
    expect(bytes.toString('utf8')).toContain('No.;K0\r\n1;')
  })

  test('values are written so that every locale reads them rightly; groups, sums and blank rows are left out', async () => {
    const at = Date.parse('2023-12-18T00:30:05Z')
    const rows: PaperRow[] = [
      groupRow('Peserta'),
      ...rowsOf([['2023-12-18', at, 1_250_000.5, -3, true, null]]),
      { style: 'spare', label: '', number: 2, cells: [2, null, null, null, null, null, null] },
      { style: 'total', label: 'Jumlah', number: null, cells: [null, null, null, 5, null, null, null] },
    ]
    const path = await written(tableWith(['date', 'time', 'money', 'number', 'check', 'text'], rows), 'csv')
    expect(readCsv(readFileSync(path)).slice(1)).toEqual([
      ['1', '2023-12-18', '2023-12-18 08:30:05', '1250000,5', '-3', '1', ''],
    ])
  })
})

/** The program that opens it, where this machine has it. */
const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)

describe('LibreOffice', { timeout: 120_000 }, () => {
  test.skipIf(office === undefined)('opens the XLSX and reads the same texts, dates and sums', async () => {
    const cells = ['=1+1', '197108121998031004', '2023-12-18', 1_250_000]
    const path = await written(tableWith(['text', 'code', 'date', 'money'], rowsOf([cells])), 'xlsx')
    const folder = tempFolder()
    const profile = `-env:UserInstallation=file://${tempFolder()}`
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true'
    execFileSync(office as string, [profile, '--headless', '--convert-to', filter, '--outdir', folder, path])
    const text = readFileSync(join(folder, 'file.csv'), 'utf8')
    expect(text).toContain('=1+1;197108121998031004;18-12-2023;')
    expect(text).toMatch(/1[.,]250[.,]000/)
  })
})
