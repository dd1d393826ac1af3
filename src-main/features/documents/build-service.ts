import { getLogos, getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import type { EventDay } from '#main/features/events/contract.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { PaperRequest } from './contract.ts'
import { buildDaftarHadir, type SheetAttendance } from './daftar-hadir-rules.ts'
import { buildBiodata } from './biodata-rules.ts'
import { buildPerlengkapan, buildRegisterBerkas, type IsTicked } from './checklist-papers-rules.ts'
import { formatShortDate } from './format-rules.ts'
import { buildRoomingList } from './kamar-rules.ts'
import { buildRekap } from './rekap-rules.ts'
import { buildUang } from './uang-rules.ts'
import { listDayCheckIns, listItems, listPaperPeople, listTicks } from './document-queries.ts'
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
  'rekap-kehadiran': rekap,
  'tanda-terima-perlengkapan': source =>
    buildPerlengkapan(presentPeople(source), listItems(source.event.db, 'kit'), ticksOf(source.event), source.context),
  'tanda-terima-transport': source => uang('tanda-terima-transport', source),
  'tanda-terima-uang-harian': source => uang('tanda-terima-uang-harian', source),
  'register-berkas': source =>
    buildRegisterBerkas(
      presentPeople(source),
      listItems(source.event.db, 'berkas'),
      ticksOf(source.event),
      source.context,
    ),
  biodata: source => buildBiodata(presentPeople(source), source.context),
  'rooming-list': source => buildRoomingList(presentPeople(source), source.context),
}

function daftarHadir({ event, context }: Source): PaperDocument {
  const { request } = context
  const day = request.dayId === null ? context.event.days[0] : context.event.days.find(({ id }) => id === request.dayId)
  if (!day) throw notFound('day')
  const attendance = attendanceOfDay(event, day)
  const people = choosePeople(peopleOf(event), request).filter(({ id }) => !request.isPresentOnly || attendance.has(id))
  const place = { date: day.date, dayLabel: day.label, session: null }
  return buildDaftarHadir(people, attendance, place, { ...context, date: day.date })
}

function rekap(source: Source): PaperDocument {
  const { event, context } = source
  const columns = context.event.days.map(({ id, date, label }) => ({
    id,
    title: label || formatShortDate(date),
    dayLabel: '',
    detail: '',
  }))
  const recap = new Map<string, Map<string, { isPresent: boolean; minutes: number }>>()
  for (const { participantId, dayId } of listDayCheckIns(event.db)) {
    let ofPerson = recap.get(participantId)
    if (!ofPerson) recap.set(participantId, (ofPerson = new Map()))
    ofPerson.set(dayId, { isPresent: true, minutes: 0 })
  }
  return buildRekap(presentPeople(source), recap, { columns, rule: '' }, context)
}

function uang(paper: 'tanda-terima-transport' | 'tanda-terima-uang-harian', source: Source): PaperDocument {
  const days = daysPresent(source)
  return buildUang(paper, presentPeople(source), id => days.get(id)?.size ?? 0, source.context)
}

/** The people of the request; with `isPresentOnly` those who were there on its day, or on any day. */
function presentPeople(source: Source): PaperPerson[] {
  const { request } = source.context
  const people = choosePeople(peopleOf(source.event), request)
  if (!request.isPresentOnly) return people
  const days = daysPresent(source)
  return people.filter(({ id }) => (request.dayId === null ? days.has(id) : days.get(id)?.has(request.dayId)))
}

function daysPresent({ event }: Source): Map<string, Set<string>> {
  const days = new Map<string, Set<string>>()
  for (const { participantId, dayId } of listDayCheckIns(event.db)) {
    const known = days.get(participantId)
    if (known) known.add(dayId)
    else days.set(participantId, new Set([dayId]))
  }
  return days
}

function ticksOf(event: ReadableEvent): IsTicked {
  const ticks = new Set(listTicks(event.db).map(({ participantId, itemId }) => `${participantId} ${itemId}`))
  return (participantId, itemId) => ticks.has(`${participantId} ${itemId}`)
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
