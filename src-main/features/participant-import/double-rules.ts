import { nameWords } from '../participants/name-rules.ts'
import { foldedWords } from '../participants/word-rules.ts'
import { type Likeness, nameLikeness } from './likeness-rules.ts'

/** What doubles are judged by; the same for a row of the list and for a person of the event. Empty text = not known. */
export interface Comparable {
  name: string
  gender: string
  nip: string
  nik: string
  /** In +62 form. */
  phones: readonly string[]
  village: string
  district: string
  institution: string
  delegation: string
  regency: string
}

/** Why two entries are likely the same person: what is equal, and how alike the names are. */
export interface DoubleReason {
  code: 'nip' | 'nik' | 'phone' | 'village' | 'institution' | 'delegation' | 'name-only'
  likeness: Likeness
}

interface Entry<Id> {
  id: Id
  words: readonly string[]
  /** The words in alphabetical order, as one text: equal for an equal name in any order. */
  sorted: string
  gender: string
  nip: string
  nik: string
  phones: readonly string[]
  village: string
  district: string
  institution: string
  /** Delegation, else regency: too wide for anything but an equal name. */
  wide: string
  /** The look-up that saw this entry last, so that none compares it twice. */
  seenBy: number
}

/** Entries under one key; a place with many people is divided by the beginnings and ends of their name words. */
interface Block<Id> {
  entries: Entry<Id>[]
  parts?: Map<string, Entry<Id>[]>
}

type Index<Id> = Map<string, Block<Id>>
type Judge = (a: Entry<unknown>, b: Entry<unknown>) => DoubleReason[]

interface Best<Id> {
  id: Id
  reasons: DoubleReason[]
  weight: number
}

/**
 * Finds likely doubles among entries added one by one. Each look-up compares only entries that share a number, a phone,
 * the whole name, or a place (and, where a place is large, the beginning or end of a name word), and at most
 * {@link BLOCK_CAP} of each such block: near-linear however many equal names a list holds.
 */
export class DoubleFinder<Id> {
  private readonly byNumber: Index<Id> = new Map()
  private readonly byName: Index<Id> = new Map()
  private readonly byVillage: Index<Id> = new Map()
  private readonly byInstitution: Index<Id> = new Map()
  private readonly foldedTexts = new Map<string, string>()
  private lookUps = 0

  add(id: Id, comparable: Comparable): void {
    this.insert(this.toEntry(id, comparable))
  }

  /** The likeliest double added so far (the first of equally likely ones), or undefined; then adds the entry itself. */
  findAndAdd(id: Id, comparable: Comparable): { id: Id; reasons: DoubleReason[] } | undefined {
    const entry = this.toEntry(id, comparable)
    const found = this.search(entry)
    this.insert(entry)
    return found
  }

  private insert(entry: Entry<Id>): void {
    for (const number of numbersOf(entry)) insertInto(this.byNumber, number, entry)
    insertInto(this.byName, entry.sorted, entry)
    insertInto(this.byVillage, entry.village, entry)
    insertInto(this.byInstitution, entry.institution, entry)
  }

  /** Numbers first: a pair that shares one is judged by everything it shares and needs no second look. */
  private search(entry: Entry<Id>): { id: Id; reasons: DoubleReason[] } | undefined {
    this.lookUps += 1
    let best: Best<Id> | undefined
    for (const number of numbersOf(entry))
      best = this.compareBlock(entry, this.byNumber.get(number), judgeNumbers, best)
    best = this.compareBlock(entry, this.byName.get(entry.sorted), judgePlace, best)
    best = this.compareBlock(entry, this.byVillage.get(entry.village), judgePlace, best)
    best = this.compareBlock(entry, this.byInstitution.get(entry.institution), judgePlace, best)
    return best && { id: best.id, reasons: best.reasons }
  }

  private compareBlock(entry: Entry<Id>, block: Block<Id> | undefined, judge: Judge, before: Best<Id> | undefined) {
    if (!block) return before
    if (!block.parts) return this.compare(entry, block.entries, judge, before)
    let best = before
    for (const key of partKeys(entry)) {
      const part = block.parts.get(key)
      if (part) best = this.compare(entry, part.slice(-BLOCK_CAP), judge, best)
    }
    return best
  }

  private compare(entry: Entry<Id>, others: readonly Entry<Id>[], judge: Judge, before: Best<Id> | undefined) {
    let best = before
    for (const other of others) {
      if (other.seenBy === this.lookUps) continue
      other.seenBy = this.lookUps
      const reasons = judge(entry, other)
      if (reasons.length === 0) continue
      const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason.code], 0)
      if (weight > (best?.weight ?? 0)) best = { id: other.id, reasons, weight }
    }
    return best
  }

  private toEntry(id: Id, from: Comparable): Entry<Id> {
    const words = nameWords(from.name)
    return {
      id,
      words,
      sorted: words.toSorted().join(' '),
      gender: from.gender,
      nip: from.nip,
      nik: from.nik,
      phones: from.phones,
      village: this.foldText(from.village.replace(VILLAGE_WORD, '')),
      district: this.foldText(from.district),
      institution: this.foldText(from.institution),
      wide: this.foldText(from.delegation || from.regency),
      seenBy: 0,
    }
  }

  /** Whole texts: thousands of rows name the same places. */
  private foldText(text: string): string {
    if (text === '') return ''
    const known = this.foldedTexts.get(text)
    if (known !== undefined) return known
    const folded = foldedWords(text).join(' ')
    this.foldedTexts.set(text, folded)
    return folded
  }
}

