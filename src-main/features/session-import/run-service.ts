import type { EventFile } from '#main/event-file/open.ts'
import { getAct, isUndone, listActs, type RecordedAct, type Reverser } from '#main/features/audit/service.ts'
import { takeBackProgrammeIn } from '#main/features/sessions/reverse-service.ts'
import { type Cell } from '#main/features/table-import/cell-rules.ts'
import { writeReport } from '#main/features/table-import/report-file-service.ts'
import { buildReport } from '#main/features/table-import/report-rules.ts'
import type { Words } from '#main/features/table-import/words-rules.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { type RecordedImport, RUNDOWN_TOPICS, RUNDOWN_VERB } from './commit-service.ts'
import type { RundownRow, RundownRun } from './contract.ts'
import { countRows } from './count-rules.ts'
import { rowInWords } from './report-words-rules.ts'
import { RUNDOWN_REPORT_HEADERS } from './rundown-table-rules.ts'

const RUNS_SHOWN = 50

/** Imports of rundowns into this event, the newest first. */
export function listRundownRuns(event: EventFile): RundownRun[] {
  return listActs(event, [RUNDOWN_VERB], RUNS_SHOWN).map(act => toRun(act, act.isUndone))
}

function toRun(act: RecordedAct, isTakenBack: boolean): RundownRun {
  const { fileName, rows } = importOf(act)
  const { act_id: id, at, device_name: deviceName } = act
  return { id, at, deviceName, fileName, counts: countRows(rows), isUndone: isTakenBack }
}

const importOf = (act: RecordedAct): RecordedImport => act.kept.after as RecordedImport

function requireRun(event: EventFile, runId: string): RecordedAct {
  const act = getAct(event, runId)
  if (act?.verb !== RUNDOWN_VERB) throw notFound('import')
  return act
}

/** An import with its rows as they were judged then. */
export function getRundownReport(event: EventFile, runId: string): { run: RundownRun; rows: RundownRow[] } {
  const act = requireRun(event, runId)
  return { run: toRun(act, isUndone(event, runId)), rows: importOf(act).rows }
}

/** The report of an import as the bytes of a file, and the name that it should have. */
export async function makeRundownReport(
  event: EventFile,
  input: { runId: string; format: 'xlsx' | 'csv'; words: Words },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { fileName, headerRow, cells, rows } = importOf(requireRun(event, input.runId))
  const table: Cell[][] = []
  for (const [index, row] of cells) table[index] = [...row]
  const reported = rows
    .filter(({ state }) => state !== 'skipped')
    .map(row => ({ rowNumber: row.rowNumber, lead: rowInWords(row, input.words) }))
  const report = buildReport(table, headerRow, RUNDOWN_REPORT_HEADERS, reported)
  return writeReport(report, { format: input.format, tableName: fileName, hiddenColumns: [] })
}

/** Takes an import back: what it added goes off the programme, what it changed is as before. Refuses (rule `undo-changed-since`) where that was built on. */
export const reverseRundown: Reverser = ({ db, target, at }) => {
  const { sessions, createdRoomIds } = importOf(target)
  takeBackProgrammeIn(db, sessions, createdRoomIds, at)
  return RUNDOWN_TOPICS
}
