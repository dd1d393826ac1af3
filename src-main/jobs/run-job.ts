import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { JobMessage, ReportProgress } from './job-protocol.ts'
import type { JobInput, JobName, JobOutput } from './job-registry.ts'

/** Why a job ended without an answer. `crashed` is a bug; the others are limits doing their work. */
export type JobFailureCode = 'timed-out' | 'out-of-memory' | 'cancelled' | 'crashed'

/** A job that did not answer, and why. */
export class JobFailure extends Error {
  readonly code: JobFailureCode

  constructor(code: JobFailureCode, message: string) {
    super(message)
    this.name = 'JobFailure'
    this.code = code
  }
}

export interface JobOptions {
  signal?: AbortSignal
  /** The worker is stopped after this long. Default 60,000. */
  timeoutMs?: number
  /** Heap limit of the worker; memory outside the heap (buffers) is the job's own care. Default 512. */
  maxOldGenerationMb?: number
  onProgress?: ReportProgress
}

/**
 * Runs one job in a worker thread of its own, so that a hostile or huge file can end only that thread.
 * Rejects with a {@link JobFailure}; never leaves a thread behind.
 */
export function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  const { signal, timeoutMs = 60_000, maxOldGenerationMb = 512 } = options
  if (signal?.aborted) return Promise.reject(new JobFailure('cancelled', `${name} was cancelled`))
  const worker = new Worker(workerFile(), {
    name: `job:${name}`,
    workerData: { name, input },
    resourceLimits: { maxOldGenerationSizeMb: maxOldGenerationMb, maxYoungGenerationSizeMb: 64 },
  })
  return new Promise<JobOutput<Name>>((resolve, reject) => {
    const fail = (code: JobFailureCode, message: string) => finish(() => reject(new JobFailure(code, message)))
    const timer = setTimeout(() => fail('timed-out', `${name} took longer than ${timeoutMs} ms`), timeoutMs)
    const onAbort = () => fail('cancelled', `${name} was cancelled`)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      worker.removeAllListeners()
      // A late error of a thread that is being stopped must not become an uncaught one.
      worker.on('error', () => {})
      void worker.terminate().then(settle, settle)
    }
    signal?.addEventListener('abort', onAbort)
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') options.onProgress?.(message.progress)
      else if (message.type === 'done') finish(() => resolve(message.output as JobOutput<Name>))
      else fail('crashed', message.stack || message.message)
    })
    worker.on('error', error => fail(isOutOfMemory(error) ? 'out-of-memory' : 'crashed', describe(error)))
    worker.on('exit', exitCode => fail('crashed', `${name} ended with code ${exitCode} without an answer`))
  })
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Beside this module when it runs from source; in the build this module may sit in a chunk folder below the entry. */
function workerFile(): URL {
  const candidates = ['./jobs-worker.ts', './jobs-worker.js', '../jobs-worker.js'].map(
    path => new URL(path, import.meta.url),
  )
  const found = candidates.find(url => existsSync(url))
  if (!found) throw new Error('The worker entry jobs-worker is missing beside the program')
  return found
}
