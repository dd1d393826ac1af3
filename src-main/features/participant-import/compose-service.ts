import type { WriteHandle } from '#main/event-file/handles.ts'
import { newPersonIds, PeopleBatch } from '#main/features/participants/person-service.ts'
import type { PersonInput } from '#main/features/participants/contract.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import type { ImportSettings, RowChoice, RowOutcome, RunCounts } from './contract.ts'
import { filledUp, personFromDraft } from './draft-rules.ts'
import { type ImportedRow, listUndecidedKeys, StagedImportRows } from './import-queries.ts'
import { PlaceFinder } from './places-service.ts'
import { type ImportPlan, planImport, type RowDecision } from './plan-rules.ts'
import type { JudgedTable } from './preview-service.ts'
import type { RowDraft } from './row-rules.ts'
import { countRun } from './run-rules.ts'

const DECISIONS: Record<RowChoice, RowDecision> = { add: 'import', same: 'same', fill: 'same', leave: 'leave' }
const STEP_ROWS = 50

/** What an import asks for, beside the list itself. */
export interface CommitInput {
  actId: string
  settings: ImportSettings
  decisions: readonly { rowNumber: number; choice: RowChoice }[]
}

interface Landed {
  outcome: RowOutcome
  personId: string | null
}

/** Works out everything that an import writes, a few rows per step; nothing of it is in the event yet. */
export function* composeInSteps(
  db: WriteHandle,
  judged: JudgedTable,
  input: CommitInput,
  at: number,
): Generator<void, ComposedImport> {
  const composed = new ComposedImport(db, judged, input, at)
  try {
    yield* composed.compose(db)
    return composed
  } catch (error) {
    composed.drop()
    throw error
  }
}

/** An import that only needs to be written. People and rows wait outside the event until it is dropped. */
export class ComposedImport {
  readonly judged: JudgedTable
  readonly input: CommitInput
  readonly places: PlaceFinder
  readonly people: PeopleBatch
  readonly rows: StagedImportRows
  /** Ids of the new people. */
  readonly created: string[]
  /** Rows of a mended report, with the person that each describes now. */
  readonly mends: { personId: string; mends: string; after: PersonInput }[] = []
  /** People of the event who take over what was not known of them. */
  readonly fills: { personId: string; from: PersonInput }[] = []
  /** Rows that waited in an earlier import and come in now: under their own key, or mended. */
  readonly settled: { key: string; personId: string }[] = []
  readonly counts: RunCounts
  private readonly plan: ImportPlan
  private readonly landed = new Map<number, Landed>()
  private readonly choices: ReadonlyMap<number, RowChoice>

  constructor(db: WriteHandle, judged: JudgedTable, input: CommitInput, at: number) {
    this.judged = judged
    this.input = input
    this.places = new PlaceFinder(judged.names, input.settings)
    this.choices = new Map(input.decisions.map(({ rowNumber, choice }) => [rowNumber, choice]))
    const decisions = [...this.choices].map(([row, choice]): [number, RowDecision] => [row, DECISIONS[choice]])
    this.plan = planImport(judged.analysis, new Map(decisions))
    this.created = newPersonIds(this.plan.creates.length, at)
    this.people = new PeopleBatch(db, at)
    this.rows = new StagedImportRows(db)
    this.land()
    this.counts = countRun(judged.analysis.rows.map(row => this.landedOf(row)))
  }

  *compose(db: WriteHandle): Generator<void> {
    yield* this.composePeople()
    for (const { draft, personId, mends } of this.plan.updates) {
      this.mends.push({ personId, mends, after: this.personOf(draft) })
    }
    for (const { rowNumber, to } of this.plan.joins) {
      const draft = to.kind === 'person' && this.isFilling(rowNumber) ? this.rowAt(rowNumber)?.draft : undefined
      if (to.kind === 'person' && draft) this.fills.push({ personId: to.id, from: this.personOf(draft) })
    }
    yield* this.composeRows(listUndecidedKeys(db))
  }

