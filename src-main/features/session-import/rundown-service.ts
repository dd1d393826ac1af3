import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { listSessions } from '#main/features/sessions/programme-service.ts'
import { readPlan, readRooms } from '#main/features/sessions/plan-service.ts'
import { mappingOf } from '#main/features/table-import/mapping-rules.ts'
import { type HeldTable, requireSheet, TableDesk } from '#main/features/table-import/table-desk-service.ts'
import type { TableSheet } from '#main/features/table-import/cell-rules.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { analyseRundown, type RowDecision, type RundownAnalysis } from './analyse-rules.ts'
import { RUNDOWN_ROWS_MAX, type RundownCounts, type RundownRow, type RundownSettings } from './contract.ts'
import { countRows, listRoomNames } from './count-rules.ts'
import { RUNDOWN_TABLE, type RundownColumn } from './rundown-table-rules.ts'

/** Where rundowns wait for their columns and decisions. */
export const rundownDesk = new TableDesk(RUNDOWN_TABLE)

/** A rundown with every row judged against the event as it is now. */
export interface JudgedRundown {
  table: HeldTable
  sheet: TableSheet
  mapping: RundownColumn[]
  analysis: RundownAnalysis
  /** Names of the rooms in use -> their ids. */
  rooms: ReadonlyMap<string, string>
}

/** What an import asks for, beside the table itself. */
export interface RundownRequest {
  settings: RundownSettings
  decisions: readonly RowDecision[]
}

/** Judges the table in memory; refuses with IMPORT_EXPIRED, or with the rule `rundown-too-long`. */
export function judgeRundown(event: EventFile, caller: Caller, request: RundownRequest, at: number): JudgedRundown {
  const { settings, decisions } = request
  const table = rundownDesk.require(event, caller, settings.uploadId, at)
  const sheet = requireSheet(table, settings.sheet)
  if (sheet.rows.length > RUNDOWN_ROWS_MAX) throw ruleBroken('rundown-too-long', String(RUNDOWN_ROWS_MAX))
  const mapping = mappingOf(RUNDOWN_TABLE, sheet.rows[settings.headerRow] ?? [], settings.fields)
  const rooms = new Map(readRooms(event.db).map(({ id, name }) => [name, id]))
  const analysis = analyseRundown({
    rows: sheet.rows,
    headerRow: settings.headerRow,
    mapping,
    days: readPlan(event.db).days,
    rooms: [...rooms.keys()],
    sessions: listSessions(event.db, null).map(({ roomName, ...session }) => ({ ...session, room: roomName })),
    defaultDayId: settings.defaultDayId,
    defaultRoom: settings.defaultRoom,
    decisions,
  })
  return { table, sheet, mapping, analysis, rooms }
}

/** What the rows become, for looking at. */
export function previewRundown(
  event: EventFile,
  caller: Caller,
  request: RundownRequest,
  at: number,
): { counts: RundownCounts; rows: RundownRow[]; rooms: string[]; untouched: string[] } {
  const { analysis, rooms } = judgeRundown(event, caller, request, at)
  return {
    counts: countRows(analysis.rows),
    rows: analysis.rows,
    rooms: listRoomNames([...rooms.keys()], analysis.rows),
    untouched: analysis.untouched.map(({ title }) => title),
  }
}
