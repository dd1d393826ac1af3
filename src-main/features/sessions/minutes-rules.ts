import type { AttendanceRule } from './attendance-rules.ts'
import { breaksOff, lengthOutside, type PlannedSession, possibleMinutes, type Span } from './schedule-rules.ts'
import type { Stay } from './stay-rules.ts'

const MINUTE_MS = 60_000

/** What scans say about one person in one session. */
export interface ScannedAttendance {
  /** A scan puts them there at some time of the session. */
  hasCome: boolean
  /** Whole minutes that count, never more than the session has. */
  minutes: number
  /** The rule's minimum is reached. */
  isEnough: boolean
  firstIn: number | null
  /** Null while they are there, and where nothing tells when they left. */
  lastOut: number | null
  isLate: boolean
  hasLeftEarly: boolean
  isExitMissing: boolean
}

const NOTHING: ScannedAttendance = {
  hasCome: false,
  minutes: 0,
  isEnough: false,
  firstIn: null,
  lastOut: null,
  isLate: false,
  hasLeftEarly: false,
  isExitMissing: false,
}

interface Part extends Span {
  stay: Stay
  /** When they left, where a scan tells. */
  leftAt: number | null
  isExitMissing: boolean
}

/**
 * What somebody's stays say about a session, as known at `at`. An explicit exit covers every session of that room which it spans;
 * any other stay reaches at most to the end of the session it was scanned into, and without an exit before that end the
 * rule says what it counts. While the session runs nobody's exit is missing yet.
 */
export function countScans(session: PlannedSession, stays: readonly Stay[], at: number): ScannedAttendance {
  const parts: Part[] = []
  for (const stay of stays) {
    const part = partOf(session, stay, at)
    if (part) parts.push(part)
  }
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return NOTHING
  const { startsAt } = session
  const { ruleInForce: rule } = session
  const graceEndsAt = startsAt + rule.graceMinutes * MINUTE_MS
  if (first.startsAt <= graceEndsAt && first.endsAt > first.startsAt) first.startsAt = startsAt
  const breaks = breaksOff(session)
  const attendedMs = parts.reduce((sum, part) => sum + lengthOutside(part, breaks), 0)
  const minutes = Math.floor(attendedMs / MINUTE_MS)
  return {
    hasCome: true,
    minutes,
    isEnough: minutes >= neededMinutes(rule, possibleMinutes(session)),
    firstIn: first.stay.from,
    lastOut: last.leftAt,
    isLate: first.stay.from > graceEndsAt,
    hasLeftEarly: last.leftAt !== null && last.leftAt < session.endsAt,
    isExitMissing: parts.some(part => part.isExitMissing),
  }
}

/** What of a stay lies within the session; null when it does not touch it. */
function partOf(session: PlannedSession, stay: Stay, at: number): Part | null {
  const { startsAt, endsAt } = session
  const reach = stay.until ?? Number.POSITIVE_INFINITY
  if (stay.from >= endsAt || reach <= startsAt || stay.from > at || startsAt > at) return null
  const isOwn = stay.sessionId === session.id
  if (!isOwn && !(stay.isExplicitExit && stay.roomId === session.roomId)) return null
  const from = Math.max(stay.from, startsAt)
  const isExitKnown = stay.isExplicitExit || reach <= endsAt
  const isExitMissing = !isExitKnown && at >= endsAt
  const counts = !isExitMissing || session.ruleInForce.missingExit === 'until-end'
  return {
    stay,
    startsAt: from,
    endsAt: counts ? Math.min(reach, endsAt, at) : from,
    leftAt: isExitKnown ? stay.until : null,
    isExitMissing,
  }
}

/** The whole minutes that a rule asks for where so many are possible; a session shorter than the minimum is asked for whole. */
export function neededMinutes({ minimum }: AttendanceRule, possible: number): number {
  if (minimum.by === 'share') return Math.ceil((possible * minimum.percent) / 100)
  return minimum.by === 'minutes' ? Math.min(minimum.minutes, possible) : 0
}
