import type { PersonInput } from './contract.ts'

const NIP_DIGITS = 18
const NIK_DIGITS = 16

/** The parts of a name that are shown together. */
export type NameOnBadge = Pick<PersonInput, 'titleBefore' | 'name' | 'titleAfter'>

/**
 * The name as it stands on the badge: titles before, name, titles behind, each as written.
 * Titles behind follow after a comma, unless they bring their own separator (". M.AP").
 */
export function fullName({ titleBefore, name, titleAfter }: NameOnBadge): string {
  const front = titleBefore === '' ? name : `${titleBefore} ${name}`
  if (titleAfter === '') return front
  return /^[.,;/(–-]/.test(titleAfter) ? front + titleAfter : `${front}, ${titleAfter}`
}

/** What looks wrong about a person; shown beside the field, never a reason to refuse. */
export interface PersonWarning {
  field: 'nip' | 'nik' | 'phone'
  reason: 'nip-not-18-digits' | 'nik-not-16-digits' | 'phone-unreadable'
}

/** Looks at the numbers of a person; `phoneMatch` is the phone in +62 form. */
export function personWarnings(
  person: Pick<PersonInput, 'nip' | 'nik' | 'phone'>,
  phoneMatch: string,
): PersonWarning[] {
  const warnings: PersonWarning[] = []
  if (!isNumberOrNone(person.nip, NIP_DIGITS)) warnings.push({ field: 'nip', reason: 'nip-not-18-digits' })
  if (!isNumberOrNone(person.nik, NIK_DIGITS)) warnings.push({ field: 'nik', reason: 'nik-not-16-digits' })
  if (!isNone(person.phone) && phoneMatch === '') warnings.push({ field: 'phone', reason: 'phone-unreadable' })
  return warnings
}

/** Lists write "-" where there is none. */
function isNone(text: string): boolean {
  return /^[-–—.\s]*$/.test(text)
}

function isNumberOrNone(text: string, digitCount: number): boolean {
  return isNone(text) || new RegExp(`^\\d{${digitCount}}$`).test(text.replaceAll(/[\s.]/g, ''))
}

/** All but the last four characters hidden: `••••••••••••2004`. */
export function maskNumber(text: string): string {
  return text.length <= 4 ? text : '•'.repeat(text.length - 4) + text.slice(-4)
}
