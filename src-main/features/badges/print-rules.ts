import { INTERRUPTED, type PrintJob } from './contract.ts'

type State = PrintJob['state']

/** What can happen to a print job. */
export type PrintJobStep = 'start' | 'finish' | 'fail' | 'retry' | 'cancel'

const STEPS: Record<PrintJobStep, { from: readonly State[]; to: State }> = {
  start: { from: ['queued'], to: 'printing' },
  finish: { from: ['printing'], to: 'done' },
  fail: { from: ['printing'], to: 'failed' },
  retry: { from: ['failed', 'cancelled'], to: 'queued' },
  cancel: { from: ['queued', 'failed'], to: 'cancelled' },
}

/**
 * The state a job is in after a step; null when the step does not fit.
 * A job that was interrupted can still be finished: the paper may have come out while the program was away.
 * A dialog job that waits or is in `printing` can be tried again: its browser may be gone, and nobody else would ever end it.
 */
export function stateAfter(job: Pick<PrintJob, 'state' | 'reason' | 'target'>, step: PrintJobStep): State | null {
  const isInterrupted = job.state === 'failed' && job.reason === INTERRUPTED
  const isLeftBehind = (job.state === 'printing' || job.state === 'queued') && job.target === 'dialog'
  const { from, to } = STEPS[step]
  if (from.includes(job.state)) return to
  if (isLeftBehind && step === 'retry') return to
  return isInterrupted && (step === 'finish' || step === 'fail') ? to : null
}

/** More pages in one document make the PDF superlinearly slow (docs/measurements). */
export const PAGES_PER_DOCUMENT = 500

/** Cuts a job into documents: the first badge and the number of badges of each. */
export function documentsOf(badgeCount: number, badgesPerPage: number): { from: number; count: number }[] {
  const each = PAGES_PER_DOCUMENT * badgesPerPage
  return Array.from({ length: Math.ceil(badgeCount / each) }, (_, index) => ({
    from: index * each,
    count: Math.min(each, badgeCount - index * each),
  }))
}
