import { type IdentityWarning, readIdentityNumber } from '../participants/identity-number-rules.ts'
import { splitName } from '../participants/name-parts-rules.ts'
import { readPhones } from '../participants/phone-rules.ts'
import { type Cell, cellKind } from '#main/features/table-import/cell-rules.ts'
import type { PeopleColumn, ImportField } from './header-rules.ts'
import { readWrittenDate } from '#main/features/table-import/written-date-rules.ts'

/** A person as a row says it: texts verbatim but for collapsed blanks; '' = nothing said. */
export interface RowDraft {
  titleBefore: string
  name: string
  titleAfter: string
  gender: '' | 'L' | 'P'
  nip: string
  nik: string
  rank: string
  position: string
  institution: string
  village: string
  district: string
  regency: string
  province: string
  /** As written, with every number of the cell. */
  phone: string
  /** All numbers in +62 form; the first is the one that is matched. */
  phoneMatches: string[]
  email: string
  /** One of the known roles, or '' (none said, or unknown: see the note). */
  role: string
  delegation: string
  assignmentLetterNumber: string
  /** `YYYY-MM-DD` or ''. */
  assignmentLetterDate: string
  room: string
  note: string
  /** What has no field of its own, by its header. */
  extras: Record<string, string>
}

/** Something about a row that a person should know; `written` is the cell's own text. */
export type RowNote =
  | { code: 'no-name' }
  | { code: 'nip-destroyed' | 'nik-destroyed' | 'phone-bad' | 'role-unknown'; written: string }
  | { code: 'phone-was-number' | 'gender-unknown' | 'date-unreadable'; written: string }
  | { code: 'nip-doubtful' | 'nik-doubtful'; written: string; warning: IdentityWarning }
  | { code: 'cell-error'; header: string; written: string }

/** With one of these a row waits for a person's word; the other notes go along with a row that is taken. */
export const NEEDS_LOOK_CODES: ReadonlySet<RowNote['code']> = new Set([
  'no-name',
  'nip-destroyed',
  'nik-destroyed',
  'phone-bad',
  'role-unknown',
])

export interface ReadRow {
  draft: RowDraft
  notes: RowNote[]
  /** From the report column of a mended report; '' otherwise. */
  reportRowId: string
}

const TEXT_FIELDS: ReadonlySet<ImportField> = new Set([
  'titleBefore',
  'name',
  'titleAfter',
  'rank',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'province',
  'email',
  'delegation',
  'assignmentLetterNumber',
  'room',
  'note',
])

/**
 * Reads one row by its mapping; `texts` are its cell texts, `roleOf` finds the event's role that a text names. Total: every cell of any content ends in the
 * draft, its extras or a note.
 */
export function readRow(
  row: readonly Cell[],
  texts: readonly string[],
  mapping: readonly PeopleColumn[],
  roleOf: RoleFinder,
): ReadRow {
  const read: ReadRow = { draft: emptyDraft(), notes: [], reportRowId: '' }
  for (const column of mapping) {
    const cell = row[column.column]
    const text = texts[column.column] ?? ''
    if (text === '' || column.field === 'ignore') continue
    if (cellKind(cell) === 'error') read.notes.push({ code: 'cell-error', header: column.header, written: text })
    else readCell(read, column, text, cell ?? '', roleOf)
  }
  if (read.draft.name === '') read.notes.push({ code: 'no-name' })
  return read
}

/** '' when none. */
export type RoleFinder = (written: string) => string

function emptyDraft(): RowDraft {
  return {
    titleBefore: '',
    name: '',
    titleAfter: '',
    gender: '',
    nip: '',
    nik: '',
    rank: '',
    position: '',
    institution: '',
    village: '',
    district: '',
    regency: '',
    province: '',
    phone: '',
    phoneMatches: [],
    email: '',
    role: '',
    delegation: '',
    assignmentLetterNumber: '',
    assignmentLetterDate: '',
    room: '',
    note: '',
    extras: {},
  }
}

