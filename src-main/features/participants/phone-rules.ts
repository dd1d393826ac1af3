/**
 * Phone numbers as Indonesia writes them. Kept as written, matched in +62 form, shown as 08xx-xxxx-xxxx.
 */

export interface PhoneReading {
  /** Every number found, in +62 form (or + and country code), in the order written. */
  matchForms: string[]
  /** Something is written, but no phone number can be made of it. */
  isBad: boolean
}

/**
 * Reads a phone cell: 08..., 628..., +62 8..., bare 8..., area code and number, foreign numbers with +; dots, dashes,
 * blanks, brackets and words such as "(WA)" are passed over; several numbers in one cell are all found.
 * A dash or an empty text is no number and not bad.
 */
export function readPhones(written: string): PhoneReading {
  // The usual case, a single plain number, without the general machinery: lists have thousands of them.
  const plain = /^0?8\d{8,11}$/u.test(written) ? `+62${written.replace(/^0/u, '')}` : ''
  if (plain !== '') return { matchForms: [plain], isBad: false }
  const text = written
    .normalize('NFKC')
    .replace(/^['’‘`]/u, '')
    .trim()
  if (/^[-–—.\s0]*$/u.test(text)) return { matchForms: [], isBad: false }
  const matchForms = splitNumbers(text).map(toMatchForm)
  const good = matchForms.filter(form => form !== '')
  return { matchForms: [...new Set(good)], isBad: good.length === 0 }
}

/** The first number of the text in +62 form; '' when there is none. Idempotent. */
export function phoneMatchForm(written: string): string {
  return readPhones(written).matchForms[0] ?? ''
}

/** The first number as it is read aloud in Indonesia (0812-3456-7890); the text itself when it is no number. */
export function phoneDisplay(written: string): string {
  const form = phoneMatchForm(written)
  if (form === '') return written.trim()
  if (!form.startsWith('+62')) return form
  const national = form.slice(3)
  if (!national.startsWith('8'))
    return `0${national.slice(0, areaLength(national))}-${national.slice(areaLength(national))}`
  return `0${national.slice(0, 3)}-${national.slice(3, 7)}-${national.slice(7)}`
}

/** Two-digit area codes: Jakarta, Bandung, Semarang, Surabaya, Medan; all others have three digits. */
const areaLength = (national: string) => (/^(21|22|24|31|61)/u.test(national) ? 2 : 3)

function splitNumbers(text: string): string[] {
  const parts = text.split(/[,;|&\n]|\s+(?:dan|atau|or)\s+|\/|(?<=\d)\s*(?=\+)/iu).filter(part => /\d/u.test(part))
  if (parts.some(part => digitsOf(part).length < 6)) return splitAtBlanks(text)
  return parts.flatMap(splitAtBlanks)
}

/** Two numbers with nothing but a blank between them: more digits than one number can have. */
function splitAtBlanks(part: string): string[] {
  if (digitsOf(part).length <= 15) return [part]
  const pieces = part.split(/\s+(?=\+?62|0|8)/u)
  return pieces.length > 1 && pieces.every(piece => digitsOf(piece).length >= 8) ? pieces : [part]
}

const digitsOf = (text: string) => text.replace(/\D/gu, '')

function toMatchForm(part: string): string {
  // Rounded by a spreadsheet (6,28534E+11): the last digits are gone.
  if (/\d[.,]?\d*e[+]?\d/iu.test(part)) return ''
  const digits = digitsOf(part.replace(/[.,]0$/u, ''))
  const isInternational = /^[^\d]*\+/u.test(part)
  if (isInternational && !digits.startsWith('62')) return /^[1-9]\d{7,14}$/u.test(digits) ? `+${digits}` : ''
  const national = nationalDigits(digits)
  const isMobile = /^8\d{8,11}$/u.test(national)
  const isLandline = /^[2-79]\d{7,10}$/u.test(national)
  return isMobile || isLandline ? `+62${national}` : ''
}

function nationalDigits(digits: string): string {
  if (/^(00)?620?8/u.test(digits) || /^(00)?62\d{8,}$/u.test(digits)) return digits.replace(/^(00)?620?/u, '')
  if (digits.startsWith('0')) return digits.slice(1)
  return digits.startsWith('8') ? digits : ''
}
