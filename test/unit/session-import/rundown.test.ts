import { describe, expect, it } from 'vitest'
import { analyseRundown, type AnalysedRow } from '#main/features/session-import/analyse-rules.ts'
import { imported, inputOf, maros } from './rundowns.ts'

const HEAD = ['Hari', 'Waktu', 'Acara', 'Jenis', 'Tempat']
const row = (...cells: string[]) => analyseRundown(inputOf([HEAD, cells])).rows[0]!
const codes = ({ notes }: AnalysedRow) => notes.map(({ code }) => code)

describe('the rundown of Maros', () => {
  it('becomes 17 sessions, none of which needs a look', async () => {
    const { rows } = analyseRundown(await maros())
    expect(rows).toHaveLength(17)
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 17 }, () => 'new'))
    expect(rows.flatMap(codes).filter(code => code !== 'capacity-from-note')).toEqual([])
    expect(new Set(rows.map(({ draft }) => draft.dayId))).toEqual(new Set(['d1']))
  })

  it('has two parallel classes for 40 each in rooms of their own', async () => {
    const { rows } = analyseRundown(await maros())
    const classes = rows.filter(({ draft }) => draft.kind === 'Kelas').map(({ draft }) => draft)
    expect(classes).toMatchObject([
      { startMinute: 795, endMinute: 855, room: 'Ruang Anggrek', capacity: 40, speakers: ['Narasumber 1'] },
      { startMinute: 795, endMinute: 855, room: 'Ruang Melati', capacity: 40, speakers: ['Narasumber 2'] },
    ])
  })

  it('has three speakers in one cell, a moderator, and breaks that are not counted', async () => {
    const { rows } = analyseRundown(await maros())
    const show = rows.find(({ draft }) => draft.kind === 'Talk Show')
    expect(show?.draft.speakers).toEqual(['Pengelola Perpustakaan Desa A', 'Kepala Desa B', 'Penerima Manfaat C'])
    expect(show?.draft).toMatchObject({ moderator: 'Fasilitator Daerah', note: 'Tanya jawab 20 menit', capacity: null })
    expect(rows.filter(({ isBreak }) => isBreak).map(({ draft }) => draft.title)).toEqual(['Rehat kopi', 'Ishoma'])
    expect(rows.filter(({ isCounted }) => isCounted).map(({ rowNumber }) => rowNumber)).toEqual([
      8, 9, 12, 13, 15, 16, 17, 18,
    ])
  })

  it('adds nothing when it is imported again, whatever somebody has switched meanwhile', async () => {
    const sessions = imported(await maros()).map(session => ({
      ...session,
      isCounted: !session.isCounted && !session.isBreak,
    }))
    const again = analyseRundown(await maros({ sessions }))
    expect(again.rows.map(({ state }) => state)).toEqual(Array.from({ length: 17 }, () => 'same'))
    expect(again.untouched).toEqual([])
  })

  it('shows what is said otherwise, and takes nothing away with an empty cell', async () => {
    const sessions = imported(await maros()).map(session =>
      session.title.startsWith('Kelas berbagi A')
        ? { ...session, capacity: 35, moderator: 'Sari', endMinute: 850 }
        : session,
    )
    const { rows } = analyseRundown(await maros({ sessions }))
    const changed = rows.filter(({ state }) => state === 'changed')
    expect(changed.map(({ changes }) => changes)).toEqual([
      [
        { detail: 'endMinute', before: 850, after: 855 },
        { detail: 'capacity', before: 35, after: 40 },
      ],
    ])
  })

  it('tells what the event has beside it, and what looks moved', async () => {
    const sessions = imported(await maros()).map(session =>
      session.title === 'Ishoma' ? { ...session, startMinute: 720, endMinute: 780 } : session,
    )
    const { rows, untouched } = analyseRundown(await maros({ sessions }))
    expect(untouched.map(({ title }) => title)).toEqual(['Ishoma'])
    const ishoma = rows.find(({ draft }) => draft.title === 'Ishoma')
    expect(ishoma).toMatchObject({ state: 'new' })
    expect(ishoma?.notes).toEqual([
      { code: 'overlaps', written: 'Ishoma' },
      { code: 'perhaps-moved', written: '12.00, Ruang Makan' },
    ])
  })
})

