/**
 * A USB scanner is a keyboard that types fast and ends with Enter. Between two of its keys pass a few milliseconds, now and then a
 * pause when the USB bus is busy; nobody types thirty keys without one long gap.
 */

/** A gap up to this long is a scanner's. */
const FAST_GAP_MS = 35
/** A scanner may stall this long in the middle of a code; what comes after still belongs to it. */
const SPLIT_GAP_MS = 400
/** Shorter runs are people who type fast. */
const LEAST_KEYS = 8

/** The keys of the run that is being typed: when each came, in milliseconds. */
export interface Run {
  lastAt: number
  keys: number
  fastGaps: number
}

/** No key yet. */
export const NO_RUN: Run = { lastAt: 0, keys: 0, fastGaps: 0 }

/** The run after one more key; a gap longer than a stalled scanner's begins a new one. */
export function nextKey(run: Run, at: number): Run {
  const gap = at - run.lastAt
  if (run.keys === 0 || gap > SPLIT_GAP_MS) return { lastAt: at, keys: 1, fastGaps: 0 }
  return { lastAt: at, keys: run.keys + 1, fastGaps: run.fastGaps + Number(gap <= FAST_GAP_MS) }
}

/** Whether the Enter that comes at this time ends a scanner's run. */
export function isScan(run: Run, enterAt: number): boolean {
  return run.keys >= LEAST_KEYS && enterAt - run.lastAt <= SPLIT_GAP_MS && run.fastGaps >= (run.keys - 1) * 0.7
}