  personOf(draft: RowDraft): PersonInput {
    return personFromDraft(draft, this.places.of(draft))
  }

  /** Frees what waits outside the event, whether it was written or not. */
  drop(): void {
    this.people.drop()
    this.rows.drop()
  }

  /** Where every planned row ends. */
  private land(): void {
    const { creates, updates, joins, leaves } = this.plan
    for (const [index, { rowNumber }] of creates.entries()) {
      this.landed.set(rowNumber, { outcome: 'added', personId: this.created[index] ?? null })
    }
    for (const { rowNumber, personId } of updates) this.landed.set(rowNumber, { outcome: 'updated', personId })
    for (const { rowNumber, to } of joins) {
      const personId = to.kind === 'person' ? to.id : (this.landed.get(to.rowNumber)?.personId ?? null)
      this.landed.set(rowNumber, { outcome: this.isFilling(rowNumber) ? 'filled' : 'same', personId })
    }
    for (const rowNumber of leaves) this.landed.set(rowNumber, { outcome: 'left', personId: null })
  }

  private landedOf(row: AnalysedRow): Landed {
    return this.landed.get(row.rowNumber) ?? unlanded(row)
  }

  private *composePeople(): Generator<void> {
    const fillers = this.fillersByRow()
    for (const [index, { rowNumber, draft }] of this.plan.creates.entries()) {
      if (index % STEP_ROWS === 0) yield
      let person = this.personOf(draft)
      for (const filler of fillers.get(rowNumber) ?? []) person = filledUp(person, this.personOf(filler)) ?? person
      this.people.add(this.created[index] ?? '', person, this.places.delegationName(person.delegationId))
    }
  }

  /** Rows that are the same person as a new one and fill up what its row does not say. */
  private fillersByRow(): Map<number, RowDraft[]> {
    const fillers = new Map<number, RowDraft[]>()
    for (const { rowNumber, to } of this.plan.joins) {
      const draft = this.rowAt(rowNumber)?.draft
      if (to.kind !== 'create' || !draft || !this.isFilling(rowNumber)) continue
      fillers.set(to.rowNumber, [...(fillers.get(to.rowNumber) ?? []), draft])
    }
    return fillers
  }

  private *composeRows(undecided: ReadonlySet<string>): Generator<void> {
    for (const [index, row] of this.judged.analysis.rows.entries()) {
      if (index % STEP_ROWS === 0) yield
      this.rows.add(this.toImportedRow(row))
      const { personId } = this.landedOf(row)
      for (const key of undecided.size > 0 && personId !== null ? [row.key, row.mends ?? ''] : []) {
        if (personId !== null && key !== '' && undecided.has(key)) this.settled.push({ key, personId })
      }
    }
  }

  private toImportedRow(row: AnalysedRow): ImportedRow {
    const { outcome, personId } = this.landedOf(row)
    const { notes, skipReason, double } = row
    return {
      run_id: this.input.actId,
      row_number: row.rowNumber,
      row_key: row.key,
      verdict: row.state,
      outcome,
      reasons: notes.length === 0 && !skipReason && !double ? '{}' : JSON.stringify({ notes, skipReason, double }),
      participant_id: personId,
      cells: JSON.stringify(this.judged.sheet.rows[row.rowNumber - 1] ?? []),
    }
  }

  private rowAt(rowNumber: number): AnalysedRow | undefined {
    const { rows } = this.judged.analysis
    return rows[rowNumber - (rows[0]?.rowNumber ?? 1)]
  }

  private isFilling(rowNumber: number): boolean {
    return this.choices.get(rowNumber) === 'fill'
  }
}

function unlanded(row: AnalysedRow): Landed {
  if (row.skipReason === 'already-imported') return { outcome: 'already', personId: row.personId ?? null }
  return { outcome: row.state === 'skipped' ? 'skipped' : 'undecided', personId: null }
}
