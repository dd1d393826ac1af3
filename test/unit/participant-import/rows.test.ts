import { describe, expect, it } from 'vitest'
import { matchRole } from '#main/features/participant-import/row-rules.ts'
import { readWrittenDate } from '#main/features/table-import/written-date-rules.ts'
import { planImport } from '#main/features/participant-import/plan-rules.ts'
import { analyseText, known, ROLES } from './samples.ts'

const HEADER = 'No;Nama;L/P;NIP;Desa;No HP;Sebagai;Ukuran Kaus'
const rowsOf = async (...lines: string[]) => (await analyseText([HEADER, ...lines].join('\n'))).rows

describe('rows', () => {
  it('that no one should take for people are skipped with their reason', async () => {
    const rows = await rowsOf(
      '1;2;3;4;5;6;7;8',
      ';;;;;;;',
      HEADER,
      '1;Siti;P;-;A;081234567890;Peserta;XL',
      ';Jumlah;;;;;;1',
      ';Total peserta: 1 orang;;;;;;',
      '2;Total Wibowo;L;-;A;081234567891;Peserta;M',
    )
    expect(rows.map(row => row.skipReason ?? row.state)).toEqual([
      'column-numbers',
      'blank',
      'repeated-header',
      'taken',
      'total-row',
      'total-row',
      'taken',
    ])
    expect(rows[3]?.draft?.extras).toEqual({ 'Ukuran Kaus': 'XL' })
  })

  it('wait for a look when something essential is wrong, and go on with a note when not', async () => {
    const rows = await rowsOf(
      '1;;L;-;A;0812345678;Peserta;',
      '2;Siti;X;-;A;0812;Juru Masak;',
      '3;Budi;L;1,97908E+17;B;;Peserta;',
      '4;Ani;P;1979081320030920;C;;;',
    )
    expect(rows.map(row => [row.state, row.notes.map(note => note.code)])).toEqual([
      ['needsLook', ['no-name']],
      ['needsLook', ['gender-unknown', 'phone-bad', 'role-unknown']],
      ['needsLook', ['nip-destroyed']],
      ['taken', ['nip-doubtful']],
    ])
    expect(rows[1]?.draft).toMatchObject({ phone: '0812', role: '', extras: { 'L/P': 'X', Sebagai: 'Juru Masak' } })
    expect(rows[2]?.draft?.nip).toBe('')
  })

  it('without a name are never imported, whatever is decided', async () => {
    const analysis = await analyseText(`${HEADER}\n1;;L;-;A;0812345678;Peserta;`)
    expect(planImport(analysis, new Map([[2, 'import']]))).toMatchObject({ creates: [], undecided: [2] })
  })

  it('name roles in other words', () => {
    expect(
      ['peserta', 'TAMU UNDANGAN', 'VIP', 'Wartawan', 'Keynote Speaker', 'Juru Masak'].map(text =>
        matchRole(text, ROLES),
      ),
    ).toEqual(['Peserta', 'Tamu Undangan/VIP', 'Tamu Undangan/VIP', 'Media', 'Pembicara Kunci', ''])
  })

  it('carry dates in the ways of the country', () => {
    for (const text of [
      '2/8/2021',
      '02-08-21',
      '2 Agustus 2021',
      'Senin, 2 Agustus 2021',
      '2021-08-02',
      '2.8.2021',
      '2 Aug 2021',
    ])
      expect(readWrittenDate(text)).toBe('2021-08-02')
    expect(['31/2/2021', '8/13/2021', 'besok', ''].map(readWrittenDate)).toEqual(['', '', '', ''])
  })
})

describe('likely doubles', () => {
  const people = [
    known({ id: 'muchlis', name: 'Muchlis Bachtiar', village: 'Bonto Bunga', phones: ['+6281211112222'] }),
    known({ id: 'amiludin', name: 'Amiludin A', institution: 'Dinas Perpustakaan', gender: 'L' }),
    known({ id: 'siti', name: 'Sitti Aminah', nip: '197501032005032007', village: 'Tupabbiring' }),
  ]
  const check = async (line: string) => {
    const { rows } = await analyseText(`Nama;L/P;NIP;Desa;No HP;Instansi\n${line}`, { people })
    const double = rows[0]?.double
    return (
      double && [
        double.with.kind === 'person' && double.with.id,
        ...double.reasons.map(reason => `${reason.code} ${reason.likeness}`),
      ]
    )
  }

  it.each([
    ['Drs. Mukhlis Bakhtiar;L;;Desa Bonto Bunga;;', ['muchlis', 'village same']],
    ['Bakhtiar Mukhlis, S.E.;L;;Lain;081211112222;', ['muchlis', 'phone same']],
    ['Mukhlis Bachtier;L;;Bonto Bunga;;', ['muchlis', 'village close']],
    ['Amaluddin A;L;;;;Dinas Perpustakaan', ['amiludin', 'institution close']],
    ['Orang Lain;P;197501032005032007;;;', ['siti', 'nip none']],
    ['Siti Aminah Halim;P;;Tupabbiring;;', ['siti', 'village part']],
  ])('%s', async (line, expected) => expect(await check(line)).toEqual(expected))

  it.each([
    ['a namesake elsewhere with another phone', 'Muchlis Bachtiar;L;;Lain;081299998888;'],
    ['another person with the same phone', 'Rahmawati;P;;Bonto Bunga;081211112222;'],
    ['another NIP under the same name', 'Sitti Aminah;P;198001032005032008;Tupabbiring;;'],
    ['the other sex', 'Amaludin A;P;;;;Dinas Perpustakaan'],
    ['one shared word', 'Aminah;P;;Tupabbiring;;'],
  ])('not %s', async (_, line) => expect(await check(line)).toBeUndefined())

  it('are found in a place of hundreds and not searched for without end', async () => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `Orang ke${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10) % 10]} ${index}`,
    )
    const lines = [...names, 'Muchlis Bachtiar', 'Mukhlis Bahtiyar'].map(name => `${name};;;;;Dinas`)
    const { rows } = await analyseText(`Nama;L/P;NIP;Desa;No HP;Instansi\n${lines.join('\n')}`)
    expect(rows.at(-1)?.double).toMatchObject({ with: { kind: 'row', rowNumber: 402 } })
  })
})
