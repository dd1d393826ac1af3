import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller, getAct } from '#main/features/audit/service.ts'
import { createDelegationIn } from '#main/features/participants/delegation-service.ts'
import {
  createPeopleIn,
  type NewPerson,
  requirePerson,
  updatePersonIn,
} from '#main/features/participants/person-service.ts'
import { createRoleIn } from '#main/features/participants/role-service.ts'
import type { PersonInput } from '#main/features/participants/contract.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import type { ImportSettings, RowChoice, RowOutcome, RunCounts } from './contract.ts'
import { delegationKey, delegationNameOf, filledUp, mended, personFromDraft } from './draft-rules.ts'
import { headerSignature } from './header-rules.ts'
import {
  findImportedRow,
  type ImportedRow,
  insertRows,
  insertRun,
  listUndecidedKeys,
  putMapping,
  settleEarlierRows,
} from './import-queries.ts'
import { type ImportPlan, planImport, type RowDecision } from './plan-rules.ts'
import { type EventNames, judge, judgeAhead, type JudgedTable } from './preview-service.ts'
import type { RowDraft } from './row-rules.ts'
import { countRun } from './run-rules.ts'
import { readStoredRow } from './stored-row-service.ts'
import { toRemembered } from './settings-rules.ts'

/** Whoever shows people, counts them or prints their badges looks again. */
export const IMPORT_TOPICS = ['participants', 'registration', 'badges', 'participantImport'] as const
const NEW_ROLE_COLOR = '#4a5a62'
const DECISIONS: Record<RowChoice, RowDecision> = { add: 'import', same: 'same', fill: 'same', leave: 'leave' }

/** What an import asks for, beside the list itself. */
export interface CommitInput {
  actId: string
  settings: ImportSettings
  decisions: readonly { rowNumber: number; choice: RowChoice }[]
}

/** Judges the list in slices before the transaction that {@link commitImport} opens, so that this need not do it at one go. */
export async function prepareImport(event: EventFile, caller: Caller, input: CommitInput, at: number): Promise<void> {
  const isRetry = getAct(event, input.actId) !== undefined
  if (!isRetry) await judgeAhead(event, caller, input.settings, at)
}

/** Imports the list in memory: people, run, rows and mapping in one transaction. A retry gets the first answer. */
export function commitImport(
  event: EventFile,
  caller: Caller,
  input: CommitInput,
  at: number,
): { runId: string; counts: RunCounts } {
  const runId = input.actId
  return act(event, caller, { actId: runId, at, verb: 'participant-import.commit', subjectId: runId }, db => {
    const judged = judge(event, caller, input.settings, at)
    const writer = new ImportWriter(db, judged, input, at)
    const counts = writer.write(caller)
    const { created, changed } = writer
    return {
      result: { runId, counts },
      before: { changed: changed.map(change => change.before) },
      after: { changed: changed.map(change => change.after), created, fileName: judged.table.fileName },
      topics: IMPORT_TOPICS,
    }
  })
}

interface Landed {
  outcome: RowOutcome
  personId: string | null
}

/** Writes one import. The order matters: roles and delegations, then people, then what refers to them. */
class ImportWriter {
  readonly created: string[] = []
  readonly changed: { before: unknown; after: unknown }[] = []
  private readonly db: WriteHandle
  private readonly judged: JudgedTable
  private readonly input: CommitInput
  private readonly at: number
  private readonly places: PlaceFinder
  private readonly landed = new Map<number, Landed>()
  private readonly choices: ReadonlyMap<number, RowChoice>
  private readonly rowAt: (rowNumber: number) => AnalysedRow | undefined

  constructor(db: WriteHandle, judged: JudgedTable, input: CommitInput, at: number) {
    this.db = db
    this.judged = judged
    this.input = input
    this.at = at
    this.places = new PlaceFinder(db, judged.names, input.settings)
    this.choices = new Map(input.decisions.map(({ rowNumber, choice }) => [rowNumber, choice]))
    const { rows } = judged.analysis
    const first = rows[0]?.rowNumber ?? 1
    this.rowAt = rowNumber => rows[rowNumber - first]
  }

  write(caller: Caller): RunCounts {
    const plan = planImport(
      this.judged.analysis,
      new Map([...this.choices].map(([row, choice]) => [row, DECISIONS[choice]])),
    )
    this.writePeople(plan)
    this.writeMends(plan)
    this.writeJoins(plan)
    for (const row of plan.leaves) this.landed.set(row, { outcome: 'left', personId: null })
    const rows = this.judged.analysis.rows.map(row => this.toImportedRow(row))
    this.writeRun(caller, rows)
    this.settleEarlier(rows)
    const { settings } = this.input
    const signature = headerSignature(this.judged.mapping.map(({ header }) => header))
    if (signature !== '')
      putMapping(this.db, signature, toRemembered(this.judged.mapping, settings.delegationFrom), this.at)
    return countRun(rows)
  }

