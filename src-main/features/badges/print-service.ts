import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller, getAct } from '#main/features/audit/service.ts'
import { getLogos, getSummary } from '#main/features/events/service.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import { type BadgeIdentity, badgeIdentityOf, issueBadgeIn } from './code-service.ts'
import {
  type BadgeContent,
  type BadgeEvent,
  type BadgeFilter,
  type BadgeRecipients,
  type BadgeSheet,
  INTERRUPTED,
  type PrintAnswer,
  type PrintJob,
  type PrintRequest,
  REPRINTS_SHOWN,
} from './contract.ts'
import { getDefinition, getLayoutFor } from './layout-service.ts'
import {
  countJobBadges,
  countPrints,
  getNextDesktopJob,
  getPrintJob,
  getPrintsOf,
  insertPrintJob,
  listJobContents,
  listJobsInState,
  listPrintJobs,
  listRecipients,
  listSampleContents,
  type PrintJobRow,
  updatePrintJob,
} from './print-queries.ts'
import { type PrintJobStep, stateAfter } from './print-rules.ts'

const JOBS_SHOWN = 60
// The list of participants shows how often a badge was printed.
const TOPICS = ['badges', 'participants'] as const

/** What a print is asked for with. `printer` is the path of the file when the target is `pdf`. */
export interface PrintOrder {
  participantIds: readonly string[]
  layoutId: string | undefined
  target: PrintJob['target']
  printer: string
}

/** Queues badges inside somebody else's act; everybody who has no valid badge gets one. Printing itself happens later and elsewhere. */
export function queueBadgePrintIn(
  db: WriteHandle,
  identity: BadgeIdentity,
  caller: Caller,
  order: PrintOrder,
  at: number,
): { jobId: string; badgeIds: string[] } {
  const badgeIds = order.participantIds.map(id => issueBadgeIn(db, identity, id, at).badgeId)
  const job: PrintJobRow = {
    id: newId(),
    created_at: at,
    device_id: caller.deviceId,
    device_name: caller.deviceName,
    layout_id: getLayoutFor(db, order.layoutId).id,
    target: order.target,
    printer: order.printer,
    state: 'queued',
    reason: '',
    updated_at: at,
  }
  insertPrintJob(db, job, badgeIds)
  return { jobId: job.id, badgeIds }
}

/** Whose badges are asked for, archived and unknown people left out. */
export function findRecipients(event: EventFile, recipients: BadgeRecipients): string[] {
  if ('filter' in recipients) return listRecipients(event.db, recipients.filter)
  return [...new Set(recipients.participantIds)].filter(id => getPrintsOf(event.db, id) !== undefined)
}

export function countRecipients(
  event: EventFile,
  filter: BadgeFilter,
): { badgeCount: number; printedBeforeCount: number } {
  const everybody = listRecipients(event.db, { ...filter, isNotYetPrinted: false })
  const notPrinted = listRecipients(event.db, { ...filter, isNotYetPrinted: true })
  return {
    badgeCount: filter.isNotYetPrinted ? notPrinted.length : everybody.length,
    printedBeforeCount: everybody.length - notPrinted.length,
  }
}

/** How often a badge of somebody has come out of a printer, also one that was revoked since. */
export function getPrintCount(db: ReadHandle, participantId: string): number {
  return countPrints(db, participantId)
}

/** The question to ask before printing again, or why nothing is to be printed; null when there is nothing in the way. */
export function objectionTo(
  event: EventFile,
  request: PrintRequest,
  participantIds: readonly string[],
): PrintAnswer | null {
  if (getAct(event, request.actId)) return null
  if (participantIds.length === 0) return { status: 'nobody' }
  if (request.isReprintConfirmed) return null
  const printed = participantIds.flatMap(participantId => {
    const prints = getPrintsOf(event.db, participantId)
    if (!prints || prints.printCount + prints.waitingCount === 0) return []
    return [{ participantId, name: prints.name, printCount: prints.printCount, isWaiting: prints.waitingCount > 0 }]
  })
  if (printed.length === 0) return null
  return {
    status: 'needs-confirmation',
    badgeCount: participantIds.length,
    printedBeforeCount: printed.length,
    people: printed.slice(0, REPRINTS_SHOWN),
  }
}

