import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateRange, nameUnits, regionText } from '#renderer/ui/badge/badge-texts.ts'
import { fitLines, fitName, type Measure } from '#renderer/ui/badge/fit-text.ts'

/** Every character as wide as half the font is high. */
const measure: Measure = text => text.length * 0.5
const NBSP = '\u00A0'
const person = (titleBefore: string, name: string, titleAfter: string) => ({ titleBefore, name, titleAfter })

describe('the parts of a name', () => {
  it.each([
    [person('', 'Arifin', ''), ['Arifin']],
    [person('Hj.', 'Sitti Aminah', 'S.Sos., M.Si.'), ['Hj.', 'Sitti', 'Aminah,', 'S.Sos.,', 'M.Si.']],
    [person('', 'Sri', 'S. Sos., M. Si.'), ['Sri,', `S.${NBSP}Sos.,`, `M.${NBSP}Si.`]],
    [person('-', 'Yusuf', '-'), ['Yusuf']],
    [person('', 'Yusuf', '. M.AP'), ['Yusuf.', 'M.AP']],
  ])('of %j', (input, units) => {
    expect(nameUnits(input)).toEqual(units)
  })
})

const anyName = fc
  .tuple(
    fc.array(fc.stringMatching(/^[A-Z][a-z]{0,14}$/), { minLength: 1, maxLength: 9 }),
    fc.array(fc.constantFrom('S.Sos.', 'M.Si.', 'Ph.D.'), { maxLength: 3 }),
  )
  .map(([words, degrees]) => nameUnits(person('', words.join(' '), degrees.join(', '))))

describe('fitting a name', () => {
  it('keeps every part whole and in order, and no line is wider than its room', () => {
    fc.assert(
      fc.property(anyName, fc.double({ min: 20, max: 120, noNaN: true }), (units, width) => {
        const { lines, sizeMm } = fitName(units, width, 5, measure)
        expect(lines.join(' ')).toBe(units.join(' '))
        expect(lines.length).toBeLessThanOrEqual(4)
        expect(sizeMm).toBeLessThanOrEqual(5)
        for (const line of lines) expect(measure(line, 'name') * sizeMm).toBeLessThanOrEqual(width + 1e-6)
      }),
    )
  })

  it('is one line at full size where there is room, two where not, three or four only for the longest', () => {
    expect(fitName(['Arifin'], 50, 5, measure)).toEqual({ lines: ['Arifin'], sizeMm: 5 })
    expect(fitName(['Sitti', 'Aminah', 'Mappatunru'], 50, 5, measure).lines).toHaveLength(2)
    const longest = nameUnits(
      person('Prof. Dr. Ir. Hj.', 'Andi Sitti Aminah Mappatunru Palinrungi', 'S.Sos., M.Si., Ph.D.'),
    )
    expect(fitName(longest, 50, 5, measure).lines).toHaveLength(3)
    expect(fitName(longest, 36, 5, measure).lines).toHaveLength(4)
  })

  it('rather breaks between name and degrees than within the name', () => {
    expect(fitName(['Nurhayati', 'Basri', 'Ali,', 'S.IP.,', 'M.Si.'], 52, 5, measure).lines).toEqual([
      'Nurhayati Basri Ali,',
      'S.IP., M.Si.',
    ])
  })
})

describe('fitting a text', () => {
  it('keeps every word and every line inside its room', () => {
    const anyText = fc.array(fc.stringMatching(/^[A-Za-z.,]{1,22}$/), { maxLength: 25 }).map(words => words.join(' '))
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 3 }), (text, maxLines) => {
        const { lines, sizeMm } = fitLines(text, 'text', { widthMm: 50, sizeMm: 3, maxLines }, measure)
        expect(lines.join(' ')).toBe(text)
        expect(lines.length).toBeLessThanOrEqual(maxLines)
        for (const line of lines) expect(measure(line, 'text') * sizeMm).toBeLessThanOrEqual(50.01)
      }),
    )
  })

  it('leaves no word alone in the last line', () => {
    expect(
      fitLines("Desa Baji Pa'mai Maros Baru", 'text', { widthMm: 37, sizeMm: 3, maxLines: 2 }, measure).lines,
    ).toEqual(["Desa Baji Pa'mai", 'Maros Baru'])
  })
})

describe('what stands on a badge', () => {
  it('place: village and kecamatan, else the kabupaten', () => {
    expect(regionText({ village: "Desa Baji Pa'mai", district: 'Maros Baru', regency: 'Maros' })).toBe(
      `Desa Baji Pa'mai, Kec.${NBSP}Maros Baru`,
    )
    expect(regionText({ village: '-', district: 'Kecamatan Lau', regency: '' })).toBe('Kecamatan Lau')
    expect(regionText({ village: '', district: '-', regency: 'Kabupaten Maros' })).toBe('Kabupaten Maros')
  })

  it('dates', () => {
    expect(dateRange(['2023-12-18'])).toBe('18 Des 2023')
    expect(dateRange(['2023-12-18', '2023-12-19'])).toBe('18–19 Des 2023')
    expect(dateRange(['2023-11-30', '2023-12-01'])).toBe('30 Nov–1 Des 2023')
    expect(dateRange(['2023-12-31', '2024-01-01'])).toBe('31 Des 2023–1 Jan 2024')
    expect(dateRange([])).toBe('')
  })
})
