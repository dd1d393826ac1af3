import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openReadConnection } from '#main/event-file/read-connection.ts'
import { buildExport } from '#main/features/exports/build-service.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportSubject } from '#main/features/exports/contract.ts'
import { type PlainRefusal, plainRefusal } from './export-failure.ts'
import type { ReportProgress } from './job-protocol.ts'
import { fileStream } from './write-export.ts'
import { ZipStream } from './zip-stream.ts'

/** One ZIP to write from an event file; `at` in UTC epoch milliseconds. */
export interface BundleOrder {
  path: string
  at: number
  to: string
  /** Texts that stand at the top, by file name. */
  texts: Record<string, string>
  /** Files that were made before, each with its whole place. */
  files: { place: string; path: string }[]
  /** Places in the ZIP without an ending, with what is written there; `pdf` = a file that was drawn before. */
  entries: { place: string; subject: ExportSubject; pdf: string | null }[]
}

/** The job `write-bundle`: streams every paper and list of an event into one ZIP on the disk; answers with the refusal, if any. */
export async function writeBundle(
  order: BundleOrder,
  report: ReportProgress,
): Promise<{ refusal: PlainRefusal | null }> {
  const db = openReadConnection(order.path)
  // All files of the ZIP show one moment.
  db.exec('BEGIN')
  const zip = new ZipStream(order.at)
  const total = order.entries.length * EXPORT_FORMATS.length
  let done = 0
  const open = (subject: ExportSubject, format: ExportFormat): Promise<Readable> | Readable => {
    report({ phase: 'files', done: done++, total })
    return fileStream(buildExport({ path: order.path, db }, subject, order.at), format)
  }
  for (const [name, text] of Object.entries(order.texts)) zip.addText(name, text)
  for (const { place, path } of order.files) zip.addFile(place, path)
  for (const { place, subject, pdf } of order.entries) {
    if (pdf !== null) zip.addFile(`${place}.pdf`, pdf)
    for (const format of EXPORT_FORMATS) zip.addStream(`${place}.${format}`, () => open(subject, format))
  }
  try {
    await pipeline(zip.finish(), createWriteStream(order.to))
    return { refusal: null }
  } catch (error) {
    return { refusal: plainRefusal(error) }
  } finally {
    db.close()
  }
}
