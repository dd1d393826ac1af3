import type { EventFile } from '#main/event-file/open.ts'
import { badgeIdentityOf, judgeForeign } from '#main/features/badges/code-service.ts'
import { readings } from '#main/features/badges/code-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { type CertificateRow, getByCode, getByNumber, getNewest, listNewest } from './certificate-queries.ts'
import { LIST_LIMIT, type RegisterEntry, type Verification } from './contract.ts'
import { gapsIn, type NumberGap } from './number-rules.ts'
import { readSnapshot } from './standing-service.ts'

/** The register of numbers, the newest version of each; a piece of a name or number narrows the entries down. */
export function readRegister(
  event: EventFile,
  text: string,
): { entries: RegisterEntry[]; total: number; sequences: number[]; gaps: NumberGap[] } {
  const rows = listNewest(event.db)
  const wanted = text.toLocaleLowerCase('id')
  const entries = rows
    .map(asEntry)
    .filter(({ name, number }) => `${name} ${number}`.toLocaleLowerCase('id').includes(wanted))
  const valid = new Set(rows.filter(({ revoked_at }) => revoked_at === null).map(({ sequence }) => sequence))
  return {
    entries: entries.slice(0, LIST_LIMIT),
    total: entries.length,
    sequences: entries.map(({ sequence }) => sequence).filter(sequence => valid.has(sequence)),
    gaps: gapsIn(rows.map(({ sequence }) => sequence)),
  }
}

function asEntry(row: CertificateRow): RegisterEntry {
  const snapshot = readSnapshot(row)
  return {
    sequence: row.sequence,
    number: row.number,
    version: row.version,
    participantId: row.participant_id,
    name: fullName(snapshot),
    as: snapshot.as,
    jp: snapshot.jp,
    issuedAt: row.issued_at,
    reason: row.reason,
    revokedAt: row.revoked_at,
    revokedReason: row.revoked_reason ?? '',
  }
}

/** Says what a scanned code or typed number is worth. Never throws on any text; needs nothing but this file. */
export function verifyCertificate(event: EventFile, text: string): Verification {
  const { codes, isIncomplete } = readings(text, 'certificate')
  for (const code of codes) {
    const row = getByCode(event.db, code)
    if (row) return judgeFound(event, row, false)
  }
  if (codes.length > 0) return { kind: judgeForeign(badgeIdentityOf(event), codes, 'certificate') }
  if (readings(text).codes.length > 0) return { kind: 'badge' }
  const byNumber = getByNumber(event.db, text.trim())
  if (byNumber) return judgeFound(event, byNumber, true)
  return { kind: isIncomplete ? 'incomplete' : 'not-a-code' }
}

function judgeFound(event: EventFile, row: CertificateRow, isByNumber: boolean): Verification {
  const snapshot = readSnapshot(row)
  const { number, as, jp, dateline, eventName, eventDates } = snapshot
  const { version } = row
  const found = { number, name: fullName(snapshot), as, jp, dateline, eventName, eventDates, version, isByNumber }
  if (row.revoked_at !== null) {
    return { kind: 'revoked', ...found, at: row.revoked_at, reason: row.revoked_reason ?? '' }
  }
  const newest = getNewest(event.db, row.sequence) ?? row
  if (newest.version === version) return { kind: 'genuine', ...found }
  return { kind: 'replaced', ...found, newestVersion: newest.version, newestName: fullName(readSnapshot(newest)) }
}
