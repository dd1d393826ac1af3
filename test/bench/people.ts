import { EVERYDAY, MORPHEMES, VILLAGE_PARTS, WORDS } from './name-parts.ts'
import { Chance } from './random.ts'

/** Which half of the words names are made of: rules are tuned on one and measured on the other. Only the few everyday words are in both. */
export type VocabularyKind = 'tuning' | 'held-out'

type Kind = 'female' | 'male' | 'family'
/** Words by kind, the frequent ones first. */
export type Vocabulary = { words: Record<Kind, readonly string[]>; villages: readonly string[] }

/** An invented person; names, titles and regions look like real lists, numbers are well-formed. */
export type GeneratedPerson = {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  gender: 'L' | 'P'
  nip: string
  nik: string
  phone: string
  village: string
  district: string
  regency: string
  institution: string
  delegation: string
}

const COMPOSED_PER_KIND = 9000
const TITLES_BEFORE = ['', '', '', '', 'H.', 'Hj.', 'Drs.', 'Dra.', 'Dr.', 'Ir.', 'Dra. Hj.', 'Prof. Dr.']
const TITLES_AFTER = [
  '',
  '',
  '',
  'S.Pd.',
  'S.Sos.',
  'S.H., M.H.',
  'S.Sos., M.Si.',
  'S.IP.',
  'M.AP.',
  'A.Md.',
  'S.Kom.',
  'S.E., M.M.',
  'S.Hum.',
]

/** The vocabulary of one half, the same for every run. */
export function buildVocabulary(kind: VocabularyKind): Vocabulary {
  const chance = new Chance(kind === 'tuning' ? 11 : 97)
  const isOurs = (word: string) => isHeldOut(word) === (kind === 'held-out')
  const words = (of: Kind) => {
    const finished = Object.values(WORDS).flatMap(region => region[of])
    const composed = MORPHEMES.filter(set => set.kind === of || set.kind === 'any').flatMap(set => compose(set.parts))
    const rare = chance.shuffle([...new Set(composed)].filter(isOurs)).slice(0, COMPOSED_PER_KIND)
    return [...EVERYDAY[of], ...chance.shuffle(finished.filter(isOurs)), ...rare]
  }
  return {
    words: { female: words('female'), male: words('male'), family: words('family') },
    villages: chance.shuffle(villageNames().filter(isOurs)),
  }
}

/** This many invented people; the same count, seed and vocabulary give the same people. */
export function generatePeople(count: number, seed: number, vocabulary: Vocabulary): GeneratedPerson[] {
  const chance = new Chance(seed)
  const regencies = Array.from(
    { length: 120 },
    () => `${chance.pick(['Kabupaten', 'Kabupaten', 'Kota'])} ${chance.pick(vocabulary.villages)}`,
  )
  const districts = Array.from({ length: 900 }, () => ({
    name: chance.pick(vocabulary.villages),
    regency: chance.pick(regencies),
  }))
  const places = Array.from({ length: Math.max(50, Math.min(12_000, Math.ceil(count / 5))) }, () => ({
    village: chance.pick(vocabulary.villages),
    ...chance.pick(districts),
  }))
  return Array.from({ length: count }, (_, index) => person(index, chance, vocabulary, chance.pickSkewed(places, 1.3)))
}

function person(
  index: number,
  chance: Chance,
  vocabulary: Vocabulary,
  place: { village: string; name: string; regency: string },
): GeneratedPerson {
  const gender = chance.is(0.5) ? 'L' : 'P'
  const isVillager = chance.is(0.7)
  return {
    id: `019b0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    titleBefore: chance.pick(TITLES_BEFORE),
    name: personName(chance, vocabulary, gender),
    titleAfter: chance.pick(TITLES_AFTER),
    gender,
    nip: isVillager ? '' : civilServantNumber(chance, gender),
    nik: `${digits(chance, 6)}${digits(chance, 10)}`,
    phone: `08${chance.pick(['11', '12', '13', '21', '22', '52', '53', '57', '95', '96'])}${digits(chance, 8)}`,
    village: isVillager ? `${chance.pick(['Desa', 'Desa', 'Desa', 'Kelurahan'])} ${place.village}` : '',
    district: `Kecamatan ${place.name}`,
    regency: place.regency,
    institution: isVillager
      ? `Perpustakaan Desa ${place.village}`
      : `Dinas Perpustakaan dan Kearsipan ${place.regency}`,
    delegation: place.regency,
  }
}

function personName(chance: Chance, vocabulary: Vocabulary, gender: 'L' | 'P'): string {
  const given = vocabulary.words[gender === 'L' ? 'male' : 'female']
  const common = () => chance.pickSkewed(given, 3)
  const family = () => chance.pickSkewed(vocabulary.words.family, 2.2)
  const shape = chance.next()
  if (shape < 0.07) return common()
  if (shape < 0.12) return `I ${chance.pick(['Wayan', 'Made', 'Nyoman', 'Ketut', 'Gede'])} ${family()}`
  if (shape < 0.17)
    return `${chance.pick(gender === 'L' ? ['Muh.', 'M.', 'Abd.', 'A.'] : ['St.', 'Nur', 'Sri', 'A.'])} ${common()} ${family()}`
  if (shape < 0.22) return `${common()} ${String.fromCharCode(65 + chance.below(26))}.`
  if (shape < 0.45) return `${common()} ${common()}`
  return shape < 0.8 ? `${common()} ${family()}` : `${common()} ${common()} ${family()}`
}

function civilServantNumber(chance: Chance, gender: 'L' | 'P'): string {
  const born = 1965 + chance.below(36)
  const two = (value: number) => String(value).padStart(2, '0')
  const birth = `${born}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`
  return `${birth}${born + 24}${two(1 + chance.below(12))}${gender === 'L' ? 1 : 2}00${1 + chance.below(9)}`
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.below(10)).join('')
}

function villageNames(): string[] {
  const { first, second } = VILLAGE_PARTS
  return first.flatMap(one =>
    second.flatMap(other => [`${one} ${other.charAt(0).toUpperCase()}${other.slice(1)}`, `${one}${other}`]),
  )
}

function compose(parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>((begun, next) => begun.flatMap(start => next.map(end => start + end)), [''])
}

function isHeldOut(word: string): boolean {
  let hash = 2166136261
  for (const letter of word.toLowerCase()) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619)
  return ((hash >>> 7) & 1) === 1
}
