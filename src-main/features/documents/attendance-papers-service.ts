import { ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { signaturesOf } from '#main/features/sessions/mark-service.ts'
import { findSheet } from '#main/features/sessions/sheet-service.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { buildDaftarHadir, type SheetAttendance, type SheetPlace } from './daftar-hadir-rules.ts'
import { formatDate, formatMinuteOfDay, formatShortDate } from './format-rules.ts'
import type { TablePaper } from './paper-rules.ts'
import { choosePeople, type PaperPerson } from './paper-source-rules.ts'
import { dayOf, everybodyIn, type PaperSource, peopleWithPresence } from './paper-source-service.ts'
import { buildRekap, type RecapCell, type RecapColumn } from './rekap-rules.ts'

/** What makes a presence of a day, on every paper that counts days. */
const DAY_RULE =
  'Peserta dinyatakan hadir pada suatu hari bila tercatat check-in di meja registrasi, menandatangani daftar hadir, atau dikoreksi dengan alasan tertulis.'

/** A daftar hadir as it is about to be drawn: whose rows, in which order, and what is known of them. */
interface Sheet {
  place: SheetPlace
  dayId: string
  people: PaperPerson[]
  attendance: Map<string, SheetAttendance>
}

/** The daftar hadir of the day or session of the request; the rows of a fixed sheet stay what they were. */
export function daftarHadir(source: PaperSource): TablePaper {
  const { place, people, attendance } = readSheet(source)
  return buildDaftarHadir(people, attendance, place, { ...source.context, date: place.date })
}

/** Whose rows a daftar hadir has, from 1 on. */
export function sheetOrder(source: PaperSource): { dayId: string; title: string; participantIds: string[] } {
  const { place, dayId, people } = readSheet(source)
  return {
    dayId,
    title: ['Daftar hadir', place.session?.title ?? place.dayLabel, formatDate(place.date)]
      .filter(part => part !== '')
      .join(' · '),
    participantIds: people.map(({ id }) => id),
  }
}

function readSheet(source: PaperSource): Sheet {
  const { event, context, at } = source
  const { request } = context
  const day = dayOf(source)
  const known = attendanceOf(event.db, at, { dayId: day.id })
  const sessionIndex = known.sessions.findIndex(({ id }) => id === request.sessionId)
  const session = known.sessions[sessionIndex] ?? null
  if (request.sessionId !== null && session === null) throw notFound('session')
  const strokes = signaturesOf(event.db, { dayId: day.id, sessionId: request.sessionId })
  const attendance = new Map<string, SheetAttendance>()
  const present = new Set<string>()
  const expected = new Set<string>()
  for (const person of known.people) {
    const one = session === null ? person.days[0] : person.sessions[sessionIndex]
    if (!one) continue
    if (one.state === 'present') present.add(person.participantId)
    if (one.state === 'present' || !person.isArchived) expected.add(person.participantId)
    attendance.set(person.participantId, {
      cameAt: one.firstIn,
      leftAt: one.lastOut,
      strokes: strokes.get(person.participantId) ?? '',
    })
  }
  const listed = request.isPresentOnly ? present : expected
  const rules = session === null ? (request.hasTimes ? [DAY_RULE] : []) : [ruleInWords(session.ruleInForce)]
  return {
    place: { date: day.date, dayLabel: day.label, session, rules },
    dayId: day.id,
    people: rowsOf(source).filter(({ id }) => request.sheetCode !== null || listed.has(id)),
    attendance,
  }
}

/** A fixed sheet keeps everybody at their number, whatever has become of them since. */
function rowsOf(source: PaperSource): PaperPerson[] {
  const { request } = source.context
  const everybody = everybodyIn(source)
  if (request.sheetCode === null) return choosePeople(everybody, request)
  const byId = new Map(everybody.map(person => [person.id, person]))
  return findSheet(source.event.db, request.sheetCode).rows.flatMap(
    ({ participantId }) => byId.get(participantId) ?? [],
  )
}

/** People by the sessions whose attendance is taken, or by days where there are none or days were asked for. */
export function rekap(source: PaperSource): TablePaper {
  const { event, context, at } = source
  const { request } = context
  const known = attendanceOf(event.db, at, request.dayId === null ? {} : { dayId: request.dayId })
  const isByDay = request.recapBy === 'day' || known.sessions.length === 0
  const columns: RecapColumn[] = isByDay
    ? known.days.map(({ id, date, label }) => ({ id, title: label || formatShortDate(date), dayLabel: '', detail: '' }))
    : known.sessions.map(({ id, title, date, startMinute, endMinute, roomName }) => ({
        id,
        title,
        dayLabel: formatShortDate(date),
        detail: `${formatMinuteOfDay(startMinute)} s.d. ${formatMinuteOfDay(endMinute)}, ${roomName}`,
      }))
  const recap = new Map<string, Map<string, RecapCell>>()
  const present = new Map<string, Set<string>>()
  for (const person of known.people) {
    const cells = isByDay ? person.days : person.sessions
    const ofPerson = new Map<string, RecapCell>()
    cells.forEach((cell, index) => {
      const id = columns[index]?.id
      if (cell && id !== undefined) ofPerson.set(id, { isPresent: cell.state === 'present', minutes: cell.minutes })
    })
    recap.set(person.participantId, ofPerson)
    const days = known.days.filter((_day, index) => person.days[index]?.state === 'present').map(({ id }) => id)
    if (days.length > 0 || [...ofPerson.values()].some(({ isPresent }) => isPresent)) {
      present.set(person.participantId, new Set(days))
    }
  }
  const rules = isByDay ? [DAY_RULE] : [...new Set(known.sessions.map(({ ruleInForce }) => ruleInWords(ruleInForce)))]
  return buildRekap(peopleWithPresence(source, present), recap, { columns, rules }, context)
}
