import { implement } from '@orpc/server'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { badgesContract, type PrintAnswer, type PrintJob, type PrintRequest } from './contract.ts'
import { archiveLayoutOf, duplicateLayout, getLayouts, makeDefaultLayout, saveLayout } from './layout-service.ts'
import {
  countRecipients,
  findRecipients,
  getJobs,
  getSamples,
  getSheet,
  objectionTo,
  queuePrint,
  retryJob,
  stepJob,
  takeDialogJob,
} from './print-service.ts'

const os = implement(badgesContract).$context<RpcContext>()

const layouts = os.layouts.router({
  list: os.layouts.list.handler(({ context }) => getLayouts(openEvent(context))),
  save: os.layouts.save.handler(({ input, context }) =>
    saveLayout(openEvent(context), context.caller, input, context.program.now()),
  ),
  duplicate: os.layouts.duplicate.handler(({ input, context }) =>
    duplicateLayout(openEvent(context), context.caller, input, context.program.now()),
  ),
  archive: os.layouts.archive.handler(({ input, context }) =>
    archiveLayoutOf(openEvent(context), context.caller, input, context.program.now()),
  ),
  setDefault: os.layouts.setDefault.handler(({ input, context }) =>
    makeDefaultLayout(openEvent(context), context.caller, input, context.program.now()),
  ),
})

/** The handlers of {@link badgesContract}. */
export const badgesRouter = os.router({
  layouts,
  samples: os.samples.handler(({ context }) => getSamples(openEvent(context), context.program.now())),
  sheet: os.sheet.handler(({ input, context }) => getSheet(openEvent(context), input, context.program.now())),
  printers: os.printers.handler(async ({ context }) => (await context.program.desktop?.listPrinters()) ?? []),
  count: os.count.handler(({ input, context }) => countRecipients(openEvent(context), input)),
  print: os.print.handler(({ input, context }) => print(context, input)),
  jobs: os.jobs.handler(({ context }) => getJobs(openEvent(context), context.caller)),
  retry: os.retry.handler(({ input, context }) => {
    const target = input.target && !context.program.desktop ? 'dialog' : input.target
    const isTakenOver = !dialogsFor(context)
    retryJob(openEvent(context), context.caller, { ...input, target, isTakenOver }, context.program.now())
  }),
  cancel: os.cancel.handler(({ input, context }) =>
    stepJob(openEvent(context), context.caller, { ...input, step: 'cancel' }, context.program.now()),
  ),
  startDialog: os.startDialog.handler(({ input, context }) => ({
    isMine: takeDialogJob(openEvent(context), context.caller, input, context.program.now()),
  })),
  finishDialog: os.finishDialog.handler(({ input: { hasComeOut, ...input }, context }) =>
    stepJob(
      openEvent(context),
      context.caller,
      { ...input, step: hasComeOut ? 'finish' : 'fail', reason: hasComeOut ? '' : 'not-come-out' },
      context.program.now(),
    ),
  ),
})

async function print(context: RpcContext, request: PrintRequest): Promise<PrintAnswer> {
  const { program, caller } = context
  const event = openEvent(context)
  const participantIds = findRecipients(event, request.recipients)
  const objection = objectionTo(event, request, participantIds)
  if (objection) return objection
  const target = possibleTarget(context, request.target)
  const printer = target === 'pdf' ? await askWhereToSave(context) : (request.printer ?? '')
  if (printer === null) return { status: 'given-up' }
  const order = { participantIds, layoutId: request.layoutId, target, printer }
  return queuePrint(event, caller, request.actId, order, program.now())
}

async function askWhereToSave(context: RpcContext): Promise<string | null> {
  return (await dialogsFor(context)?.chooseSavePath('Badge', 'pdf')) ?? null
}

/** Without a desktop the browser prints; only the desktop's own window may ask with a dialog where to save. */
function possibleTarget(context: RpcContext, target: PrintJob['target']): PrintJob['target'] {
  if (!context.program.desktop) return 'dialog'
  return target === 'pdf' && !dialogsFor(context) ? 'dialog' : target
}
