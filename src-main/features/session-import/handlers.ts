import { implement } from '@orpc/server'
import { handOverReport } from '#main/features/table-import/report-file-service.ts'
import { requireSheet } from '#main/features/table-import/table-desk-service.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { commitRundown } from './commit-service.ts'
import { sessionImportContract } from './contract.ts'
import { getRundownReport, listRundownRuns, makeRundownReport } from './run-service.ts'
import { previewRundown, rundownDesk } from './rundown-service.ts'

const os = implement(sessionImportContract).$context<RpcContext>()

/** The handlers of {@link sessionImportContract}. */
export const sessionImportRouter = os.router({
  upload: os.upload.handler(({ input, context, signal }) =>
    rundownDesk.upload(openEvent(context), context.caller, input.file, context.program.now(), signal),
  ),
  held: os.held.handler(
    ({ context }) => rundownDesk.held(openEvent(context), context.caller, context.program.now())?.shown ?? null,
  ),
  forget: os.forget.handler(({ context }) => rundownDesk.forget(openEvent(context), context.caller)),
  propose: os.propose.handler(({ input, context }) => {
    const event = openEvent(context)
    const table = rundownDesk.require(event, context.caller, input.uploadId, context.program.now())
    return rundownDesk.propose(event.db, requireSheet(table, input.sheet), input.headerRow).proposal
  }),
  preview: os.preview.handler(({ input, context }) =>
    previewRundown(openEvent(context), context.caller, input, context.program.now()),
  ),
  commit: os.commit.handler(({ input, context }) =>
    commitRundown(openEvent(context), context.caller, input, context.program.now()),
  ),
  runs: os.runs.handler(({ context }) => listRundownRuns(openEvent(context))),
  report: os.report.handler(({ input, context }) => getRundownReport(openEvent(context), input.runId)),
  exportReport: os.exportReport.handler(async ({ input, context }) => {
    const report = await makeRundownReport(openEvent(context), input)
    return handOverReport(dialogsFor(context), report, input.format)
  }),
})
