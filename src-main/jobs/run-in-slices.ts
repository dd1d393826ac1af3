import { setImmediate as nextTurn } from 'node:timers/promises'

/** A scan at a desk waits no longer than this behind a slice. */
const SLICE_MS = 10

/** Runs long work of the main thread in slices; between them whatever else waits has its turn. The work must bear that the event changes meanwhile. */
export async function runInSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  let sliceStartedAt = performance.now()
  let step = steps.next()
  while (!step.done) {
    if (performance.now() - sliceStartedAt > SLICE_MS) {
      await nextTurn()
      sliceStartedAt = performance.now()
    }
    step = steps.next()
  }
  return step.value
}
