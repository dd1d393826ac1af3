import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { createPersonIn, requirePerson, updatePersonIn } from '#main/features/participants/person-service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import { IMPORT_TOPICS } from './commit-service.ts'
import type { ImportRun, ReportRow, RowChoice, RowOutcome } from './contract.ts'
import { filledUp, personFromDraft } from './draft-rules.ts'
import {
  countOutcomes,
  getRow,
  type ImportedRow,
  listRows,
  listRuns,
  type RunRow,
  settleEarlierRows,
  settleRow,
} from './import-queries.ts'
import { PlaceFinder } from './places-service.ts'
import { getEventNames, showRow } from './preview-service.ts'
import { countRun } from './run-rules.ts'
import { requireRun, settingsOf, toAnalysedRow } from './stored-row-service.ts'

/** Imports of this event, the newest first. */
export function getRuns(event: EventFile): ImportRun[] {
  return listRuns(event.db).map(run => toRun(event, run))
}

function toRun(event: EventFile, run: RunRow): ImportRun {
  return {
    id: run.id,
    at: run.at,
    fileName: run.file_name,
    sheetName: run.sheet_name,
    deviceName: run.device_name,
    counts: countRun(countOutcomes(event.db, run.id)),
  }
}

/** An import with a window of its rows, by row number; `outcome` null = all. */
export function getReport(
  event: EventFile,
  input: { runId: string; outcome: RowOutcome | null; offset: number; limit: number },
  at: number,
): { run: ImportRun; total: number; rows: ReportRow[] } {
  const run = requireRun(event.db, input.runId)
  const names = getEventNames(event, at)
  const outcomes = countOutcomes(event.db, run.id)
  const counted = outcomes.filter(({ outcome }) => input.outcome === null || outcome === input.outcome)
  const rows = listRows(event.db, run.id, input.outcome, input.offset, input.limit)
  const draftOf = (rowNumber: number) => {
    const other = getRow(event.db, run.id, rowNumber)
    return other && toAnalysedRow(run, other, names).draft
  }
  return {
    run: toRun(event, run),
    total: counted.reduce((sum, { count }) => sum + count, 0),
    rows: rows.map(row => ({
      ...showRow(event.db, toAnalysedRow(run, row, names), draftOf, settingsOf(run), names),
      outcome: row.outcome,
      participantId: row.participant_id,
    })),
  }
}

interface Decided {
  outcome: RowOutcome
  participantId: string | null
}

/** Decides a row that an import left open. Refused (rule `row-already-decided`) when somebody has done so. */
export function decideRow(
  event: EventFile,
  caller: Caller,
  input: { actId: string; runId: string; rowNumber: number; choice: RowChoice },
  at: number,
): Decided {
  const { actId, runId, rowNumber, choice } = input
  const request = { actId, at, verb: 'participant-import.decide-row', subjectId: runId }
  return act(event, caller, request, db => {
    const run = requireRun(db, runId)
    const row = getRow(db, runId, rowNumber)
    if (!row) throw notFound('import')
    if (row.outcome !== 'undecided') throw ruleBroken('row-already-decided')
    const names = getEventNames(event, at)
    const analysed = toAnalysedRow(run, row, names)
    const places = new PlaceFinder(names, settingsOf(run))
    const { before, after, ...decided } = carryOut(db, run, analysed, choice, places, at)
    settleRow(db, {
      run_id: runId,
      row_number: rowNumber,
      outcome: decided.outcome,
      participant_id: decided.participantId,
    })
    if (decided.participantId !== null && row.row_key !== '') {
      settleEarlierRows(db, row.row_key, decided.participantId, runId)
    }
    return { result: decided, before, after: { rowNumber, choice, person: after }, topics: IMPORT_TOPICS }
  })
}

function carryOut(
  db: WriteHandle,
  run: RunRow,
  row: AnalysedRow,
  choice: RowChoice,
  places: PlaceFinder,
  at: number,
): Decided & { before?: unknown; after?: unknown } {
  if (choice === 'leave') return { outcome: 'left', participantId: null }
  if (!row.draft || row.draft.name === '') throw ruleBroken('row-has-no-name')
  const person = personFromDraft(row.draft, places.of(row.draft))
  places.writeNewIn(db)
  if (choice === 'add') return { outcome: 'added', participantId: createPersonIn(db, person, at) }
  const participantId = doubleOf(run, row, rowNumber => getRow(db, run.id, rowNumber))
  const filled = choice === 'fill' ? filledUp(requirePerson(db, participantId), person) : undefined
  const change = filled && updatePersonIn(db, participantId, filled, at)
  return { outcome: choice === 'fill' ? 'filled' : 'same', participantId, ...change }
}

/** Whom a row was held against; the other row must have become somebody first. */
function doubleOf(run: RunRow, row: AnalysedRow, rowOf: (rowNumber: number) => ImportedRow | undefined): string {
  const other = row.double?.with
  if (!other) throw ruleBroken('row-has-no-double')
  const id = other.kind === 'person' ? other.id : rowOf(other.rowNumber)?.participant_id
  if (!id) throw ruleBroken('double-undecided', other.kind === 'row' ? String(other.rowNumber) : run.file_name)
  return id
}