const VILLAGE_WORD = /^(desa|kelurahan|kel\.|ds\.|nagari|gampong|kampung)\s+/iu

/** More entries than this under one key say nothing about a person any more. */
const BLOCK_CAP = 64

const WEIGHTS: Readonly<Record<DoubleReason['code'], number>> = {
  nip: 100,
  nik: 100,
  phone: 10,
  village: 4,
  institution: 3,
  delegation: 2,
  'name-only': 1,
}

/** Signed, so that a NIP never meets a phone. */
function numbersOf({ phones, nip, nik }: Entry<unknown>): string[] {
  const numbers = [...phones]
  if (nip !== '') numbers.push(`nip${nip}`)
  if (nik !== '') numbers.push(`nik${nik}`)
  return numbers
}

function insertInto<Id>(index: Index<Id>, key: string, entry: Entry<Id>): void {
  if (key === '') return
  const block = index.get(key)
  if (!block) {
    index.set(key, { entries: [entry] })
    return
  }
  block.entries.push(entry)
  if (block.parts) addToParts(block.parts, entry)
  else if (block.entries.length > BLOCK_CAP) block.parts = divide(block.entries)
}

/** A single error leaves the beginning or the end of a word whole. */
function partKeys({ words, sorted }: Entry<unknown>): string[] {
  return [`=${sorted}`, words.join(''), ...words.flatMap(word => [word.slice(0, 3), `-${word.slice(-3)}`])]
}

function divide<Id>(entries: readonly Entry<Id>[]): Map<string, Entry<Id>[]> {
  const parts = new Map<string, Entry<Id>[]>()
  for (const entry of entries) addToParts(parts, entry)
  return parts
}

function addToParts<Id>(parts: Map<string, Entry<Id>[]>, entry: Entry<Id>): void {
  for (const key of new Set(partKeys(entry))) {
    const part = parts.get(key)
    if (part) part.push(entry)
    else parts.set(key, [entry])
  }
}

function judgeNumbers(a: Entry<unknown>, b: Entry<unknown>): DoubleReason[] {
  const likeness = nameLikeness(a.words, b.words)
  const reasons: DoubleReason[] = []
  if (a.nip !== '' && a.nip === b.nip) reasons.push({ code: 'nip', likeness })
  if (a.nik !== '' && a.nik === b.nik) reasons.push({ code: 'nik', likeness })
  const hasSamePhone = a.phones.some(phone => b.phones.includes(phone))
  // A village office's phone stands behind several names: the name has to fit as well.
  const fitsPhone = likeness !== 'none' || (!isContradicted(a, b) && sharesLongWord(a.words, b.words))
  if (hasSamePhone && fitsPhone) reasons.push({ code: 'phone', likeness })
  const place = likeness === 'none' || reasons.length === 0 ? undefined : samePlace(a, b, likeness)
  return place
    ? [...reasons, { code: place, likeness }]
    : [...reasons, ...(reasons.length === 0 ? judgePlace(a, b) : [])]
}

const NO_REASONS: DoubleReason[] = []

function judgePlace(a: Entry<unknown>, b: Entry<unknown>): DoubleReason[] {
  if (isContradicted(a, b)) return NO_REASONS
  const likeness = nameLikeness(a.words, b.words)
  const place = likeness === 'none' ? undefined : samePlace(a, b, likeness)
  return place ? [{ code: place, likeness }] : NO_REASONS
}

const isContradicted = (a: Entry<unknown>, b: Entry<unknown>) =>
  differs(a.nip, b.nip) || differs(a.nik, b.nik) || differs(a.gender, b.gender)

const differs = (a: string, b: string) => a !== '' && b !== '' && a !== b

const sharesLongWord = (a: readonly string[], b: readonly string[]) =>
  a.some(word => word.length >= 4 && b.includes(word))

/** The finest place that both have decides; a wide one, or none, needs an equal name and no differing phones. */
function samePlace(a: Entry<unknown>, b: Entry<unknown>, likeness: Likeness): DoubleReason['code'] | undefined {
  if (a.village !== '' && b.village !== '')
    return a.village === b.village && !differs(a.district, b.district) ? 'village' : undefined
  if (a.institution !== '' && b.institution !== '') return a.institution === b.institution ? 'institution' : undefined
  const havePhones = a.phones.length > 0 && b.phones.length > 0
  if (likeness !== 'same' || havePhones) return undefined
  if (a.wide !== '' && b.wide !== '') return a.wide === b.wide ? 'delegation' : undefined
  const isBare = [a, b].every(entry => entry.village === '' && entry.institution === '' && entry.wide === '')
  return isBare && a.words.length >= 2 ? 'name-only' : undefined
}
