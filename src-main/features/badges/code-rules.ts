/**
 * The code on a badge or a certificate: 38 characters that say nothing about a person.
 * `GLR1` (badge) or `GLS1` (certificate) | 5 event tag | 16 random (80 bit) | 13 authenticity check (65 bit), all upper-case alphanumeric,
 * so that it fills QR version 2-M in alphanumeric mode to the last character (ISO/IEC 18004, table 7: 38 characters).
 */

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS_PER_CHARACTER = 5
const PREFIXES = { badge: 'GLR1', certificate: 'GLS1' } as const
/** What a code is printed on. The check covers it: neither can be made into the other. */
export type CodePurpose = keyof typeof PREFIXES
const PREFIX_LENGTH = PREFIXES.badge.length
const EVENT_TAG_LENGTH = 5
const TOKEN_LENGTH = 16
const CHECK_LENGTH = 13
const BODY_LENGTH = EVENT_TAG_LENGTH + TOKEN_LENGTH + CHECK_LENGTH
/** A run without the prefix that is at least this long is what is left of a code; NIP (18) and NIK (16) are shorter. */
const REMNANT_LENGTH = 20

export const CODE_LENGTH = PREFIX_LENGTH + BODY_LENGTH
/** How many bytes give the characters of each part. */
export const EVENT_TAG_BYTES = Math.ceil((EVENT_TAG_LENGTH * BITS_PER_CHARACTER) / 8)
export const TOKEN_BYTES = Math.ceil((TOKEN_LENGTH * BITS_PER_CHARACTER) / 8)
export const CHECK_BYTES = Math.ceil((CHECK_LENGTH * BITS_PER_CHARACTER) / 8)

/** The parts of a code, each as its characters. */
export interface CodeParts {
  eventTag: string
  token: string
  check: string
}

export function eventTagOf(bytes: Uint8Array): string {
  return encode(bytes, EVENT_TAG_LENGTH)
}

export function tokenOf(bytes: Uint8Array): string {
  return encode(bytes, TOKEN_LENGTH)
}

export function checkOf(bytes: Uint8Array): string {
  return encode(bytes, CHECK_LENGTH)
}

/** What the authenticity check covers: everything before it. */
export function checkedText(purpose: CodePurpose, eventTag: string, token: string): string {
  return PREFIXES[purpose] + eventTag + token
}

export function joinCode(parts: CodeParts, purpose: CodePurpose = 'badge'): string {
  return checkedText(purpose, parts.eventTag, parts.token) + parts.check
}

/** Takes apart a code as {@link readings} gives it; null when a character is not of the alphabet. */
export function splitCode(code: string): CodeParts | null {
  const body = code.slice(PREFIX_LENGTH)
  if (code.length !== CODE_LENGTH || ![...body].every(character => ALPHABET.includes(character))) return null
  return {
    eventTag: body.slice(0, EVENT_TAG_LENGTH),
    token: body.slice(EVENT_TAG_LENGTH, EVENT_TAG_LENGTH + TOKEN_LENGTH),
    check: body.slice(EVENT_TAG_LENGTH + TOKEN_LENGTH),
  }
}

/**
 * Whether one wrong character can never look like another keyboard layout's way of typing this code.
 * A code with exactly one Y or Z would read the same when that letter is changed and the layout is taken for QWERTZ; such codes are not given out.
 */
export function isUnambiguous(code: string): boolean {
  const body = code.slice(PREFIX_LENGTH)
  const count = (letters: RegExp): number => body.match(letters)?.length ?? 0
  return count(/[YZ]/g) !== 1 && count(/[AQWZM]/g) !== 1 && /\d/.test(body)
}

function encode(bytes: Uint8Array, length: number): string {
  let bits = 0
  let bitCount = 0
  let text = ''
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    bitCount += 8
    while (bitCount >= BITS_PER_CHARACTER && text.length < length) {
      bitCount -= BITS_PER_CHARACTER
      text += ALPHABET[(bits >> bitCount) & 31]
    }
    bits &= (1 << bitCount) - 1
  }
  if (text.length < length) throw new RangeError(`${bytes.length} bytes do not fill ${length} characters`)
  return text
}

/**
 * What a scanned or pasted text turned out to be.
 * `unknown`: made with this event's key, but not in this file (an older copy); `altered`: forged or changed.
 */