/** Queues a print job as an act of its own. */
export function queuePrint(
  event: EventFile,
  caller: Caller,
  actId: string,
  order: PrintOrder,
  at: number,
): PrintAnswer {
  const identity = badgeIdentityOf(event)
  return act<PrintAnswer>(event, caller, { actId, at, verb: 'badges.print', subjectId: subjectOf(order) }, db => {
    const { jobId, badgeIds } = queueBadgePrintIn(db, identity, caller, order, at)
    const { target, printer } = order
    return {
      result: { status: 'queued', jobId, badgeCount: badgeIds.length, target },
      after: { jobId, target, printer, layoutId: order.layoutId, badgeCount: badgeIds.length },
      topics: TOPICS,
    }
  })
}

/** A single print stands in the history of its person; a batch stands for itself. */
function subjectOf(order: PrintOrder): string {
  return order.participantIds.length === 1 ? (order.participantIds[0] ?? '') : 'batch'
}

/** Takes a job one step on, as an act; refuses (rule `print-job-moved-on`) when it is past that. */
export function stepJob(
  event: EventFile,
  caller: Caller,
  input: {
    actId: string
    jobId: string
    step: PrintJobStep
    reason?: string
    target?: PrintJob['target']
    printer?: string
    /** Whether the job moves to the device of the caller. */
    isTakenOver?: boolean
  },
  at: number,
): void {
  const { actId, jobId, step, reason = '', isTakenOver = false } = input
  act(event, caller, { actId, at, verb: `badges.print-${step}`, subjectId: jobId }, db => {
    const job = getPrintJob(db, jobId)
    if (!job) throw notFound('print-job')
    const state = stateAfter(job, step)
    if (!state) throw ruleBroken('print-job-moved-on')
    const after = {
      id: jobId,
      state,
      reason,
      target: input.target ?? job.target,
      printer: input.printer ?? job.printer,
      updated_at: at,
      device_id: isTakenOver ? caller.deviceId : job.device_id,
      device_name: isTakenOver ? caller.deviceName : job.device_name,
    }
    updatePrintJob(db, after)
    return { result: null, before: { state: job.state, reason: job.reason }, after, topics: TOPICS }
  })
}

/**
 * Queues a job again, for another printer or the dialog if asked. Where a PDF is written is never the caller's word:
 * it stays the path that was chosen in the desktop's own dialog. A browser takes the job over, as the device that had it may be gone;
 * the desktop's own window prints no `dialog` jobs and leaves them where they are.
 */
export function retryJob(
  event: EventFile,
  caller: Caller,
  input: {
    actId: string
    jobId: string
    target: Exclude<PrintJob['target'], 'pdf'> | undefined
    printer: string
    isTakenOver: boolean
  },
  at: number,
): void {
  const { actId, jobId, target, printer, isTakenOver } = input
  const elsewhere = target === undefined ? {} : { target, printer: target === 'printer' ? printer : '' }
  stepJob(event, caller, { actId, jobId, step: 'retry', isTakenOver, ...elsewhere }, at)
}

/** A device takes a `dialog` job; false when it is gone, taken or not for dialogs. */
export function takeDialogJob(
  event: EventFile,
  caller: Caller,
  input: { actId: string; jobId: string },
  at: number,
): boolean {
  const earlier = getAct(event, input.actId)
  if (earlier) return earlier.verb === 'badges.print-start' && earlier.subject_id === input.jobId
  const job = getPrintJob(event.db, input.jobId)
  if (!job || job.target !== 'dialog' || job.device_id !== caller.deviceId) return false
  if (job.state !== 'queued') return false
  stepJob(event, caller, { ...input, step: 'start' }, at)
  return true
}

