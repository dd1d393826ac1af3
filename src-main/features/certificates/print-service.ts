import type { EventFile } from '#main/event-file/open.ts'
import { getLogos } from '#main/features/events/service.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { asRefusal, carryOut, type PrintOrder } from '#main/features/printing/carry-out.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import { type CertificatePersonRow, getNewest, listCertificatePeople } from './certificate-queries.ts'
import { CERTIFICATES_MAX, type CertificateSheet, type PrintedCertificate } from './contract.ts'
import { type AttendanceRecord, earnedCredit } from './earning-rules.ts'
import { certificateNumber, readRanges, writeRanges } from './number-rules.ts'
import { type CertificateSettings, type RoleCertificate, roleCertificateOf } from './settings-rules.ts'
import { certificateDate, nextSequence } from './settings-service.ts'
import { snapshotWriter } from './snapshot-service.ts'
import { readSnapshot } from './standing-service.ts'

const PAPER = { widthMm: 297, heightMm: 210 }
/** With a reverse each has two pages, and one document has at most 500 of them. */
const CERTIFICATES_PER_DOCUMENT = 250
/** It has the length of a code and is none: its check can't be right. */
const SAMPLE_CODE = `GLS1${'0'.repeat(34)}`

/** What a print page draws: the newest versions that are valid, in the order of their numbers. */
export function getSheet(event: EventFile, ranges: string): CertificateSheet {
  const certificates = readRanges(ranges, CERTIFICATES_MAX).flatMap((sequence): PrintedCertificate[] => {
    const row = getNewest(event.db, sequence)
    if (!row || row.revoked_at !== null) return []
    return [{ sequence, version: row.version, code: row.code, snapshot: readSnapshot(row) }]
  })
  return { logos: getLogos(event), certificates }
}

/** Prints or saves certificates through the desktop. A rule `print-...` says why not; `certificate-revoked` where none is valid. */
export async function sendCertificates(
  event: EventFile,
  desktop: Desktop,
  sequences: readonly number[],
  to: PrintOrder['to'],
): Promise<void> {
  const valid = [...new Set(sequences)]
    .toSorted((one, other) => one - other)
    .filter(sequence => getNewest(event.db, sequence)?.revoked_at === null)
  if (valid.length === 0) throw ruleBroken('certificate-revoked')
  const pages: string[] = []
  for (let from = 0; from < valid.length; from += CERTIFICATES_PER_DOCUMENT) {
    const ranges = writeRanges(valid.slice(from, from + CERTIFICATES_PER_DOCUMENT))
    pages.push(`print.html?certificates=${encodeURIComponent(ranges)}`)
  }
  try {
    await carryOut(desktop, { pages, size: PAPER, to })
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A certificate for these settings as if its owner had attended everything: whoever has the longest name. */
export function getSample(event: EventFile, settings: CertificateSettings, at: number): CertificateSheet {
  const { sessions } = attendanceOf(event.db, at)
  const longest = listCertificatePeople(event.db)
    .map(person => ({ person, role: roleCertificateOf(settings, { id: person.roleId, name: person.roleName }) }))
    .filter(({ role }) => role.isIssued)
    .toSorted((one, other) => fullName(other.person).length - fullName(one.person).length)[0]
  if (!longest) throw notFound('participant')
  const record: AttendanceRecord = {
    minutes: 0,
    possible: 0,
    parts: [],
    wasPresent: true,
    sessions: sessions.map(session => ({
      session,
      minutes: Math.round((session.endsAt - session.startsAt) / 60_000),
    })),
  }
  record.minutes = record.sessions.reduce((sum, { minutes }) => sum + minutes, 0)
  return { logos: getLogos(event), certificates: [sampleOf(event, settings, { ...longest, record }, at)] }
}

function sampleOf(
  event: EventFile,
  settings: CertificateSettings,
  of: { person: CertificatePersonRow; role: RoleCertificate; record: AttendanceRecord },
  at: number,
): PrintedCertificate {
  const { sessions } = attendanceOf(event.db, at)
  const sequence = nextSequence(event.db, settings)
  const date = certificateDate(event, settings, at)
  const number = certificateNumber(settings.numberPattern, { sequence, date })
  const jp = earnedCredit(of.record, of.role, settings)
  const snapshot = snapshotWriter(event, settings, sessions, at)({ ...of, jp, number })
  return { sequence, version: 1, code: SAMPLE_CODE, snapshot }
}
