import type { AnalysedRow, ImportAnalysis } from './analyse-rules.ts'
import type { DelegationSource, ImportSettings } from './contract.ts'
import { type ColumnMapping, type ImportField, IMPORT_FIELDS, normaliseHeader } from './header-rules.ts'
import { NEEDS_LOOK_CODES, type RowNote } from './row-rules.ts'

/** What is remembered of a mapping: field by header (in normal form), and where delegations come from. */
interface RememberedMapping {
  fields: Record<string, ImportField>
  delegationFrom: DelegationSource
}

/** The mapping as it is kept for lists with the same headers. */
export function toRemembered(mapping: readonly ColumnMapping[], delegationFrom: DelegationSource): string {
  const fields = mapping
    .filter(({ header }) => normaliseHeader(header) !== '')
    .map(({ header, field }) => [normaliseHeader(header), field])
  return JSON.stringify({ fields: Object.fromEntries(fields), delegationFrom } satisfies RememberedMapping)
}

/** Lays a remembered mapping over what is proposed; undefined when there is none. A field is given out once. */
export function rememberedFields(
  kept: string | undefined,
  proposed: readonly ColumnMapping[],
): { mapping: ColumnMapping[]; delegationFrom: DelegationSource } | undefined {
  if (kept === undefined) return undefined
  const { fields, delegationFrom } = JSON.parse(kept) as RememberedMapping
  const used = new Set<ImportField>()
  const mapping = proposed.map(column => {
    const header = normaliseHeader(column.header)
    const wanted = Object.hasOwn(fields, header) ? fields[header] : undefined
    const known = wanted !== undefined && IMPORT_FIELDS.includes(wanted) ? wanted : column.field
    const field = isOnce(known) && used.has(known) ? 'extra' : known
    used.add(field)
    return { ...column, field }
  })
  return { mapping, delegationFrom }
}

/** Whether only one column can become this field. */
export function isOnce(field: ImportField): boolean {
  return field !== 'extra' && field !== 'ignore'
}

/**
 * Gives rows whose role the event does not know the role that a person chose for that word; where it was their only
 * trouble they are taken. `nameOf`: role id -> name.
 */
export function applyRoleChoices(
  analysis: ImportAnalysis,
  choices: ImportSettings['roleChoices'],
  nameOf: ReadonlyMap<string, string>,
): ImportAnalysis {
  if (choices.length === 0) return analysis
  const chosen = new Map<string, string>()
  for (const { written, roleId } of choices) {
    const name = roleId === null ? written : nameOf.get(roleId)
    if (name !== undefined) chosen.set(written, name)
  }
  const counts = { ...analysis.counts }
  const rows = analysis.rows.map(row => {
    const settled = withChosenRole(row, chosen)
    if (settled.state !== row.state) {
      counts[row.state] -= 1
      counts[settled.state] += 1
    }
    return settled
  })
  return { rows, counts }
}

function withChosenRole(row: AnalysedRow, chosen: ReadonlyMap<string, string>): AnalysedRow {
  const unknown = unknownRoleOf(row.notes)
  const role = unknown === undefined ? undefined : chosen.get(unknown)
  if (role === undefined || !row.draft || row.state === 'skipped') return row
  const notes = row.notes.filter(note => note.code !== 'role-unknown')
  const isClear = !notes.some(note => NEEDS_LOOK_CODES.has(note.code))
  return {
    ...row,
    notes,
    draft: { ...row.draft, role },
    state: row.state === 'needsLook' && isClear ? 'taken' : row.state,
  }
}

/** The role that a row names and the event does not know, as written. */
export function unknownRoleOf(notes: readonly RowNote[]): string | undefined {
  for (const note of notes) if (note.code === 'role-unknown') return note.written
  return undefined
}
