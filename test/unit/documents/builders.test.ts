import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperRequestSchema } from '#main/features/documents/contract.ts'
import { buildDaftarHadir } from '#main/features/documents/daftar-hadir-rules.ts'
import { birthOf, readExtra } from '#main/features/documents/extras-rules.ts'
import { buildRoomingList } from '#main/features/documents/kamar-rules.ts'
import { column, fitColumns } from '#main/features/documents/paper-rules.ts'
import { choosePeople, type PaperContext, type PaperPerson } from '#main/features/documents/paper-source-rules.ts'
import { buildRekap } from '#main/features/documents/rekap-rules.ts'
import { DEFAULT_DOCUMENT_SETTINGS, taxGroupOf } from '#main/features/documents/settings-rules.ts'
import { buildUang, paymentOf } from '#main/features/documents/uang-rules.ts'

const BLANK = {
  gender: '',
  nip: '-',
  nik: '',
  rank: '',
  position: '',
  institution: '',
  village: '',
  district: '',
  regency: '',
  province: '',
  phone: '',
  email: '',
  room: '',
  costBearer: '',
  note: '',
  assignmentLetterNumber: '',
  assignmentLetterDate: '',
  extras: {},
  roleId: 'peserta',
  roleName: 'Peserta',
  rolePosition: 0,
  delegationId: null,
  delegation: '',
  standsInFor: '',
  isArchived: false,
}

function person(name: string, more: Partial<PaperPerson> = {}): PaperPerson {
  return { ...BLANK, id: name, name, fullName: name, ...more }
}

function contextFor(
  request: Partial<PaperContext['request']>,
  settings: Partial<PaperContext['settings']> = {},
): PaperContext {
  return {
    event: {
      name: 'PLM',
      level: 'kabupaten',
      hostInstitution: '',
      theme: '',
      venue: '',
      timeZone: 'Asia/Makassar',
      days: [{ id: 'day', date: '2023-12-18', label: '' }],
    },
    settings: { ...DEFAULT_DOCUMENT_SETTINGS, ...settings },
    logos: [],
    request: paperRequestSchema.parse({ paper: 'daftar-hadir', ...request }),
    date: '2023-12-18',
  }
}

