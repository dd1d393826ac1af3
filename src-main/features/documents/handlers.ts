import { implement } from '@orpc/server'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { documentsContract } from './contract.ts'
import { getPaper, releasePaper, refusePrivateFor, type Sending, sendPaper } from './service.ts'
import { getDocumentSettings, setDocumentSettings } from './settings-service.ts'

const os = implement(documentsContract).$context<RpcContext>()

const settings = os.settings.router({
  get: os.settings.get.handler(({ context }) => getDocumentSettings(openEvent(context).db)),
  set: os.settings.set.handler(({ input, context }) =>
    setDocumentSettings(openEvent(context), context.caller, input, context.program.now()),
  ),
})

/** The handlers of {@link documentsContract}. */
export const documentsRouter = os.router({
  settings,
  paper: os.paper.handler(({ input, context }) => {
    refusePrivateFor(context.caller, input)
    return getPaper(openEvent(context), input, context.program.now())
  }),
  release: os.release.handler(({ input, context }) => release(context, input)),
  savePdf: os.savePdf.handler(({ input, context }) => savePdf(context, input)),
  print: os.print.handler(async ({ input: { printer, ...sending }, context }) => {
    const { desktop, now } = context.program
    if (!desktop) throw ruleBroken('no-desktop')
    const to = { target: 'printer' as const, printer }
    await sendPaper(openEvent(context), desktop, { request: release(context, sending), to }, now())
  }),
})

function release(context: RpcContext, sending: Sending): Sending['request'] {
  return releasePaper(openEvent(context), context.caller, sending, context.program.now())
}

async function savePdf(
  context: RpcContext,
  sending: Sending,
): Promise<{ status: 'done'; path: string } | { status: 'given-up' }> {
  const desktop = dialogsFor(context)
  if (!desktop) throw ruleBroken('no-desktop')
  const event = openEvent(context)
  const { fileName } = await getPaper(event, sending.request, context.program.now())
  const path = await desktop.chooseSavePath(fileName, 'pdf')
  if (path === null) return { status: 'given-up' }
  // Only now: a sheet whose numbers were fixed is one that is on its way.
  const to = { target: 'pdf' as const, path }
  await sendPaper(event, desktop, { request: release(context, sending), to }, context.program.now())
  return { status: 'done', path }
}
