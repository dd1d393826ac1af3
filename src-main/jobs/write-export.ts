import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openReadConnection } from '#main/event-file/read-connection.ts'
import type { PaperRow } from '#main/features/documents/paper-rules.ts'
import { buildExport } from '#main/features/exports/build-service.ts'
import type { ExportFormat, ExportSubject } from '#main/features/exports/contract.ts'
import type { ExportTable } from '#main/features/exports/table-rules.ts'
import { type PlainRefusal, plainRefusal } from './export-failure.ts'
import type { ReportProgress } from './job-protocol.ts'
import { csvStream } from './write-csv.ts'
import { xlsxStream } from './write-xlsx.ts'

/** One file to write from an event file; `at` in UTC epoch milliseconds. */
export interface ExportOrder {
  path: string
  subject: ExportSubject
  format: ExportFormat
  at: number
  /** The path of the new file; what is there when it fails is worth nothing. */
  to: string
}
/** What came of it: name and rows (each is somebody, on papers and on the list of participants), or the foreseen refusal. */
export type WrittenExport = { fileName: string; rowCount: number } | { refusal: PlainRefusal }

const ROWS_PER_REPORT = 500

/** The job `write-export`: reads an event file beside the program's own connection and writes a paper or a list as a file. */
export async function writeExport(order: ExportOrder, report: ReportProgress): Promise<WrittenExport> {
  const db = openReadConnection(order.path)
  // What is read is one moment, however long the writing takes.
  db.exec('BEGIN')
  try {
    const table = buildExport({ path: order.path, db }, order.subject, order.at)
    let rowCount = 0
    const rows = countedRows(table, done => {
      rowCount = done
      if (done % ROWS_PER_REPORT === 0) report({ phase: 'rows', done, total: lengthOf(table.rows) })
    })
    const stream = await fileStream({ ...table, rows }, order.format)
    await pipeline(stream, createWriteStream(order.to))
    return { fileName: table.fileName, rowCount }
  } catch (error) {
    return { refusal: plainRefusal(error) }
  } finally {
    db.close()
  }
}

/** A table as the bytes of a file. */
export function fileStream(table: ExportTable, format: ExportFormat): Promise<Readable> | Readable {
  return format === 'csv' ? csvStream(table) : xlsxStream(table)
}

const lengthOf = (rows: ExportTable['rows']): number => (Array.isArray(rows) ? rows.length : 0)

function* countedRows({ rows }: ExportTable, onRow: (done: number) => void): Generator<PaperRow> {
  let done = 0
  for (const row of rows) {
    if (row.style === 'row') onRow(++done)
    yield row
  }
}
