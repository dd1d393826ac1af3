import { describe, expect, test } from 'vitest'
import { fullName, maskNumber, personWarnings } from '#main/features/participants/person-rules.ts'

describe('fullName', () => {
  test.each([
    [{ titleBefore: '', name: 'Sukarno', titleAfter: '' }, 'Sukarno'],
    [{ titleBefore: 'Dr. Hj.', name: 'Hasnah Mattalatta', titleAfter: 'S.E.' }, 'Dr. Hj. Hasnah Mattalatta, S.E.'],
    [{ titleBefore: 'Dra. Hj.', name: 'Nurliani', titleAfter: '. M.AP' }, 'Dra. Hj. Nurliani. M.AP'],
    [{ titleBefore: 'dr.', name: 'I Wayan', titleAfter: '' }, 'dr. I Wayan'],
  ])('joins %j as written', (person, expected) => {
    expect(fullName(person)).toBe(expected)
  })
})

describe('personWarnings', () => {
  const fine = { nip: '197404082002021007', nik: '7309132004000001', phone: '0812 3456 7890' }

  test('says nothing about good numbers, empty ones and dashes', () => {
    expect(personWarnings(fine, '+6281234567890')).toEqual([])
    expect(personWarnings({ nip: '', nik: '-', phone: ' - ' }, '')).toEqual([])
    expect(personWarnings({ ...fine, nip: '19740408 200202 1 007' }, '+62')).toEqual([])
  })

  test('warns about what can not be right', () => {
    expect(personWarnings({ nip: '1,97908E+17', nik: '73091320040000', phone: 'lihat WA' }, '')).toEqual([
      { field: 'nip', reason: 'nip-not-18-digits' },
      { field: 'nik', reason: 'nik-not-16-digits' },
      { field: 'phone', reason: 'phone-unreadable' },
    ])
  })
})

test('maskNumber leaves the last four characters', () => {
  expect(maskNumber('7309132004000001')).toBe('••••••••••••0001')
  expect(maskNumber('')).toBe('')
})
