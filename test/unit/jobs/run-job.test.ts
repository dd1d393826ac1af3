import { describe, expect, it } from 'vitest'
import { type JobFailure, runJob } from '#main/jobs/run-job.ts'

const input = { bytes: Buffer.from('Nama;HP\nSiti;0812'), fileName: 'a.csv' }

describe('runJob', () => {
  it('answers from a worker and reports progress on the way', async () => {
    const phases: string[] = []
    const result = await runJob('read-table', input, { onProgress: progress => phases.push(progress.phase) })
    expect(result).toMatchObject({ isRead: true, kind: 'csv' })
    expect(phases).toEqual(['inspect', 'read'])
  })

  it('ends on a time-out and on cancellation with its own code', async () => {
    await expect(runJob('read-table', input, { timeoutMs: 1 })).rejects.toMatchObject({ code: 'timed-out' })
    await expect(runJob('read-table', input, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const controller = new AbortController()
    const running = runJob('read-table', input, { signal: controller.signal })
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('tells a bug in a job from a limit', async () => {
    const wrong = { bytes: undefined, fileName: 'a' } as never
    await expect(runJob('read-table', wrong)).rejects.toSatisfy((error: JobFailure) => error.code === 'crashed')
  })
})
