import type { ReadHandle } from '#main/event-file/handles.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { listPeopleByName, listTimeline } from './attendance-queries.ts'
import { attendanceOf } from './attendance-service.ts'
import {
  type AttendanceCounts,
  type AttendancePerson,
  type Overview,
  PEOPLE_LIMIT,
  type Timeline,
  timelineEntrySchema,
} from './contract.ts'
import { countInside, listInside } from './door-queries.ts'
import type { PlaceKey } from './mark-queries.ts'
import { requirePlace } from './mark-service.ts'
import type { Attendance } from './presence-rules.ts'
import { readPlan } from './plan-service.ts'
import { isCurrent, type PlannedSession, possibleMinutes } from './schedule-rules.ts'

/** The numbers of every day and session as known at `at`; registered = present + absent + archived. */
export function getOverview(db: ReadHandle, at: number): Overview {
  const { days, sessions, people } = attendanceOf(db, at)
  const dayCounts = days.map(({ id, date, label }) => ({ dayId: id, date, label, ...noCounts() }))
  const plan = readPlan(db)
  const sessionCounts = sessions.map(session => ({
    sessionId: session.id,
    ...noCounts(),
    // Who was never scanned out of a session that is over is a missing exit, not somebody inside.
    inside: isCurrent(plan.sessions, session, plan.settings.opensMinutesBefore, at) ? countInside(db, session.id) : 0,
    late: 0,
    byHand: 0,
    missingExits: 0,
  }))
  let registered = 0
  let uniquePresent = 0
  for (const person of people) {
    registered++
    if (person.days.some(day => day.state === 'present')) uniquePresent++
    person.days.forEach((day, index) => count(dayCounts[index], day))
    person.sessions.forEach((one, index) => {
      const counts = sessionCounts[index]
      if (!one || !counts) return
      count(counts, one)
      counts.late += Number(matches(one, 'late'))
      counts.byHand += Number(matches(one, 'by-hand'))
      counts.missingExits += Number(matches(one, 'missing-exit'))
    })
  }
  return { days: dayCounts, sessions: sessionCounts, uniquePresent, registered }
}

function noCounts(): AttendanceCounts {
  return { registered: 0, present: 0, absent: 0, archived: 0 }
}

function count(counts: AttendanceCounts | undefined, { state }: Attendance): void {
  if (!counts) return
  counts.registered++
  counts[state]++
}

type Wanted = 'registered' | 'present' | 'absent' | 'archived' | 'late' | 'by-hand' | 'missing-exit'

/** Whether somebody belongs to the people behind a number. */
function matches({ state, evidence, isLate, isExitMissing }: Attendance, wanted: Wanted): boolean {
  if (wanted === 'registered') return true
  if (wanted === 'late') return state === 'present' && isLate
  if (wanted === 'by-hand') return state === 'present' && evidence !== 'scan'
  if (wanted === 'missing-exit') return isExitMissing
  return state === wanted
}

/** Which people are asked for: those behind a number of a day or session, narrowed down by words. */
export type PeopleRequest = PlaceKey & { state: Wanted | 'inside'; text: string }

/** The people behind a number, by name. */
export function listAttendance(db: ReadHandle, place: PeopleRequest, at: number): AttendancePerson[] {
  requirePlace(db, place)
  const { state, sessionId } = place
  const { sessions, people } = attendanceOf(db, at, place)
  const inside = state === 'inside' ? new Set(whoIsInside(db, sessions[0], at)) : null
  const found = new Map<string, Attendance>()
  for (const person of people) {
    const one = sessionId === null ? person.days[0] : person.sessions[0]
    if (!one) continue
    if (state === 'inside' ? inside?.has(person.participantId) : matches(one, state))
      found.set(person.participantId, one)
  }
  const words = place.text.toLowerCase().split(/\s+/).filter(Boolean)
  return listPeopleByName(db, [...found.keys()])
    .filter(person => words.every(word => textOf(person).includes(word)))
    .slice(0, PEOPLE_LIMIT)
    .flatMap(person => {
      const one = found.get(person.id)
      return one ? [{ ...person, ...one }] : []
    })
}

/** Asks for the whole plan: which session a room's doors are at follows from the others in it. */
function whoIsInside(db: ReadHandle, session: PlannedSession | undefined, at: number): string[] {
  if (!session) return []
  const { sessions, settings } = readPlan(db)
  return isCurrent(sessions, session, settings.opensMinutesBefore, at) ? listInside(db, session.id) : []
}

function textOf(person: ReturnType<typeof listPeopleByName>[number]): string {
  const { titleBefore, name, titleAfter, role, delegation, institution, village, nip } = person
  return [titleBefore, name, titleAfter, role, delegation, institution, village, nip].join(' ').toLowerCase()
}

/** What one person did at the event, the newest first, and what of it counts. */
export function getTimeline(db: ReadHandle, participantId: string, at: number): Timeline {
  const { sessions, people } = attendanceOf(db, at, { participantId })
  const [person] = people
  if (!person) throw notFound('participant')
  const attended = sessions.flatMap((session, index) => {
    const one = person.sessions[index]
    if (!one) return []
    const { id: sessionId, title, date, startsAt, endsAt } = session
    const state = one.state === 'present' ? ('present' as const) : ('absent' as const)
    const possible = possibleMinutes(session)
    return [{ sessionId, title, date, startsAt, endsAt, state, minutes: one.minutes, possibleMinutes: possible }]
  })
  return {
    entries: listTimeline(db, participantId).map(row => ({
      at: row.at,
      kind: timelineEntrySchema.shape.kind.parse(row.kind),
      detail: row.detail,
      reason: row.reason,
      deviceName: row.device_name,
      isVoided: row.is_voided === 1,
    })),
    sessions: attended,
    minutes: attended.reduce((sum, one) => (one.state === 'present' ? sum + one.minutes : sum), 0),
  }
}
