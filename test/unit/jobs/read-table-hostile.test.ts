import { write } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readTableFile } from '#main/jobs/read-table-file.ts'
import { buildZip, deflatedBlanks, sheetXml, textCell, workbookParts, type ZipPart } from './hostile-files.ts'

const HEAP_MB = 128

/** Reads in a worker with a small heap and watches the memory of the whole process meanwhile. */
async function readWatched(bytes: Buffer, fileName: string) {
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  const result = await readTableFile({ bytes, fileName }, { maxOldGenerationMb: HEAP_MB })
  clearInterval(timer)
  return { result, grownMb: (peak - before) / 2 ** 20 }
}

const simpleSheet = sheetXml(`<row r="1">${textCell('A1', 'Nama')}</row><row r="2">${textCell('A2', 'Siti')}</row>`)
const OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const CLOSE = '</sheetData></worksheet>'
const blanks = (megabytes: number, declaredBytes: number): ZipPart => ({
  name: '',
  content: '',
  deflated: deflatedBlanks(OPEN, megabytes, CLOSE),
  declaredBytes,
})

describe('bombs end in a code and in bounded memory', () => {
  it('refuses a sheet of 1 GiB of blanks by its declared size', async () => {
    const size = 1024 * 2 ** 20 + OPEN.length + CLOSE.length
    const bomb = buildZip(workbookParts(blanks(1024, size)))
    expect(bomb.length).toBeLessThan(4 * 2 ** 20)
    const { result, grownMb } = await readWatched(bomb, 'peserta.xlsx')
    expect(result).toEqual({ isRead: false, code: 'zip-bomb' })
    expect(grownMb).toBeLessThan(200)
  })

  it('stops a header that says 1 MiB and holds 1 GiB', async () => {
    const { result, grownMb } = await readWatched(buildZip(workbookParts(blanks(1024, 2 ** 20))), 'peserta.xlsx')
    expect(result).toEqual({ isRead: false, code: 'broken-file' })
    expect(grownMb).toBeLessThan(300)
  })

  it('refuses many entries that are each within bounds but not together', async () => {
    const extra = Array.from({ length: 3 }, (_, index) => ({
      ...blanks(100, 100 * 2 ** 20),
      name: `xl/media/${index}.bin`,
    }))
    const { result } = await readWatched(buildZip(workbookParts(simpleSheet, extra)), 'peserta.xlsx')
    expect(result).toEqual({ isRead: false, code: 'zip-bomb' })
  })

  it('refuses a directory whose entries share the same bytes', async () => {
    const zip = buildZip(workbookParts(simpleSheet))
    const last = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1')
    zip.writeUInt32LE(0, last + 42)
    expect((await readWatched(zip, 'peserta.xlsx')).result).toEqual({ isRead: false, code: 'zip-bomb' })
  })

  it('lets a sheet within the unpacked bounds end the worker, not the program', async () => {
    const size = 120 * 2 ** 20 + OPEN.length + CLOSE.length
    const { result, grownMb } = await readWatched(buildZip(workbookParts(blanks(120, size))), 'peserta.xlsx')
    expect(['out-of-memory', 'timed-out', 'broken-file', 'empty']).toContain(result.isRead || result.code)
    expect(grownMb).toBeLessThan(700)
  }, 30_000)

  it('ends the worker whose heap is full and says so', async () => {
    const cells = `<row>${'<c t="str"><v>x</v></c>'.repeat(14_000)}</row>`.repeat(100)
    const bytes = buildZip(workbookParts(sheetXml(cells)))
    const result = await readTableFile(
      { bytes, fileName: 'peserta.xlsx' },
      { maxOldGenerationMb: 24, timeoutMs: 60_000 },
    )
    expect(result).toEqual({ isRead: false, code: 'out-of-memory' })
  }, 90_000)

  it('refuses two far cells that span a huge rectangle', async () => {
    const cells = `<row r="1">${textCell('A1', 'a')}</row><row r="1048576">${textCell('XFD1048576', 'b')}</row>`
    const { result, grownMb } = await readWatched(buildZip(workbookParts(sheetXml(cells))), 'peserta.xlsx')
    expect(result).toEqual({ isRead: false, code: 'too-large' })
    expect(grownMb).toBeLessThan(400)
  })

  it('does not follow a billion laughs', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    ).join('')
    const prolog = `<!DOCTYPE worksheet [<!ENTITY l0 "ha">${entities}]>`
    const bytes = buildZip(workbookParts(sheetXml(`<row r="1">${textCell('A1', '&l9;')}</row>`, prolog)))
    const { result, grownMb } = await readWatched(bytes, 'peserta.xlsx')
    expect(JSON.stringify(result).length).toBeLessThan(1000)
    expect(grownMb).toBeLessThan(200)
  })
})

