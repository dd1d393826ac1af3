import { describe, expect, test } from 'vitest'
import type { Session } from '#main/features/sessions/contract.ts'
import { endAfter, formatClock, parseClock } from '#renderer/features/sessions/clock-text.ts'
import { isSameName, linesOf, partsOfLine } from '#renderer/features/sessions/pasted-lines.ts'
import { overlapping, usualFor } from '#renderer/features/sessions/programme.ts'

describe('times as people type them', () => {
  test.each([
    ['08.30', 510],
    ['8:30', 510],
    ['0830', 510],
    ['830', 510],
    ['8', 480],
    [' 13.15 WITA ', 795],
    ['24.00', 1440],
    ['24.01', null],
    ['12.60', null],
    ['pagi', null],
    ['', null],
  ])('%s', (text, minute) => expect(parseClock(text)).toBe(minute))

  test('every minute of a day reads back as it was written', () => {
    for (let minute = 0; minute < 1440; minute += 1) expect(parseClock(formatClock(minute))).toBe(minute)
  })

  test('an end before the start is the next day for an evening only', () => {
    expect(endAfter(600, 660)).toBe(660)
    expect(endAfter(600, 600)).toBeNull()
    expect(endAfter(600, 540)).toBeNull()
    expect(endAfter(19 * 60, 30)).toBe(1470)
    expect(formatClock(1470)).toBe('00.30')
  })
})

describe('the programme', () => {
  const at = (id: string, startMinute: number, endMinute: number, roomId = 'hall', dayId = 'one'): Session =>
    ({ id, dayId, roomId, startMinute, endMinute }) as Session

  test('sessions overlap in one room on one day; one that follows another does not', () => {
    const others = [at('a', 60, 120), at('b', 120, 180), at('c', 90, 150, 'hall', 'two'), at('d', 90, 150, 'class')]
    expect(overlapping(at('new', 90, 125), others, null).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(overlapping(at('new', 180, 200), others, null)).toEqual([])
    expect(overlapping(at('a', 60, 120), others, 'a')).toEqual([])
  })

  test('breaks and the registration are usually not counted', () => {
    expect(usualFor('Jeda')).toEqual({ isBreak: true, isCounted: false })
    expect(usualFor('Registrasi')).toEqual({ isBreak: false, isCounted: false })
    expect(usualFor('Kelas')).toEqual({ isBreak: false, isCounted: true })
    expect(usualFor('')).toEqual({ isBreak: false, isCounted: true })
  })
})

describe('a pasted list', () => {
  test.each([
    ['Hj. Siti Aminah Mapatunru, S.Sos.', 'Sitti Aminah Mappatunru', true],
    ['Budi Santoso', 'Sudirman Halim', false],
    ['Muhammad Idris', 'Muhammad Idris Palinrungi', false],
    ['', '', false],
  ])('%s is %s by name: %s', (line, name, expected) => expect(isSameName(line, name)).toBe(expected))

  test.each([
    ['Sitti Aminah', '', 'Sitti Aminah'],
    ['12. Hj. Sitti Aminah, S.Sos., M.Si.', '', 'Hj. Sitti Aminah, S.Sos., M.Si.'],
    ['3\tArifin Ramli\t19790815 200501 2 004', '197908152005012004', 'Arifin Ramli'],
    ['197908152005012004', '197908152005012004', ''],
    ['197908152005012004;Arifin', '197908152005012004', 'Arifin'],
    ['0812-4100-2001', '081241002001', ''],
  ])('%s', (line, digits, name) => expect(partsOfLine(line)).toEqual({ digits, name }))

  test('empty lines and repeats go', () => {
    expect(linesOf('a\r\n\n b \na')).toEqual(['a', 'b'])
  })
})
