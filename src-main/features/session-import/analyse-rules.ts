import { type Cell, cellText } from '#main/features/table-import/cell-rules.ts'
import { isColumnNumbers, makeHeaderAgain } from '#main/features/table-import/skip-rules.ts'
import { nextDayEnd } from './clock-rules.ts'
import { type DayReading, type KnownDay, readDay } from './day-rules.ts'
import { BREAK_KIND, isCountedByDefault } from './kind-rules.ts'
import { findOverlaps } from './overlap-rules.ts'
import { NEEDS_LOOK, type NoteCode, type ReadRow, readRow, type RowNote, type SessionDraft } from './row-rules.ts'
import type { RundownColumn } from './rundown-table-rules.ts'
import { changesTo, type DetailChange, type KnownSession } from './session-change-rules.ts'

/** What a person says about a row; null = as the table says. */
export interface RowDecision {
  rowNumber: number
  /** Don't import it. */
  isLeft: boolean
  dayId: string | null
  startMinute: number | null
  endMinute: number | null
  /** A room's name: one of the event, or a new one. */
  room: string | null
  isCounted: boolean | null
}

export interface RundownInput {
  rows: readonly Cell[][]
  /** 0-based; rows up to and with it are not read. -1: there is none. */
  headerRow: number
  mapping: readonly RundownColumn[]
  /** In the order of their dates. */
  days: readonly KnownDay[]
  /** Names of the rooms in use. */
  rooms: readonly string[]
  sessions: readonly KnownSession[]
  /** For rows that name no day or room, as somebody chose; null and '' = nobody did. */
  defaultDayId: string | null
  defaultRoom: string
  decisions: readonly RowDecision[]
}

