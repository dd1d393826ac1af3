import type { AttendanceRule } from './attendance-rules.ts'
import type { Session } from './contract.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A stretch of time, UTC epoch milliseconds. */
export interface Span {
  startsAt: number
  endsAt: number
}

/** A session as it is planned, with what follows from the rest of the plan. */
export interface PlannedSession extends Session {
  isArchived: boolean
  /** The session's own rule, else the event's. */
  ruleInForce: AttendanceRule
  /** The breaks of that day, merged and in order; a break has none. */
  breaks: readonly Span[]
}

/** When a room is open for one of its sessions. */
export interface Opening {
  session: PlannedSession
  /** Midnight at which the session's day begins. */
  dayStartsAt: number
  opensAt: number
  /** Midnight after the session's day, or its end where that is later. */
  closesAt: number
}

/** Whether scans can count for it. */
export function isDoorSession({ isArchived, isCounted, isBreak }: PlannedSession): boolean {
  return !isArchived && isCounted && !isBreak
}

/**
 * When a room opens for each of its sessions, in their order: so many minutes before the start, but not before the sessions
 * ahead of it that day are over.
 */
export function openingsOf(plan: readonly PlannedSession[], roomId: string, opensMinutesBefore: number): Opening[] {
  const sessions = plan.filter(session => session.roomId === roomId && isDoorSession(session)).toSorted(byStart)
  let day = ''
  let endsAt = 0
  return sessions.map(session => {
    const early = session.startsAt - opensMinutesBefore * MINUTE_MS
    const opensAt = session.dayId === day ? Math.max(early, endsAt) : early
    endsAt = session.dayId === day ? Math.max(endsAt, session.endsAt) : session.endsAt
    day = session.dayId
    const dayStartsAt = session.startsAt - session.startMinute * MINUTE_MS
    return { session, dayStartsAt, opensAt, closesAt: Math.max(dayStartsAt + DAY_MS, session.endsAt) }
  })
}

/** By time, then by id. */
export function byStart(one: Session, other: Session): number {
  return one.startsAt - other.startsAt || one.endsAt - other.endsAt || (one.id < other.id ? -1 : 1)
}

/**
 * The session that scans at a door count for: the held one on its day, else the one that has opened last and whose day is not over.
 * A hold that somebody forgot ends with the day of its session.
 */
export function currentOpening(openings: readonly Opening[], heldSessionId: string | null, at: number): Opening | null {
  const held = openings.find(({ session }) => session.id === heldSessionId)
  if (held && held.dayStartsAt <= at && at < held.closesAt) return held
  return openings.findLast(({ opensAt, closesAt }) => opensAt <= at && at < closesAt) ?? null
}

/** What takes over next in this room: on the day of the current session; without one, the first that is still to open. */
export function nextOpening(openings: readonly Opening[], current: Opening | null, at: number): Opening | null {
  if (!current) return openings.find(({ opensAt }) => opensAt > at) ?? null
  const next = openings[openings.indexOf(current) + 1]
  return next && next.session.dayId === current.session.dayId ? next : null
}

/** Whether the room's doors are still at this session: from its opening until the next one there opens or its day is over. */
export function isCurrent(
  plan: readonly PlannedSession[],
  { id, roomId }: Session,
  opensMinutesBefore: number,
  at: number,
): boolean {
  return currentOpening(openingsOf(plan, roomId, opensMinutesBefore), null, at)?.session.id === id
}

/** Stretches of time in order, without overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.startsAt - other.startsAt)) {
    const last = merged.at(-1)
    if (last && span.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, span.endsAt)
    else merged.push({ startsAt: span.startsAt, endsAt: span.endsAt })
  }
  return merged
}

/** How much of a stretch lies outside of these (merged) stretches. */
export function lengthOutside({ startsAt, endsAt }: Span, spans: readonly Span[]): number {
  let length = Math.max(0, endsAt - startsAt)
  for (const span of spans) {
    length -= Math.max(0, Math.min(endsAt, span.endsAt) - Math.max(startsAt, span.startsAt))
  }
  return length
}

/** The whole minutes that can be attended: the session without the breaks that its rule takes off. */
export function possibleMinutes(session: PlannedSession): number {
  return Math.floor(lengthOutside(session, breaksOff(session)) / MINUTE_MS)
}

/** The breaks that are taken off the minutes of a session. */
export function breaksOff({ ruleInForce, breaks }: PlannedSession): readonly Span[] {
  return ruleInForce.areBreaksExcluded ? breaks : []
}
