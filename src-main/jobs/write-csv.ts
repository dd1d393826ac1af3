import { Readable } from 'node:stream'
import { writeCsvStream } from 'hucre'
import { type ExportTable, headingOf } from '#main/features/exports/table-rules.ts'
import { csvText } from './file-cells.ts'

/** A table as CSV for spreadsheet programs in Indonesia: `;`, UTF-8 with BOM, CRLF; one heading line, then the rows alone. */
export function csvStream(table: ExportTable): Readable {
  return Readable.fromWeb(writeCsvStream(csvRows(table), { delimiter: ';', bom: true, lineSeparator: '\r\n' }) as never)
}

/** Headings over groups, sums and blank rows are for reading; whoever computes with the file wants rows. */
function* csvRows({ columns, rows, timeZone }: ExportTable): Generator<string[]> {
  yield columns.map(column => csvText(headingOf(column), 'text', timeZone))
  for (const { style, cells } of rows) {
    if (style === 'row') yield columns.map(({ kind }, index) => csvText(cells[index] ?? null, kind, timeZone))
  }
}
