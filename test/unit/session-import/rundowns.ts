import { readFileSync } from 'node:fs'
import { analyseRundown, type RundownInput } from '#main/features/session-import/analyse-rules.ts'
import type { KnownDay } from '#main/features/session-import/day-rules.ts'
import { RUNDOWN_TABLE } from '#main/features/session-import/rundown-table-rules.ts'
import type { KnownSession } from '#main/features/session-import/session-change-rules.ts'
import type { Cell } from '#main/features/table-import/cell-rules.ts'
import { chooseSheet, findHeader } from '#main/features/table-import/mapping-rules.ts'
import { readTable } from '#main/jobs/read-table.ts'

export const DAYS: KnownDay[] = [
  { id: 'd1', date: '2023-12-18', label: '' },
  { id: 'd2', date: '2023-12-19', label: '' },
]

type More = Partial<RundownInput>

export function inputOf(rows: readonly Cell[][], more: More = {}): RundownInput {
  const { headerRow, mapping } = findHeader(RUNDOWN_TABLE, rows)
  const nothing = { rooms: [], sessions: [], defaultDayId: null, defaultRoom: '', decisions: [] }
  return { rows, headerRow, mapping, days: DAYS, ...nothing, ...more }
}

/** Bytes of a table file -> what an analysis needs, with the proposals of the rules taken as they are. */
export async function inputOfFile(bytes: Uint8Array, fileName: string, more: More = {}): Promise<RundownInput> {
  const read = await readTable({ bytes, fileName })
  if (!read.isRead) throw new Error(read.code)
  return inputOf(read.sheets[chooseSheet(RUNDOWN_TABLE, read.sheets)]!.rows, more)
}

export const maros = (more: More = {}): Promise<RundownInput> =>
  inputOfFile(
    readFileSync(new URL('../../fixtures/samples/rundown-maros-2023.csv', import.meta.url)),
    'rundown-maros-2023.csv',
    more,
  )

/** What the event holds after everything that can go in has gone in. */
export function imported(input: RundownInput): KnownSession[] {
  const { rows, untouched } = analyseRundown(input)
  const known = new Map(input.sessions.map(session => [session.id, session]))
  const written = rows
    .filter(({ state }) => state === 'new' || state === 'changed' || state === 'same')
    .map(({ draft, isBreak, isCounted, sessionId, rowNumber, changes }): KnownSession => {
      const before = known.get(sessionId ?? '')
      const changed = Object.fromEntries(changes.map(({ detail, after }) => [detail, after]))
      if (before) return { ...before, ...changed }
      const { dayId, startMinute, endMinute } = draft
      return {
        ...draft,
        id: `s${rowNumber}`,
        dayId: dayId!,
        startMinute: startMinute!,
        endMinute: endMinute!,
        isBreak,
        isCounted,
      }
    })
  return [...written, ...untouched]
}
