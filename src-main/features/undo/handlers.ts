import { implement } from '@orpc/server'
import { openEvent, type RpcContext } from '#main/rpc/context.ts'
import { undoContract } from './contract.ts'
import { findLastUndoable, undoAct } from './service.ts'

const os = implement(undoContract).$context<RpcContext>()

/** The handlers of {@link undoContract}. */
export const undoRouter = os.router({
  last: os.last.handler(({ input, context }) => findLastUndoable(openEvent(context), context.caller, input.place)),
  act: os.act.handler(({ input, context }) =>
    undoAct(openEvent(context), context.caller, input, context.program.now()),
  ),
})
