import type { RowOutcome, RunCounts } from './contract.ts'

const COUNTED_AS: Record<RowOutcome, keyof RunCounts> = {
  added: 'added',
  updated: 'changed',
  filled: 'changed',
  same: 'same',
  left: 'left',
  undecided: 'undecided',
  skipped: 'skipped',
  already: 'already',
  elsewhere: 'already',
}

/** How many rows of an import ended how; skipped rows name nobody and are not counted as read. */
export function countRun(rows: readonly { outcome: RowOutcome; count?: number }[]): RunCounts {
  const counts: RunCounts = { read: 0, added: 0, changed: 0, same: 0, left: 0, undecided: 0, already: 0, skipped: 0 }
  for (const { outcome, count = 1 } of rows) {
    counts[COUNTED_AS[outcome]] += count
    if (outcome !== 'skipped') counts.read += count
  }
  return counts
}
