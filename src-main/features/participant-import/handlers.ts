import { implement } from '@orpc/server'
import { handOverReport } from '#main/features/table-import/report-file-service.ts'
import { requireSheet } from '#main/features/table-import/table-desk-service.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { importList } from './commit-service.ts'
import { participantImportContract } from './contract.ts'
import { judgeAhead, preview } from './preview-service.ts'
import { makeReport } from './report-service.ts'
import { decideRow, getReport, getRuns } from './run-service.ts'
import { peopleDesk, proposeFor } from './upload-service.ts'

const os = implement(participantImportContract).$context<RpcContext>()

/** The handlers of {@link participantImportContract}. */
export const participantImportRouter = os.router({
  upload: os.upload.handler(({ input, context, signal }) =>
    peopleDesk.upload(openEvent(context), context.caller, input.file, context.program.now(), signal),
  ),
  held: os.held.handler(
    ({ context }) => peopleDesk.held(openEvent(context), context.caller, context.program.now())?.shown ?? null,
  ),
  forget: os.forget.handler(({ context }) => peopleDesk.forget(openEvent(context), context.caller)),
  propose: os.propose.handler(({ input, context }) => {
    const event = openEvent(context)
    const table = peopleDesk.require(event, context.caller, input.uploadId, context.program.now())
    return proposeFor(event.db, requireSheet(table, input.sheet), input.headerRow)
  }),
  analyse: os.analyse.handler(async ({ input, context }) => {
    await judgeAhead(openEvent(context), context.caller, input.settings, context.program.now())
    return preview(openEvent(context), context.caller, input, context.program.now())
  }),
  commit: os.commit.handler(({ input, context }) =>
    importList(openEvent(context), context.caller, input, context.program.now()),
  ),
  runs: os.runs.handler(({ context }) => getRuns(openEvent(context))),
  report: os.report.handler(({ input, context }) => getReport(openEvent(context), input, context.program.now())),
  decideRow: os.decideRow.handler(({ input, context }) =>
    decideRow(openEvent(context), context.caller, input, context.program.now()),
  ),
  exportReport: os.exportReport.handler(async ({ input, context }) => {
    const { program } = context
    const report = await makeReport(openEvent(context), input, program.now())
    return handOverReport(dialogsFor(context), report, input.format)
  }),
})
