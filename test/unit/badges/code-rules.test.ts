import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHECK_BYTES,
  checkOf,
  CODE_LENGTH,
  EVENT_TAG_BYTES,
  eventTagOf,
  joinCode,
  readings,
  splitCode,
  TOKEN_BYTES,
  tokenOf,
} from '#main/features/badges/code-rules.ts'
import { LAYOUT_SCRAMBLES } from './keyboard-layouts.ts'

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length })
const anyCode = fc
  .tuple(bytes(EVENT_TAG_BYTES), bytes(TOKEN_BYTES), bytes(CHECK_BYTES))
  .map(([tag, token, check]) => joinCode({ eventTag: eventTagOf(tag), token: tokenOf(token), check: checkOf(check) }))

describe('the form of a code', () => {
  it('is 38 upper-case letters and digits', () => {
    fc.assert(fc.property(anyCode, code => /^GLR1[0-9A-HJKMNP-TV-Z]{34}$/.test(code) && code.length === CODE_LENGTH))
  })

  it('comes apart as it was put together', () => {
    fc.assert(
      fc.property(anyCode, code => {
        expect(joinCode(splitCode(code)!)).toBe(code)
      }),
    )
  })
})

describe('what a scanner may have meant', () => {
  it.each(Object.entries(LAYOUT_SCRAMBLES))('is found under %s', (_layout, scramble) => {
    fc.assert(fc.property(anyCode, code => readings(scramble(code)).codes.includes(code)))
  })

  it('is found between other text and blanks', () => {
    const noise = fc.string({ maxLength: 12 }).filter(text => !/[0-9a-z]$/i.test(text.trim()))
    fc.assert(
      fc.property(anyCode, noise, fc.integer({ min: 1, max: 37 }), (code, before, cut) => {
        const text = `${before} ${code.slice(0, cut)}\t ${code.slice(cut)}\r\n`
        expect(readings(text).codes).toContain(code)
      }),
    )
  })

  it('is found when a scan was cut off and made again', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 4, max: 37 }), (code, cut) => {
        expect(readings(code.slice(0, cut) + code).codes).toContain(code)
        expect(readings(code + code).codes).toContain(code)
      }),
    )
  })

  it('is incomplete when the end or the beginning is missing', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 4, max: 37 }), (code, cut) => {
        expect(readings(code.slice(0, cut))).toEqual({ codes: [], isIncomplete: true })
      }),
    )
    expect(readings('7K2QX9M4N8P3R5T6V1W0').isIncomplete).toBe(true)
  })

  it.each([
    '',
    'Sitti Aminah',
    'Hj. Sitti Aminah Mappatunru, S.Sos., M.Si.',
    '197908172006041003',
    '+62 812-3456-7890',
    '7371012345678901',
    'KEPALAPERPUSTAKAANDESA',
  ])('is no code in %j', text => {
    expect(readings(text)).toEqual({ codes: [], isIncomplete: false })
  })

  it('is total', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => Array.isArray(readings(text).codes)))
  })
})
