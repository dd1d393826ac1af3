import type { ReadHandle } from '#main/event-file/handles.ts'
import {
  hasMarks,
  listCheckIns,
  listMarksOf,
  listRegistered,
  listSubstitutions,
  type RegisteredRow,
} from './attendance-queries.ts'
import { readPasses } from './pass-service.ts'
import { listSignUps } from './plan-queries.ts'
import { type Plan, readPlan } from './plan-service.ts'
import { attendDay, type Attendance, attendSession, type Mark, refusalOf } from './presence-rules.ts'
import { isDoorSession, type PlannedSession } from './schedule-rules.ts'
import { staysOf } from './stay-rules.ts'

/** How one person stands to every day and session of an {@link EventAttendance}, in its orders. */
export interface PersonAttendance {
  participantId: string
  isArchived: boolean
  days: readonly Attendance[]
  /** Null where they are not registered for a session: they neither may enter nor came. */
  sessions: readonly (Attendance | null)[]
}

/** Who attended what. */
export interface EventAttendance {
  days: Plan['days']
  /** The sessions whose attendance is taken, by time; of one day or just one when that was asked for. */
  sessions: readonly PlannedSession[]
  /** Everybody who ever was on the lists, in no order; worked out one by one as they are asked for. */
  people: Iterable<PersonAttendance>
}

interface Facts {
  registered: RegisteredRow[]
  checkIns: ReadonlyMap<string, { dayId: string; at: number }[]>
  signUps: ReadonlyMap<string, ReadonlySet<string>>
  hasMarks: boolean
}

/**
 * Works out the attendance of the event as it is known at `at` (UTC epoch milliseconds). Only reads, so a worker can do it on a handle
 * of its own. Passes and marks are read person by person while `people` is gone through, so that the memory does not grow with them.
 */
export function attendanceOf(
  db: ReadHandle,
  at: number,
  only: { participantId?: string; dayId?: string; sessionId?: string | null } = {},
): EventAttendance {
  const plan = readPlan(db)
  const participantId = only.participantId ?? null
  const dayId = only.dayId ?? null
  const days = plan.days.filter(day => dayId === null || day.id === dayId)
  const sessionId = only.sessionId ?? null
  const isWanted = (one: PlannedSession): boolean =>
    (dayId === null || one.dayId === dayId) && (sessionId === null || one.id === sessionId)
  const sessions = plan.sessions.filter(one => isDoorSession(one) && isWanted(one))
  const facts: Facts = {
    registered: listRegistered(db, participantId),
    checkIns: checkInsOf(db, participantId),
    signUps: signUpsOf(db, sessions),
    hasMarks: hasMarks(db),
  }
  return { days, sessions, people: everybody(db, plan, { days, sessions }, facts, at) }
}

function* everybody(
  db: ReadHandle,
  plan: Plan,
  { days, sessions }: Pick<EventAttendance, 'days' | 'sessions'>,
  facts: Facts,
  at: number,
): Generator<PersonAttendance> {
  for (const row of facts.registered) {
    const isArchived = row.is_archived === 1
    const stays = staysOf(readPasses(db, row.id), plan.dayOf)
    const marksOf = facts.hasMarks ? readMarks(db, row.id) : noMarks
    const attended = sessions.map(session => {
      const isSignedUp = facts.signUps.get(session.id)?.has(row.id) ?? false
      const person = { roleId: row.role_id, delegationId: row.delegation_id, isSignedUp }
      const isEligible = refusalOf(session.admission, person) === null
      return attendSession(session, { isEligible, isArchived }, stays, marksOf(session.id), at)
    })
    const checkIns = facts.checkIns.get(row.id) ?? []
    const attendedDays = days.map(day => {
      const checkedInAt = checkIns.find(one => one.dayId === day.id)?.at ?? null
      return attendDay({ isArchived }, checkedInAt, marksOf(day.id), minutesOfDay(day.id, sessions, attended))
    })
    yield { participantId: row.id, isArchived, days: attendedDays, sessions: attended }
  }
}

const NO_MARKS: readonly Mark[] = []
const noMarks = (): readonly Mark[] => NO_MARKS

/** One person's marks by the id of the session, or of the day as a whole. */
function readMarks(db: ReadHandle, participantId: string): (placeId: string) => readonly Mark[] {
  const rows = listMarksOf(db, participantId)
  if (rows.length === 0) return noMarks
  const marks = Map.groupBy(rows, row => row.session_id ?? row.day_id)
  return placeId => marks.get(placeId)?.map(toMark) ?? NO_MARKS
}

function checkInsOf(db: ReadHandle, participantId: string | null): Map<string, { dayId: string; at: number }[]> {
  const checkIns = new Map<string, { dayId: string; at: number }[]>()
  for (const { participant_id, day_id: dayId, at } of listCheckIns(db, participantId)) {
    const known = checkIns.get(participant_id)
    if (known) known.push({ dayId, at })
    else checkIns.set(participant_id, [{ dayId, at }])
  }
  return checkIns
}

function minutesOfDay(
  dayId: string,
  sessions: readonly PlannedSession[],
  attended: readonly (Attendance | null)[],
): number {
  return sessions.reduce((sum, session, index) => {
    const one = attended[index]
    return session.dayId === dayId && one?.state === 'present' ? sum + one.minutes : sum
  }, 0)
}

function toMark(row: ReturnType<typeof listMarksOf>[number]): Mark {
  const { source, minutes, reason, at } = row
  return { source, isPresent: row.is_present === 1, minutes, reason, at, by: row.operator || row.device_name }
}

/** Who is on each sign-up list, with those who stand in for them, and those who stand in for these. */
function signUpsOf(db: ReadHandle, sessions: readonly PlannedSession[]): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>()
  if (!sessions.some(session => session.admission.isSignUpOnly)) return lists
  const substitutes = new Map(listSubstitutions(db).map(row => [row.original_id, row.substitute_id]))
  for (const { session_id, participant_id } of listSignUps(db)) {
    const list = lists.get(session_id) ?? new Set()
    lists.set(session_id, list)
    for (let id: string | undefined = participant_id; id !== undefined && !list.has(id); id = substitutes.get(id)) {
      list.add(id)
    }
  }
  return lists
}
