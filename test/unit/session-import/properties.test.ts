import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyseRundown } from '#main/features/session-import/analyse-rules.ts'
import { imported, inputOf } from './rundowns.ts'

const HEAD = ['Hari', 'Mulai', 'Selesai', 'Acara', 'Jenis', 'Tempat', 'Pengisi', 'Kapasitas', 'Keterangan']
const times = ['07.30', '8:00', '07.30-08.30', '09.00 s.d. 10.00', 'selesai', '', 'pagi', '23.30', '00.15', '7.3']
const word = fc.string({ unit: 'grapheme', maxLength: 12 })
const cells = fc.tuple(
  fc.constantFrom('1', '2', '3', '', 'Senin', 'Hari ke-2', '18 Desember 2023', 'Selasa, 18/12/2023'),
  fc.oneof(fc.constantFrom(...times), word),
  fc.oneof(fc.constantFrom(...times), word),
  fc.oneof(fc.constantFrom('Ishoma', 'Kelas A', 'kelas a', 'Doa', ''), word),
  fc.oneof(fc.constantFrom('Jeda', 'Kelas', ''), word),
  fc.oneof(fc.constantFrom('Aula', 'AULA', 'Lobi', ''), word),
  fc.oneof(fc.constantFrom('A; B', 'Dr. Andi, M.Si.', ''), word),
  fc.oneof(fc.constantFrom('40', '', '1.000 orang'), word),
  fc.oneof(fc.constantFrom('Kapasitas 40', ''), word),
)
const table = fc.array(cells, { maxLength: 12 }).map(rows => [HEAD, ...rows])

it('importing a table twice is importing it once', () => {
  fc.assert(
    fc.property(table, rows => {
      const once = imported(inputOf(rows))
      const again = analyseRundown(inputOf(rows, { sessions: once }))
      expect(again.rows.filter(({ state }) => state === 'new' || state === 'changed')).toEqual([])
      expect(imported(inputOf(rows, { sessions: once })).toSorted(byId)).toEqual(once.toSorted(byId))
    }),
    { numRuns: 300 },
  )
})

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

it('every row below the header is judged once, and what goes in has day, room, title and an end after its start', () => {
  fc.assert(
    fc.property(table, rows => {
      const found = analyseRundown(inputOf(rows)).rows
      expect(found.map(({ rowNumber }) => rowNumber)).toEqual(rows.slice(1).map((_, index) => index + 2))
      for (const { state, draft } of found) {
        if (state !== 'new') continue
        expect(draft.dayId).not.toBeNull()
        expect(draft.title).not.toBe('')
        expect(draft.room).not.toBe('')
        expect(draft.endMinute!).toBeGreaterThan(draft.startMinute!)
      }
    }),
    { numRuns: 300 },
  )
})
