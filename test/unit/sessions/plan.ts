import { DEFAULT_ATTENDANCE_RULE, type AttendanceRule } from '#main/features/sessions/attendance-rules.ts'
import { EVERYBODY } from '#main/features/sessions/contract.ts'
import type { PlannedSession } from '#main/features/sessions/schedule-rules.ts'
import type { Pass } from '#main/features/sessions/stay-rules.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS
/** Midnight in Makassar with which 2023-12-18 begins. */
const MIDNIGHT = Date.UTC(2023, 11, 17, 16)

/** An instant by the clock on the wall; `day` counts from 0. */
export const clock = (hours: number, minutes = 0, day = 0): number =>
  MIDNIGHT + day * DAY_MS + (hours * 60 + minutes) * MINUTE_MS

type Time = readonly [hours: number, minutes: number]

/** A session as the plan has it. */
export function planned(
  id: string,
  {
    room,
    from,
    to,
    day = 0,
    rule = {},
    ...more
  }: {
    room: string
    from: Time
    to: Time
    day?: number
    rule?: Partial<AttendanceRule>
  } & Partial<Omit<PlannedSession, 'rule'>>,
): PlannedSession {
  const [startMinute, endMinute] = [from[0] * 60 + from[1], to[0] * 60 + to[1]]
  return {
    id,
    dayId: `day-${day}`,
    date: `2023-12-${18 + day}`,
    title: id,
    kind: 'Kelas',
    roomId: room,
    roomName: `Ruang ${room}`,
    startMinute,
    endMinute,
    startsAt: clock(0, startMinute, day),
    endsAt: clock(0, endMinute, day),
    capacity: null,
    limit: null,
    isCounted: true,
    isBreak: false,
    admission: EVERYBODY,
    rule: null,
    speakers: [],
    moderator: '',
    note: '',
    isArchived: false,
    breaks: [],
    ...more,
    ruleInForce: { ...DEFAULT_ATTENDANCE_RULE, ...rule },
  }
}

/** A pass; its id keeps the order in which passes are made. */
let made = 0
export const pass = (direction: 'in' | 'out', session: PlannedSession, at: number, more: Partial<Pass> = {}): Pass => ({
  id: `pass-${String(made++).padStart(6, '0')}`,
  sessionId: session.id,
  roomId: session.roomId,
  direction,
  at,
  isOverride: false,
  ...more,
})
