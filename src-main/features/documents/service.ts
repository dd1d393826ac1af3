import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { asRefusal, carryOut, type PrintOrder } from '#main/features/printing/carry-out.ts'
import { makeSheet } from '#main/features/sessions/sheet-service.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { Refusal, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import { sheetOrder } from './attendance-papers-service.ts'
import { buildPaper } from './build-service.ts'
import type { PaperRequest } from './contract.ts'
import { countPaperPeople } from './document-queries.ts'
import { pageSizeOf, type PaperDocument } from './paper-rules.ts'
import { openPaperSource } from './paper-source-service.ts'

/** From here on a paper takes longer to build than a scan may wait; a worker builds it (starting one costs as long as a small paper). */
const PEOPLE_IN_MAIN = 1500

/** The model of a paper. */
export async function getPaper(event: EventFile, request: PaperRequest, at: number): Promise<PaperDocument> {
  if (countPaperPeople(event.db) <= PEOPLE_IN_MAIN) return buildPaper(event, request, at)
  const built = await runJob('build-paper', { path: event.path, request, at })
  if ('refusal' in built) throw new Refusal(built.refusal.code, built.refusal.data)
  return built.paper
}

/** A paper that is about to leave the program. */
export interface Sending {
  actId: string
  request: PaperRequest
  fixesNumbers: boolean
}

/** Writes down that private numbers leave, and fixes the numbers of a daftar hadir; answers with the request that is sent. */
export function releasePaper(
  event: EventFile,
  caller: Caller,
  { actId, request, fixesNumbers }: Sending,
  at: number,
): PaperRequest {
  refusePrivateFor(caller, request)
  const sent = fixesNumbers ? fixNumbers(event, caller, { actId, request }, at) : request
  if (isPrivate(request)) {
    const { paper, hasNik, hasAccount, hasPrivateLife } = request
    const after = { paper, hasNik, hasAccount, hasPrivateLife }
    // With an id of its own: each time that it leaves is written down, a retry too.
    act(event, caller, { actId: newId(), at, verb: 'documents.print-private', subjectId: 'documents' }, () => ({
      result: null,
      after,
      topics: [],
    }))
  }
  return sent
}

/** Papers with NIK, account numbers or private life are for the administrator alone. */
export function refusePrivateFor(caller: Caller, request: PaperRequest): void {
  if (isPrivate(request) && caller.role !== 'admin') throw new Refusal('FORBIDDEN')
}

function isPrivate({ hasNik, hasAccount, hasPrivateLife }: PaperRequest): boolean {
  return hasNik || hasAccount || hasPrivateLife
}

function fixNumbers(
  event: EventFile,
  caller: Caller,
  { actId, request }: Pick<Sending, 'actId' | 'request'>,
  at: number,
): PaperRequest {
  if (request.paper !== 'daftar-hadir') throw ruleBroken('not-a-sheet')
  const { dayId, title, participantIds } = sheetOrder(openPaperSource(event, request, at))
  const { code } = makeSheet(event, caller, { actId, dayId, sessionId: request.sessionId, title, participantIds }, at)
  return { ...request, dayId, sheetCode: code }
}

/** Prints or saves a paper through the desktop; the print page asks for the model by itself. A rule `print-...` says why not. */
export async function sendPaper(
  event: EventFile,
  desktop: Desktop,
  { request, to }: { request: PaperRequest; to: PrintOrder['to'] },
  at: number,
): Promise<void> {
  const paper = await getPaper(event, request, at)
  const pages = [`print.html?document=${encodeURIComponent(JSON.stringify(request))}`]
  try {
    await carryOut(desktop, { pages, size: pageSizeOf(paper), to })
  } catch (error) {
    throw asRefusal(error)
  }
}
