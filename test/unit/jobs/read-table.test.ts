import { readFileSync } from 'node:fs'
import { write } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readTable, type ReadTableResult } from '#main/jobs/read-table.ts'

const sample = (name: string) => readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url))
const readText = (content: string | Buffer, fileName = 'a.csv') => readTable({ bytes: Buffer.from(content), fileName })

function rowsOf(result: ReadTableResult) {
  if (!result.isRead) throw new Error(result.code)
  return result.sheets[0]!.rows
}

describe('readTable on spreadsheets', () => {
  it('reads the Maros list with every row where it stands and numbers told from text', async () => {
    const result = await readTable({ bytes: sample('peserta-maros-2023.xlsx'), fileName: 'peserta-maros-2023.xlsx' })
    const rows = rowsOf(result)
    expect(rows).toHaveLength(143)
    expect(result).toMatchObject({ kind: 'xlsx', notices: [] })
    expect(rows[39]![10]).toEqual({ text: '8534482830', kind: 'number' })
    expect(rows[120]![3]).toEqual({ text: '197908132003092000', kind: 'number' })
    expect(rows[114]![3]).toBe('197404082002021007')
  })

  it('keeps dates as calendar days, whatever the zone of the machine', async () => {
    const day = new Date(Date.UTC(2023, 11, 18))
    const sheets = [{ name: 'A', columns: [{ header: 'Tanggal', key: 't', numFmt: 'dd/mm/yyyy' }], data: [{ t: day }] }]
    const bytes = await write({ sheets })
    expect(rowsOf(await readTable({ bytes, fileName: 'a.xlsx' }))[1]).toEqual([{ text: '2023-12-18', kind: 'date' }])
  })

  it('reads OpenDocument too', async () => {
    const bytes = await write({ sheets: [{ name: 'A', rows: [['Nama'], ['Siti']] }], format: 'ods' })
    expect(rowsOf(await readTable({ bytes, fileName: 'a.ods' }))).toEqual([['Nama'], ['Siti']])
  })
})

describe('readTable on text', () => {
  it('reads the Kalteng list: semicolons, byte-order mark, quoted semicolons, apostrophes kept', async () => {
    const rows = rowsOf(await readTable({ bytes: sample('peserta-kalteng-2021.csv'), fileName: 'p.csv' }))
    expect(rows).toHaveLength(99)
    expect(rows[0]!.slice(0, 3)).toEqual(['No', 'Nama', 'Gelar Depan'])
    expect(rows[15]!.slice(1, 6)).toEqual(['Sudirman Saleh; Sanusi', '', 'S.Sos.', 'L', "'199001132015051005"])
    expect(rows.every(row => row.length === 14)).toBe(true)
  })

  it.each([
    ['Nama;Nilai\nBudi, S.E.;1,5\nSiti, S.Sos., M.Si.;2,5\n', ['Budi, S.E.', '1,5']],
    ['sep=;\r\nNama;Nilai\r\nBudi;1,5\r\n', ['Budi', '1,5']],
    ['sep=,\nNama,Nilai\n"Budi; S.E.",1\n', ['Budi; S.E.', '1']],
    ['Nama,HP\n"Budi, S.E.",0812\n', ['Budi, S.E.', '0812']],
    ['Nama\tHP\nBudi, S.E.\t0812\n', ['Budi, S.E.', '0812']],
    ['Nama;HP\n"Budi\nS.E.";0812\n', ['Budi\nS.E.', '0812']],
    ['Nama\nBudi\n', ['Budi']],
  ])('finds the separator of %j', async (text, second) => {
    expect(rowsOf(await readText(text))[1]).toEqual(second)
  })

  it('reads UTF-8, Windows-1252 and UTF-16', async () => {
    const text = 'Nama;Catatan\nJosé – “Ñ”;x'
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      Buffer.from('Nama;Catatan\nJos\u00e9 \u0096 \u0093\u00d1\u0094;x', 'latin1'),
    ]
    for (const bytes of encodings)
      expect(rowsOf(await readText(bytes))).toEqual([
        ['Nama', 'Catatan'],
        ['José – “Ñ”', 'x'],
      ])
  })

  it('loses no row to a quotation mark that is never closed', async () => {
    const result = await readText('Nama;HP\n"Budi;0812\nSiti;0813\n')
    expect(result).toMatchObject({ notices: ['uneven-quotes'] })
    expect(rowsOf(result)).toHaveLength(3)
  })
})