export type CodeReading =
  | { kind: 'valid'; badgeId: string; participantId: string; revokedAt: number | null; revokedReason: string }
  | { kind: 'altered' }
  | { kind: 'other-event' }
  | { kind: 'unknown' }
  | { kind: 'incomplete' }
  | { kind: 'not-a-code' }

/** What was typed may be: whole codes (in the order of likelihood), the rest of a code, or something else. */
export interface Readings {
  codes: readonly string[]
  isIncomplete: boolean
}

/**
 * What a scanner may have meant by a text: it types as a US keyboard, the computer may think otherwise (QWERTZ, AZERTY, Caps Lock),
 * and there may be blanks and other text around the code. Which reading holds is for the authenticity check to say.
 */
export function readings(text: string, purpose: CodePurpose = 'badge'): Readings {
  const typed = text.replaceAll(/\s+/g, '')
  const codes = new Set<string>()
  let isIncomplete = false
  for (const layout of LAYOUTS) {
    if (!layout.fits(typed)) continue
    const meant = [...typed].map(character => layout.read(upper(character))).join('')
    for (const [, body = ''] of meant.matchAll(BODIES[purpose])) {
      if (body.length < BODY_LENGTH) isIncomplete = true
      else codes.add(PREFIXES[purpose] + body.slice(0, BODY_LENGTH))
    }
    isIncomplete ||= typed === text.trim() && isRemnant(meant)
  }
  return { codes: [...codes], isIncomplete }
}

const bodiesAfter = (prefix: string): RegExp => new RegExp(`${prefix}([0-9A-Z]*?)(?=${prefix}|[^0-9A-Z]|$)`, 'g')
const BODIES: Record<CodePurpose, RegExp> = {
  badge: bodiesAfter(PREFIXES.badge),
  certificate: bodiesAfter(PREFIXES.certificate),
}

function isRemnant(meant: string): boolean {
  return (
    meant.length >= REMNANT_LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(meant) && /\d/.test(meant) && /[A-Z]/.test(meant)
  )
}

/** Only ASCII and the letters on AZERTY's digit keys: full Unicode folding would make other letters into ours. */
function upper(character: string): string {
  return /[a-zéèçà]/.test(character) ? character.toUpperCase() : character
}

interface Layout {
  fits: (typed: string) => boolean
  read: (character: string) => string
}

/** What can't come from a key of this layout. */
const NO_KEY = '\uFFFD'
const AZERTY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['A', 'Q'],
  ['Q', 'A'],
  ['W', 'Z'],
  ['Z', 'W'],
])
const QWERTZ_LETTERS: ReadonlyMap<string, string> = new Map([
  ['Y', 'Z'],
  ['Z', 'Y'],
])
const isCapsLocked = (typed: string): boolean => !/[A-Z]/.test(typed)

/** Scanners type as US keyboards; the first row of AZERTY gives digits only with Shift. Belgian keys stand beside the French ones. */
const AZERTY_DIGITS = digitKeys(['àÀ', '&', 'éÉ', '"', "'", '(', '-§', 'èÈ', '_!', 'çÇ'])
/** The other way round: a scanner that was set to French on a US keyboard types digits with Shift. */
const SHIFTED_US_DIGITS = digitKeys([')', '!', '@', '#', '$', '%', '^', '&', '*', '('])

const LAYOUTS: readonly Layout[] = [
  { fits: () => true, read: character => character },
  { fits: () => true, read: character => QWERTZ_LETTERS.get(character) ?? character },
  { fits: () => true, read: azerty(AZERTY_DIGITS, ',?') },
  { fits: () => true, read: azerty(SHIFTED_US_DIGITS, ';:') },
  // Caps Lock on a French Windows keyboard also shifts the digits.
  { fits: isCapsLocked, read: azerty(digitKeys([...'0123456789']), ',?') },
  { fits: isCapsLocked, read: azerty(digitKeys([...'0123456789']), ';:') },
]

function azerty(digits: ReadonlyMap<string, string>, keysOfM: string): (character: string) => string {
  return character => {
    const digit = digits.get(character)
    if (digit !== undefined) return digit
    if (keysOfM.includes(character)) return 'M'
    return /\d/.test(character) ? NO_KEY : (AZERTY_LETTERS.get(character) ?? character)
  }
}

function digitKeys(characters: readonly string[]): ReadonlyMap<string, string> {
  return new Map(characters.flatMap((same, digit) => [...same].map((key): [string, string] => [key, String(digit)])))
}
