import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseRows } from '#main/features/participant-import/analyse-rules.ts'
import type { Cell } from '#main/features/table-import/cell-rules.ts'
import { PEOPLE_TABLE } from '#main/features/participant-import/header-rules.ts'
import { findHeader } from '#main/features/table-import/mapping-rules.ts'
import { editDistance, nameLikeness } from '#main/features/participant-import/likeness-rules.ts'
import { planImport, type RowDecision } from '#main/features/participant-import/plan-rules.ts'
import { ROLES } from './samples.ts'

const HEADER = ['No', 'Nama', 'L/P', 'NIP/NIK', 'Desa', 'No HP', 'Sebagai', 'Lain']

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '-',
    'Siti Aminah',
    'Sitti Aminah, S.Pd.',
    'Jumlah',
    'Total: 3 orang',
    'L',
    'Peserta',
    '0812345678',
    '1,97908E+17',
  ),
  fc.record({
    text: fc.oneof(fc.string(), fc.constantFrom('197908132003092000', '8123456789', '2023-12-18')),
    kind: fc.constantFrom('text', 'number', 'date', 'boolean', 'error'),
  }),
)
const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 })

const analyse = (body: Cell[][], importedKeys = new Map<string, string>()) => {
  const table = [HEADER, ...body]
  const { headerRow, mapping } = findHeader(PEOPLE_TABLE, table)
  return analyseRows({ rows: table, headerRow, mapping, roles: ROLES, people: [], importedKeys })
}

describe('analysing arbitrary cells', () => {
  it('is total: every row ends in one state, with a reason unless it is taken', () => {
    fc.assert(
      fc.property(rows, body => {
        const { rows: analysed, counts } = analyse(body)
        expect(analysed).toHaveLength(body.length)
        expect(counts.taken + counts.likelyDouble + counts.needsLook + counts.skipped).toBe(body.length)
        for (const row of analysed) {
          if (row.state === 'skipped') expect(row.skipReason).toBeDefined()
          if (row.state === 'likelyDouble') expect(row.double?.reasons.length).toBeGreaterThan(0)
          if (row.state === 'needsLook') expect(row.notes.length).toBeGreaterThan(0)
          if (row.state === 'taken') expect(row.draft?.name).not.toBe('')
        }
      }),
    )
  })

  it('twice gives the same', () => {
    fc.assert(
      fc.property(rows, body => {
        expect(analyse(body)).toEqual(analyse(body))
      }),
    )
  })

  it('drops no cell: each is in the draft, its extras or a note', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 8, maxLength: 8 }), texts => {
        const [row] = analyse([texts]).rows
        const kept = JSON.stringify([row?.draft, row?.notes])
        for (const text of texts.slice(1)) expect(kept).toContain(text)
      }),
    )
  })

  it('importing twice is importing once, whatever was decided', () => {
    const decision = fc.constantFrom<RowDecision>('import', 'same')
    fc.assert(
      fc.property(rows, fc.array(decision, { minLength: 12, maxLength: 12 }), (body, choices) => {
        const decide = new Map(choices.map((choice, index) => [index + 2, choice]))
        const plan = planImport(analyse(body), decide)
        const keys = new Map<string, string>()
        for (const { key, rowNumber } of plan.creates) keys.set(key, `p${rowNumber}`)
        for (const { key, to } of plan.joins) keys.set(key, to.kind === 'create' ? `p${to.rowNumber}` : to.id)
        const again = planImport(analyse(body, keys), new Map())
        expect(again.creates.filter(row => keys.has(row.key))).toEqual([])
        expect(again.creates.length + again.undecided.length).toBeLessThanOrEqual(plan.undecided.length)
      }),
    )
  })
})

describe('likeness', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 4 })

  it('does not depend on the order of the two names or of words', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(nameLikeness(a, b)).toBe(nameLikeness(b, a))
        if (a.length > 0) expect(nameLikeness(a, a.toReversed())).toBe('same')
      }),
    )
  })

  it('counts edits alike in both directions', () => {
    const word = fc.stringMatching(/^[a-c]{0,6}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 2)).toBe(editDistance(b, a, 2))
      }),
    )
    expect([editDistance('amiludin', 'amaludin', 2), editDistance('rahman', 'rahmna', 2)]).toEqual([1, 1])
  })
})
