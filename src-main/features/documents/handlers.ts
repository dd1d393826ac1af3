import { implement } from '@orpc/server'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { documentsContract, type PaperRequest } from './contract.ts'
import { getPaper, sendPaper } from './service.ts'
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
  paper: os.paper.handler(({ input, context }) => getPaper(openEvent(context), input, context.program.now())),
  savePdf: os.savePdf.handler(({ input, context }) => savePdf(context, input.request)),
  print: os.print.handler(async ({ input: { request, printer }, context }) => {
    const { desktop, now } = context.program
    if (!desktop) throw ruleBroken('no-desktop')
    await sendPaper(openEvent(context), desktop, { request, to: { target: 'printer', printer } }, now())
  }),
})

async function savePdf(
  context: RpcContext,
  request: PaperRequest,
): Promise<{ status: 'done'; path: string } | { status: 'given-up' }> {
  const desktop = dialogsFor(context)
  if (!desktop) throw ruleBroken('no-desktop')
  const event = openEvent(context)
  const at = context.program.now()
  const { fileName } = await getPaper(event, request, at)
  const path = await desktop.chooseSavePath(fileName, 'pdf')
  if (path === null) return { status: 'given-up' }
  await sendPaper(event, desktop, { request, to: { target: 'pdf', path } }, at)
  return { status: 'done', path }
}
