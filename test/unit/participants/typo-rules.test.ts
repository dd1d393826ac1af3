import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSpelling, foldWord } from '#main/features/participants/word-rules.ts'
import { slipFit, slips } from '#main/features/participants/typo-rules.ts'

/** Optimal string alignment by the book, to compare with. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const swap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      table[row]![column] = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (isSame ? 0 : 1),
        swap ? table[row - 2]![column - 2]! + 1 : 99,
      )
    }
  }
  return table[one.length]![other.length]!
}

const word = fc.string({ unit: fc.constantFrom(...'abki'), maxLength: 7 })
const name = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwxyz'), minLength: 4, maxLength: 10 })

describe('one slip', () => {
  it('is seen exactly where the alignment distance is at most one, for whole words and beginnings', () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const whole = distance(typed, other) <= 1
        const starts = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end))
        const isBeginning = starts.some(start => distance(typed, start) <= 1)
        expect(slipFit(typed, other)).toBe(whole ? 'whole' : isBeginning ? 'beginning' : null)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['amiludin', 'amaludin', 'whole'],
    ['sity', 'siti', 'whole'],
    ['stii', 'siti', 'whole'],
    ['amn', 'aminah', 'beginning'],
    ['joko', 'jaka', null],
  ] as const)('%s for %s: %s', (typed, meant, fit) => {
    expect(slipFit(typed, meant)).toBe(fit)
  })

  it('of a letter too many or swapped always leads back to the word, also inside a digraph', () => {
    fc.assert(
      fc.property(name, fc.nat(9), fc.constantFrom(...'aehksy'), (meant, place, letter) => {
        const at = place % (meant.length - 1)
        const inserted = meant.slice(0, at) + letter + meant.slice(at)
        const swapped = meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2)
        for (const typed of [inserted, swapped]) {
          expect([foldSpelling(typed), ...slips(typed, foldSpelling(typed))]).toContain(foldSpelling(meant))
        }
      }),
    )
  })

  it.each([
    ['syhrul', 'Syahrul'],
    ['lloah', 'Luloah'],
    ['muclhis', 'Muchlis'],
    ['muclis', 'Mukhlis'],
    ['sii', 'Siti'],
  ])('%s may mean %s', (typed, meant) => {
    expect(slips(typed, foldWord(typed))).toContain(foldWord(meant))
  })

  it('is not looked for in words of one or two letters', () => {
    expect(slips('si', 'si')).toEqual([])
  })
})
