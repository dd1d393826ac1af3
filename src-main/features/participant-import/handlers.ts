import { implement } from '@orpc/server'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { importList } from './commit-service.ts'
import { participantImportContract } from './contract.ts'
import { judgeAhead, preview } from './preview-service.ts'
import { makeReport, saveReport } from './report-service.ts'
import { decideRow, getReport, getRuns } from './run-service.ts'
import { forgetHeld, getHeld, proposeFor, requireHeld, requireSheet, uploadTable } from './upload-service.ts'

const os = implement(participantImportContract).$context<RpcContext>()
const MIME_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const

/** The handlers of {@link participantImportContract}. */
export const participantImportRouter = os.router({
  upload: os.upload.handler(({ input, context, signal }) =>
    uploadTable(openEvent(context), context.caller, input.file, context.program.now(), signal),
  ),
  held: os.held.handler(
    ({ context }) => getHeld(openEvent(context), context.caller, context.program.now())?.shown ?? null,
  ),
  forget: os.forget.handler(({ context }) => forgetHeld(openEvent(context), context.caller)),
  propose: os.propose.handler(({ input, context }) => {
    const event = openEvent(context)
    const table = requireHeld(event, context.caller, input.uploadId, context.program.now())
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
    const { fileName, bytes } = await makeReport(openEvent(context), input, program.now())
    const dialogs = dialogsFor(context)
    if (!dialogs) {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], `${fileName}.${input.format}`, {
        type: MIME_TYPES[input.format],
      })
      return { savedAt: null, file }
    }
    const path = await dialogs.chooseSavePath(fileName, input.format)
    if (path !== null) await saveReport(path, bytes)
    return { savedAt: path, file: null }
  }),
})
