import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificateNumber,
  gapsIn,
  patternProblem,
  readRanges,
  writeRanges,
} from '#main/features/certificates/number-rules.ts'

const DATE = '2023-12-18'
const literal = fc.string({ maxLength: 8 }).map(text => text.replaceAll(/[{}]/g, ''))
const pattern = fc
  .tuple(
    literal,
    fc.constantFrom('{nomor}', '{nomor:3}', '{nomor:5}'),
    literal,
    fc.constantFrom('', '{tahun}', '{bulan}'),
  )
  .map(parts => parts.join(''))
const sequences = fc
  .uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 80 })
  .map(found => found.toSorted((a, b) => a - b))

describe('the number of a certificate', () => {
  it('is written as the office writes it', () => {
    const written = certificateNumber('{nomor:3}/SERT/PLM/{bulan-romawi}/{tahun}', { sequence: 7, date: DATE })
    expect(written).toBe('007/SERT/PLM/XII/2023')
    expect(certificateNumber('{nomor}.{bulan}.{tahun:2}', { sequence: 1234, date: '2026-03-01' })).toBe('1234.03.26')
  })

  it('is another one for every running number, in every pattern that is accepted', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (text, one, other) => {
          expect(patternProblem(text)).toBeNull()
          const [first, second] = [one, other].map(sequence => certificateNumber(text, { sequence, date: DATE }))
          expect(first === second).toBe(one === other)
        },
      ),
    )
  })

  it('says what is wrong with a pattern', () => {
    expect(patternProblem('{nomor:3}/{bulan-rumawi}')).toEqual({ kind: 'unknown', placeholder: '{bulan-rumawi}' })
    expect(patternProblem('SERT/{tahun}')).toEqual({ kind: 'no-number' })
    expect(patternProblem('{nomor}/{tahun')).toEqual({ kind: 'stray-brace' })
    expect(patternProblem('{nomor:0}')).toEqual({ kind: 'unknown', placeholder: '{nomor:0}' })
  })
})

describe('running numbers', () => {
  it('come back from their ranges', () => {
    fc.assert(
      fc.property(sequences, found => {
        expect(readRanges(writeRanges(found), 1000)).toEqual(found)
      }),
    )
  })

  it('and their gaps together are all numbers from the first to the last', () => {
    fc.assert(
      fc.property(sequences, found => {
        const missing = gapsIn(found).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        )
        const all = [...found, ...missing].toSorted((a, b) => a - b)
        const [first = 0, last = -1] = [found[0], found.at(-1)]
        expect(all).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index))
      }),
    )
  })

  it('of a hostile range stop at the limit', () => {
    expect(readRanges('1-999999999', 10)).toHaveLength(10)
  })
})