describe('rows that need a look', () => {
  it.each<[string[], string]>([
    [['1', '', 'Ramah tamah', '', 'Aula'], 'no-time'],
    [['1', 'pagi', 'Ramah tamah', '', 'Aula'], 'time-unreadable'],
    [['1', '07.30', 'Ramah tamah', '', 'Aula'], 'no-end'],
    [['1', '07.30 - selesai', 'Ramah tamah', '', 'Aula'], 'end-open'],
    [['1', '08.30-07.30', 'Ramah tamah', '', 'Aula'], 'ends-before-start'],
    [['1', '07.30-07.30', 'Ramah tamah', '', 'Aula'], 'ends-before-start'],
    [['', '07.30-08.00', 'Ramah tamah', '', 'Aula'], 'day-missing'],
    [['3', '07.30-08.00', 'Ramah tamah', '', 'Aula'], 'day-unknown'],
    [['Selasa, 18 Desember 2023', '07.30-08.00', 'Ramah tamah', '', 'Aula'], 'day-contradicts'],
    [['1', '07.30-08.00', '', '', 'Aula'], 'no-title'],
    [['1', '07.30-08.00', 'Ramah tamah', '', ''], 'no-room'],
    [['1', '07.30-08.00', 'x'.repeat(501), '', 'Aula'], 'too-long'],
  ])('%j: %s', (cells, code) => {
    const found = row(...cells)
    expect(found.state).toBe('needsLook')
    expect(codes(found)).toEqual([code])
  })

  it('are told together, not one after the other', () => {
    expect(codes(row('', '', 'Ramah tamah', '', ''))).toEqual(['day-missing', 'no-time', 'no-room'])
  })

  it('get an end suggested, but not given', () => {
    const rows = [
      HEAD,
      ['1', '07.30', 'Registrasi', '', 'Lobi'],
      ['1', '07.30', 'Musik', '', 'Aula'],
      ['1', '08.30', 'Pembukaan', '', 'Aula'],
      ['2', '22.00-01.00', 'Malam apresiasi', '', 'Aula'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ suggestedEnd }) => suggestedEnd)).toEqual([510, 510, null, 1500])
    expect(found.map(({ draft }) => draft.endMinute)).toEqual([null, null, null, 60])
    expect(found.every(({ state }) => state === 'needsLook')).toBe(true)
  })

  it('go in once somebody has said what was missing', () => {
    const rows = [HEAD, ['', '', 'Doa', '', ''], ['3', '07.00', 'Salat', '', 'Masjid']]
    const decision = { isLeft: false, dayId: 'd2', startMinute: 480, endMinute: 510, room: 'Aula', isCounted: true }
    const decisions = [
      { ...decision, rowNumber: 2 },
      { ...decision, rowNumber: 3, startMinute: null, room: null },
    ]
    const found = analyseRundown(inputOf(rows, { decisions })).rows
    expect(found).toMatchObject([
      { state: 'new', notes: [{ code: 'kind-from-title' }], isNewRoom: true, isCounted: true },
      { state: 'new', draft: { dayId: 'd2', startMinute: 420, endMinute: 510, room: 'Masjid' }, isCounted: false },
    ])
  })

  it('are left out only when somebody says so', () => {
    const decisions = [
      { rowNumber: 2, isLeft: true, dayId: null, startMinute: null, endMinute: null, room: null, isCounted: null },
    ]
    expect(analyseRundown(inputOf([HEAD, ['1', '', 'Doa', '', '']], { decisions })).rows[0]?.state).toBe('left')
  })

  it('take the day and room that were chosen for rows that name none', () => {
    const found = analyseRundown(
      inputOf([HEAD, ['', '07.00-08.00', 'Doa', '', '']], { defaultDayId: 'd2', defaultRoom: 'Aula' }),
    )
    expect(found.rows[0]).toMatchObject({ state: 'new', draft: { dayId: 'd2', room: 'Aula' } })
  })
})

