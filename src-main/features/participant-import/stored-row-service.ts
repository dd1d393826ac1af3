import type { ReadHandle } from '#main/event-file/handles.ts'
import { type Cell, cellText } from '#main/features/table-import/cell-rules.ts'
import { mappingOf } from '#main/features/table-import/mapping-rules.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { AnalysedRow, LikelyDouble, SkipReason } from './analyse-rules.ts'
import type { ImportSettings } from './contract.ts'
import { getRun, type ImportedRow, type RunRow } from './import-queries.ts'
import { PEOPLE_TABLE } from './header-rules.ts'
import type { EventNames } from './preview-service.ts'
import { makeRoleFinder, type ReadRow, readRow, type RowNote } from './row-rules.ts'
import { applyRoleChoices } from './settings-rules.ts'

/** What is kept of why a row got its verdict. */
interface Reasons {
  notes?: RowNote[]
  skipReason?: SkipReason
  double?: LikelyDouble
}

export function requireRun(db: ReadHandle, id: string): RunRow {
  const run = getRun(db, id)
  if (!run) throw notFound('import')
  return run
}

export function settingsOf(run: RunRow): ImportSettings {
  return JSON.parse(run.settings) as ImportSettings
}

/** Reads a row of an earlier import again, the way it was read then. */
export function readStoredRow(db: ReadHandle, row: ImportedRow, names: EventNames): ReadRow {
  return readCells(requireRun(db, row.run_id), row, names)
}

function readCells(run: RunRow, row: ImportedRow, names: EventNames): ReadRow {
  const { fields } = settingsOf(run)
  const mapping = mappingOf(PEOPLE_TABLE, JSON.parse(run.header) as Cell[], fields)
  const cells = JSON.parse(row.cells) as Cell[]
  return readRow(cells, cells.map(cellText), mapping, makeRoleFinder([...names.allRoles.values()]))
}

/** A row of an earlier import as it was judged then, with its draft. */
export function toAnalysedRow(run: RunRow, row: ImportedRow, names: EventNames): AnalysedRow {
  const { notes = [], skipReason, double } = JSON.parse(row.reasons) as Reasons
  const isPerson = row.outcome !== 'skipped'
  const analysed: AnalysedRow = {
    rowNumber: row.row_number,
    state: row.verdict,
    key: row.row_key,
    notes,
    ...(isPerson ? { draft: readCells(run, row, names).draft } : {}),
    ...(skipReason ? { skipReason } : {}),
    ...(double ? { double } : {}),
  }
  return withRoleChoices(analysed, settingsOf(run), names)
}

function withRoleChoices(row: AnalysedRow, { roleChoices }: ImportSettings, names: EventNames): AnalysedRow {
  if (!row.draft || row.draft.role !== '') return row
  const counts = { taken: 0, likelyDouble: 0, needsLook: 0, skipped: 0, read: 0, alreadyImported: 0 }
  const [settled = row] = applyRoleChoices({ rows: [row], counts }, roleChoices, names.allRoles).rows
  return { ...settled, state: row.state, notes: row.notes }
}
