import { parentPort, workerData } from 'node:worker_threads'
import { type JobRequest, jobs } from './job-registry.ts'
import type { JobMessage } from './job-protocol.ts'

/** Worker entry (build input `jobs-worker`): runs the one job it was started for, then ends. */
async function runRequestedJob(): Promise<void> {
  const { name, input } = workerData as JobRequest
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
  const post = (message: JobMessage) => parentPort?.postMessage(message)
  try {
    const output = await jobs[name](input, progress => post({ type: 'progress', progress }))
    post({ type: 'done', output })
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error))
    post({ type: 'failed', message: cause.message, stack: cause.stack ?? '' })
  }
}

await runRequestedJob()
