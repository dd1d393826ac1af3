import { writeFile } from 'node:fs/promises'
import { implement } from '@orpc/server'
import { runJob } from '#main/jobs/run-job.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { asFileName } from '#main/features/documents/format-rules.ts'
import { activityReportContract } from './contract.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const os = implement(activityReportContract).$context<RpcContext>()

/** The handlers of {@link activityReportContract}. */
export const activityReportRouter = os.router({
  save: os.save.handler(({ context }) => save(context)),
})

async function save(context: RpcContext): Promise<{ savedAt: string | null; file: File | null }> {
  const { path } = openEvent(context)
  const report = await runJob('write-report', { path, at: context.program.now() })
  const fileName = asFileName(report.fileName)
  const dialogs = dialogsFor(context)
  if (!dialogs) {
    return {
      savedAt: null,
      file: new File([report.bytes as Uint8Array<ArrayBuffer>], `${fileName}.docx`, { type: WORD }),
    }
  }
  const savedAt = await dialogs.chooseSavePath(fileName, 'docx')
  if (savedAt !== null) await writeWhole(savedAt, report.bytes)
  return { savedAt, file: null }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch {
    throw ruleBroken('report-not-written', path)
  }
}
