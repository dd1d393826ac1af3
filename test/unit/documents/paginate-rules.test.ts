import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MeasuredRow, type PageCut, paginate, type PageRoom } from '#main/features/documents/paginate-rules.ts'

const rows = fc.array(fc.record({ height: fc.integer({ min: 1, max: 40 }), isKeptWithNext: fc.boolean() }), {
  maxLength: 80,
})
const rooms = fc.record({
  first: fc.integer({ min: 40, max: 120 }),
  others: fc.integer({ min: 120, max: 200 }),
  closing: fc.integer({ min: 0, max: 80 }),
})

const heightOf = (list: readonly MeasuredRow[], { from, to }: PageCut): number =>
  list.slice(from, to).reduce((sum, { height }) => sum + height, 0)
const roomOf = (room: PageRoom, index: number): number => (index === 0 ? room.first : room.others)

describe('paginate', () => {
  test('every row once and in order, nothing overflows, the closing block once and last', () => {
    fc.assert(
      fc.property(rows, rooms, (list, room) => {
        const pages = paginate(list, room)
        expect(pages[0]!.from).toBe(0)
        expect(pages.at(-1)!.to).toBe(list.length)
        pages.forEach((page, index) => {
          expect(page.from).toBe(pages[index - 1]?.to ?? 0)
          const used = heightOf(list, page) + (page.hasClosing ? room.closing : 0)
          expect(used).toBeLessThanOrEqual(roomOf(room, index))
          expect(page.hasClosing).toBe(index === pages.length - 1)
        })
      }),
    )
  })

  test('the closing block has at least one row beside it where there are rows', () => {
    fc.assert(
      fc.property(rows, rooms, (list, room) => {
        const last = paginate(list, room).at(-1)!
        expect(list.length === 0 || last.to > last.from).toBe(true)
      }),
    )
  })

  test('a heading goes over with what it heads', () => {
    const plain = { height: 30, isKeptWithNext: false }
    const heading = { height: 10, isKeptWithNext: true }
    const pages = paginate([plain, plain, heading, plain, plain], { first: 75, others: 100, closing: 0 })
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 5],
    ])
  })

  test('a row that is higher than a page stands alone instead of stopping everything', () => {
    const pages = paginate(
      [
        { height: 500, isKeptWithNext: false },
        { height: 10, isKeptWithNext: false },
      ],
      { first: 50, others: 100, closing: 10 },
    )
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  test('a paper without rows is one page with its closing block', () => {
    expect(paginate([], { first: 100, others: 200, closing: 20 })).toEqual([{ from: 0, to: 0, hasClosing: true }])
  })
})
