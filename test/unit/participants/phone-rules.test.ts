import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phoneDisplay, phoneMatchForm, readPhones } from '#main/features/participants/phone-rules.ts'

describe('phones', () => {
  it.each([
    '081234567890',
    '6281234567890',
    '+6281234567890',
    '+62 81234567890',
    '+62 (0)812-3456-7890',
    '0062 812 3456 7890',
    '81234567890',
    '0812-3456-7890',
    '0812.3456.7890',
    '0812 3456 7890 (WA)',
    "'081234567890",
    'WA: 081234567890',
    '81234567890.0',
  ])('%s is one number', written => {
    expect(readPhones(written)).toEqual({ matchForms: ['+6281234567890'], isBad: false })
    expect(phoneDisplay(written)).toBe('0812-3456-7890')
  })

  it.each([
    '081234567890 / 085211112222',
    '081234567890, 0852-1111-2222',
    '081234567890 atau 085211112222 (WA)',
    '081234567890 085211112222',
    '081234567890;+62 852 1111 2222',
    '+6281234567890+6285211112222',
  ])('%s is two numbers', written => {
    expect(readPhones(written).matchForms).toEqual(['+6281234567890', '+6285211112222'])
  })

  it.each(['', '-', '–', '0', ' . '])('%j is none and not bad', written => {
    expect(readPhones(written)).toEqual({ matchForms: [], isBad: false })
  })

  it.each(['tidak ada', '0812', '12345', '6,28534E+11', '08123456789012345678', 'lihat WA'])('%s is bad', written => {
    expect(readPhones(written)).toEqual({ matchForms: [], isBad: true })
    expect(phoneDisplay(written)).toBe(written)
  })

  it('reads area codes and foreign numbers', () => {
    expect(phoneMatchForm('(0411) 371234')).toBe('+62411371234')
    expect(phoneDisplay('0411/371234')).toBe('0411-371234')
    expect(phoneDisplay('021-5550123')).toBe('021-5550123')
    expect(phoneMatchForm('+60 12-345 6789')).toBe('+60123456789')
  })

  it('matching and showing can be repeated, and one undoes the other', () => {
    const number = fc.stringMatching(/^8[1-9]\d{7,10}$/)
    fc.assert(
      fc.property(number, fc.constantFrom('0', '62', '+62', '+62 ', ''), (digits, prefix) => {
        const form = phoneMatchForm(prefix + digits)
        expect(form).toBe(`+62${digits}`)
        expect(phoneMatchForm(form)).toBe(form)
        expect(phoneMatchForm(phoneDisplay(form))).toBe(form)
        expect(phoneDisplay(phoneDisplay(form))).toBe(phoneDisplay(form))
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        const form = phoneMatchForm(text)
        expect(phoneMatchForm(form)).toBe(form)
      }),
    )
  })
})
