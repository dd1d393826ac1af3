import { getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import type { BundleFacts } from './bundle-rules.ts'

/** What the ZIP of an event is made from, from any connection to the event file; `at` in UTC epoch milliseconds. */
export function readFacts(event: ReadableEvent, at: number): BundleFacts {
  const summary = getSummary(event, at)
  const known = attendanceOf(event.db, at)
  const people = [...known.people]
  return {
    event: summary,
    registeredCount: people.filter(({ isArchived }) => !isArchived).length,
    days: known.days
      .map(({ id, date, label }, index) => ({
        id,
        date,
        label,
        presentCount: people.filter(({ days }) => days[index]?.state === 'present').length,
      }))
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    sessions: known.sessions.map(({ id, dayId, title, date, startMinute, endMinute, roomName }, index) => ({
      id,
      dayId,
      title,
      date,
      startMinute,
      endMinute,
      roomName,
      presentCount: people.filter(({ sessions }) => sessions[index]?.state === 'present').length,
    })),
  }
}
