import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrangeSheet,
  BADGE_SIZE_NAMES,
  BADGE_SIZES,
  badgeLayoutDefinitionSchema,
  contrast,
  defaultDefinition,
  readableOn,
} from '#main/features/badges/layout-rules.ts'

describe('badges on A4', () => {
  it.each([
    ['card', 10, false],
    ['lanyard', 2, true],
    ['label90', 9, true],
    ['label62', 6, false],
  ] as const)('%s: %i per page', (size, count, isTurned) => {
    const sheet = arrangeSheet(defaultDefinition(size, 'a4'))
    expect(sheet.places).toHaveLength(count)
    expect(sheet.isTurned).toBe(isTurned)
    expect(sheet.page).toEqual({ widthMm: 210, heightMm: 297 })
  })

  it('keeps every badge and mark on the page, and no two badges overlap', () => {
    const anyDefinition = fc.record({
      size: fc.constantFrom(...BADGE_SIZE_NAMES),
      sheetMarginMm: fc.double({ min: 0, max: 40, noNaN: true }),
      sheetGapMm: fc.double({ min: 0, max: 20, noNaN: true }),
    })
    fc.assert(
      fc.property(anyDefinition, settings => {
        const definition = { ...defaultDefinition(settings.size, 'a4'), ...settings }
        const { places, page, isTurned, cuttingMarks } = arrangeSheet(definition)
        const size = BADGE_SIZES[settings.size]
        const width = isTurned ? size.heightMm : size.widthMm
        const height = isTurned ? size.widthMm : size.heightMm
        const edge = settings.sheetMarginMm - 1e-4
        for (const { xMm, yMm } of places) {
          expect(Math.min(xMm, yMm)).toBeGreaterThanOrEqual(edge)
          expect(xMm + width).toBeLessThanOrEqual(page.widthMm - edge)
          expect(yMm + height).toBeLessThanOrEqual(page.heightMm - edge)
        }
        for (const [index, one] of places.entries()) {
          for (const other of places.slice(index + 1)) {
            const isApart =
              Math.abs(one.xMm - other.xMm) >= width - 1e-4 || Math.abs(one.yMm - other.yMm) >= height - 1e-4
            expect(isApart).toBe(true)
          }
        }
        for (const mark of cuttingMarks) {
          expect(Math.min(mark.x1, mark.y1, mark.x2, mark.y2)).toBeGreaterThanOrEqual(-1e-4)
          expect(Math.max(mark.x1, mark.x2)).toBeLessThanOrEqual(page.widthMm + 1e-4)
          expect(Math.max(mark.y1, mark.y2)).toBeLessThanOrEqual(page.heightMm + 1e-4)
        }
      }),
    )
  })

  it('marks both edges of every row and column', () => {
    const { cuttingMarks } = arrangeSheet(defaultDefinition('card', 'a4'))
    expect(new Set(cuttingMarks.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1)).size).toBe(4)
    expect(new Set(cuttingMarks.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1)).size).toBe(10)
  })
})

describe('colours', () => {
  it('are readable on any band', () => {
    const anyColor = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(anyColor, color => contrast(color, readableOn(color)) >= 4.5),
      { numRuns: 5000 },
    )
  })

  it('contrast as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

it('default layouts are valid ones', () => {
  for (const size of BADGE_SIZE_NAMES) {
    for (const sheet of ['single', 'a4'] as const) {
      expect(() => badgeLayoutDefinitionSchema.parse(defaultDefinition(size, sheet))).not.toThrow()
    }
  }
})
