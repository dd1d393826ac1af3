import { openReadConnection } from '#main/event-file/read-connection.ts'
import { readReport } from '#main/features/activity-report/report-service.ts'
import { reportDocument } from './report-document.ts'

/** The job `write-report`: reads an event file beside the program's own connection; answers with a DOCX and its name. */
export async function writeReport({ path, at }: { path: string; at: number }): Promise<{
  fileName: string
  bytes: Uint8Array
}> {
  const db = openReadConnection(path)
  try {
    const report = readReport({ path, db }, at)
    return { fileName: report.fileName, bytes: await reportDocument(report) }
  } finally {
    db.close()
  }
}
