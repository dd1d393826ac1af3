import { nameWords, stripTitles } from '#main/features/participants/name-rules.ts'
import { splitWords } from '#main/features/participants/word-rules.ts'
import type { GeneratedPerson } from './people.ts'
import { Chance } from './random.ts'

/** How the desk got the name wrong. */
export type SlipKind = 'typo' | 'spelling' | 'swapped' | 'titles'
export const SLIP_KINDS: readonly SlipKind[] = ['typo', 'spelling', 'swapped', 'titles']

/** A query for one person. `sought` are the ids that answer it: the person, and who has the same name and village word for word. */
export type SearchCase = { kind: SlipKind; query: string; sought: ReadonlySet<string> }

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/kh/, 'ch'],
  [/ch/, 'kh'],
  [/u(?!u)/, 'oe'],
  [/oe/, 'u'],
  [/dj/, 'j'],
  [/(?<!d)j/, 'dj'],
  [/dd/, 'd'],
  [/(?<![dn])d(?=[aiu])/, 'dd'],
  [/sy/, 's'],
  [/(?<![a-z])s(?=[aiu])/, 'sy'],
  [/y/, 'i'],
  [/i(?=[aou])/, 'y'],
  [/f/, 'v'],
  [/v/, 'f'],
  [/ll/, 'l'],
  [/(?<=[aiu])([lmnrst])(?=[aiu])/, '$1$1'],
]

/**
 * As many queries, the kinds in turn, for people drawn at random. The query is the name as a desk would hear it, made wrong in one way.
 * Where the name alone means several people (folded spelling, initials count), the village or the district is said as well, unharmed.
 * People with the same name, village and district cannot be told apart by any search, so each of them counts as the person sought.
 */
export function searchCases(people: readonly GeneratedPerson[], count: number, seed: number): SearchCase[] {
  const chance = new Chance(seed)
  const byName = groupBy(people, person => nameWords(person.name).sort().join(' '))
  const bySpoken = groupBy(people, person => `${person.name}|${spokenPlace(person)}`.toLowerCase())
  const cases: SearchCase[] = []
  while (cases.length < count) {
    const kind = SLIP_KINDS[cases.length % SLIP_KINDS.length] ?? 'typo'
    const person = chance.pick(people)
    const wrong = slipped(kind, person, chance)
    if (wrong === null) continue
    const isAlone =
      (byName.get(nameWords(person.name).sort().join(' '))?.length ?? 0) === 1 && nameWords(person.name).length > 1
    const same = bySpoken.get(`${person.name}|${spokenPlace(person)}`.toLowerCase()) ?? [person]
    cases.push({
      kind,
      query: isAlone ? wrong : `${wrong} ${spokenPlace(person)}`,
      sought: new Set((isAlone ? [person] : same).map(one => one.id)),
    })
  }
  return cases
}

/** Every keystroke of these people's names, from the first letter on: what typing asks of the search. */
export function typedBeginnings(people: readonly GeneratedPerson[], count: number, seed: number): string[] {
  const chance = new Chance(seed)
  const queries: string[] = []
  while (queries.length < count) {
    const name = stripTitles(chance.pick(people).name).toLowerCase()
    for (let length = 1; length <= name.length; length += 1) queries.push(name.slice(0, length))
  }
  return queries.slice(0, count)
}

function spokenPlace(person: GeneratedPerson): string {
  const village = person.village.replace(/^(Desa|Kelurahan) /, '')
  const district = person.district.replace(/^Kecamatan /, '')
  return village === '' ? `${district} ${person.regency.replace(/^(Kabupaten|Kota) /, '')}` : `${village} ${district}`
}

function slipped(kind: SlipKind, person: GeneratedPerson, chance: Chance): string | null {
  const words = splitWords(person.name)
  if (kind === 'titles')
    return `${person.titleBefore || 'Dra. Hj.'} ${person.name}, ${person.titleAfter || 'S.Pd., M.Si.'}`
  if (kind === 'swapped') return swapped(words, chance)
  return kind === 'typo' ? withTypo(words, chance) : withVariant(words, chance)
}

function swapped(words: readonly string[], chance: Chance): string | null {
  if (words.length < 2) return null
  const other = chance.shuffle(words)
  return other.join(' ') === words.join(' ') ? [...words].reverse().join(' ') : other.join(' ')
}

function withTypo(words: readonly string[], chance: Chance): string | null {
  const long = words.flatMap((word, index) => (word.length >= 4 ? [index] : []))
  if (long.length === 0) return null
  const at = chance.pick(long)
  return words.map((word, index) => (index === at ? typo(word.toLowerCase(), chance) : word)).join(' ')
}

function typo(word: string, chance: Chance): string {
  const at = chance.below(word.length)
  const letter = LETTERS.charAt(chance.below(26))
  const way = chance.below(4)
  if (way === 0) return word.slice(0, at) + word.slice(at + 1)
  if (way === 1) return word.slice(0, at) + letter + word.slice(at)
  if (way === 2) return word.slice(0, at) + letter + word.slice(at + 1)
  const left = Math.min(at, word.length - 2)
  return word.slice(0, left) + word.charAt(left + 1) + word.charAt(left) + word.slice(left + 2)
}

function withVariant(words: readonly string[], chance: Chance): string | null {
  const name = words.join(' ').toLowerCase()
  const possible = VARIANTS.filter(([pattern]) => pattern.test(name))
  if (possible.length === 0) return null
  const [pattern, replacement] = chance.pick(possible)
  return name.replace(pattern, replacement)
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}
