/**
 * NIP (18 digits) and NIK (16 digits): always text, warned about, never refused.
 * A spreadsheet that held one as a number has rounded it beyond the 15th digit: such a value is worse than none.
 */

export type IdentityWarning = 'length' | 'birth-date' | 'not-digits'

export interface IdentityReading {
  /** 18 digits, or what is written where a NIP is expected; '' when there is none or it is destroyed. */
  nip: string
  nik: string
  /** Rounded by a spreadsheet; the true value can't be had from this cell. */
  isDestroyed: boolean
  warning?: IdentityWarning
}

const NONE: IdentityReading = { nip: '', nik: '', isDestroyed: false }

/**
 * Reads a NIP, NIK or either from a cell. `isNumber`: the spreadsheet held it as a number.
 * A leading apostrophe, blanks, dots and dashes inside are passed over; "-" and its like mean none.
 */
export function readIdentityNumber(
  written: string,
  expected: 'nip' | 'nik' | 'either',
  isNumber = false,
): IdentityReading {
  const text = written.replace(/^['’‘`]+/u, '').trim()
  if (/^[-–—_.\s0]*$/u.test(text) || /^(tidak|belum|tdk|blm) ada$|^(nihil|n\/?a|null|non asn|non pns)$/iu.test(text))
    return NONE
  if (isDestroyed(text, isNumber)) return { ...NONE, isDestroyed: true }
  const compact = text.replace(/[\s.\-–]/gu, '')
  const isNik = expected === 'nik' || (expected === 'either' && compact.length === 16)
  const reading: IdentityReading = { ...NONE, [isNik ? 'nik' : 'nip']: /^\d+$/u.test(compact) ? compact : text }
  const warning = isNik ? nikWarning(compact) : nipWarning(compact)
  return warning ? { ...reading, warning } : reading
}

/** A serial of zeros is never given out (NIP ends in 001-999, NIK in 0001-9999): it is the trace of rounding. */
function isDestroyed(text: string, isNumber: boolean): boolean {
  if (/^\d(?:[.,]\d+)?\s*e\s*\+?\s*\d+$/iu.test(text)) return true
  const digits = text.replace(/[\s.\-–]/gu, '')
  if (isNumber) return digits.length > 15
  return /^\d{15}000$/u.test(digits) || /^\d{12}0000$/u.test(digits)
}

/** Birth date YYYYMMDD, month of appointment, sex, serial; contract staff (PPPK) carry other digits where the month is. */
export function nipWarning(digits: string): IdentityWarning | undefined {
  if (!/^\d+$/u.test(digits)) return 'not-digits'
  if (digits.length !== 18) return 'length'
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  return isBirthDate(year ?? 0, month ?? 0, day ?? 0) ? undefined : 'birth-date'
}

/** Region (6), birth date DDMMYY (women: day + 40), serial (4). */
export function nikWarning(digits: string): IdentityWarning | undefined {
  if (!/^\d+$/u.test(digits)) return 'not-digits'
  if (digits.length !== 16) return 'length'
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))]
  return isBirthDate(2000, month, day > 40 ? day - 40 : day) ? undefined : 'birth-date'
}

function isBirthDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1930 && year <= 2015 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
