import { describe, expect, it } from 'vitest'
import { readIdentityNumber } from '#main/features/participants/identity-number-rules.ts'

const NONE = { nip: '', nik: '', isDestroyed: false }

describe('NIP and NIK', () => {
  it.each(["'197501032005031007", '19750103 200503 1 007', '197501032005031007', '19750103.200503.1.007'])(
    'takes %s',
    text => {
      expect(readIdentityNumber(text, 'either')).toEqual({ ...NONE, nip: '197501032005031007' })
    },
  )

  it('tells a NIK by its length where both are allowed', () => {
    expect(readIdentityNumber('7309014507850001', 'either')).toEqual({ ...NONE, nik: '7309014507850001' })
    expect(readIdentityNumber('7309014507850001', 'nik')).toEqual({ ...NONE, nik: '7309014507850001' })
    expect(readIdentityNumber('7309014507850001', 'nip')).toMatchObject({ nip: '7309014507850001', warning: 'length' })
  })

  it.each(['', '-', '--', '–', '0', 'tidak ada', 'Nihil', 'belum ada', "'-"])('%j is none', text => {
    expect(readIdentityNumber(text, 'either')).toEqual(NONE)
  })

  it.each([
    ['1.97908E+17', false],
    ['1,98609E+17', false],
    ['1.97908132003092e+17', true],
    ['197908132003092000', true],
    ['197908132003092013', true],
    ['197908132003092000', false],
    ['7309014507850000', false],
    ['7309014507850001', true],
  ])('%s (a number: %s) is destroyed and never taken', (text, isNumber) => {
    expect(readIdentityNumber(text, 'either', isNumber)).toEqual({ ...NONE, isDestroyed: true })
  })

  it('warns and still takes', () => {
    expect(readIdentityNumber('19750103200503100', 'nip')).toMatchObject({
      nip: '19750103200503100',
      warning: 'length',
    })
    expect(readIdentityNumber('197513032005031007', 'nip')).toMatchObject({ warning: 'birth-date' })
    expect(readIdentityNumber('dalam proses', 'nip')).toMatchObject({ nip: 'dalam proses', warning: 'not-digits' })
    expect(readIdentityNumber('7309013213850001', 'nik')).toMatchObject({ warning: 'birth-date' })
    expect(readIdentityNumber('12345', 'nip', true)).toMatchObject({ nip: '12345', warning: 'length' })
    // Contract staff (PPPK) have 21 where others have the month of appointment.
    expect(readIdentityNumber('198501032022211007', 'nip')).toEqual({ ...NONE, nip: '198501032022211007' })
  })
})
