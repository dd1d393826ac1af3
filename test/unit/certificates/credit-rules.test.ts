import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditInWords, creditOf, shareCredit } from '#main/features/certificates/credit-rules.ts'

const minutesOf = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 })

describe('JP from minutes', () => {
  it.each([
    { rounding: 'down', minutes: [0, 44, 45, 89, 90, 134], jp: [0, 0, 1, 1, 2, 2] },
    { rounding: 'nearest', minutes: [0, 22, 23, 67, 68, 112], jp: [0, 0, 1, 1, 2, 2] },
    { rounding: 'up', minutes: [0, 1, 45, 46, 90, 91], jp: [0, 1, 1, 2, 2, 3] },
  ] as const)('rounded $rounding', ({ rounding, minutes, jp }) => {
    expect(minutes.map(one => creditOf(one, { minutesPerJp: 45, rounding }))).toEqual(jp)
  })

  it('says how in words', () => {
    expect(creditInWords({ minutesPerJp: 45, rounding: 'down' })).toContain('1 JP = 45 menit')
    expect(creditInWords({ minutesPerJp: 60, rounding: 'up' })).toContain('dibulatkan ke atas')
  })
})

describe('the JP of the sessions', () => {
  it('add up to the JP on the front, and no session is off by a whole JP', () => {
    fc.assert(
      fc.property(minutesOf, fc.integer({ min: 0, max: 60 }), (minutes, total) => {
        const sum = minutes.reduce((all, one) => all + one, 0)
        const shares = shareCredit(total, minutes)
        expect(shares.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : total)
        shares.forEach((share, index) => {
          expect(Math.abs(share - (sum === 0 ? 0 : ((minutes[index] ?? 0) * total) / sum))).toBeLessThan(1)
        })
      }),
    )
  })
})
