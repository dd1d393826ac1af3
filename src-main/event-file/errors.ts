/**
 * Why a file could not be opened or written as an event file. Each has its own words on screen (i18n `errors.EVENT_FILE_REFUSED.*`).
 * - `not-found`: nothing at that path, or no such folder; `is-folder`: a folder; `not-gelar`: some other file;
 * - `unreadable`: it may not be read; `read-only`: the file or its folder can't be written; `disk-full`: no room to work safely;
 * - `damaged`: SQLite finds it broken, or it lacks what every event has; `from-the-future`: made by a newer Gelar;
 * - `in-use`: another program has it open; `exists`: creating or copying would overwrite something.
 */
export const EVENT_FILE_PROBLEMS = [
  'not-found',
  'is-folder',
  'not-gelar',
  'unreadable',
  'from-the-future',
  'read-only',
  'disk-full',
  'damaged',
  'in-use',
  'exists',
] as const

export type EventFileProblem = (typeof EVENT_FILE_PROBLEMS)[number]

/** An event file was refused; nothing on disk was changed. */
export class EventFileError extends Error {
  readonly problem: EventFileProblem
  readonly path: string

  constructor(problem: EventFileProblem, path: string, cause?: unknown) {
    super(`event file refused: ${problem}`, { cause })
    this.name = 'EventFileError'
    this.problem = problem
    this.path = path
  }
}

const PROBLEM_BY_CODE: [RegExp, EventFileProblem][] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/^SQLITE_FULL|^SQLITE_IOERR_WRITE|^ENOSPC|^EDQUOT/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EACCES|EROFS|EPERM)/, 'read-only'],
  [/^SQLITE_(BUSY|LOCKED)|^EBUSY/, 'in-use'],
  [/^SQLITE_IOERR/, 'damaged'],
  [/^(ENOENT|ENOTDIR|ENAMETOOLONG|ELOOP|EINVAL|ERR_INVALID_ARG_VALUE)/, 'not-found'],
]

/** Puts the words of SQLite and the operating system into ours; what has none stays a bug and passes through. */
export function asEventFileError(error: unknown, path: string): unknown {
  if (error instanceof EventFileError) return error
  const code = String((error as { code?: unknown }).code ?? '')
  const known = PROBLEM_BY_CODE.find(([pattern]) => pattern.test(code))
  return known ? new EventFileError(known[1], path, error) : error
}
