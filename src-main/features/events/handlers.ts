import { implement } from '@orpc/server'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { eventsContract } from './contract.ts'
import { copyEvent, createEvent, createOnce, createSample, listRecents, openExisting } from './creation-service.ts'
import { addLogo, getLogos, getSummary, removeLogo, setDays, updateDetails } from './service.ts'

const os = implement(eventsContract).$context<RpcContext>()

/** The handlers of {@link eventsContract}. */
export const eventsRouter = os.router({
  current: os.current.handler(({ context: { program } }) =>
    program.workspace.current ? getSummary(program.workspace.current, program.now()) : null,
  ),
  recents: os.recents.handler(({ context }) => listRecents(context.program.workspace)),
  forgetRecent: os.forgetRecent.handler(({ input, context }) => context.program.workspace.forget(input.path)),
  create: os.create.handler(({ input, context: { program } }) =>
    createOnce(program.workspace, input.actId, program.now(), () =>
      createEvent(program.workspace, input, program.now()),
    ),
  ),
  createSample: os.createSample.handler(({ input, context: { program } }) =>
    createOnce(program.workspace, input.actId, program.now(), () =>
      createSample(program.workspace, input.timeZone, program.now()),
    ),
  ),
  open: os.open.handler(({ input, context: { program } }) =>
    openExisting(program.workspace, input.path, program.now()),
  ),
  close: os.close.handler(({ context }) => context.program.workspace.close()),
  saveCopy: os.saveCopy.handler(async ({ input, context }) => ({
    path: await copyEvent(context.program.workspace, openEvent(context), input.path, context.program.now()),
  })),
  choosePath: os.choosePath.handler(async ({ input, context }) => {
    const dialogs = dialogsFor(context)
    if (!dialogs) return { isAvailable: false, path: null }
    const path =
      input.purpose === 'open'
        ? await dialogs.chooseEventFile()
        : await dialogs.chooseSavePath('Salinan acara', 'gelar')
    return { isAvailable: true, path }
  }),
  update: os.update.handler(({ input, context }) => {
    updateDetails(openEvent(context), context.caller, input, context.program.now())
    return getSummary(openEvent(context), context.program.now())
  }),
  setDays: os.setDays.handler(({ input, context }) => {
    setDays(openEvent(context), context.caller, input, context.program.now())
    return getSummary(openEvent(context), context.program.now())
  }),
  logos: os.logos.handler(({ context }) => getLogos(openEvent(context))),
  addLogo: os.addLogo.handler(({ input, context }) =>
    addLogo(openEvent(context), context.caller, input, context.program.now()),
  ),
  removeLogo: os.removeLogo.handler(({ input, context }) =>
    removeLogo(openEvent(context), context.caller, input, context.program.now()),
  ),
})