  private writePeople(plan: ImportPlan): void {
    const people: NewPerson[] = plan.creates.map(({ draft }) => this.personOf(draft))
    const indexByRow = new Map(plan.creates.map(({ rowNumber }, index) => [rowNumber, index]))
    for (const { rowNumber, to } of plan.joins) {
      const index = to.kind === 'create' ? indexByRow.get(to.rowNumber) : undefined
      const person = index === undefined ? undefined : people[index]
      const draft = this.rowAt(rowNumber)?.draft
      if (index === undefined || !person || !draft || this.choices.get(rowNumber) !== 'fill') continue
      people[index] = { ...person, ...filledUp(person, this.personOf(draft)) }
    }
    const ids = createPeopleIn(this.db, people, this.at)
    for (const [index, { rowNumber }] of plan.creates.entries()) {
      this.landed.set(rowNumber, { outcome: 'added', personId: ids[index] ?? null })
    }
    this.created.push(...ids)
  }

  private writeMends(plan: ImportPlan): void {
    for (const { rowNumber, personId, draft, mends } of plan.updates) {
      const earlier = findImportedRow(this.db, mends, personId)
      const person = requirePerson(this.db, personId)
      const before = earlier ? this.personOf(readStoredRow(this.db, earlier, this.judged.names).draft) : person
      this.change(personId, mended(person, before, this.personOf(draft)))
      this.landed.set(rowNumber, { outcome: 'updated', personId })
    }
  }

  private writeJoins(plan: ImportPlan): void {
    for (const { rowNumber, to } of plan.joins) {
      const isFilled = this.choices.get(rowNumber) === 'fill'
      const personId = to.kind === 'person' ? to.id : (this.landed.get(to.rowNumber)?.personId ?? null)
      const draft = this.rowAt(rowNumber)?.draft
      if (isFilled && to.kind === 'person' && draft) {
        this.change(to.id, filledUp(requirePerson(this.db, to.id), this.personOf(draft)))
      }
      this.landed.set(rowNumber, { outcome: isFilled ? 'filled' : 'same', personId })
    }
  }

  private change(personId: string, person: PersonInput | undefined): void {
    if (person) this.changed.push(updatePersonIn(this.db, personId, person, this.at))
  }

  private personOf(draft: RowDraft): PersonInput {
    return personFromDraft(draft, this.places.of(draft))
  }

  private toImportedRow(row: AnalysedRow): ImportedRow {
    const { outcome, personId } = this.landed.get(row.rowNumber) ?? unlanded(row)
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

  private writeRun(caller: Caller, rows: ImportedRow[]): void {
    const { table, sheet, mapping } = this.judged
    const { settings } = this.input
    insertRun(this.db, {
      id: this.input.actId,
      at: this.at,
      file_name: table.fileName,
      sheet_name: sheet.name,
      header_row: settings.headerRow,
      header: JSON.stringify(sheet.rows[settings.headerRow] ?? []),
      settings: JSON.stringify(settings),
      signature: headerSignature(mapping.map(({ header }) => header)),
      device_name: caller.deviceName,
      row_count: rows.length,
    })
    insertRows(this.db, rows)
  }

  /** Rows that waited in an earlier import and have come in now: under their own key, or mended. */
  private settleEarlier(rows: readonly ImportedRow[]): void {
    const undecided = listUndecidedKeys(this.db)
    if (undecided.size === 0) return
    for (const { row_number, row_key, participant_id } of rows) {
      if (participant_id === null) continue
      for (const key of [row_key, this.rowAt(row_number)?.mends ?? '']) {
        if (key !== '' && undecided.has(key)) settleEarlierRows(this.db, key, participant_id, this.input.actId)
      }
    }
  }
}

function unlanded(row: AnalysedRow): Landed {
  if (row.skipReason === 'already-imported') return { outcome: 'already', personId: row.personId ?? null }
  return { outcome: row.state === 'skipped' ? 'skipped' : 'undecided', personId: null }
}

/** Finds the ids behind the words of a row, and adds what the event lacks: chosen new roles, and delegations. */
export class PlaceFinder {
  private readonly db: WriteHandle
  private readonly settings: Pick<ImportSettings, 'delegationFrom' | 'defaultRoleId' | 'roleChoices'>
  private readonly roleIds = new Map<string, string>()
  private readonly delegationIds = new Map<string, string>()

  constructor(
    db: WriteHandle,
    names: EventNames,
    settings: Pick<ImportSettings, 'delegationFrom' | 'defaultRoleId' | 'roleChoices'>,
  ) {
    this.db = db
    this.settings = settings
    for (const [id, name] of names.roles) this.roleIds.set(name.toLowerCase(), id)
    for (const [id, name] of names.activeDelegations) this.delegationIds.set(delegationKey(name), id)
  }

  of(draft: RowDraft): { roleId: string; delegationId: string | null } {
    return { roleId: this.roleId(draft.role), delegationId: this.delegationId(draft) }
  }

  private roleId(name: string): string {
    if (name === '') return this.settings.defaultRoleId
    const known = this.roleIds.get(name.toLowerCase())
    if (known !== undefined) return known
    const id = createRoleIn(this.db, { name, color: NEW_ROLE_COLOR })
    this.roleIds.set(name.toLowerCase(), id)
    return id
  }

  private delegationId(draft: RowDraft): string | null {
    const name = delegationNameOf(draft, this.settings.delegationFrom)
    if (name === '') return null
    const key = delegationKey(name)
    const known = this.delegationIds.get(key)
    if (known !== undefined) return known
    const id = createDelegationIn(this.db, { name, regionCode: '', quota: null, transport: '', note: '' })
    this.delegationIds.set(key, id)
    return id
  }
}