/** Fails what a crash or a power cut left half done; somebody looks at the printer and retries. */
export function failInterrupted(event: EventFile, caller: Caller, at: number): void {
  for (const job of listJobsInState(event.db, 'printing')) {
    stepJob(event, caller, { actId: newId(), jobId: job.id, step: 'fail', reason: INTERRUPTED }, at)
  }
}

/** A job as the desktop prints it. */
export interface DesktopJob {
  id: string
  target: 'printer' | 'pdf'
  printer: string
  definition: BadgeSheet['definition']
  badgeCount: number
}

export function getNextJob(event: EventFile): DesktopJob | undefined {
  const job = getNextDesktopJob(event.db)
  if (!job || job.target === 'dialog') return undefined
  const { id, target, printer } = job
  return {
    id,
    target,
    printer,
    definition: getDefinition(event.db, job.layout_id),
    badgeCount: countJobBadges(event.db, id),
  }
}

export function getJobs(event: EventFile, caller: Caller): PrintJob[] {
  return listPrintJobs(event.db, JOBS_SHOWN).map(row => ({
    id: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deviceName: row.device_name,
    layoutName: row.layout_name,
    target: row.target,
    printer: row.printer,
    state: row.state,
    reason: row.reason,
    badgeCount: row.badge_count,
    personName: row.person_name,
    isOwn: row.device_id === caller.deviceId,
  }))
}

/** What the print page of a job draws. */
export function getSheet(
  event: EventFile,
  input: { jobId: string; from: number; count: number },
  at: number,
): BadgeSheet {
  const job = getPrintJob(event.db, input.jobId)
  if (!job) throw notFound('print-job')
  return {
    definition: getDefinition(event.db, job.layout_id),
    event: getBadgeEvent(event, at),
    badges: listJobContents(event.db, job.id, input.from, input.count),
  }
}

/** Badges to look at: this event's longest and shortest name and one between; invented ones while nobody is in the list. */
export function getSamples(event: EventFile, at: number): { event: BadgeEvent; badges: BadgeContent[] } {
  const people = listSampleContents(event.db)
  const badges = (people.length > 0 ? people : INVENTED_PEOPLE).map(person => ({ ...person, code: SAMPLE_CODE }))
  const unlike = badges.filter(
    (badge, index) => badges.findIndex(other => fullName(other) === fullName(badge)) === index,
  )
  return { event: getBadgeEvent(event, at), badges: unlike }
}

function getBadgeEvent(event: EventFile, at: number): BadgeEvent {
  const { name, days } = getSummary(event, at)
  return { name, dates: days.map(day => day.date), logos: getLogos(event) }
}

/** As long as a real one, and no event's. */
const SAMPLE_CODE = 'GLR17K2QX9M4N8P3R5T6V1W0ABCDEFGHJKMNPQ'
const INVENTED_PERSON = { regency: '', delegation: '', village: '', district: '', titleBefore: '', titleAfter: '' }
const INVENTED_PEOPLE: readonly Omit<BadgeContent, 'code'>[] = [
  {
    ...INVENTED_PERSON,
    titleBefore: 'Prof. Dr. Ir. Hj.',
    name: 'Andi Sitti Aminah Mappatunru Palinrungi',
    titleAfter: 'S.Sos., M.Si., Ph.D.',
    institution: 'Dinas Perpustakaan dan Kearsipan Kabupaten Maros',
    village: 'Bontomanurung',
    district: 'Tompobulu',
    roleName: 'Peserta',
    roleColor: '#e2b65f',
  },
  {
    ...INVENTED_PERSON,
    name: 'Arifin',
    institution: 'Perpustakaan Nasional RI',
    roleName: 'Narasumber',
    roleColor: '#1b4f8f',
  },
]
