/** Why a file could not be read as a table. Closed set: every code has words in the renderer. */
export const TABLE_FILE_ERROR_CODES = [
  'not-a-table-file',
  'wrong-extension',
  'broken-file',
  'too-large',
  'zip-bomb',
  'encrypted',
  'old-xls',
  'empty',
  'timed-out',
  'out-of-memory',
  'cancelled',
] as const

export type TableFileErrorCode = (typeof TABLE_FILE_ERROR_CODES)[number]

/** `found` names what the bytes are when that differs from what was expected (`html`, `pdf`, `xlsx`, `csv`, `image`, ...). */
export interface TableFileError {
  code: TableFileErrorCode
  found?: string
}

/** What was left aside or taken on trust while reading; the person is told. */
export type TableNotice = 'external-links-ignored' | 'macros-ignored' | 'formula-results-taken' | 'uneven-quotes'
