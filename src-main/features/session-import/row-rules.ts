import { type Cell, cellKind, cellText } from '#main/features/table-import/cell-rules.ts'
import { type ClockReading, readClock, readDuration } from './clock-rules.ts'
import { type DayReading, type KnownDay, readDay } from './day-rules.ts'
import { kindOfTitle, kindOfWritten } from './kind-rules.ts'
import { capacityOfNote, readCapacity, readPeople } from './people-rules.ts'
import type { RundownColumn, RundownField } from './rundown-table-rules.ts'

/** Longest texts that a session takes. */
const LINE_MAX = 500
const NOTE_MAX = 4000
const SPEAKERS_MAX = 50

/** What was noticed about a row; words under i18n `session-import.notes`. */
export interface RowNote {
  code: NoteCode
  written?: string
  header?: string
}

/** Without these a row can't become a session: somebody has to look. */
export const NEEDS_LOOK = [
  'no-title',
  'no-time',
  'time-unreadable',
  'no-end',
  'end-open',
  'ends-before-start',
  'day-missing',
  'day-unknown',
  'day-ambiguous',
  'day-contradicts',
  'no-room',
  'too-long',
  'said-twice',
] as const
/** Worth knowing, but the row goes in. */
export const WORTH_KNOWING = [
  'day-from-above',
  'day-only-one',
  'time-was-number',
  'kind-from-title',
  'capacity-from-note',
  'capacity-unreadable',
  'capacity-differs',
  'duration-unreadable',
  'duration-differs',
  'overlaps',
  'perhaps-moved',
  'cell-error',
] as const
export type NoteCode = (typeof NEEDS_LOOK)[number] | (typeof WORTH_KNOWING)[number]

/** A session as far as its row says; null and '' = not said. */
export interface SessionDraft {
  dayId: string | null
  startMinute: number | null
  endMinute: number | null
  title: string
  kind: string
  room: string
  speakers: string[]
  moderator: string
  capacity: number | null
  note: string
}

/** A row as it was read. */
export interface ReadRow {
  draft: SessionDraft
  notes: RowNote[]
  /** The kind stands in the table; otherwise the title told it. */
  isKindWritten: boolean
}

type Cells = (field: RundownField) => Cell | undefined

/** Reads one row; `above` is the day that the rows before it speak of. Nothing is filled in that the row does not say, but what is told as a note. */
export function readRow(
  row: readonly Cell[],
  mapping: readonly RundownColumn[],
  days: readonly KnownDay[],
  above: DayReading,
): ReadRow {
  const columnOf = new Map(mapping.map(({ field, column }) => [field, column]))
  const cell: Cells = field => {
    const column = columnOf.get(field)
    return column === undefined ? undefined : row[column]
  }
  const notes: RowNote[] = []
  const title = cellText(cell('title'))
  const people = readPeople(cell('speakers'))
  const kind = readKind(cell, title, notes)
  const note = readNote(row, mapping, notes)
  const moderators = readPeople(cell('moderator')).names
  const draft: SessionDraft = {
    dayId: readDayOf(cell, days, above, notes),
    ...readTimes(cell, notes),
    title,
    ...kind,
    room: cellText(cell('room')).replace(/^[\s\-–—.]+$/u, ''),
    speakers: people.names,
    moderator: moderators.length > 0 ? moderators.join('; ') : people.moderator,
    capacity: readCapacityOf(cell, notes),
    note,
  }
  if (title === '') notes.push({ code: 'no-title' })
  checkLengths(draft, notes)
  return { draft, notes, isKindWritten: cellText(cell('kind')) !== '' }
}

function readKind(cell: Cells, title: string, notes: RowNote[]): { kind: string } {
  const written = cellText(cell('kind'))
  if (written !== '') return { kind: kindOfWritten(written) }
  const kind = kindOfTitle(title)
  if (kind !== '') notes.push({ code: 'kind-from-title', written: kind })
  return { kind }
}

function readDayOf(cell: Cells, days: readonly KnownDay[], above: DayReading, notes: RowNote[]): string | null {
  const named = [cell('day'), cell('date'), dateOfTime(cell('start')), dateOfTime(cell('time'))]
  const readings = named.map(one => readDay(one, days)).filter(({ kind }) => kind !== 'none')
  const written = named
    .map(cellText)
    .filter(text => text !== '')
    .join(', ')
  const found = [...new Set(readings.flatMap(reading => (reading.kind === 'day' ? [reading.id] : [])))]
  const [id] = found
  const trouble = readings.find(({ kind }) => kind === 'unknown' || kind === 'contradictory')
  if (trouble) notes.push({ code: trouble.kind === 'unknown' ? 'day-unknown' : 'day-contradicts', written })
  else if (found.length > 1) notes.push({ code: 'day-contradicts', written })
  else if (id !== undefined) return id
  else if (readings.length > 0) notes.push({ code: 'day-ambiguous', written })
  else return dayWithoutCell(days, above, notes)
  return null
}

