import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClock, readDuration } from '#main/features/session-import/clock-rules.ts'
import { type KnownDay, readDay } from '#main/features/session-import/day-rules.ts'
import { kindOfTitle, kindOfWritten } from '#main/features/session-import/kind-rules.ts'
import { capacityOfNote, readCapacity, readPeople } from '#main/features/session-import/people-rules.ts'
import type { Cell } from '#main/features/table-import/cell-rules.ts'

const number = (text: string): Cell => ({ text, kind: 'number' })
const date = (text: string): Cell => ({ text, kind: 'date' })

describe('times', () => {
  it.each<[Cell, number | null, number | null]>([
    ['07.30', 450, null],
    ['7:30', 450, null],
    [' 07.30 WITA', 450, null],
    ['Pukul 07.30', 450, null],
    ['0730', 450, null],
    ['07:30:00', 450, null],
    ['1:15 PM', 795, null],
    ['12.00 am', 0, null],
    ['24.00', 1440, null],
    ['07.30-08.30', 450, 510],
    ['07.30 – 08.30 WIB', 450, 510],
    ['07.30 s.d. 08.30', 450, 510],
    ['07.30 s/d 08.30', 450, 510],
    ['07.30 sd 08.30', 450, 510],
    ['07.30 sampai dengan 08.30', 450, 510],
    ['Pkl. 8 - 9', 480, 540],
    ['', null, null],
    ['-', null, null],
    [date('07:30'), 450, null],
    [date('2023-12-18 07:30'), 450, null],
    [date('1899-12-30'), 0, null],
    [number('0.3125'), 450, null],
    [number('7.3'), 450, null],
    [number('10'), 600, null],
    [number('730'), 450, null],
    ['7.3', 450, null],
  ])('%j is %s to %s', (cell, start, end) => expect(readClock(cell)).toMatchObject({ start, end }))

  it('leaves an end open that is written as open, and says when a spreadsheet had made a number of a time', () => {
    expect(readClock('15.45 - selesai')).toMatchObject({ start: 945, end: null, isEndOpen: true })
    expect(readClock('Selesai')).toMatchObject({ start: null, isEndOpen: true })
    expect(readClock('15.45 -')).toMatchObject({ start: 945, isEndOpen: true })
    expect(readClock(number('7.3'))?.wasNumber).toBe(true)
    expect(readClock('07.30')?.wasNumber).toBe(false)
  })

  it.each<Cell>(['25.00', '07.60', 'pagi', '8', 'setelah makan', '07.30-08.30-09.30', number('7.75'), number('99')])(
    '%j is no time',
    cell => expect(readClock(cell)).toBeUndefined(),
  )

  it('reads back every time in every way of writing it', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const sign = fc.constantFrom('.', ':')
    const between = fc.constantFrom('-', ' - ', '–', ' s.d. ', ' s/d ', ' sampai ')
    const write = (at: number, mark: string) =>
      `${String(Math.floor(at / 60)).padStart(2, '0')}${mark}${String(at % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, sign, between, (start, end, mark, to) => {
        expect(readClock(`${write(start, mark)}${to}${write(end, mark)}`)).toMatchObject({ start, end })
        expect(readClock(number(String(start / 1440)))).toMatchObject({ start })
      }),
    )
  })

  it.each<[Cell, number | undefined]>([
    ['15', 15],
    ['15 menit', 15],
    ["60'", 60],
    ['1 jam', 60],
    ['1 jam 30 menit', 90],
    ['1,5 jam', 90],
    ['2 JP', undefined],
    ['23 jam', 1380],
    ['99 jam', undefined],
    ['sebentar', undefined],
    ['', undefined],
  ])('a duration of %j is %s minutes', (cell, minutes) => expect(readDuration(cell)).toBe(minutes))
})

const DAYS: KnownDay[] = [
  { id: 'd1', date: '2023-12-18', label: '' },
  { id: 'd2', date: '2023-12-19', label: 'Kunjungan lapangan' },
  { id: 'd3', date: '2023-12-20', label: '' },
]
const WEEK: KnownDay[] = [...DAYS, { id: 'd8', date: '2023-12-25', label: '' }]

describe('days', () => {
  it.each<[string, string]>([
    ['1', 'd1'],
    ['2.', 'd2'],
    ['Hari 2', 'd2'],
    ['HARI KE-3', 'd3'],
    ['Hari ke 2', 'd2'],
    ['Hari II', 'd2'],
    ['H2', 'd2'],
    ['Hari Pertama', 'd1'],
    ['kunjungan  LAPANGAN', 'd2'],
    ['18 Desember 2023', 'd1'],
    ['18 Des 2023', 'd1'],
    ['18/12/2023', 'd1'],
    ['18-12-23', 'd1'],
    ['2023-12-18', 'd1'],
    ['18 Desember', 'd1'],
    ['18/12', 'd1'],
    ['Senin, 18 Desember 2023', 'd1'],
    ['Senin (18/12/2023)', 'd1'],
    ['Selasa', 'd2'],
    ['Rabu, 20 Desember', 'd3'],
    ['Hari 1: Senin, 18 Desember 2023', 'd1'],
    ['Hari ke-2 (Selasa, 19/12/2023)', 'd2'],
    ['Hari, Tanggal: Senin, 18 Desember 2023', 'd1'],
    ['3 - Rabu, 20 Desember 2023', 'd3'],
  ])('%s', (text, id) => expect(readDay(text, DAYS)).toEqual({ kind: 'day', id }))

  it('takes the date of a date cell', () =>
    expect(readDay(date('2023-12-19'), DAYS)).toEqual({ kind: 'day', id: 'd2' }))

  it.each<[string, string]>([
    ['', 'none'],
    ['-', 'none'],
    ['4', 'unknown'],
    ['0', 'unknown'],
    ['H-1', 'unknown'],
    ['17 Agustus 2023', 'unknown'],
    ['31 Februari 2023', 'unknown'],
    ['Jumat', 'unknown'],
    ['besok', 'unknown'],
    ['13 s.d. 15 Maret 2023', 'unknown'],
    ['Selasa, 18 Desember 2023', 'contradictory'],
    ['Hari 2: 18 Desember 2023', 'contradictory'],
  ])('%s is %s', (text, kind) => expect(readDay(text, DAYS).kind).toBe(kind))

  it('does not choose between two Mondays, but a date tells them apart', () => {
    expect(readDay('Senin', WEEK).kind).toBe('ambiguous')
    expect(readDay('Senin, 25 Desember 2023', WEEK)).toEqual({ kind: 'day', id: 'd8' })
  })
})

describe('people', () => {
  it.each<[string, string[]]>([
    ['Pengelola A; Kepala Desa B; Penerima Manfaat C', ['Pengelola A', 'Kepala Desa B', 'Penerima Manfaat C']],
    ['Dr. Andi, M.Si.', ['Dr. Andi, M.Si.']],
    ['Dr. Andi, M.Si.\nProf. Dr. Budi, S.Pd., M.Pd.', ['Dr. Andi, M.Si.', 'Prof. Dr. Budi, S.Pd., M.Pd.']],
    ['1. Andi\n2. Budi', ['Andi', 'Budi']],
    ['1) Andi 2) Budi', ['Andi', 'Budi']],
    ['- Andi\n- Budi', ['Andi', 'Budi']],
    ['Narasumber: Andi; Andi', ['Andi']],
    ['Dinas Perpustakaan dan Kearsipan', ['Dinas Perpustakaan dan Kearsipan']],
    ['-', []],
    ['; ;', []],
  ])('%j', (text, names) => expect(readPeople(text).names).toEqual(names))

  it('knows whom a cell calls the moderator', () => {
    expect(readPeople('Andi; Moderator: Dr. Sari, M.Hum.')).toEqual({ names: ['Andi'], moderator: 'Dr. Sari, M.Hum.' })
  })

  it.each<[string, number | null]>([
    ['Kapasitas 40', 40],
    ['kapasitas: 40 orang', 40],
    ['Daftar dulu, kuota 1.100 peserta', 1100],
    ['maks. 25', 25],
    ['Maksimal 15 menit', null],
    ['Tanya jawab 20 menit', null],
    ['', null],
  ])('the note %j holds %s', (note, capacity) => expect(capacityOfNote(note)).toBe(capacity))

  it.each<[string, number | null | undefined]>([
    ['40', 40],
    ['40 orang', 40],
    ['1.100', 1100],
    ['-', null],
    ['', null],
    ['empat puluh', undefined],
    ['0', undefined],
    ['30-40', undefined],
  ])('the capacity %j is %s', (text, capacity) => expect(readCapacity(text)).toBe(capacity))
})

describe('kinds', () => {
  it.each([
    ['Ishoma', 'Jeda'],
    ['Rehat kopi', 'Jeda'],
    ['Coffee break', 'Jeda'],
    ['Istirahat, salat, makan', 'Jeda'],
    ['Salat Jumat', 'Jeda'],
    ['Registrasi peserta & snack pagi', 'Registrasi'],
    ['Sambutan Kepala Dinas', 'Sambutan'],
    ['Talk show: pengalaman baik', 'Talk Show'],
    ['Kelas berbagi A', 'Kelas'],
    ['Penyusunan rencana tindak lanjut (RTL)', 'RTL'],
    ['Evaluasi, penutupan, dan pembagian sertifikat', 'Penutupan'],
    ['Ramah tamah', ''],
  ])('%s', (title, kind) => expect(kindOfTitle(title)).toBe(kind))

  it.each([
    ['jeda', 'Jeda'],
    ['ISHOMA', 'Jeda'],
    ['Talkshow', 'Talk Show'],
    ['Diskusi Kelompok', 'Diskusi Kelompok'],
  ])('written as %s', (written, kind) => expect(kindOfWritten(written)).toBe(kind))
})
