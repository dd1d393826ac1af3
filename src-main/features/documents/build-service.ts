import { getLogos, getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import type { EventDay } from '#main/features/events/contract.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { PaperRequest } from './contract.ts'
import { buildDaftarHadir, type SheetAttendance } from './daftar-hadir-rules.ts'
import { listDayCheckIns, listPaperPeople } from './document-queries.ts'
import type { PaperDocument } from './paper-rules.ts'
import { asPaperPerson, choosePeople, type PaperContext, type PaperPerson } from './paper-source-rules.ts'
import type { PaperId } from './settings-rules.ts'
import { getDocumentSettings } from './settings-service.ts'

/** An event to read from, and what it says about itself. */
interface Source {
  event: ReadableEvent
  context: PaperContext
}

/**
 * The model of a paper, read from any connection to the event file: the program's own, or a worker's.
 * `at` (UTC epoch milliseconds) only matters for which day is today. Refuses what is not there.
 */
export function buildPaper(event: ReadableEvent, request: PaperRequest, at: number): PaperDocument {
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
  return BUILDERS[request.paper]({ event, context })
}

const BUILDERS: Record<PaperId, (source: Source) => PaperDocument> = {
  'daftar-hadir': daftarHadir,
}

function daftarHadir({ event, context }: Source): PaperDocument {
  const { request } = context
  const day = request.dayId === null ? context.event.days[0] : context.event.days.find(({ id }) => id === request.dayId)
  if (!day) throw notFound('day')
  const attendance = attendanceOfDay(event, day)
  const everybody = peopleOf(event)
  const people = choosePeople(everybody, request).filter(({ id }) => !request.isPresentOnly || attendance.has(id))
  const place = { date: day.date, dayLabel: day.label, session: null }
  return buildDaftarHadir(people, attendance, place, { ...context, date: day.date })
}

function attendanceOfDay(event: ReadableEvent, day: EventDay): Map<string, SheetAttendance> {
  const ofDay = listDayCheckIns(event.db).filter(({ dayId }) => dayId === day.id)
  return new Map(ofDay.map(({ participantId, at }) => [participantId, { cameAt: at, leftAt: null, strokes: '' }]))
}

function peopleOf(event: ReadableEvent): PaperPerson[] {
  return listPaperPeople(event.db).map(({ extras, ...row }) => ({
    ...asPaperPerson(row),
    extras: JSON.parse(extras) as Record<string, string>,
  }))
}
