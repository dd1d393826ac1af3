import { implement } from '@orpc/server'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { documentsContract, type PaperRequest } from './contract.ts'
import { fixNumbers, getPaper, sendPaper } from './service.ts'
import { getDocumentSettings, setDocumentSettings } from './settings-service.ts'

const os = implement(documentsContract).$context<RpcContext>()

const settings = os.settings.router({
  get: os.settings.get.handler(({ context }) => getDocumentSettings(openEvent(context).db)),
  set: os.settings.set.handler(({ input, context }) =>
    setDocumentSettings(openEvent(context), context.caller, input, context.program.now()),
  ),
})

interface PaperAct {
  actId: string
  request: PaperRequest
  fixesNumbers: boolean
}

/** The handlers of {@link documentsContract}. */
export const documentsRouter = os.router({
  settings,
  paper: os.paper.handler(({ input, context }) => getPaper(openEvent(context), input, context.program.now())),
  fixNumbers: os.fixNumbers.handler(({ input, context }) =>
    fixNumbers(openEvent(context), context.caller, input, context.program.now()),
  ),
  savePdf: os.savePdf.handler(({ input, context }) => savePdf(context, input)),
  print: os.print.handler(async ({ input, context }) => {
    const { desktop, now } = context.program
    if (!desktop) throw ruleBroken('no-desktop')
    const to = { target: 'printer' as const, printer: input.printer }
    await sendPaper(openEvent(context), desktop, { request: requestToSend(context, input), to }, now())
  }),
})

async function savePdf(
  context: RpcContext,
  input: PaperAct,
): Promise<{ status: 'done'; path: string } | { status: 'given-up' }> {
  const desktop = dialogsFor(context)
  if (!desktop) throw ruleBroken('no-desktop')
  const event = openEvent(context)
  const { fileName } = await getPaper(event, input.request, context.program.now())
  const path = await desktop.chooseSavePath(fileName, 'pdf')
  if (path === null) return { status: 'given-up' }
  const to = { target: 'pdf' as const, path }
  await sendPaper(event, desktop, { request: requestToSend(context, input), to }, context.program.now())
  return { status: 'done', path }
}

/** Numbers are fixed only when the paper really is on its way. */
function requestToSend(context: RpcContext, { fixesNumbers, ...input }: PaperAct): PaperRequest {
  return fixesNumbers ? fixNumbers(openEvent(context), context.caller, input, context.program.now()) : input.request
}
