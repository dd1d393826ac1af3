import { plainKey } from './analyse-rules.ts'
import type { RundownCounts, RundownRow } from './contract.ts'

/** How many rows become what. */
export function countRows(rows: readonly Pick<RundownRow, 'state'>[]): RundownCounts {
  const counts: RundownCounts = { read: 0, new: 0, changed: 0, same: 0, needsLook: 0, left: 0, skipped: 0 }
  for (const { state } of rows) {
    counts[state] += 1
    if (state !== 'skipped') counts.read += 1
  }
  return counts
}

/** Rooms of the event first, then those that only the table names, each once. */
export function listRoomNames(known: readonly string[], rows: readonly Pick<RundownRow, 'draft'>[]): string[] {
  const byKey = new Map(known.map(name => [plainKey(name), name]))
  for (const { draft } of rows) {
    if (draft.room !== '' && !byKey.has(plainKey(draft.room))) byKey.set(plainKey(draft.room), draft.room)
  }
  return [...byKey.values()]
}
