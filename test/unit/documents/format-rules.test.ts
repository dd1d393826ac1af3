import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asFileName,
  formatCell,
  formatDateRange,
  formatLongDate,
  formatMinuteOfDay,
  formatMoney,
  formatNumber,
} from '#main/features/documents/format-rules.ts'
import { numberInWords, terbilang } from '#main/features/documents/terbilang-rules.ts'

const ZONE = 'Asia/Makassar'

describe('values as Indonesian papers write them', () => {
  test('dates with their computed weekday', () => {
    expect(formatLongDate('2023-12-18')).toBe('Senin, 18 Desember 2023')
    expect(formatDateRange('2023-03-13', '2023-03-15')).toBe('Senin s.d. Rabu, 13 s.d. 15 Maret 2023')
    expect(formatDateRange('2023-01-31', '2023-02-02')).toBe('Selasa s.d. Kamis, 31 Januari s.d. 2 Februari 2023')
    expect(formatDateRange('2023-12-30', '2024-01-01')).toBe('Sabtu s.d. Senin, 30 Desember 2023 s.d. 1 Januari 2024')
    expect(formatDateRange('2023-12-18', '2023-12-18')).toBe('Senin, 18 Desember 2023')
  })

  test('times with a dot in the zone of the event, and past midnight', () => {
    expect(formatCell(Date.parse('2023-12-18T00:30:00Z'), 'time', ZONE)).toBe('08.30')
    expect(formatMinuteOfDay(1470)).toBe('00.30')
  })

  test('money and numbers', () => {
    expect(formatMoney(1_250_000)).toBe('Rp1.250.000,00')
    expect(formatMoney(-999.5)).toBe('-Rp999,50')
    expect(formatNumber(1_234_567.25)).toBe('1.234.567,25')
    expect(formatCell(1_250_000, 'money', ZONE)).toBe('1.250.000')
    expect(formatCell(75, 'percent', ZONE)).toBe('75%')
  })

  test('codes stay as they are; what is unknown stays blank', () => {
    expect(formatCell('0812004100', 'code', ZONE)).toBe('0812004100')
    expect(formatCell('2023-12-14', 'date', ZONE)).toBe('14-12-2023')
    expect(formatCell('segera', 'date', ZONE)).toBe('segera')
    expect(formatCell(null, 'check', ZONE)).toBe('')
    expect([true, false].map(value => formatCell(value, 'check', ZONE))).toEqual(['✓', '–'])
    expect(formatCell('M0 0L1 1', 'signature', ZONE)).toBe('')
  })

  test('numbers read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), value => {
        expect(Number(formatNumber(value).replaceAll('.', ''))).toBe(value)
      }),
    )
  })

  test('file names hold nothing that a file system refuses', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const name = asFileName(text)
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]$/u)
      }),
    )
    expect(asFileName('Daftar Hadir - Kelas A/B: "Arsip"')).toBe('Daftar Hadir - Kelas A B Arsip')
  })
})

const WORDS: Record<string, number> = Object.fromEntries(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'
    .split(' ')
    .map((word, value) => [word, value]),
)
const SCALES: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 }

/** Reads Indonesian number words back, by a grammar of its own. */
function readWords(text: string): number {
  let [sum, group, unit] = [0, 0, 0]
  for (const word of text.split(' ')) {
    if (word === 'belas') unit += 10
    else if (word === 'puluh') [group, unit] = [group + unit * 10, 0]
    else if (word === 'ratus') [group, unit] = [group + unit * 100, 0]
    else if (word === 'seratus') group += 100
    else if (word === 'seribu') sum += 1000
    else if (word in SCALES) [sum, group, unit] = [sum + (group + unit) * SCALES[word]!, 0, 0]
    else unit = WORDS[word]!
  }
  return sum + group + unit
}

describe('terbilang', () => {
  test('what offices write', () => {
    expect(terbilang(0)).toBe('Nol rupiah')
    expect(terbilang(1_250_000)).toBe('Satu juta dua ratus lima puluh ribu rupiah')
    expect(numberInWords(11_111)).toBe('sebelas ribu seratus sebelas')
    expect(numberInWords(1_001_000)).toBe('satu juta seribu')
    expect(numberInWords(21_000)).toBe('dua puluh satu ribu')
    expect(numberInWords(100_019)).toBe('seratus ribu sembilan belas')
  })

  test('the words mean the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), value => {
        expect(readWords(numberInWords(value))).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
})
