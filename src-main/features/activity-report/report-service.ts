import { eventDates, letterheadOf } from '#main/features/documents/paper-source-rules.ts'
import { formatDate } from '#main/features/documents/format-rules.ts'
import { getDocumentSettings } from '#main/features/documents/settings-service.ts'
import { getLogos, getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import { ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { getOverview } from '#main/features/sessions/overview-service.ts'
import { readPlan } from '#main/features/sessions/plan-service.ts'
import { listGroups } from './report-queries.ts'
import { buildReport, type Group, type Report, type ReportFacts } from './report-rules.ts'

/** More than two rows of blocks do not stand under one report. */
const SIGNATORIES_MAX = 4

/** The laporan kegiatan of an event as it is known at `at` (UTC epoch milliseconds); only reads, so a worker can do it. */
export function readReport(event: ReadableEvent, at: number): Report {
  return buildReport(readFacts(event, at))
}

function readFacts(event: ReadableEvent, at: number): ReportFacts {
  const { db } = event
  const summary = getSummary(event, at)
  const days = summary.days.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const settings = getDocumentSettings(db)
  const lastDate = days.at(-1)?.date ?? ''
  const { sessions } = readPlan(db)
  const overview = getOverview(db, at)
  const byId = new Map(sessions.map(session => [session.id, session]))
  const attended = overview.sessions.flatMap(counts => {
    const session = byId.get(counts.sessionId)
    return session ? [{ ...counts, title: session.title, date: session.date }] : []
  })
  const people = listGroups(db)
  const present = presentIds(event, at)
  return {
    name: summary.name,
    theme: summary.theme,
    hostInstitution: summary.hostInstitution,
    venue: summary.venue,
    dates: eventDates({ ...summary, days }),
    year: lastDate.slice(0, 4),
    timeZone: summary.timeZone,
    size: settings.size,
    letterhead: letterheadOf({ settings, logos: getLogos(event) }),
    roles: grouped(people, present, ({ role }) => role),
    delegations: people.some(({ delegation }) => delegation !== '')
      ? grouped(people, present, ({ delegation }) => delegation || 'Tanpa delegasi')
      : [],
    sessions: sessions
      .filter(({ isArchived }) => !isArchived)
      .map(({ roomName, ...session }) => ({ ...session, room: roomName })),
    days: overview.days,
    attended,
    uniquePresent: overview.uniquePresent,
    registered: overview.registered,
    rules: [...new Set(attended.flatMap(({ sessionId }) => byId.get(sessionId)?.ruleInForce ?? []).map(ruleInWords))],
    dateline: [settings.place, formatDate(lastDate)].filter(part => part !== '').join(', '),
    signatures: settings.signatories.slice(0, SIGNATORIES_MAX),
  }
}

function presentIds(event: ReadableEvent, at: number): Set<string> {
  const ids = new Set<string>()
  for (const { participantId, days } of attendanceOf(event.db, at).people) {
    if (days.some(({ state }) => state === 'present')) ids.add(participantId)
  }
  return ids
}

function grouped<Person extends { id: string }>(
  people: readonly Person[],
  present: ReadonlySet<string>,
  nameOf: (person: Person) => string,
): Group[] {
  return [...Map.groupBy(people, nameOf)].map(([name, members]) => ({
    name,
    listed: members.length,
    present: members.filter(({ id }) => present.has(id)).length,
  }))
}
