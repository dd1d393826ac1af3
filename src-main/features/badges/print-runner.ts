import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { carryOut, type PrintOrder, reasonOf } from '#main/features/printing/carry-out.ts'
import type { Program } from '#main/rpc/context.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import { arrangeSheet } from './layout-rules.ts'
import { documentsOf } from './print-rules.ts'
import { type DesktopJob, failInterrupted, getNextJob, stepJob } from './print-service.ts'

/** The program itself acts here, on behalf of whoever queued the job. */
const CALLER: Caller = { deviceId: 'printing', deviceName: 'Gelar', operator: '', role: 'admin' }

/**
 * Prints what waits in the open event, one job after the other, wherever there is a desktop.
 * A job that a crash left half done fails when its event is opened again. Nothing else ever waits for a printer.
 */
export function startPrintRunner(program: Program): void {
  let isBusy = false
  let lastSeen: EventFile | null = null

  const next = (): void => {
    const event = program.workspace.current
    if (event && event !== lastSeen) failInterrupted(event, CALLER, program.now())
    lastSeen = event
    if (!event || !program.desktop || isBusy) return
    const job = getNextJob(event)
    if (!job) return
    isBusy = true
    void work(program, program.desktop, event, job).then(
      () => {
        isBusy = false
        wake()
      },
      (error: unknown) => {
        isBusy = false
        rest(error)
      },
    )
  }
  // A full disk or a damaged file stops the queue, never the program; the next change wakes it again.
  const rest = (error: unknown): void =>
    program.log.error({ name: (error as Error).name, code: (error as { code?: unknown }).code }, 'print queue rests')
  const wake = (): void => {
    try {
      next()
    } catch (error) {
      rest(error)
    }
  }
  program.workspace.subscribe(({ topic }) => {
    // Not inside the commit that told of the change: whoever made it gets the answer first.
    if (topic === 'badges' || topic === 'events') setImmediate(wake)
  })
  wake()
}

async function work(program: Program, desktop: Desktop, event: EventFile, job: DesktopJob): Promise<void> {
  stepJob(event, CALLER, { actId: newId(), jobId: job.id, step: 'start' }, program.now())
  const reason = await carryOut(desktop, orderOf(job)).then(
    () => null,
    (error: unknown) => reasonOf(error),
  )
  // The event was closed meanwhile: the job is found as interrupted when it is opened again.
  if (program.workspace.current !== event) return
  if (reason !== null) program.log.warn({ jobId: job.id, reason }, 'print failed')
  const outcome = reason === null ? { step: 'finish' as const } : { step: 'fail' as const, reason }
  stepJob(event, CALLER, { actId: newId(), jobId: job.id, ...outcome }, program.now())
}

function orderOf(job: DesktopJob): PrintOrder {
  const { page, places } = arrangeSheet(job.definition)
  const documents = documentsOf(job.badgeCount, places.length)
  return {
    pages: documents.map(({ from, count }) => `print.html?job=${job.id}&from=${from}&count=${count}`),
    size: page,
    to: job.target === 'printer' ? { target: 'printer', printer: job.printer } : { target: 'pdf', path: job.printer },
  }
}