function dayWithoutCell(days: readonly KnownDay[], above: DayReading, notes: RowNote[]): string | null {
  const [only] = days
  if (above.kind === 'day') {
    notes.push({ code: 'day-from-above' })
    return above.id
  }
  if (above.kind === 'none' && days.length === 1 && only) {
    notes.push({ code: 'day-only-one' })
    return only.id
  }
  notes.push({ code: above.kind === 'none' ? 'day-missing' : 'day-unknown', written: '' })
  return null
}

/** The date of a spreadsheet cell that holds a date and a time; day zero is none. */
function dateOfTime(cell: Cell | undefined): Cell | undefined {
  const date = /^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}$/u.exec(cellText(cell))?.[1]
  return cellKind(cell) === 'date' && date !== undefined && !/^1(899|90)/u.test(date) ? date : undefined
}

type Times = Pick<SessionDraft, 'startMinute' | 'endMinute'>

function readTimes(cell: Cells, notes: RowNote[]): Times {
  const [time, from, to] = [cell('time'), cell('start'), cell('end')].map(one => readNoted(one, notes))
  if (!time || !from || !to) return { startMinute: null, endMinute: null }
  const startMinute = from.start ?? time.start
  const isOpen = time.isEndOpen || from.isEndOpen || to.isEndOpen
  const endMinute = to.start ?? from.end ?? time.end ?? null
  const lasting = readLasting(cell, notes)
  if (startMinute === null) {
    notes.push({ code: 'no-time' })
    return { startMinute: null, endMinute: null }
  }
  if (endMinute !== null && endMinute <= startMinute) {
    notes.push({ code: 'ends-before-start' })
    return { startMinute, endMinute }
  }
  if (endMinute !== null && lasting !== undefined && startMinute + lasting !== endMinute) {
    notes.push({ code: 'duration-differs', written: cellText(cell('duration')) })
  }
  const end = endMinute ?? (lasting === undefined ? null : startMinute + lasting)
  if (end === null) notes.push({ code: isOpen ? 'end-open' : 'no-end' })
  return { startMinute, endMinute: end }
}

function readNoted(cell: Cell | undefined, notes: RowNote[]): ClockReading | undefined {
  const reading = readClock(cell)
  if (!reading) notes.push({ code: 'time-unreadable', written: cellText(cell) })
  else if (reading.wasNumber) notes.push({ code: 'time-was-number', written: cellText(cell) })
  return reading
}

function readLasting(cell: Cells, notes: RowNote[]): number | undefined {
  const written = cellText(cell('duration'))
  const minutes = readDuration(cell('duration'))
  if (written !== '' && minutes === undefined) notes.push({ code: 'duration-unreadable', written })
  return minutes
}

function readCapacityOf(cell: Cells, notes: RowNote[]): number | null {
  const written = cellText(cell('capacity'))
  const own = readCapacity(written)
  const noted = capacityOfNote(cellText(cell('note')))
  if (own === undefined) notes.push({ code: 'capacity-unreadable', written })
  if (typeof own === 'number') {
    if (noted !== null && noted !== own) notes.push({ code: 'capacity-differs', written: String(noted) })
    return own
  }
  if (noted !== null) notes.push({ code: 'capacity-from-note', written: String(noted) })
  return noted
}

/** The note, and below it the columns that nobody knows, each under its header. */
function readNote(row: readonly Cell[], mapping: readonly RundownColumn[], notes: RowNote[]): string {
  const lines: string[] = []
  for (const { column, field, header } of mapping) {
    const text = cellText(row[column])
    if (text === '' || field === 'ignore') continue
    if (cellKind(row[column]) === 'error') notes.push({ code: 'cell-error', header, written: text })
    if (field === 'note') lines.unshift(text)
    else if (field === 'extra') lines.push(header === '' ? text : `${header}: ${text}`)
  }
  return lines.join('\n')
}

function checkLengths(draft: SessionDraft, notes: RowNote[]): void {
  const lines = [draft.title, draft.kind, draft.room, draft.moderator, ...draft.speakers]
  const isLong = lines.some(text => text.length > LINE_MAX) || draft.note.length > NOTE_MAX
  if (isLong || draft.speakers.length > SPEAKERS_MAX) notes.push({ code: 'too-long' })
}
