import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import { getRoles } from '#main/features/participants/role-service.ts'
import { getLastSequence, getSettingsText, putSettingsText } from './certificate-queries.ts'
import {
  type CertificateSettings,
  certificateSettingsSchema,
  DEFAULT_CERTIFICATE_SETTINGS,
  type RoleCertificate,
  roleCertificateOf,
} from './settings-rules.ts'

/** How certificates of this event are; the defaults until somebody changes them. */
export function readCertificateSettings(db: ReadHandle): CertificateSettings {
  const text = getSettingsText(db)
  return text === null ? DEFAULT_CERTIFICATE_SETTINGS : certificateSettingsSchema.parse(JSON.parse(text))
}

/** The settings with an entry for every role in use, and which number comes next. */
export function describeSettings(
  event: ReadableEvent,
  at: number,
): {
  settings: CertificateSettings
  roles: (RoleCertificate & { roleName: string })[]
  nextSequence: number
  date: string
} {
  const settings = readCertificateSettings(event.db)
  const roles = getRoles(event.db)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(role => ({ ...roleCertificateOf(settings, role), roleName: role.name }))
  return { settings, roles, nextSequence: nextSequence(event.db, settings), date: certificateDate(event, settings, at) }
}

/** Writes the settings over as a whole. Certificates that were given stay what they are. */
export function setCertificateSettings(
  event: EventFile,
  caller: Caller,
  input: { actId: string; settings: CertificateSettings },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'certificates.set', subjectId: 'certificates' }, db => {
    const before = readCertificateSettings(db)
    putSettingsText(db, JSON.stringify(input.settings))
    return { result: null, before, after: input.settings, topics: ['certificates'] }
  })
}

/** Never a number that was given before, whatever has become of it. */
export function nextSequence(db: ReadHandle, { firstNumber }: CertificateSettings): number {
  return Math.max(firstNumber, getLastSequence(db) + 1)
}

/** YYYY-MM-DD. */
export function certificateDate(event: ReadableEvent, { date }: CertificateSettings, at: number): string {
  const days = getSummary(event, at).days.map(day => day.date)
  return date ?? days.toSorted().at(-1) ?? new Date(at).toISOString().slice(0, 10)
}
