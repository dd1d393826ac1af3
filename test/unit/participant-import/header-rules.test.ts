import { describe, expect, it } from 'vitest'
import { PEOPLE_TABLE } from '#main/features/participant-import/header-rules.ts'
import { chooseSheet, fieldOfHeader, findHeader, headerSignature } from '#main/features/table-import/mapping-rules.ts'

describe('headers', () => {
  it.each([
    ['No. HP/WA', 'phone'],
    ['Nomor Telepon', 'phone'],
    ['No. Telp.', 'phone'],
    ['L/P', 'gender'],
    ['Jenis Kelamin', 'gender'],
    ['NIP/NIK', 'nipOrNik'],
    ['NIP / NIPPPK', 'nip'],
    ['Pangkat/Gol.', 'rank'],
    ['Pangkat / Golongan Ruang', 'rank'],
    ['Instansi / Perpustakaan', 'institution'],
    ['Unit Kerja', 'institution'],
    ['Instansi/Unit Kerja', 'institution'],
    ['Desa/Kelurahan', 'village'],
    ['KABUPATEN / KOTA', 'regency'],
    ['Delegasi', 'delegation'],
    ['No Surat Tugas', 'assignmentLetterNumber'],
    ['Tanggal Surat Tugas', 'assignmentLetterDate'],
    ['Kamar', 'room'],
    ['Keterangan', 'note'],
    ['NPWP', 'extra'],
    ['No. Rekening', 'extra'],
    ['Tempat/Tanggal Lahir', 'extra'],
    ['Tanda Tangan', 'ignore'],
  ])('%s is %s', (header, field) => expect(fieldOfHeader(PEOPLE_TABLE, header)).toBe(field))

  it('stands under title rows, and a title row with the words of a header is none', () => {
    const rows = [
      ['DAFTAR NAMA PESERTA'],
      ['Kabupaten: Maros', 'Nama kegiatan: PLM'],
      [],
      ['No', 'Nama', 'No HP'],
      ['1', 'Siti', '08'],
    ]
    expect(findHeader(PEOPLE_TABLE, rows)).toMatchObject({ headerRow: 3, signature: 'nama|no|no hp' })
    expect(findHeader(PEOPLE_TABLE, [['a', 'b'], ['c']]).headerRow).toBe(-1)
  })

  it('splits names only where no title columns stand beside them, and proposes a field once', () => {
    const fields = (header: string[]) => findHeader(PEOPLE_TABLE, [header]).mapping.map(column => column.field)
    expect(fields(['Nama', 'No HP', 'No WA', 'Instansi', 'Unit Kerja'])).toEqual([
      'nameWithTitles',
      'phone',
      'extra',
      'institution',
      'extra',
    ])
    expect(fields(['Gelar Depan', 'Nama', 'Gelar Belakang'])).toEqual(['titleBefore', 'name', 'titleAfter'])
  })

  it('are remembered whatever their order and case', () => {
    expect(headerSignature(['Nama', 'No. HP', ''])).toBe(headerSignature(['NO HP', 'nama']))
  })

  it('choose the sheet that holds people', () => {
    const people = {
      name: 'B',
      rows: [
        ['Nama', 'No HP'],
        ['Siti', '08'],
      ],
    }
    expect(chooseSheet(PEOPLE_TABLE, [{ name: 'A', rows: [['Petunjuk']] }, people])).toBe(1)
  })
})
