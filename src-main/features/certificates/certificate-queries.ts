import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

/** One version of a certificate, with what became of its number. */
export interface CertificateRow {
  id: string
  sequence: number
  version: number
  number: string
  participant_id: string
  code: string
  snapshot: string
  reason: string
  issued_at: number
  revoked_at: number | null
  revoked_reason: string | null
}

const COLUMNS = `c.id, c.sequence, c.version, c.number, c.participant_id, c.code, c.snapshot, c.reason, c.issued_at,
  r.at AS revoked_at, r.reason AS revoked_reason`
const FROM = 'certificates c LEFT JOIN certificate_revocations r ON r.sequence = c.sequence'
const NEWEST = 'c.version = (SELECT max(n.version) FROM certificates n WHERE n.sequence = c.sequence)'

export function getSettingsText(db: ReadHandle): string | null {
  const row = prepared<{ settings: string }>(db, 'SELECT settings FROM certificate_settings WHERE only_row = 1').get()
  return row?.settings ?? null
}

export function putSettingsText(db: WriteHandle, settings: string): void {
  prepared(
    db,
    `INSERT INTO certificate_settings (only_row, settings) VALUES (1, ?)
     ON CONFLICT (only_row) DO UPDATE SET settings = excluded.settings`,
  ).run(settings)
}

/** The newest version of every number, in their order. */
export function listNewest(db: ReadHandle): CertificateRow[] {
  return prepared<CertificateRow>(db, `SELECT ${COLUMNS} FROM ${FROM} WHERE ${NEWEST} ORDER BY c.sequence`).all()
}

export function getNewest(db: ReadHandle, sequence: number): CertificateRow | undefined {
  return prepared<CertificateRow>(db, `SELECT ${COLUMNS} FROM ${FROM} WHERE c.sequence = ? AND ${NEWEST}`).get(sequence)
}

export function getByCode(db: ReadHandle, code: string): CertificateRow | undefined {
  return prepared<CertificateRow>(db, `SELECT ${COLUMNS} FROM ${FROM} WHERE c.code = ?`).get(code)
}

/** The newest version under a number as it was printed. */
export function getByNumber(db: ReadHandle, number: string): CertificateRow | undefined {
  return prepared<CertificateRow>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.number = ? COLLATE NOCASE ORDER BY c.version DESC LIMIT 1`,
  ).get(number)
}

/** The largest running number that was ever given; 0 when there is none. */
export function getLastSequence(db: ReadHandle): number {
  return prepared<{ last: number | null }>(db, 'SELECT max(sequence) AS last FROM certificates').get()?.last ?? 0
}

export function insertCertificate(
  db: WriteHandle,
  row: {
    id: string
    sequence: number
    version: number
    number: string
    participantId: string
    code: string
    snapshot: string
    reason: string
    issuedAt: number
    actId: string
  },
): void {
  prepared(
    db,
    `INSERT INTO certificates (id, sequence, version, number, participant_id, code, snapshot, reason, issued_at, act_id)
     VALUES (@id, @sequence, @version, @number, @participantId, @code, @snapshot, @reason, @issuedAt, @actId)`,
  ).run(row)
}

export function insertRevocation(
  db: WriteHandle,
  row: { sequence: number; at: number; reason: string; actId: string },
): void {
  prepared(
    db,
    'INSERT INTO certificate_revocations (sequence, at, reason, act_id) VALUES (@sequence, @at, @reason, @actId)',
  ).run(row)
}

/** A person as certificates need them; all texts as typed. */
export interface CertificatePersonRow {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  nip: string
  institution: string
  village: string
  regency: string
  roleId: string
  roleName: string
  rolePosition: number
  delegationId: string | null
  delegation: string
}

/** Everybody on the lists who is not archived, in no order. */
export function listCertificatePeople(db: ReadHandle): CertificatePersonRow[] {
  return prepared<CertificatePersonRow>(
    db,
    `SELECT p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.nip, p.institution, p.village,
       p.regency, p.role_id AS roleId, r.name AS roleName, r.position AS rolePosition, p.delegation_id AS delegationId,
       coalesce(d.name, '') AS delegation
     FROM participants AS p
     JOIN roles AS r ON r.id = p.role_id
     LEFT JOIN delegations AS d ON d.id = p.delegation_id
     WHERE p.archived_at IS NULL`,
  ).all()
}
