/**
 * Why a file could not be opened or written as an event file. Each has its own words on screen (i18n `events.fileRefused.*`).
 * - `not-found`: nothing at that path; `not-gelar`: some other file; `from-the-future`: made by a newer Gelar;
 * - `read-only`: the file or its folder can't be written; `disk-full`: no room to work safely; `damaged`: SQLite finds it broken;
 * - `in-use`: another Gelar has it open; `exists`: creating or copying would overwrite something.
 */
export const EVENT_FILE_PROBLEMS = [
  'not-found',
  'not-gelar',
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
