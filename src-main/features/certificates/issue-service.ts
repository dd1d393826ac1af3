import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { badgeIdentityOf, makeCode } from '#main/features/badges/code-service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import {
  type CertificateRow,
  getByNumber,
  getNewest,
  insertCertificate,
  insertRevocation,
} from './certificate-queries.ts'
import type { CertificateRecipients, CertificateSnapshot, IssueAnswer } from './contract.ts'
import { nextSequence } from './settings-service.ts'
import { chosenFrom, readStandings, type Standing, type Standings } from './standing-service.ts'

const TOPICS = ['certificates']

/** Gives a certificate to every recipient who has earned one and has none, in the order of numbers. All or nothing. */
export function issueCertificates(
  event: EventFile,
  caller: Caller,
  { actId, recipients }: { actId: string; recipients: CertificateRecipients },
  at: number,
): IssueAnswer {
  return act(event, caller, { actId, at, verb: 'certificates.issue', subjectId: 'certificates' }, db => {
    const standings = readStandings(event, at)
    const chosen = recipientsOf(standings, recipients)
    const withheldCount = chosen.filter(({ withheld, certificate }) => withheld !== null && !certificate).length
    const ready = chosen.filter(({ withheld, certificate }) => withheld === null && !certificate)
    const first = nextSequence(db, standings.settings)
    const sequences = ready.map((_standing, index) => first + index)
    ready.forEach((standing, index) => issueOne(db, event, { standing, standings, sequence: first + index, actId, at }))
    const numbers = sequences.map(standings.numberOf)
    const result: IssueAnswer = {
      issuedCount: ready.length,
      withheldCount,
      sequences,
      firstNumber: numbers[0] ?? '',
      lastNumber: numbers.at(-1) ?? '',
    }
    return { result, after: result, topics: ready.length > 0 ? TOPICS : [] }
  })
}

function recipientsOf({ all }: Standings, recipients: CertificateRecipients): readonly Standing[] {
  if ('filter' in recipients) return chosenFrom(all, recipients.filter)
  const wanted = new Set(recipients.participantIds)
  return all.filter(({ person }) => wanted.has(person.id))
}

interface Issue {
  standing: Standing
  standings: Standings
  sequence: number
  actId: string
  at: number
}

function issueOne(db: WriteHandle, event: EventFile, { standing, standings, sequence, actId, at }: Issue): void {
  const number = standings.numberOf(sequence)
  // Another pattern may write another running number the same way.
  if (getByNumber(db, number)) throw ruleBroken('certificate-number-taken', number)
  addVersion(db, event, {
    sequence,
    version: 1,
    number,
    participantId: standing.person.id,
    snapshot: standings.write({ ...standing, number }),
    reason: '',
    actId,
    at,
  })
}

function addVersion(
  db: WriteHandle,
  event: EventFile,
  version: {
    sequence: number
    version: number
    number: string
    participantId: string
    snapshot: CertificateSnapshot
    reason: string
    actId: string
    at: number
  },
): void {
  const { snapshot, at, ...row } = version
  insertCertificate(db, {
    ...row,
    id: newId(),
    code: makeCode(badgeIdentityOf(event), 'certificate'),
    snapshot: JSON.stringify(snapshot),
    issuedAt: at,
  })
}

/** Makes the next version of a certificate from what is known now; its number stays, the paper before it is no longer the valid one. */
export function reissueCertificate(
  event: EventFile,
  caller: Caller,
  { actId, sequence, reason }: { actId: string; sequence: number; reason: string },
  at: number,
): { version: number } {
  return act(event, caller, { actId, at, verb: 'certificates.reissue', subjectId: `certificate-${sequence}` }, db => {
    const before = requireValid(event, sequence)
    const standings = readStandings(event, at)
    const standing = standings.all.find(({ person }) => person.id === before.participant_id)
    if (!standing || standing.withheld) throw ruleBroken('certificate-not-earned', before.number)
    const version = before.version + 1
    const snapshot = standings.write({ ...standing, number: before.number })
    const { number, participant_id: participantId } = before
    addVersion(db, event, { sequence, version, number, participantId, snapshot, reason, actId, at })
    const after = { number, version, reason, name: snapshot.name }
    return { result: { version }, before: { version: before.version }, after, topics: TOPICS }
  })
}

/** Makes a certificate worthless. Its number is never given again; whoever verifies it reads the reason. */
export function revokeCertificate(
  event: EventFile,
  caller: Caller,
  { actId, sequence, reason }: { actId: string; sequence: number; reason: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'certificates.revoke', subjectId: `certificate-${sequence}` }, db => {
    const { number } = requireValid(event, sequence)
    insertRevocation(db, { sequence, at, reason, actId })
    return { result: null, after: { number, reason }, topics: TOPICS }
  })
}

function requireValid(event: EventFile, sequence: number): CertificateRow {
  const row = getNewest(event.db, sequence)
  if (!row) throw notFound('certificate')
  if (row.revoked_at !== null) throw ruleBroken('certificate-revoked', row.number)
  return row
}
