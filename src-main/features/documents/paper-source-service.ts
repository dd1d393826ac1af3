import type { EventDay } from '#main/features/events/contract.ts'
import { getLogos, getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { PaperRequest } from './contract.ts'
import { listPaperPeople } from './document-queries.ts'
import { asPaperPerson, choosePeople, type PaperContext, type PaperPerson } from './paper-source-rules.ts'
import { getDocumentSettings } from './settings-service.ts'

/** An event to read from, and what all builders know of it. */
export interface PaperSource {
  event: ReadableEvent
  context: PaperContext
  /** UTC epoch milliseconds. */
  at: number
}

/** Reads what all papers need; refuses a day that is not there. */
export function openPaperSource(event: ReadableEvent, request: PaperRequest, at: number): PaperSource {
  const summary = getSummary(event, at)
  const days = summary.days.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const day = request.dayId === null ? days.at(-1) : days.find(({ id }) => id === request.dayId)
  if (!day) throw notFound('day')
  const context: PaperContext = {
    event: { ...summary, days },
    settings: getDocumentSettings(event.db),
    logos: getLogos(event),
    request,
    date: day.date,
  }
  return { event, context, at }
}

/** The day of the request, else the first one. */
export function dayOf({ context }: PaperSource): EventDay {
  const { days } = context.event
  const day = context.request.dayId === null ? days[0] : days.find(({ id }) => id === context.request.dayId)
  if (!day) throw notFound('day')
  return day
}

/** Everybody who ever was on the lists, in no order. */
export function everybodyIn({ event }: PaperSource): PaperPerson[] {
  return listPaperPeople(event.db).map(({ extras, isArchived, ...row }) => ({
    ...asPaperPerson(row),
    isArchived: isArchived === 1,
    extras: JSON.parse(extras) as Record<string, string>,
  }))
}

/** The days on which each person was there (participant id -> day ids): checked in, ticked on a sheet, or corrected. */
export function daysPresent({ event, at }: PaperSource): Map<string, Set<string>> {
  const { days, people } = attendanceOf(event.db, at)
  const present = new Map<string, Set<string>>()
  for (const person of people) {
    const ids = days.filter((_day, index) => person.days[index]?.state === 'present').map(({ id }) => id)
    if (ids.length > 0) present.set(person.participantId, new Set(ids))
  }
  return present
}

/** The people of the request in its order; with `isPresentOnly` those who were there on its day, or on any day. */
export function peopleOfRequest(source: PaperSource): PaperPerson[] {
  const active = choosePeople(everybodyIn(source), source.context.request).filter(({ isArchived }) => !isArchived)
  return source.context.request.isPresentOnly ? onlyPresent(active, daysPresent(source), source) : active
}

/** The same with those who are archived by now but were there: their days count. */
export function peopleWithPresence(
  source: PaperSource,
  present: ReadonlyMap<string, ReadonlySet<string>>,
): PaperPerson[] {
  const people = choosePeople(everybodyIn(source), source.context.request)
  const listed = people.filter(({ id, isArchived }) => !isArchived || present.has(id))
  return source.context.request.isPresentOnly ? onlyPresent(listed, present, source) : listed
}

function onlyPresent(
  people: readonly PaperPerson[],
  present: ReadonlyMap<string, ReadonlySet<string>>,
  { context }: PaperSource,
): PaperPerson[] {
  const { dayId } = context.request
  return people.filter(({ id }) => (dayId === null ? present.has(id) : present.get(id)?.has(dayId)))
}
