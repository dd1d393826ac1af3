import { formatDate, formatDateRange } from '#main/features/documents/format-rules.ts'
import { getDocumentSettings } from '#main/features/documents/settings-service.ts'
import { numberInWords } from '#main/features/documents/terbilang-rules.ts'
import { getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import { ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import type { PlannedSession } from '#main/features/sessions/schedule-rules.ts'
import type { CertificatePersonRow } from './certificate-queries.ts'
import type { CertificateSnapshot } from './contract.ts'
import { creditInWords, shareCredit } from './credit-rules.ts'
import type { AttendanceRecord } from './earning-rules.ts'
import { type CertificateSettings, fillBody, minimumInWords, type RoleCertificate } from './settings-rules.ts'
import { certificateDate } from './settings-service.ts'

/** What one certificate is made from. */
export interface Earned {
  person: CertificatePersonRow
  role: RoleCertificate
  record: AttendanceRecord
  jp: number | null
  number: string
}

/** Writes what stands on certificates of an event: everything that they have in common is read once. */
export function snapshotWriter(
  event: ReadableEvent,
  settings: CertificateSettings,
  sessions: readonly PlannedSession[],
  at: number,
): (earned: Earned) => CertificateSnapshot {
  const common = commonParts(event, settings, at)
  return earned => {
    const { person, role, record, jp, number } = earned
    const isCounted = role.jp.by === 'minutes'
    const materials = isCounted ? countedMaterials(record, jp) : sessions.map(session => material(session, null, null))
    return {
      ...common,
      number,
      titleBefore: person.titleBefore,
      name: person.name,
      titleAfter: person.titleAfter,
      nip: settings.hasNip ? orNothing(person.nip) : '',
      institution: institutionOf(person),
      phrase: role.phrase,
      as: role.as,
      body: withCredit(common.body, jp),
      jp,
      minutes: isCounted ? record.minutes : null,
      materials,
      rules: rulesFor(role, settings, record),
    }
  }
}

function commonParts(
  event: ReadableEvent,
  settings: CertificateSettings,
  at: number,
): Pick<
  CertificateSnapshot,
  | 'title'
  | 'intro'
  | 'body'
  | 'eventName'
  | 'eventDates'
  | 'hostInstitution'
  | 'dateline'
  | 'signatures'
  | 'accentColor'
  | 'hasReverse'
> {
  const summary = getSummary(event, at)
  const papers = getDocumentSettings(event.db)
  const dates = summary.days.map(({ date }) => date).toSorted()
  const eventDates = formatDateRange(dates[0] ?? '', dates.at(-1) ?? '')
  const chosen = settings.signatoryIds.flatMap(id => papers.signatories.find(one => one.id === id) ?? [])
  const signatories = chosen.length > 0 ? chosen : papers.signatories.slice(0, 1)
  const place = settings.place === '' ? papers.place : settings.place
  return {
    title: settings.title,
    intro: settings.intro,
    body: fillBody(settings.body, {
      kegiatan: summary.name,
      tema: summary.theme === '' ? '' : `dengan tema “${summary.theme}”`,
      penyelenggara: summary.hostInstitution === '' ? '' : `yang diselenggarakan oleh ${summary.hostInstitution}`,
      waktu: eventDates === '' ? '' : `pada hari ${eventDates}`,
      tempat: summary.venue === '' ? '' : `di ${summary.venue}`,
    }),
    eventName: summary.name,
    eventDates,
    hostInstitution: summary.hostInstitution,
    dateline: [place, formatDate(certificateDate(event, settings, at))].filter(part => part !== '').join(', '),
    signatures: signatories.map(({ position, name, rank, nip }) => ({ position, name, rank, nip })),
    accentColor: settings.accentColor,
    hasReverse: settings.hasReverse,
  }
}

/** Lists write "-" where there is nothing. */
const orNothing = (text: string): string => (/^[-–—.\s]*$/.test(text) ? '' : text.trim())

function institutionOf({ institution, village, regency }: CertificatePersonRow): string {
  return orNothing(institution) || [orNothing(village), orNothing(regency)].filter(part => part !== '').join(', ')
}

function withCredit(body: string, jp: number | null): string {
  if (jp === null) return body
  const words = `setara dengan ${jp} (${numberInWords(jp)}) jam pelajaran (JP)`
  return body.endsWith('.') ? `${body.slice(0, -1)}, ${words}.` : `${body}, ${words}.`
}

function countedMaterials({ sessions }: AttendanceRecord, jp: number | null): CertificateSnapshot['materials'] {
  const attended = sessions.filter(({ minutes }) => minutes > 0)
  const shares = shareCredit(
    jp ?? 0,
    attended.map(({ minutes }) => minutes),
  )
  return attended.map(({ session, minutes }, index) => material(session, minutes, jp === null ? null : shares[index]))
}

function material(
  { title, speakers }: PlannedSession,
  minutes: number | null,
  jp: number | null | undefined,
): CertificateSnapshot['materials'][number] {
  return { title, speakers: speakers.join('; '), minutes, jp: jp ?? null }
}

function rulesFor(role: RoleCertificate, settings: CertificateSettings, { sessions }: AttendanceRecord): string[] {
  const minimum = role.requirement === 'rule' ? [minimumInWords(settings.minimum, settings.minutesPerJp)] : []
  if (role.jp.by === 'fixed') return [...minimum, `JP ditetapkan oleh penyelenggara untuk ${role.as}.`]
  if (role.jp.by === 'none') return minimum
  const attendance = new Set(sessions.map(({ session }) => ruleInWords(session.ruleInForce)))
  return [...minimum, creditInWords(settings), ...attendance]
}
