import type { EventFile } from '#main/event-file/open.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { NO_DELEGATION } from '#main/features/participants/contract.ts'
import {
  type CertificatePersonRow,
  type CertificateRow,
  listCertificatePeople,
  listNewest,
} from './certificate-queries.ts'
import {
  type Candidate,
  type CandidateFilter,
  type CandidateState,
  CANDIDATE_STATES,
  type CertificateSnapshot,
  certificateSnapshotSchema,
  LIST_LIMIT,
} from './contract.ts'
import { type AttendanceRecord, earnedCredit, recordOf, type Withheld, withheldBecause } from './earning-rules.ts'
import { certificateNumber } from './number-rules.ts'
import { type CertificateSettings, type RoleCertificate, roleCertificateOf } from './settings-rules.ts'
import { certificateDate, readCertificateSettings } from './settings-service.ts'
import { type Earned, snapshotWriter } from './snapshot-service.ts'

/** Somebody whose role gets a certificate, with what they have attended and what they were given. */
export interface Standing {
  person: CertificatePersonRow
  role: RoleCertificate
  record: AttendanceRecord
  jp: number | null
  withheld: Withheld | null
  /** The newest version of the one that is valid. */
  certificate: CertificateRow | null
}

/** All {@link Standing}s in the order in which numbers are given, and how their certificates are written. */
export interface Standings {
  settings: CertificateSettings
  all: readonly Standing[]
  /** Nothing more can be attended. */
  isOver: boolean
  numberOf: (sequence: number) => string
  write: (earned: Earned) => CertificateSnapshot
}

/** Works out from the attendance known at `at` who has earned a certificate. */
export function readStandings(event: EventFile, at: number): Standings {
  const { db } = event
  const settings = readCertificateSettings(db)
  const { sessions, people } = attendanceOf(db, at)
  const attended = new Map([...people].map(person => [person.participantId, person]))
  const valid = new Map(
    listNewest(db)
      .filter(({ revoked_at }) => revoked_at === null)
      .map(row => [row.participant_id, row]),
  )
  const all = inOrder(listCertificatePeople(db), settings).flatMap((person): Standing[] => {
    const role = roleCertificateOf(settings, { id: person.roleId, name: person.roleName })
    const presence = attended.get(person.id)
    if (!role.isIssued || !presence) return []
    const record = recordOf(sessions, presence.sessions, presence.days)
    const jp = earnedCredit(record, role, settings)
    const withheld = withheldBecause(record, role, settings)
    return [{ person, role, record, jp, withheld, certificate: valid.get(person.id) ?? null }]
  })
  const date = certificateDate(event, settings, at)
  return {
    settings,
    all,
    isOver: sessions.every(({ endsAt }) => endsAt <= at),
    numberOf: sequence => certificateNumber(settings.numberPattern, { sequence, date }),
    write: snapshotWriter(event, settings, sessions, at),
  }
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true })

function inOrder(people: readonly CertificatePersonRow[], { order }: CertificateSettings): CertificatePersonRow[] {
  return people.toSorted(
    (one, other) =>
      (order === 'role' ? one.rolePosition - other.rolePosition : 0) ||
      (order === 'delegation' ? collator.compare(one.delegation, other.delegation) : 0) ||
      collator.compare(one.name, other.name) ||
      (one.id < other.id ? -1 : 1),
  )
}

/** The standings that a filter stands for. */
export function chosenFrom(all: readonly Standing[], { roleId, delegationId, text }: CandidateFilter): Standing[] {
  const wanted = text.toLocaleLowerCase('id')
  return all.filter(
    ({ person, certificate }) =>
      (roleId === null || person.roleId === roleId) &&
      (delegationId === null || (person.delegationId ?? NO_DELEGATION) === delegationId) &&
      (wanted === '' ||
        fullName(person).toLocaleLowerCase('id').includes(wanted) ||
        certificate?.number.toLocaleLowerCase('id').includes(wanted) === true),
  )
}

/** The list of candidates as the screen shows it. */
export function listCandidates(
  event: EventFile,
  filter: CandidateFilter & { state: CandidateState | null },
  at: number,
): { counts: Record<CandidateState, number>; rows: Candidate[]; total: number; isOver: boolean } {
  const standings = readStandings(event, at)
  const candidates = chosenFrom(standings.all, filter).map(standing => asCandidate(standing, standings))
  const counts = Object.fromEntries(CANDIDATE_STATES.map(state => [state, 0])) as Record<CandidateState, number>
  for (const { state } of candidates) counts[state]++
  const rows = candidates.filter(({ state }) => filter.state === null || state === filter.state)
  return { counts, rows: rows.slice(0, LIST_LIMIT), total: rows.length, isOver: standings.isOver }
}

function asCandidate(standing: Standing, standings: Standings): Candidate {
  const { person, role, record, jp, withheld, certificate } = standing
  const changes = certificate ? changesOf(standing, certificate, standings) : []
  return {
    participantId: person.id,
    name: fullName(person),
    as: role.as,
    delegation: person.delegation,
    minutes: record.minutes,
    possible: record.possible,
    jp,
    state: stateOf(standing, changes.length > 0),
    withheld,
    sequence: certificate?.sequence ?? null,
    number: certificate?.number ?? '',
    version: certificate?.version ?? 0,
    changes,
  }
}

function stateOf({ withheld, certificate }: Standing, isChanged: boolean): CandidateState {
  if (certificate) return withheld ? 'lost' : isChanged ? 'changed' : 'issued'
  return withheld ? 'withheld' : 'ready'
}

function changesOf(standing: Standing, certificate: CertificateRow, { write }: Standings): Candidate['changes'] {
  const printed = readSnapshot(certificate)
  const now = write({ ...standing, number: certificate.number })
  const texts = ({ nip, institution, as, jp, ...name }: CertificateSnapshot): Record<string, string> => ({
    name: fullName(name),
    nip,
    institution,
    as,
    jp: jp === null ? '' : String(jp),
  })
  const [before, after] = [texts(printed), texts(now)]
  return (['name', 'nip', 'institution', 'as', 'jp'] as const).flatMap(field =>
    before[field] === after[field] ? [] : [{ field, printed: before[field] ?? '', now: after[field] ?? '' }],
  )
}

/** What was printed. */
export function readSnapshot({ snapshot }: Pick<CertificateRow, 'snapshot'>): CertificateSnapshot {
  return certificateSnapshotSchema.parse(JSON.parse(snapshot))
}
