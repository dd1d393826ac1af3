import { isBlankRow, type TableSheet } from '../features/table-import/cell-rules.ts'
import type { TableFileError, TableFileErrorCode, TableNotice } from '../features/table-import/table-file-rules.ts'
import type { ReportProgress } from './job-protocol.ts'
import { readDelimited } from './read-delimited.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { type ContentKind, isZip, promisedKind, sniffContent } from './sniff-content.ts'
import { inspectZip } from './zip-guard.ts'

export interface ReadTableInput {
  bytes: Uint8Array
  fileName: string
}

/** Every sheet of a table file as it stands in the file, or the reason why there is none. */
export type ReadTableResult =
  | { isRead: true; kind: 'xlsx' | 'xls' | 'ods' | 'csv'; sheets: TableSheet[]; notices: TableNotice[] }
  | ({ isRead: false } & TableFileError)

/** The packed file itself; what it unpacks to is bounded in the zip guard. */
export const MAX_FILE_BYTES = 64 * 2 ** 20

/**
 * The job `read-table`: bytes and file name -> sheets, or one code of a closed set. Never throws for what a file holds;
 * run it in a worker with a heap limit and a time-out (`readTableFile`), because some hostile files end only there.
 */
export async function readTable(input: ReadTableInput, report: ReportProgress = () => {}): Promise<ReadTableResult> {
  const { bytes, fileName } = input
  if (bytes.byteLength === 0) return refuse('empty')
  if (bytes.byteLength > MAX_FILE_BYTES) return refuse('too-large')
  report({ phase: 'inspect', done: 0, total: 2 })
  const zip = isZip(bytes) ? await inspectZip(bytes) : { names: [] }
  if ('refused' in zip) return refuse(zip.refused)
  const found = sniffContent(bytes, zip.names)
  const refusal = refuseContent(found, fileName)
  if (refusal) return refusal
  report({ phase: 'read', done: 1, total: 2 })
  return found === 'csv' ? readText(bytes) : readBook(bytes, found as 'xlsx' | 'xls' | 'ods', zip.names)
}

const refuse = (code: TableFileErrorCode, found?: ContentKind): ReadTableResult =>
  found ? { isRead: false, code, found } : { isRead: false, code }

function refuseContent(found: ContentKind, fileName: string): ReadTableResult | undefined {
  if (found === 'encrypted') return refuse('encrypted')
  const promised = promisedKind(fileName)
  const actual = found === 'csv' ? 'csv' : ['xlsx', 'xls', 'ods'].includes(found) ? 'spreadsheet' : undefined
  // A web page or XML saved under a spreadsheet's name is the common case of a file that is not what its name says.
  const isMislabelledText = ['html', 'xml', 'json', 'rtf'].includes(found) && promised !== undefined
  if (actual === undefined) return refuse(isMislabelledText ? 'wrong-extension' : 'not-a-table-file', found)
  return promised !== undefined && promised !== actual ? refuse('wrong-extension', found) : undefined
}

function readText(bytes: Uint8Array): ReadTableResult {
  const { sheet, hasUnevenQuotes } = readDelimited(bytes)
  if (sheet.rows.every(isBlankRow)) return refuse('empty')
  return { isRead: true, kind: 'csv', sheets: [sheet], notices: hasUnevenQuotes ? ['uneven-quotes'] : [] }
}

async function readBook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls' | 'ods',
  entryNames: readonly string[],
): Promise<ReadTableResult> {
  let sheets: TableSheet[]
  try {
    sheets = await readSpreadsheet(bytes)
  } catch (error) {
    return refuse(kind === 'xls' ? 'old-xls' : codeOf(error))
  }
  if (sheets.every(sheet => sheet.rows.every(isBlankRow))) return refuse('empty')
  const notices: TableNotice[] = []
  if (entryNames.some(name => name.startsWith('xl/externalLinks/'))) notices.push('external-links-ignored')
  if (entryNames.some(name => name.endsWith('vbaProject.bin'))) notices.push('macros-ignored')
  if (sheets.some(hasFormulas)) notices.push('formula-results-taken')
  return { isRead: true, kind, sheets, notices }
}

const hasFormulas = (sheet: TableSheet) =>
  sheet.rows.some(row => row.some(cell => typeof cell !== 'string' && cell.hasFormula === true))

/** The library speaks in words only. Content that outgrows its declared size is damage (or a lie) like any other. */
function codeOf(error: unknown): TableFileErrorCode {
  const message = error instanceof Error ? error.message : ''
  if (/over the \d+ limit/iu.test(message)) return 'too-large'
  return /encrypt|password/iu.test(message) ? 'encrypted' : 'broken-file'
}
