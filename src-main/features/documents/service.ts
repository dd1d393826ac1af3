import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
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

/** Fixes the numbers of a daftar hadir as a sheet of its own and answers with the request for it. */
export function fixNumbers(
  event: EventFile,
  caller: Caller,
  { actId, request }: { actId: string; request: PaperRequest },
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
