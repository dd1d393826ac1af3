import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inShort, readNumbers } from '#renderer/features/doors/number-rules.ts'

describe('numbers as they are typed from a sheet', () => {
  it.each([
    ['1 2 5-9 12', [1, 2, 5, 6, 7, 8, 9, 12]],
    ['1,2;5 - 7+12', [1, 2, 5, 6, 7, 12]],
    ['9–7', [9, 8, 7]],
    ['3 3 2-4', [3, 2, 4]],
    ['', []],
  ])('reads %j', (text, numbers) => {
    expect(readNumbers(text)).toEqual({ numbers, unreadable: [] })
  })

  it('keeps what is no number, as it was typed', () => {
    expect(readNumbers('1 2a 0 x-5 4-x 1-99999 1234567 8 9-')).toEqual({
      numbers: [1, 8],
      unreadable: ['2a', '0', 'x-5', '4-x', '1-99999', '1234567', '9-'],
    })
  })

  it('reads back every set of numbers that it has put in short', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { maxLength: 200 }), numbers => {
        const read = readNumbers(inShort(numbers))
        expect(read.unreadable).toEqual([])
        expect(read.numbers.toSorted((one, other) => one - other)).toEqual(
          numbers.toSorted((one, other) => one - other),
        )
      }),
    )
  })

  it('says runs as ranges and pairs as two', () => {
    expect(inShort([12, 1, 2, 9, 8, 7, 6, 5])).toBe('1, 2, 5–9, 12')
  })
})
