import { writeFile } from 'node:fs/promises'
import type { EventFile } from '#main/event-file/open.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import type { Cell } from './cell-rules.ts'
import type { RowOutcome } from './contract.ts'
import { listRows } from './import-queries.ts'
import { getEventNames } from './preview-service.ts'
import { buildReport } from './report-rules.ts'
import { reportWords, type Words } from './report-words-rules.ts'
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
  const table = buildReport(rows, run.header_row, analysed, describe)
  const bytes = await runJob('write-table', {
    rows: table,
    format: input.format,
    sheetName: 'Laporan impor',
    hiddenColumns: [0],
  })
  return { fileName: `${stemOf(run.file_name)} - laporan impor`, bytes }
}

const stemOf = (fileName: string) =>
  fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'Daftar'

/** Writes the report where a person chose; refuses (rule `report-not-written`) where that can't be done. */
export async function saveReport(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch {
    throw ruleBroken('report-not-written', path)
  }
}
