import { buildPaper } from '#main/features/documents/build-service.ts'
import type { ReadableEvent } from '#main/features/events/service.ts'
import type { ExportSubject } from './contract.ts'
import { buildList } from './lists-service.ts'
import { type ExportTable, tableOfPaper } from './table-rules.ts'

/** What goes into a file, from any connection to the event file; `at` in UTC epoch milliseconds. Refuses what is not there. */
export function buildExport(event: ReadableEvent, subject: ExportSubject, at: number): ExportTable {
  if (subject.kind === 'list') return buildList(event, subject.request, at)
  return tableOfPaper(buildPaper(event, subject.request, at))
}
