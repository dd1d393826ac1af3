import type { BadgeContent } from '#main/features/badges/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'

const NO_BREAK_SPACE = '\u00A0'

/** Lists write "-" where there is nothing. */
function orNothing(text: string): string {
  return /^[-–—.\s]*$/.test(text) ? '' : text.trim()
}

/**
 * The parts of a name that stay together: titles, words, and each degree with its stop and comma.
 * A degree written with blanks ("S. Sos., M. Si.") is one part.
 */
export function nameUnits(person: Pick<BadgeContent, 'titleBefore' | 'name' | 'titleAfter'>): string[] {
  const titleAfter = orNothing(person.titleAfter)
  const front = fullName({ titleBefore: orNothing(person.titleBefore), name: person.name, titleAfter: '' })
  const words = front.split(/\s+/).filter(word => word !== '')
  if (titleAfter === '') return words
  const [, separator = '', degrees = ''] = /^([.,;/–-]*)\s*(.*)$/s.exec(titleAfter) ?? []
  words.push(`${words.pop() ?? ''}${separator || ','}`)
  const parts = degrees.split(/(?<=,)\s*/).map(degree => degree.trim().replaceAll(/\s+/g, NO_BREAK_SPACE))
  return [...words, ...parts.filter(degree => degree !== '')]
}

/** Village and kecamatan; the kabupaten where neither is known. */
export function regionText(person: Pick<BadgeContent, 'village' | 'district' | 'regency'>): string {
  const village = orNothing(person.village)
  const district = orNothing(person.district)
  const kecamatan = /^kec/i.test(district) ? district : `Kec.${NO_BREAK_SPACE}${district}`
  const parts = [village, district && kecamatan].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : orNothing(person.regency)
}

/** What stands in a text field; empty when there is nothing. */
export function fieldText(
  person: BadgeContent,
  field: 'institution' | 'region' | 'delegation',
  ...shown: string[]
): string {
  const text = field === 'region' ? regionText(person) : orNothing(person[field])
  return shown.includes(text) ? '' : text
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']

/** `18 Des 2023`, `18–19 Des 2023`, `30 Des 2023–2 Jan 2024` for dates as YYYY-MM-DD. Badges are in Indonesian. */
export function dateRange(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return ''
  const [one, other] = [partsOf(first), partsOf(last)]
  const end = `${other.day} ${other.month} ${other.year}`
  if (first === last) return end
  if (one.year !== other.year) return `${one.day} ${one.month} ${one.year}–${end}`
  return one.month === other.month ? `${one.day}–${end}` : `${one.day} ${one.month}–${end}`
}

function partsOf(date: string): { day: number; month: string; year: string } {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: Number(day), month: MONTHS[Number(month) - 1] ?? '', year }
}