describe('files that are not what they seem', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const xlsx = buildZip(workbookParts(simpleSheet))
  const cases: [string, Buffer, string, object][] = [
    [
      'a web page named xlsx',
      Buffer.from('<html><table><tr><td>Nama'),
      'a.xlsx',
      { code: 'wrong-extension', found: 'html' },
    ],
    ['csv named xlsx', Buffer.from('Nama;HP\nSiti;0812'), 'a.xlsx', { code: 'wrong-extension', found: 'csv' }],
    ['xlsx named csv', xlsx, 'a.csv', { code: 'wrong-extension', found: 'xlsx' }],
    ['a picture named xlsx', PNG, 'a.xlsx', { code: 'not-a-table-file', found: 'image' }],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'a.pdf', { code: 'not-a-table-file', found: 'pdf' }],
    [
      'a plain zip',
      buildZip([{ name: 'a.txt', content: 'a' }]),
      'a.xlsx',
      { code: 'not-a-table-file', found: 'archive' },
    ],
    ['a cut-off zip', xlsx.subarray(0, xlsx.length - 200), 'a.xlsx', { code: 'broken-file' }],
    ['an empty file', Buffer.alloc(0), 'a.xlsx', { code: 'empty' }],
    ['a sheet without cells', buildZip(workbookParts(sheetXml(''))), 'a.xlsx', { code: 'empty' }],
    ['lines without text', Buffer.from(';;;\n;;;\n'), 'a.csv', { code: 'empty' }],
    ['bytes', Buffer.from([1, 2, 3, 4, 5, 6]), 'a.csv', { code: 'not-a-table-file', found: 'binary' }],
  ]

  it.each(cases)('%s', async (_, bytes, fileName, expected) => {
    expect(await readTableFile({ bytes, fileName })).toEqual({ isRead: false, ...expected })
  })

  it('refuses a file whose bytes were damaged on the way', async () => {
    const damaged = Buffer.from(xlsx)
    const at = damaged.indexOf('sheet1.xml') + 40
    for (let index = at; index < at + 12; index += 1) damaged[index] = damaged[index]! ^ 0xff
    expect(await readTableFile({ bytes: damaged, fileName: 'a.xlsx' })).toEqual({ isRead: false, code: 'broken-file' })
  })
})

describe('password-protected workbooks', () => {
  it('are named as such', async () => {
    const bytes = await write({
      sheets: [{ name: 'A', rows: [['Nama'], ['Siti']] }],
      encryption: { password: 'rahasia', spinCount: 1000 },
    })
    expect(await readTableFile({ bytes, fileName: 'a.xlsx' })).toEqual({ isRead: false, code: 'encrypted' })
  })
})

describe('what a workbook carries besides its cells', () => {
  it('takes stored results of formulas and leaves outside links alone, saying so', async () => {
    const rows = `<row r="1">${textCell('A1', 'Nama')}</row><row r="2"><c r="A2" t="str"><f>[1]Lain!A1</f><v>Siti</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>`
    const link = {
      name: 'xl/externalLinks/externalLink1.xml',
      content: '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }
    const result = await readTableFile({
      bytes: buildZip(workbookParts(sheetXml(rows), [link])),
      fileName: 'a.xlsx',
    })
    expect(result).toMatchObject({
      isRead: true,
      notices: ['external-links-ignored', 'formula-results-taken'],
      sheets: [
        {
          rows: [
            ['Nama'],
            [
              { text: 'Siti', kind: 'text', hasFormula: true },
              { text: '2', kind: 'number', hasFormula: true },
            ],
          ],
        },
      ],
    })
  })
})
