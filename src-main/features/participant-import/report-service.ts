import type { EventFile } from '#main/event-file/open.ts'
import type { Cell } from '#main/features/table-import/cell-rules.ts'
import { writeReport } from '#main/features/table-import/report-file-service.ts'
import type { Words } from '#main/features/table-import/words-rules.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import type { RowOutcome } from './contract.ts'
import { listRows } from './import-queries.ts'
import { getEventNames } from './preview-service.ts'
import { reportOnPeople } from './report-rules.ts'
import { reportWords } from './report-words-rules.ts'
import { requireRun, toAnalysedRow } from './stored-row-service.ts'

const ALL_ROWS = -1

/** The report of an import as the bytes of a file, and the name that it should have. */
export async function makeReport(
  event: EventFile,
  input: { runId: string; format: 'xlsx' | 'csv'; words: Words },
  at: number,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const run = requireRun(event.db, input.runId)
  const names = getEventNames(event, at)
  const stored = listRows(event.db, run.id, null, 0, ALL_ROWS)
  const rows: Cell[][] = []
  if (run.header_row >= 0) rows[run.header_row] = JSON.parse(run.header) as Cell[]
  const outcomes = new Map<number, RowOutcome>()
  for (const row of stored) {
    rows[row.row_number - 1] = JSON.parse(row.cells) as Cell[]
    outcomes.set(row.row_number, row.outcome)
  }
  const analysed: AnalysedRow[] = stored.map(row => toAnalysedRow(run, row, names))
  const describe = (row: AnalysedRow) => reportWords(row, outcomes.get(row.rowNumber) ?? 'undecided', input.words)
  const table = reportOnPeople(rows, run.header_row, analysed, describe)
  return writeReport(table, { format: input.format, tableName: run.file_name, hiddenColumns: [0] })
}