describe('rundowns as they come', () => {
  it('have their day above a block, and title rows above their header', () => {
    const rows = [
      ['SUSUNAN ACARA PEER LEARNING MEETING'],
      ['Maros, 18 s.d. 19 Desember 2023'],
      ['No', 'Waktu', 'Kegiatan', 'Tempat'],
      ['1', '2', '3', '4'],
      ['Hari 1: Senin, 18 Desember 2023'],
      ['1', '07.30-08.30', 'Registrasi', 'Lobi'],
      [],
      ['Hari ke-2', 'Hari ke-2', 'Hari ke-2'],
      ['1', '08.00-09.00', 'RTL', 'Aula'],
      ['Hari 3: Rabu, 20 Desember 2023'],
      ['1', '08.00-09.00', 'Pulang', 'Lobi'],
      ['No', 'Waktu', 'Kegiatan', 'Tempat'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ rowNumber, state, skipReason }) => `${rowNumber} ${skipReason ?? state}`)).toEqual([
      '4 column-numbers',
      '5 day-heading',
      '6 new',
      '7 blank',
      '8 day-heading',
      '9 new',
      '10 day-heading',
      '11 needsLook',
      '12 repeated-header',
    ])
    expect(found.map(({ draft }) => draft.dayId).filter(Boolean)).toEqual(['d1', 'd2'])
    expect(codes(found[2]!)).toContain('day-from-above')
    expect(codes(found[7]!)).toContain('day-unknown')
  })

  it('name the day only in the first row of merged cells, never past an unreadable one', () => {
    const rows = [
      HEAD,
      ['Senin', '07.00-08.00', 'A', '', 'Aula'],
      ['', '08.00-09.00', 'B', '', 'Aula'],
      ['Kapan-kapan', '09.00-10.00', 'C', '', 'Aula'],
      ['', '10.00-11.00', 'D', '', 'Aula'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ draft }) => draft.dayId)).toEqual(['d1', 'd1', null, null])
    expect(codes(found[3]!)).toEqual(['day-unknown'])
  })

  it('keep columns that nobody knows in the note', () => {
    const rows = [
      [...HEAD, 'PIC', 'Keterangan'],
      ['1', '07.00-08.00', 'A', 'Kelas', 'Aula', 'Budi', 'Bawa laptop'],
    ]
    expect(analyseRundown(inputOf(rows)).rows[0]?.draft.note).toBe('Bawa laptop\nPIC: Budi')
  })

  it('say a session twice, the same or otherwise', () => {
    const rows = [
      HEAD,
      ['1', '07.00-08.00', 'A', 'Kelas', 'Aula'],
      ['1', '07.00-08.00', 'A', 'Kelas', 'Aula'],
      ['1', '07.00-09.00', 'a', 'Kelas', 'AULA'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ state, skipReason }) => skipReason ?? state)).toEqual(['new', 'repeated-row', 'needsLook'])
    expect(codes(found[2]!)).toEqual(['said-twice'])
  })

  it('put two things into one room at a time: told, not refused', () => {
    const rows = [
      HEAD,
      ['1', '07.00-08.00', 'A', 'Kelas', 'Aula'],
      ['1', '07.30-09.00', 'B', 'Kelas', 'aula'],
      ['1', '09.00-10.00', 'C', 'Kelas', 'Aula'],
      ['2', '07.00-08.00', 'D', 'Kelas', 'Aula'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ notes }) => notes)).toEqual([
      [{ code: 'overlaps', written: 'B' }],
      [{ code: 'overlaps', written: 'A' }],
      [],
      [],
    ])
    expect(found.every(({ state }) => state === 'new')).toBe(true)
  })

  it('have spreadsheet times, and a date in the time', () => {
    const header = ['Mulai', 'Selesai', 'Kegiatan', 'Ruang']
    const at = (text: string, kind: 'date' | 'number') => ({ text, kind })
    const rows = [
      header,
      [at('2023-12-19 07:30', 'date'), at('2023-12-19 08:30', 'date'), 'A', 'Aula'],
      [at('0.375', 'number'), at('10.3', 'number'), 'B', 'Aula'],
    ]
    const found = analyseRundown(inputOf(rows)).rows
    expect(found.map(({ draft: { dayId, startMinute, endMinute } }) => [dayId, startMinute, endMinute])).toEqual([
      ['d2', 450, 510],
      ['d2', 540, 630],
    ])
    expect(codes(found[1]!)).toContain('time-was-number')
  })

  it('do not ask again for what was said about the same row before', () => {
    const rows = [HEAD, ['1', '07.00 - selesai', 'A', 'Kelas', '']]
    const decisions = [
      { rowNumber: 2, isLeft: false, dayId: null, startMinute: null, endMinute: 480, room: 'Aula', isCounted: null },
    ]
    const sessions = imported(inputOf(rows, { decisions }))
    expect(sessions).toHaveLength(1)
    expect(analyseRundown(inputOf(rows, { sessions })).rows[0]).toMatchObject({ state: 'same', notes: [] })
  })
})
