import type { ReadHandle } from '#main/event-file/handles.ts'
import { timeZoneSchema } from '#main/features/events/contract.ts'
import { startOfDate } from '#main/features/events/time-rules.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { type AttendanceRule, DEFAULT_ATTENDANCE_RULE } from './attendance-rules.ts'
import { type Admission, type Room, type Session, type SessionSettings, settingsSchema } from './contract.ts'
import {
  getRoomRow,
  getSettingsText,
  getTimeZone,
  listEventDays,
  listPlanned,
  listRoomRows,
  type PlannedRow,
  type RoomRow,
} from './plan-queries.ts'
import { mergeSpans, type PlannedSession, type Span } from './schedule-rules.ts'

const MINUTE_MS = 60_000

const DEFAULT_SETTINGS: SessionSettings = {
  rule: DEFAULT_ATTENDANCE_RULE,
  opensMinutesBefore: 30,
  isSignatureOnScreen: false,
}

/** How attendance is taken in this event; the defaults until somebody chooses otherwise. */
export function readSettings(db: ReadHandle): SessionSettings {
  const text = getSettingsText(db)
  return text === undefined ? DEFAULT_SETTINGS : settingsSchema.parse(JSON.parse(text))
}

/** The programme of an event, as doors and reports need it. */
export interface Plan {
  settings: SessionSettings
  days: { id: string; date: string; label: string; startsAt: number }[]
  /** By time; archived ones too, for what was scanned for them stays on record. */
  sessions: readonly PlannedSession[]
  sessionOf: (id: string) => PlannedSession | undefined
  dayOf: (id: string) => string | undefined
}

/** Reads the programme. It is a few dozen rows, whatever has been scanned. */
export function readPlan(db: ReadHandle): Plan {
  const zone = timeZoneSchema.parse(getTimeZone(db))
  const settings = readSettings(db)
  const days = listEventDays(db).map(day => ({ ...day, startsAt: startOfDate(day.date, zone) }))
  const starts = new Map(days.map(day => [day.id, day.startsAt]))
  const rows = listPlanned(db)
  const timed = rows.map(row => toSession(row, starts.get(row.day_id) ?? 0))
  const breaks = breaksByDay(rows, timed)
  const sessions = timed.map(
    (session, index): PlannedSession => ({
      ...session,
      isArchived: rows[index]?.archived_at != null,
      ruleInForce: session.rule ?? settings.rule,
      breaks: session.isBreak ? [] : (breaks.get(session.dayId) ?? []),
    }),
  )
  const byId = new Map(sessions.map(session => [session.id, session]))
  return { settings, days, sessions, sessionOf: id => byId.get(id), dayOf: id => byId.get(id)?.dayId }
}

function breaksByDay(rows: readonly PlannedRow[], sessions: readonly Session[]): Map<string, Span[]> {
  const breaks = sessions.filter((session, index) => session.isBreak && rows[index]?.archived_at === null)
  return new Map([...Map.groupBy(breaks, one => one.dayId)].map(([dayId, spans]) => [dayId, mergeSpans(spans)]))
}

function toSession(row: PlannedRow, dayStartsAt: number): Session {
  return {
    id: row.id,
    dayId: row.day_id,
    date: row.date,
    title: row.title,
    kind: row.kind,
    roomId: row.room_id,
    roomName: row.room_name,
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    startsAt: dayStartsAt + row.start_minute * MINUTE_MS,
    endsAt: dayStartsAt + row.end_minute * MINUTE_MS,
    capacity: row.capacity,
    limit: row.capacity ?? row.room_capacity,
    isCounted: row.is_counted === 1,
    isBreak: row.is_break === 1,
    admission: JSON.parse(row.admission) as Admission,
    rule: row.rule === null ? null : (JSON.parse(row.rule) as AttendanceRule),
    speakers: JSON.parse(row.speakers) as string[],
    moderator: row.moderator,
    note: row.note,
  }
}

/** A planned session as it goes over the line. */
export function asSession({ isArchived: _a, ruleInForce: _r, breaks: _b, ...session }: PlannedSession): Session {
  return session
}

/** A session that is on the programme; refuses for any other id. */
export function requireSession(plan: Plan, id: string): PlannedSession {
  const session = plan.sessionOf(id)
  if (!session || session.isArchived) throw notFound('session')
  return session
}

/** The rooms in use. */
export function readRooms(db: ReadHandle): Room[] {
  return listRoomRows(db).map(toRoom)
}

/** A room in use; refuses for any other id. */
export function requireRoom(db: ReadHandle, id: string): Room {
  const row = getRoomRow(db, id)
  if (!row || row.archived_at !== null) throw notFound('room')
  return toRoom(row)
}

function toRoom({ id, name, capacity }: RoomRow): Room {
  return { id, name, capacity }
}
