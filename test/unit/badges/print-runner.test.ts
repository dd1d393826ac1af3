import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { v7 as newId } from 'uuid'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Caller } from '#main/features/audit/service.ts'
import type { PrintJob } from '#main/features/badges/contract.ts'
import type { Desktop, PageSize } from '#main/rpc/desktop.ts'
import { getLayouts } from '#main/features/badges/layout-service.ts'
import { startPrintRunner } from '#main/features/badges/print-runner.ts'
import { getJobs, queuePrint, stepJob } from '#main/features/badges/print-service.ts'
import { openExisting } from '#main/features/events/creation-service.ts'
import { AT, openTestEvent } from './open-event.ts'
import { addPerson } from './people.ts'

const DESK: Caller = { deviceId: 'd1', deviceName: 'Meja 1', operator: '', role: 'admin' }

let opened: ReturnType<typeof openTestEvent>
let printed: { page: string; printer: string; size: PageSize }[]
let isOutOfPaper: boolean
let atOnce: number

const desktop: Pick<Desktop, 'print' | 'renderPdf'> = {
  async print(page, { printer, size }) {
    atOnce++
    await new Promise(resolve => setTimeout(resolve, 5))
    if (atOnce > 1) throw new Error('two jobs at once')
    atOnce--
    if (isOutOfPaper) throw new Error('out of paper')
    printed.push({ page, printer, size })
  },
  async renderPdf(page) {
    return Buffer.from(`%PDF of ${page}`)
  },
}

beforeEach(() => {
  opened = openTestEvent()
  printed = []
  isOutOfPaper = false
  atOnce = 0
})

function start(): void {
  const { workspace } = opened
  startPrintRunner({
    version: '',
    workspace,
    desktop: desktop as Desktop,
    log: pino({ enabled: false }),
    now: () => AT,
  })
}

function queue(target: PrintJob['target'], printer: string, layoutId?: string): string {
  const participantIds = [addPerson(opened.event, 'Arifin')]
  const answer = queuePrint(opened.event, DESK, newId(), { participantIds, layoutId, target, printer }, AT)
  return answer.status === 'queued' ? answer.jobId : ''
}

const jobs = (): Record<string, string> =>
  Object.fromEntries(getJobs(opened.workspace.current!, DESK).map(job => [job.id, `${job.state} ${job.reason}`.trim()]))

it('prints one job after the other, each with the exact size of its page', async () => {
  start()
  const lanyard = getLayouts(opened.event).find(
    ({ definition }) => definition.size === 'lanyard' && definition.sheet === 'single',
  )!
  const first = queue('printer', 'Canon')
  const second = queue('printer', 'Brother', lanyard.id)
  await vi.waitFor(() => expect(jobs()).toEqual({ [first]: 'done', [second]: 'done' }))
  expect(printed).toEqual([
    { page: `print.html?job=${first}&from=0&count=1`, printer: 'Canon', size: { widthMm: 86, heightMm: 54 } },
    { page: `print.html?job=${second}&from=0&count=1`, printer: 'Brother', size: { widthMm: 105, heightMm: 148 } },
  ])
})

it('leaves dialog jobs to the browser', async () => {
  start()
  const dialog = queue('dialog', '')
  const other = queue('printer', 'Canon')
  await vi.waitFor(() => expect(jobs()[other]).toBe('done'))
  expect(jobs()[dialog]).toBe('queued')
})

it('fails with the reason of the printer, goes on with the next, and prints on retry', async () => {
  start()
  isOutOfPaper = true
  const jobId = queue('printer', 'Canon')
  await vi.waitFor(() => expect(jobs()[jobId]).toBe('failed out of paper'))
  isOutOfPaper = false
  stepJob(opened.event, DESK, { actId: newId(), jobId, step: 'retry', printer: 'Brother' }, AT)
  await vi.waitFor(() => expect(jobs()[jobId]).toBe('done'))
  expect(printed.map(({ printer }) => printer)).toEqual(['Brother'])
})

it('writes a PDF whole, and says why when it can’t', async () => {
  start()
  const path = join(opened.folder, 'badge.pdf')
  const good = queue('pdf', path)
  const bad = queue('pdf', join(opened.folder, 'no', 'such', 'folder', 'badge.pdf'))
  await vi.waitFor(() => expect(jobs()).toEqual({ [good]: 'done', [bad]: 'failed folder-gone' }))
  expect(readFileSync(path, 'utf8')).toContain(`job=${good}`)
  expect(existsSync(`${path}.unfinished`)).toBe(false)
})

it('after a restart, fails what was left half done and prints what still waits', async () => {
  const half = queue('printer', 'Canon')
  stepJob(opened.event, DESK, { actId: newId(), jobId: half, step: 'start' }, AT)
  const waiting = queue('printer', 'Canon')
  const { path } = opened.event
  opened.workspace.close()
  start()
  openExisting(opened.workspace, path, AT)
  await vi.waitFor(() => expect(jobs()).toEqual({ [half]: 'failed interrupted', [waiting]: 'done' }))
})

it('rests when the file can’t be written, and goes on with the next change', async () => {
  start()
  opened.event.db.pragma('query_only = ON')
  opened.event.changes.publish(['badges'])
  await new Promise(resolve => setTimeout(resolve, 20))
  opened.event.db.pragma('query_only = OFF')
  const jobId = queue('printer', 'Canon')
  opened.event.db.pragma('query_only = ON')
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(jobs()[jobId]).toBe('queued')
  opened.event.db.pragma('query_only = OFF')
  opened.event.changes.publish(['badges'])
  await vi.waitFor(() => expect(jobs()[jobId]).toBe('done'))
})
