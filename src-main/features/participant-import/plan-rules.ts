import type { AnalysedRow, ImportAnalysis } from './analyse-rules.ts'
import type { RowDraft } from './row-rules.ts'

/** What a person decided about one row. `same`: it is the person (or row) it was held against. */
export type RowDecision = 'import' | 'same' | 'leave'

export interface ImportPlan {
  /** Rows that become new people, in the order of the list. */
  creates: { rowNumber: number; key: string; draft: RowDraft; mends?: string }[]
  /** Rows of a mended report that change a person already there. */
  updates: { rowNumber: number; key: string; personId: string; draft: RowDraft; mends: string }[]
  /** Rows that are someone else: no new person, but the key is remembered, so that the next import knows the row. */
  joins: {
    rowNumber: number
    key: string
    to: { kind: 'create'; rowNumber: number } | { kind: 'person'; id: string }
  }[]
  leaves: number[]
  /** Rows that still wait for a decision, or whose decision can't be carried out (no name; the other row was left out). */
  undecided: number[]
}

/**
 * Turns an analysis and the decisions of a person into what an import writes. Rows taken need no decision; likely doubles
 * and rows that need a look stay undecided until someone says. A destroyed NIP is in no draft, so it can't be imported.
 */
export function planImport(analysis: ImportAnalysis, decisions: ReadonlyMap<number, RowDecision>): ImportPlan {
  const plan: ImportPlan = { creates: [], updates: [], joins: [], leaves: [], undecided: [] }
  const byNumber = new Map(analysis.rows.map(row => [row.rowNumber, row]))
  const landing = new Map<number, Landing>()
  for (const row of analysis.rows) {
    if (row.state === 'skipped') continue
    const decision = decisions.get(row.rowNumber) ?? (row.state === 'taken' ? 'import' : undefined)
    if (decision === 'leave') plan.leaves.push(row.rowNumber)
    else if (decision === 'same') join(plan, row, landing, byNumber)
    else if (decision === 'import' && row.draft && row.draft.name !== '') write(plan, row, row.draft, landing)
    else plan.undecided.push(row.rowNumber)
  }
  return plan
}

type Landing = ImportPlan['joins'][number]['to']

function write(plan: ImportPlan, row: AnalysedRow, draft: RowDraft, landing: Map<number, Landing>): void {
  const { rowNumber, key, personId, mends } = row
  if (personId !== undefined && mends !== undefined) {
    plan.updates.push({ rowNumber, key, personId, draft, mends })
    landing.set(rowNumber, { kind: 'person', id: personId })
    return
  }
  plan.creates.push({ rowNumber, key, draft, ...(mends === undefined ? {} : { mends }) })
  landing.set(rowNumber, { kind: 'create', rowNumber })
}

/** Doubles may chain (row 3 is row 2 is row 1): all end where the first one does. */
function join(
  plan: ImportPlan,
  row: AnalysedRow,
  landing: Map<number, Landing>,
  byNumber: ReadonlyMap<number, AnalysedRow>,
): void {
  const other = row.double?.with
  const earlier = other?.kind === 'row' ? byNumber.get(other.rowNumber) : undefined
  const to = other?.kind === 'person' ? other : earlier && landing.get(earlier.rowNumber)
  if (!to) {
    plan.undecided.push(row.rowNumber)
    return
  }
  plan.joins.push({ rowNumber: row.rowNumber, key: row.key, to })
  landing.set(row.rowNumber, to)
}