export const ROW_STATES = ['new', 'changed', 'same', 'needsLook', 'left', 'skipped'] as const
export type RowState = (typeof ROW_STATES)[number]
export const SKIP_REASONS = ['blank', 'column-numbers', 'repeated-header', 'day-heading', 'repeated-row'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** A row and the session that it becomes. */
export interface AnalysedRow {
  /** 1-based, as the spreadsheet program counts. */
  rowNumber: number
  state: RowState
  skipReason: SkipReason | null
  notes: RowNote[]
  draft: SessionDraft
  isBreak: boolean
  isCounted: boolean
  /** The room is not there yet. */
  isNewRoom: boolean
  /** The session of the event that it is. */
  sessionId: string | null
  /** What of that session the row says otherwise. */
  changes: DetailChange[]
  /** An end that may be meant where the row says none; nobody has agreed to it. */
  suggestedEnd: number | null
}

export interface RundownAnalysis {
  rows: AnalysedRow[]
  /** Sessions of the event that no row speaks of; they stay as they are. */
  untouched: KnownSession[]
}

const NOTHING_SAID: SessionDraft = {
  dayId: null,
  startMinute: null,
  endMinute: null,
  title: '',
  kind: '',
  room: '',
  speakers: [],
  moderator: '',
  capacity: null,
  note: '',
}

/**
 * Judges every row below the header: a new session, a session of the event that stays or changes, or a row that somebody has to look
 * at. Day, start, room and title make a session the same. Pure; no row is left out.
 */
export function analyseRundown(input: RundownInput): RundownAnalysis {
  const decisions = new Map(input.decisions.map(decision => [decision.rowNumber, decision]))
  const said = readRows(input).map(row => (row.read ? withDecision(row, row.read, input, decisions) : row))
  const named = new Set(said.map(({ read }) => (read ? identityOf(read.draft) : '')))
  const known = makeSessionFinder(input.sessions, named)
  const taken = new Map<string, AnalysedRow>()
  const rows = said.map(({ rowNumber, read, skipReason }) => {
    if (!read) return skipped(rowNumber, skipReason ?? 'blank')
    const whole = withWhatIsMissing(withTwin(read, known))
    return refuseTwice(judge(whole, rowNumber, decisions.get(rowNumber), known), taken)
  })
  suggestEnds(rows)
  const roomNames = new Set(input.rooms.map(plainKey))
  for (const row of rows) row.isNewRoom = row.draft.room !== '' && !roomNames.has(plainKey(row.draft.room))
  const met = new Set(rows.map(row => row.sessionId))
  const untouched = input.sessions.filter(session => !met.has(session.id))
  noteNeighbours(rows, untouched)
  return { rows, untouched }
}

interface RowAtHand {
  rowNumber: number
  read?: ReadRow
  skipReason?: SkipReason
}

function readRows({ rows, headerRow, mapping, days }: RundownInput): RowAtHand[] {
  const isHeaderAgain = makeHeaderAgain(mapping)
  let above: DayReading = { kind: 'none' }
  return rows.slice(headerRow + 1).map((row, index): RowAtHand => {
    const rowNumber = headerRow + 2 + index
    const texts = row.map(cellText).filter(text => text !== '')
    if (texts.length === 0) return { rowNumber, skipReason: 'blank' }
    if (isColumnNumbers(texts)) return { rowNumber, skipReason: 'column-numbers' }
    if (isHeaderAgain(texts)) return { rowNumber, skipReason: 'repeated-header' }
    const heading = readHeading(texts, days)
    if (heading) {
      above = heading
      return { rowNumber, skipReason: 'day-heading' }
    }
    const read = readRow(row, mapping, days, above)
    if (read.draft.dayId !== null) above = { kind: 'day', id: read.draft.dayId }
    else if (
      read.notes.some(({ code, written }) => code !== 'day-missing' && code.startsWith('day-') && written !== '')
    )
      above = { kind: 'unknown' }
    return { rowNumber, read }
  })
}

const DAY_WORD = /^(hari|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|day)\b/iu

/** A row that holds a day alone (merged cells repeat it) speaks for the rows below it. */
function readHeading(texts: readonly string[], days: readonly KnownDay[]): DayReading | undefined {
  const [text = '', ...others] = new Set(texts)
  if (others.length > 0 || !/\p{L}/u.test(text)) return undefined
  const reading = readDay(text, days)
  if (reading.kind !== 'unknown') return reading.kind === 'none' ? undefined : reading
  return DAY_WORD.test(text) && /\d/u.test(text) ? reading : undefined
}

function skipped(rowNumber: number, skipReason: SkipReason): AnalysedRow {
  return {
    rowNumber,
    state: 'skipped',
    skipReason,
    notes: [],
    draft: NOTHING_SAID,
    isBreak: false,
    isCounted: false,
    isNewRoom: false,
    sessionId: null,
    changes: [],
    suggestedEnd: null,
  }
}

const LOOK: ReadonlySet<NoteCode> = new Set(NEEDS_LOOK)
const DAY_NOTES: ReadonlySet<NoteCode> = new Set([
  'day-missing',
  'day-unknown',
  'day-ambiguous',
  'day-contradicts',
  'day-from-above',
  'day-only-one',
])
const START_NOTES: ReadonlySet<NoteCode> = new Set(['no-time', 'time-unreadable'])
const END_NOTES: ReadonlySet<NoteCode> = new Set(['no-end', 'end-open', 'ends-before-start'])

/** Lays what a person said over what the row says; their word settles what was wrong with it. */
function withDecision(
  row: RowAtHand,
  read: ReadRow,
  input: RundownInput,
  decisions: ReadonlyMap<number, RowDecision>,
): RowAtHand {
  const decision = decisions.get(row.rowNumber)
  const isDayOpen = read.notes.some(({ code }) => code === 'day-missing')
  const dayId = decision?.dayId ?? (isDayOpen ? input.defaultDayId : null)
  const [start, end] = [decision?.startMinute ?? null, decision?.endMinute ?? null]
  const draft = {
    ...read.draft,
    dayId: dayId ?? read.draft.dayId,
    startMinute: start ?? read.draft.startMinute,
    endMinute: end ?? read.draft.endMinute,
    room: decision?.room ?? (read.draft.room === '' ? input.defaultRoom : read.draft.room),
  }
  const notes = read.notes.filter(({ code }) => {
    if (DAY_NOTES.has(code)) return dayId === null
    if (START_NOTES.has(code)) return start === null
    return !END_NOTES.has(code) || (start === null && end === null)
  })
  return { ...row, read: { ...read, draft, notes } }
}

/** Room and end of the session that the row can only mean. */
function withTwin(read: ReadRow, known: SessionFinder): ReadRow {
  const { room, endMinute } = read.draft
  const twin = room === '' || endMinute === null ? known.alike(read.draft) : undefined
  if (!twin) return read
  const draft = { ...read.draft, room: room || twin.room, endMinute: endMinute ?? twin.endMinute }
  return { ...read, draft, notes: read.notes.filter(({ code }) => endMinute !== null || !END_NOTES.has(code)) }
}

/** With what is wrong with times and room after everything was said. */
function withWhatIsMissing(read: ReadRow): ReadRow {
  const { startMinute, endMinute, room } = read.draft
  const notes = [...read.notes]
  const isTold = notes.some(({ code }) => START_NOTES.has(code) || END_NOTES.has(code))
  if (!isTold && startMinute === null) notes.push({ code: 'no-time' })
  else if (!isTold && endMinute === null) notes.push({ code: 'no-end' })
  else if (!isTold && Number(endMinute) <= Number(startMinute)) notes.push({ code: 'ends-before-start' })
  if (room === '') notes.push({ code: 'no-room' })
  return { ...read, notes }
}

function judge(read: ReadRow, rowNumber: number, decision: RowDecision | undefined, known: SessionFinder): AnalysedRow {
  const { draft, notes } = read
  const needsLook = notes.some(({ code }) => LOOK.has(code))
  const session = known.same(draft)
  const isKnownKind = session !== undefined && (!read.isKindWritten || session.kind === draft.kind)
  const isBreak = isKnownKind ? session.isBreak : draft.kind === BREAK_KIND
  const duration = Number(draft.endMinute) - Number(draft.startMinute)
  const wanted = decision?.isCounted ?? session?.isCounted ?? isCountedByDefault(draft.kind, duration)
  const isCounted = wanted && !isBreak
  const changes = session && !needsLook ? changesTo(session, { ...read, isCounted, isBreak }) : []
  const settled = session ? (changes.length > 0 ? 'changed' : 'same') : 'new'
  return {
    ...skipped(rowNumber, 'blank'),
    skipReason: null,
    state: decision?.isLeft ? 'left' : needsLook ? 'needsLook' : settled,
    notes: [...notes],
    draft,
    isBreak,
    isCounted,
    sessionId: session?.id ?? null,
    changes,
  }
}

/** A row that says what a row before it said is left aside; one that says it otherwise has to be looked at. */
function refuseTwice(row: AnalysedRow, taken: Map<string, AnalysedRow>): AnalysedRow {
  const key = identityOf(row.draft)
  if (key === '' || row.state === 'left') return row
  const first = taken.get(key)
  if (!first) {
    taken.set(key, row)
    return row
  }
  if (JSON.stringify(first.draft) === JSON.stringify(row.draft)) {
    return { ...skipped(row.rowNumber, 'repeated-row'), notes: [], draft: row.draft }
  }
  const notes: RowNote[] = [...row.notes, { code: 'said-twice', written: String(first.rowNumber) }]
  return { ...row, state: 'needsLook', notes, sessionId: null, changes: [] }
}

interface SessionFinder {
  /** The session of the same day, start, room and title. */
  same: (draft: SessionDraft) => KnownSession | undefined
  /** The only session of the same day, start and title (and room, where one is named) that no other row names. */
  alike: (draft: SessionDraft) => KnownSession | undefined
}

function makeSessionFinder(sessions: readonly KnownSession[], named: ReadonlySet<string>): SessionFinder {
  const byKey = new Map(sessions.toReversed().map(session => [identityOf(session), session]))
  return {
    same: draft => byKey.get(identityOf(draft)),
    alike: draft => {
      const found = sessions.filter(
        session =>
          (!named.has(identityOf(session)) || identityOf(session) === identityOf(draft)) &&
          session.dayId === draft.dayId &&
          session.startMinute === draft.startMinute &&
          plainKey(session.title) === plainKey(draft.title) &&
          (draft.room === '' || plainKey(session.room) === plainKey(draft.room)),
      )
      return found.length === 1 ? found[0] : undefined
    },
  }
}

/** '' as long as a part is missing. */
function identityOf({ dayId, startMinute, room, title }: SessionDraft): string {
  if (dayId === null || startMinute === null || room === '' || title === '') return ''
  return JSON.stringify([dayId, startMinute, plainKey(room), plainKey(title)])
}

/** Names are the same whatever their capitals and blanks. */
export const plainKey = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** The next start of the same day, or the small hours of the next day; only ever a suggestion. */
function suggestEnds(rows: readonly AnalysedRow[]): void {
  for (const [index, row] of rows.entries()) {
    const { startMinute, endMinute, dayId } = row.draft
    if (startMinute === null || row.state !== 'needsLook') continue
    if (endMinute !== null && endMinute <= startMinute) row.suggestedEnd = nextDayEnd(startMinute, endMinute)
    if (endMinute !== null) continue
    const next = rows
      .slice(index + 1)
      .find(({ draft }) => draft.dayId === dayId && draft.startMinute !== null && draft.startMinute > startMinute)
    row.suggestedEnd = next?.draft.startMinute ?? null
  }
}

/** Tells of rooms that are taken twice, and of sessions that perhaps were moved rather than added. */
function noteNeighbours(rows: readonly AnalysedRow[], untouched: readonly KnownSession[]): void {
  const standing = rows.filter(({ state }) => state === 'new' || state === 'changed' || state === 'same')
  const overlaps = findOverlaps([...standing.map(({ draft }) => draft), ...untouched])
  for (const row of standing) {
    for (const written of overlaps.get(row.draft) ?? []) row.notes.push({ code: 'overlaps', written })
    const elsewhere = untouched.find(
      session => session.dayId === row.draft.dayId && plainKey(session.title) === plainKey(row.draft.title),
    )
    if (row.state === 'new' && elsewhere) {
      row.notes.push({ code: 'perhaps-moved', written: `${clock(elsewhere.startMinute)}, ${elsewhere.room}` })
    }
  }
}

/** `07.30`; after midnight the hours start again. */
export function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(minute === 1440 ? 24 : hours).padStart(2, '0')}.${String(minutes).padStart(2, '0')}`
}
