import { Readable } from 'node:stream'
import type { ExportTable } from '#main/features/exports/table-rules.ts'
import { xlsxFrame } from './xlsx-frame.ts'
import { headRows, sheetXml } from './xlsx-rows.ts'
import { ZipStream } from './zip-stream.ts'

/**
 * A table as XLSX, written while it is read, so that memory does not grow with the rows: title, frozen headings with a
 * filter, print set-up, texts as texts, real numbers and dates.
 */
export async function xlsxStream(table: ExportTable): Promise<Readable> {
  const rows = headRows(table)
  const frame = await xlsxFrame(table, rows)
  const zip = new ZipStream()
  for (const { name, bytes } of frame.parts) zip.addText(name, bytes)
  zip.addStream(frame.sheetPart, () => Readable.from(sheetXml(table, frame, rows), { objectMode: false }))
  return zip.finish()
}