describe('money', () => {
  const allowance = { isPerDay: true, amounts: [{ roleId: 'peserta', amount: 130_000 }] }

  test('days times the amount, tax by golongan rounded down; nothing without presence or amount', () => {
    const taxes = [{ group: 'III' as const, percent: 5 }]
    expect(paymentOf({ roleId: 'peserta', rank: 'Penata, III/c' }, 3, allowance, taxes)).toEqual({
      days: 3,
      unit: 130_000,
      gross: 390_000,
      tax: 19_500,
      net: 370_500,
    })
    const odd = { isPerDay: false, amounts: [{ roleId: 'peserta', amount: 99_999 }] }
    expect(paymentOf({ roleId: 'peserta', rank: 'III/a' }, 3, odd, taxes)).toMatchObject({ gross: 99_999, tax: 4_999 })
    expect(paymentOf({ roleId: 'peserta', rank: '' }, 0, allowance, taxes).net).toBeNull()
    expect(paymentOf({ roleId: 'media', rank: '' }, 2, allowance, taxes).net).toBeNull()
  })

  test('gross = tax + net for everybody and in the total', () => {
    const people = fc.array(fc.record({ days: fc.nat(5), rank: fc.constantFrom('', 'II/a', 'III/d', 'IV/b') }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(people, fc.nat(1_000_000), fc.nat(100), (list, amount, percent) => {
        const settings = {
          daily: { isPerDay: true, amounts: [{ roleId: 'peserta', amount }] },
          taxes: [{ group: 'IV' as const, percent }],
        }
        const named = list.map(({ rank }, index) => person(`P${index}`, { rank }))
        const daysOf = (id: string): number => list[Number(id.slice(1))]!.days
        const paper = buildUang('tanda-terima-uang-harian', named, daysOf, contextFor({}, settings))
        const at = (key: string): number => paper.columns.findIndex(one => one.key === key)
        const sum = (key: string): number =>
          paper.rows.filter(({ style }) => style === 'row').reduce((all, { cells }) => all + Number(cells[at(key)]), 0)
        const total = paper.rows.at(-1)!
        for (const key of ['gross', 'tax', 'net']) expect(Number(total.cells[at(key)])).toBe(sum(key))
        expect(sum('gross')).toBe(sum('tax') + sum('net'))
      }),
    )
  })

  test('golongan is read as people write it; PPPK has its own numbers and is none of these', () => {
    expect(['III/d', 'Penata Tk. I, III/d', 'Pembina (IV/a)', 'II.c', 'Juru I/a'].map(taxGroupOf)).toEqual([
      'III',
      'III',
      'IV',
      'II',
      'I',
    ])
    expect(['', '-', 'IX', 'PPPK Gol. V', 'VII/a'].map(taxGroupOf)).toEqual(Array(5).fill('lainnya'))
  })
})

describe('lists', () => {
  test('sorted by name, never by titles; those without a delegation come last', () => {
    const people = [
      person('Zainal', { fullName: 'Dr. Zainal', delegation: 'Desa A', delegationId: 'a' }),
      person('abdul', { delegation: '' }),
      person('Basri', { fullName: 'Prof. Basri', delegation: 'Desa B', delegationId: 'b' }),
    ]
    const names = (request: Partial<PaperContext['request']>): string[] =>
      choosePeople(people, contextFor(request).request).map(({ name }) => name)
    expect(names({})).toEqual(['abdul', 'Basri', 'Zainal'])
    expect(names({ groupBy: 'delegation' })).toEqual(['Zainal', 'Basri', 'abdul'])
    expect(names({ delegationId: 'none' })).toEqual(['abdul'])
  })

  test('a stand-in signs under their own name, and it says for whom', () => {
    const place = { date: '2023-12-18', dayLabel: '', session: null, rules: [] }
    const people = [person('Arifin', { standsInFor: 'Mukhtar' })]
    const paper = buildDaftarHadir(people, new Map(), place, contextFor({ spareRowCount: 0 }))
    expect(paper.rows[0]!.cells).toContain('Arifin (mewakili Mukhtar)')
  })

  test('a recap tells an absence from somebody who was not expected, and its total is people', () => {
    const columns = [{ id: 's1', title: 'Pleno', dayLabel: '18-12-2023', detail: '' }]
    const recap = new Map([
      ['A', new Map([['s1', { isPresent: true, minutes: 60 }]])],
      ['B', new Map([['s1', { isPresent: false, minutes: 10 }]])],
    ])
    const people = ['A', 'B', 'C'].map(name => person(name))
    const { rows, columns: drawn } = buildRekap(people, recap, { columns, rules: ['Aturan.'] }, contextFor({}))
    const at = drawn.findIndex(({ key }) => key === 's1')
    expect(rows.map(({ cells }) => cells[at])).toEqual([true, false, null, 1])
    const inMinutes = buildRekap(people, recap, { columns, rules: [] }, contextFor({ hasTimes: true }))
    expect(inMinutes.rows.slice(0, 3).map(({ cells }) => cells.slice(at))).toEqual([
      [60, 1, 60],
      [10, 0, 0],
      [null, 0, 0],
    ])
  })

  test('three in a room have three names; rooms are sorted as numbers', () => {
    const people = [...'ABC'].map(name => person(name, { room: '10' })).concat(person('D', { room: '9' }))
    const { columns, rows } = buildRoomingList(people, contextFor({}))
    expect(columns.map(({ label }) => label)).toContain('Nama 3')
    expect(rows.map(({ cells }) => cells[1])).toEqual(['9', '10'])
  })
})

describe('columns', () => {
  test('they fill the room exactly, and letters shrink only when it is too narrow', () => {
    const columns = fc.array(fc.record({ widthMm: fc.integer({ min: 5, max: 60 }), flex: fc.nat(4) }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(columns, fc.integer({ min: 100, max: 320 }), (wanted, roomMm) => {
        const list = wanted.map((more, index) => column(String(index), '', 'text', more))
        const { widthsMm, scale } = fitColumns(list, roomMm)
        expect(widthsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(roomMm, 6)
        expect(scale).toBeLessThanOrEqual(1)
        const least = wanted.reduce((sum, { widthMm }) => sum + widthMm, 0)
        if (least <= roomMm) expect(scale).toBe(1)
      }),
    )
  })
})

describe('facts that only lists bring along', () => {
  test('are found under the headings that lists have', () => {
    const extras = { 'TEMPAT LAHIR': 'Maros', 'Tgl. Lahir': '1 Mei 1980', 'No. Rekening': '0123', 'No. SPPD': '-' }
    expect(birthOf(extras)).toBe('Maros, 1 Mei 1980')
    expect(readExtra(extras, 'account')).toBe('0123')
    expect(readExtra(extras, 'travelOrder')).toBe('')
    expect(birthOf({ 'Tempat/Tanggal Lahir': 'Bone, 2-3-1970' })).toBe('Bone, 2-3-1970')
  })
})
