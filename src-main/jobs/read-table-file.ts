import { JobFailure, runJob } from './run-job.ts'
import type { ReadTableInput, ReadTableResult } from './read-table.ts'
import type { ReportProgress } from './job-protocol.ts'

export interface ReadTableFileOptions {
  signal?: AbortSignal
  onProgress?: ReportProgress
  timeoutMs?: number
  maxOldGenerationMb?: number
}

/**
 * Reads a table file of unknown origin in a worker of its own: at most 20 s and a bounded heap. Limits that end the
 * worker become codes like every other refusal; only a bug in Gelar throws.
 */
export async function readTableFile(
  input: ReadTableInput,
  options: ReadTableFileOptions = {},
): Promise<ReadTableResult> {
  try {
    return await runJob('read-table', input, { timeoutMs: 20_000, maxOldGenerationMb: 512, ...options })
  } catch (error) {
    if (error instanceof JobFailure && error.code !== 'crashed') return { isRead: false, code: error.code }
    throw error
  }
}
