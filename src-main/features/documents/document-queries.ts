import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

/** Null while nobody has changed anything. */
export function getSettingsText(db: ReadHandle): string | null {
  const row = prepared<{ settings: string }>(db, 'SELECT settings FROM document_settings').get()
  return row?.settings ?? null
}

export function putSettingsText(db: WriteHandle, settings: string): void {
  prepared(
    db,
    `INSERT INTO document_settings (only_row, settings) VALUES (1, ?)
     ON CONFLICT (only_row) DO UPDATE SET settings = excluded.settings`,
  ).run(settings)
}

/** A person as papers need them. */
export interface PaperPersonRow {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  gender: string
  nip: string
  nik: string
  rank: string
  position: string
  institution: string
  village: string
  district: string
  regency: string
  province: string
  phone: string
  email: string
  room: string
  costBearer: string
  note: string
  assignmentLetterNumber: string
  assignmentLetterDate: string
  extras: string
  roleId: string
  roleName: string
  rolePosition: number
  delegationId: string | null
  delegation: string
  /** Whom they stand in for; '' for most. */
  standsInFor: string
  isArchived: number
}

/** Everybody who ever was on the lists, in no order. */
export function listPaperPeople(db: ReadHandle): PaperPersonRow[] {
  return prepared<PaperPersonRow>(
    db,
    `SELECT p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.gender, p.nip, p.nik, p.rank,
       p.position, p.institution, p.village, p.district, p.regency, p.province, p.phone, p.email, p.room,
       p.cost_bearer AS costBearer, p.note, p.assignment_letter_number AS assignmentLetterNumber,
       p.assignment_letter_date AS assignmentLetterDate, p.extras, p.role_id AS roleId, r.name AS roleName,
       r.position AS rolePosition, p.delegation_id AS delegationId, coalesce(d.name, '') AS delegation,
       coalesce(o.name, '') AS standsInFor, p.archived_at IS NOT NULL AS isArchived
     FROM participants AS p
     JOIN roles AS r ON r.id = p.role_id
     LEFT JOIN delegations AS d ON d.id = p.delegation_id
     LEFT JOIN substitutions AS s ON s.substitute_id = p.id AND s.voided_at IS NULL
     LEFT JOIN participants AS o ON o.id = s.original_id
     GROUP BY p.id`,
  ).all()
}

/** The items of the checklist that are in use. */
export function listItems(db: ReadHandle, kind: 'berkas' | 'kit'): { id: string; name: string }[] {
  return prepared<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM checklist_items WHERE kind = ? AND archived_at IS NULL ORDER BY position, id',
  ).all(kind)
}

/** Which items stand ticked for whom. */
export function listTicks(db: ReadHandle): { participantId: string; itemId: string }[] {
  return prepared<{ participantId: string; itemId: string }>(
    db,
    'SELECT participant_id AS participantId, item_id AS itemId FROM checklist_marks WHERE voided_at IS NULL',
  ).all()
}

/** How many people are not archived. */
export function countPaperPeople(db: ReadHandle): number {
  const row = prepared<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM participants WHERE archived_at IS NULL',
  ).get()
  return row?.count ?? 0
}
