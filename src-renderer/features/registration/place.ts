import type { DeskPerson } from '#main/features/registration/contract.ts'

/** Where somebody comes from, in the order in which a desk tells two of the same name apart; nothing is said twice. */
export function placeOf(
  person: Pick<DeskPerson, 'delegation' | 'institution' | 'village' | 'district' | 'regency'>,
): string[] {
  const parts: string[] = []
  for (const part of [person.delegation, person.institution, person.village, person.district, person.regency]) {
    const isSaid = parts.some(said => said.toLowerCase().includes(part.toLowerCase()))
    if (part !== '' && !isSaid) parts.push(part)
  }
  return parts
}
