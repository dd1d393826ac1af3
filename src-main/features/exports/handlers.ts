import { implement } from '@orpc/server'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { exportBundle } from './bundle-service.ts'
import { exportsContract } from './contract.ts'
import { exportFile } from './export-service.ts'
import { watchProgress, withProgress } from './progress-service.ts'

const os = implement(exportsContract).$context<RpcContext>()

/** The handlers of {@link exportsContract}. */
export const exportsRouter = os.router({
  file: os.file.handler(({ input, context, signal }) => {
    const lent = { dialogs: dialogsFor(context), at: context.program.now(), signal }
    return withProgress(input.actId, report =>
      exportFile(openEvent(context), context.caller, input, { ...lent, report }),
    )
  }),
  bundle: os.bundle.handler(({ input, context, signal }) => {
    const { desktop, now } = context.program
    const lent = { desktop, dialogs: dialogsFor(context), at: now(), signal }
    return withProgress(input.actId, report =>
      exportBundle(openEvent(context), context.caller, input, { ...lent, report }),
    )
  }),
  progress: os.progress.handler(({ input, signal }) => watchProgress(input.actId, signal)),
})
