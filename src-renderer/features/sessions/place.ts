import type { DoorPerson } from '#main/features/sessions/contract.ts'

/** Where somebody is from, in one line; nothing is said twice. */
export function placeOf({
  delegation,
  institution,
  village,
}: Pick<DoorPerson, 'delegation' | 'institution' | 'village'>): string {
  const parts = [delegation, institution, village].filter(part => part !== '')
  return parts
    .filter((part, index) => !parts.some((other, at) => at < index && other.toLowerCase().includes(part.toLowerCase())))
    .join(' · ')
}
