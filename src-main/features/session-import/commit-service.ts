import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { EVERYBODY, type SessionInput } from '#main/features/sessions/contract.ts'
import {
  addSessionIn,
  createRoomIn,
  listSessions,
  type SessionChange,
  updateSessionIn,
} from '#main/features/sessions/programme-service.ts'
import type { Cell } from '#main/features/table-import/cell-rules.ts'
import { type AnalysedRow, plainKey } from './analyse-rules.ts'
import type { RundownCounts, RundownRow } from './contract.ts'
import { countRows } from './count-rules.ts'
import { judgeRundown, type JudgedRundown, type RundownRequest, rundownDesk } from './rundown-service.ts'

/** The verb under which imports of rundowns are recorded. */
export const RUNDOWN_VERB = 'session-import.commit'
export const RUNDOWN_TOPICS = ['sessions', 'sessionImport'] as const

/** What the record of an import keeps: enough for its report and for taking it back. */
export interface RecordedImport {
  fileName: string
  headerRow: number
  /** The header and every row that is not skipped, by row number - 1. */
  cells: [number, readonly Cell[]][]
  rows: RundownRow[]
  createdRoomIds: string[]
  sessions: SessionChange[]
}

/** Imports the rundown in memory: rooms, sessions and mapping in one transaction. A retry gets the first answer. */
export function commitRundown(
  event: EventFile,
  caller: Caller,
  input: RundownRequest & { actId: string },
  at: number,
): { runId: string; counts: RundownCounts } {
  const { actId } = input
  return act(event, caller, { actId, at, verb: RUNDOWN_VERB, subjectId: actId }, db => {
    const judged = judgeRundown(event, caller, input, at)
    const rooms = new RoomFinder(db, judged.rooms)
    const sessions = judged.analysis.rows.flatMap(row => writeRow(db, row, rooms))
    rundownDesk.remember(db, judged.mapping, {}, at)
    const after: RecordedImport = {
      fileName: judged.table.fileName,
      headerRow: input.settings.headerRow,
      cells: cellsOf(judged, input.settings.headerRow),
      rows: judged.analysis.rows,
      createdRoomIds: rooms.createdIds,
      sessions,
    }
    return {
      result: { runId: actId, counts: countRows(judged.analysis.rows) },
      after,
      topics: RUNDOWN_TOPICS,
    }
  })
}

function writeRow(db: WriteHandle, row: AnalysedRow, rooms: RoomFinder): SessionChange[] {
  if (row.state === 'new') {
    return [addSessionIn(db, inputOf(row, rooms.idOf(row.draft.room)))]
  }
  if (row.state !== 'changed' || row.sessionId === null) return []
  const session = listSessions(db, null).find(({ id }) => id === row.sessionId)
  if (!session) return []
  const changed = Object.fromEntries(row.changes.map(({ detail, after }) => [detail, after]))
  return [updateSessionIn(db, session.id, { ...session, ...changed })]
}

function inputOf({ draft, isBreak, isCounted }: AnalysedRow, roomId: string): SessionInput {
  const { dayId, startMinute, endMinute, room: _room, ...details } = draft
  if (dayId === null || startMinute === null || endMinute === null)
    throw new Error('a row without day or time is no session')
  return { ...details, dayId, roomId, startMinute, endMinute, isBreak, isCounted, admission: EVERYBODY, rule: null }
}

/** Rooms by name; one that the event lacks is added when the first session needs it. */
class RoomFinder {
  readonly createdIds: string[] = []
  private readonly db: WriteHandle
  private readonly ids: Map<string, string>

  constructor(db: WriteHandle, rooms: ReadonlyMap<string, string>) {
    this.db = db
    this.ids = new Map([...rooms].map(([name, id]) => [plainKey(name), id]))
  }

  idOf(name: string): string {
    const key = plainKey(name)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const { id } = createRoomIn(this.db, { name, capacity: null })
    this.ids.set(key, id)
    this.createdIds.push(id)
    return id
  }
}

function cellsOf({ sheet, analysis }: JudgedRundown, headerRow: number): [number, readonly Cell[]][] {
  const indexes = analysis.rows.filter(({ state }) => state !== 'skipped').map(({ rowNumber }) => rowNumber - 1)
  const wanted = headerRow < 0 ? indexes : [headerRow, ...indexes]
  return wanted.map(index => [index, sheet.rows[index] ?? []])
}