function readCell(read: ReadRow, column: PeopleColumn, text: string, cell: Cell, roleOf: RoleFinder): void {
  const { draft, notes } = read
  const isNumber = cellKind(cell) === 'number'
  const keep = () => addExtra(draft, column, text)
  switch (column.field) {
    case 'nameWithTitles':
      return readFullName(draft, text)
    case 'nip':
    case 'nik':
      return readIdentity(read, text, column.field, isNumber)
    case 'nipOrNik':
      return readIdentity(read, text, 'either', isNumber)
    case 'phone':
      return readPhone(read, text, isNumber)
    case 'gender':
      draft.gender = readGender(text)
      if (draft.gender !== '' || isDash(text)) return
      notes.push({ code: 'gender-unknown', written: text })
      return keep()
    case 'role':
      draft.role = roleOf(text)
      if (draft.role !== '' || isDash(text)) return
      notes.push({ code: 'role-unknown', written: text })
      return keep()
    case 'assignmentLetterDate':
      draft.assignmentLetterDate = readWrittenDate(text)
      if (draft.assignmentLetterDate !== '' || isDash(text)) return
      notes.push({ code: 'date-unreadable', written: text })
      return keep()
    case 'rowId':
      read.reportRowId = text
      return
    default:
      if (TEXT_FIELDS.has(column.field)) readText(draft, column.field as TextField, text)
      else keep()
  }
}

type TextField = Exclude<keyof RowDraft, 'gender' | 'phoneMatches' | 'extras'>

const isDash = (text: string) => /^[-–—]+$/u.test(text)

function readText(draft: RowDraft, field: TextField, text: string): void {
  if (!isDash(text)) draft[field] = text
}

function addExtra(draft: RowDraft, column: PeopleColumn, text: string): void {
  // Headers are the file's own words: one that means something to JavaScript must stay a word.
  const base = column.header === '__proto__' ? '_proto_' : column.header || `#${column.column + 1}`
  let header = base
  for (let copy = 2; Object.hasOwn(draft.extras, header); copy += 1) header = `${base} (${copy})`
  draft.extras[header] = text
}

function readFullName(draft: RowDraft, text: string): void {
  if (isDash(text)) return
  const { titleBefore, name, titleAfter } = splitName(text)
  Object.assign(draft, { titleBefore, name, titleAfter })
}

function readIdentity({ draft, notes }: ReadRow, text: string, expected: 'nip' | 'nik' | 'either', isNumber: boolean) {
  const { nip, nik, isDestroyed, warning } = readIdentityNumber(text, expected, isNumber)
  const kind = expected === 'nik' || nik !== '' ? 'nik' : 'nip'
  if (nip !== '') draft.nip = nip
  if (nik !== '') draft.nik = nik
  if (isDestroyed) notes.push({ code: `${kind}-destroyed`, written: text })
  else if (warning) notes.push({ code: `${kind}-doubtful`, written: text, warning })
}

function readPhone({ draft, notes }: ReadRow, text: string, isNumber: boolean): void {
  const { matchForms, isBad } = readPhones(text)
  if (!isDash(text)) draft.phone = text
  draft.phoneMatches = matchForms
  if (isBad) notes.push({ code: 'phone-bad', written: text })
  else if (isNumber) notes.push({ code: 'phone-was-number', written: text })
}

function readGender(text: string): '' | 'L' | 'P' {
  const word = text.toLowerCase().replace(/[^a-z]/gu, '')
  if (/^(l|lk|laki|lakilaki|pria|m|male|bapak|cowok)$/u.test(word)) return 'L'
  return /^(p|pr|perempuan|wanita|w|f|female|ibu|cewek)$/u.test(word) ? 'P' : ''
}

/** Other words for the usual roles; only used when the event has the role they mean. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  'tamu undangan': 'tamu',
  'tamu undangan vip': 'tamu',
  undangan: 'tamu',
  vip: 'tamu',
  tamu: 'tamu',
  wartawan: 'media',
  pers: 'media',
  'keynote speaker': 'pembicara kunci',
  keynote: 'pembicara kunci',
  pemateri: 'narasumber',
  pembicara: 'narasumber',
  'panitia pelaksana': 'panitia',
}

const roleWord = (text: string) => {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return ROLE_WORDS[plain] ?? plain
}

/** The event's role that a text names, in any case and sign; '' when none. */
export function matchRole(written: string, roles: readonly string[]): string {
  const exact = roles.find(role => role.toLowerCase() === written.toLowerCase())
  const word = roleWord(written)
  return exact ?? roles.find(role => roleWord(role) === word) ?? ''
}

/** {@link matchRole} for a whole list: every way of writing is looked up once. */
export function makeRoleFinder(roles: readonly string[]): RoleFinder {
  const known = new Map<string, string>()
  return written => {
    const found = known.get(written) ?? matchRole(written, roles)
    known.set(written, found)
    return found
  }
}
