import type { AnalysedRow, ImportAnalysis } from './analyse-rules.ts'
import type { ImportSettings } from './contract.ts'
import { NEEDS_LOOK_CODES, type RowNote } from './row-rules.ts'

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
