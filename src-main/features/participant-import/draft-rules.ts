import { BLANK_PERSON, type Person, type PersonInput } from '../participants/contract.ts'
import { fullName, maskNumber } from '../participants/person-rules.ts'
import type { DelegationSource, ShownFields } from './contract.ts'
import type { RowDraft } from './row-rules.ts'

/** The longest text that a field of a person holds; longer cells are cut, and stand whole in the import's rows. */
const FIELD_MAX = 500
const LONG_FIELD_MAX = { note: 4000, extraName: 200, extra: 2000 } as const

const SHARED_FIELDS = [
  'titleBefore',
  'name',
  'titleAfter',
  'gender',
  'nip',
  'nik',
  'rank',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'province',
  'phone',
  'email',
  'assignmentLetterNumber',
  'assignmentLetterDate',
  'room',
  'note',
] as const satisfies readonly (keyof RowDraft & keyof PersonInput)[]

/** The ids that the words of a row stand for. */
export interface DraftPlaces {
  roleId: string
  delegationId: string | null
}

/** The name of the delegation that a row says its person belongs to; '' when none. */
export function delegationNameOf(draft: RowDraft, from: DelegationSource): string {
  return from === 'none' ? '' : draft[from].slice(0, FIELD_MAX)
}

/** Names of delegations are one whatever their capitals and blanks. */
export function delegationKey(name: string): string {
  return name.toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** The person that a row describes. */
export function personFromDraft(draft: RowDraft, places: DraftPlaces): PersonInput {
  const extras = Object.entries(draft.extras).map(([header, text]) => [
    header.slice(0, LONG_FIELD_MAX.extraName),
    text.slice(0, LONG_FIELD_MAX.extra),
  ])
  return { ...BLANK_PERSON, ...textsOf(draft), ...places, extras: Object.fromEntries(extras) }
}

function textsOf(draft: RowDraft): Pick<PersonInput, (typeof SHARED_FIELDS)[number]> {
  const texts = SHARED_FIELDS.map(field => [field, draft[field].slice(0, maxLength(field))])
  return Object.fromEntries(texts) as Pick<PersonInput, (typeof SHARED_FIELDS)[number]>
}

const maxLength = (field: (typeof SHARED_FIELDS)[number]) => (field === 'note' ? LONG_FIELD_MAX.note : FIELD_MAX)

/** A person with what was not known of them taken over from another description; undefined when that adds nothing. */
export function filledUp(person: PersonInput, from: PersonInput): PersonInput | undefined {
  const missing = SHARED_FIELDS.filter(field => isUnknown(person[field]) && !isUnknown(from[field]))
  const extras = Object.entries(from.extras).filter(([header]) => !Object.hasOwn(person.extras, header))
  const isDelegationNew = person.delegationId === null && from.delegationId !== null
  if (missing.length === 0 && extras.length === 0 && !isDelegationNew) return undefined
  return {
    ...person,
    ...Object.fromEntries(missing.map(field => [field, from[field]])),
    delegationId: person.delegationId ?? from.delegationId,
    extras: { ...person.extras, ...Object.fromEntries(extras) },
  }
}

const isUnknown = (text: string) => /^[-–—\s]*$/u.test(text)

/**
 * A person with what a mended row says otherwise than the row did when it was imported: what was changed in Gelar since
 * then stays. Undefined when nothing differs.
 */
export function mended(person: PersonInput, before: PersonInput, after: PersonInput): PersonInput | undefined {
  const changed = SHARED_FIELDS.filter(
    field => before[field] !== after[field] && (field !== 'name' || after.name !== ''),
  )
  const extras = Object.entries(after.extras).filter(([header, text]) => before.extras[header] !== text)
  const roleId = before.roleId === after.roleId ? person.roleId : after.roleId
  const delegationId = before.delegationId === after.delegationId ? person.delegationId : after.delegationId
  const isSame = roleId === person.roleId && delegationId === person.delegationId
  if (changed.length === 0 && extras.length === 0 && isSame) return undefined
  return {
    ...person,
    ...Object.fromEntries(changed.map(field => [field, after[field]])),
    roleId,
    delegationId,
    extras: { ...person.extras, ...Object.fromEntries(extras) },
  }
}

/** What is not shown as a field of its own: the name's parts stand together, notes are long. */
const HIDDEN: ReadonlySet<string> = new Set(['titleBefore', 'name', 'titleAfter'])

/** A row as it is shown beside another one; NIK masked. */
export function shownDraft(draft: RowDraft, delegationFrom: DelegationSource): ShownFields {
  const extra = { role: draft.role, delegation: delegationNameOf(draft, delegationFrom) }
  return shown(draft, extra)
}

/** A person of the event as they are shown beside a row; NIK masked. */
export function shownPerson(person: Person, role: string, delegation: string): ShownFields {
  return shown(person, { role, delegation })
}

function shown(from: Pick<PersonInput, (typeof SHARED_FIELDS)[number]>, extra: Record<string, string>): ShownFields {
  const fields: Record<string, string> = {}
  for (const field of SHARED_FIELDS)
    if (!HIDDEN.has(field) && from[field] !== '') fields[field] = from[field].slice(0, 300)
  if (from.nik !== '') fields['nik'] = maskNumber(from.nik)
  for (const [field, text] of Object.entries(extra)) if (text !== '') fields[field] = text
  return { fullName: fullName(from).slice(0, 300), fields }
}
