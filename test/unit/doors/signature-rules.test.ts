import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionsContract } from '#main/features/sessions/contract.ts'
import { pathOf, type Stroke, withPoint } from '#renderer/features/doors/signature-rules.ts'

const strokesOf = (points: { x: number; y: number }[][]): Stroke[] =>
  points.map(stroke => stroke.reduce<Stroke>(withPoint, []))
const point = fc.record({
  x: fc.double({ min: -50, max: 350, noNaN: true }),
  y: fc.double({ min: -50, max: 150, noNaN: true }),
})

describe('a signature as a path', () => {
  it('curves through the middles and ends where the pen was lifted', () => {
    const stroke = [
      { x: 10, y: 10 },
      { x: 20, y: 30 },
      { x: 40, y: 30 },
    ]
    expect(pathOf([stroke])).toBe('M10 10 Q20 30 30 30 L40 30')
  })

  it('keeps a tap as a dot and nothing of no strokes', () => {
    expect(pathOf([[{ x: 5, y: 5 }]])).toBe('M5 5 L5.1 5')
    expect(pathOf([])).toBe('')
    expect(pathOf([[]])).toBe('')
  })

  it('is always what the program takes, inside the box', () => {
    const { strokes: schema } = sessionsContract.sign['~orpc'].inputSchema!.shape
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }), drawn => {
        const path = pathOf(strokesOf(drawn))
        expect(schema.parse(path)).toBe(path)
        const numbers = path.match(/[\d.]+/g)!.map(Number)
        expect(Math.max(...numbers)).toBeLessThanOrEqual(300.1)
        expect(path).not.toMatch(/e|-/)
      }),
    )
  })

  it('takes no points where the stroke already is', () => {
    expect(withPoint([{ x: 1, y: 1 }], { x: 1.5, y: 1.5 })).toHaveLength(1)
    expect(withPoint([{ x: 1, y: 1 }], { x: 3, y: 1 })).toHaveLength(2)
  })
})
