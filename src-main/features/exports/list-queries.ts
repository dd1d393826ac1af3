import { prepared, type ReadHandle } from '#main/event-file/handles.ts'

/** A person with every field there is; `extras` as JSON. */
export interface FullPersonRow {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  pronunciation: string
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
  regionCode: string
  phone: string
  email: string
  role: string
  delegation: string
  assignmentLetterNumber: string
  assignmentLetterDate: string
  room: string
  costBearer: string
  standsInFor: string
  note: string
  extras: string
  isWalkIn: number
  createdAt: number
  archivedAt: number | null
  archiveReason: string
}

/** Everybody who ever was on the lists, by name. */
export function listFullPeople(db: ReadHandle): FullPersonRow[] {
  return prepared<FullPersonRow>(
    db,
    `SELECT p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.pronunciation, p.gender, p.nip, p.nik,
       p.rank, p.position, p.institution, p.village, p.district, p.regency, p.province, p.region_code AS regionCode, p.phone,
       p.email, r.name AS role, coalesce(d.name, '') AS delegation, p.assignment_letter_number AS assignmentLetterNumber,
       p.assignment_letter_date AS assignmentLetterDate, p.room, p.cost_bearer AS costBearer,
       coalesce((SELECT o.name FROM substitutions s JOIN participants o ON o.id = s.original_id
         WHERE s.substitute_id = p.id AND s.voided_at IS NULL), '') AS standsInFor,
       p.note, p.extras, p.is_walk_in AS isWalkIn, p.created_at AS createdAt, p.archived_at AS archivedAt,
       p.archive_reason AS archiveReason
     FROM participants p JOIN roles r ON r.id = p.role_id LEFT JOIN delegations d ON d.id = p.delegation_id
     ORDER BY p.name COLLATE NOCASE, p.id`,
  ).all()
}

/** Somebody as the lists of what happened name them. */
export interface NamedPersonRow {
  id: string
  titleBefore: string
  name: string
  titleAfter: string
  nip: string
  role: string
  delegation: string
  institution: string
}
const NAMED = `p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.nip, r.name AS role,
  coalesce(d.name, '') AS delegation, p.institution`
const OF_PERSON = 'JOIN roles r ON r.id = p.role_id LEFT JOIN delegations d ON d.id = p.delegation_id'

/** Everybody who ever was on the lists, by name. */
export function listNamedPeople(db: ReadHandle): NamedPersonRow[] {
  return prepared<NamedPersonRow>(
    db,
    `SELECT p.id, ${NAMED} FROM participants p ${OF_PERSON} ORDER BY p.name COLLATE NOCASE, p.id`,
  ).all()
}

type CheckInRow = Omit<NamedPersonRow, 'id'> & {
  date: string
  dayLabel: string
  at: number
  deviceName: string
  method: string
}

/** Check-ins that stand, by day and time; on one day or (null) on all. */
export function iterateCheckIns(db: ReadHandle, dayId: string | null): IterableIterator<CheckInRow> {
  return prepared<CheckInRow>(
    db,
    `SELECT ${NAMED}, e.date, e.label AS dayLabel, c.at, c.device_name AS deviceName, c.method
     FROM check_ins c JOIN event_days e ON e.id = c.day_id JOIN participants p ON p.id = c.participant_id ${OF_PERSON}
     WHERE c.voided_at IS NULL AND (@dayId IS NULL OR c.day_id = @dayId) ORDER BY e.date, c.at, c.id`,
  ).iterate({ dayId })
}

type PassRow = Omit<NamedPersonRow, 'id'> & {
  at: number
  direction: 'in' | 'out'
  session: string
  room: string
  deviceName: string
  method: string
  overrideReason: string
  isVoided: number
}

/** Every passage through a door, also those taken back, by time. */
export function iteratePasses(db: ReadHandle): IterableIterator<PassRow> {
  return prepared<PassRow>(
    db,
    `SELECT ${NAMED}, x.at, x.direction, s.title AS session, m.name AS room, x.device_name AS deviceName, x.method,
       x.override_reason AS overrideReason, x.voided_at IS NOT NULL AS isVoided
     FROM passes x JOIN sessions s ON s.id = x.session_id JOIN rooms m ON m.id = x.room_id
     JOIN participants p ON p.id = x.participant_id ${OF_PERSON} ORDER BY x.at, x.id`,
  ).iterate()
}

interface ActRow {
  sequence: number
  at: number
  deviceName: string
  operator: string
  verb: string
  subjectId: string
  actId: string
  undoes: string | null
  hash: string
}

/** Every act in its order, without what it changed: that would name people. */
export function iterateActs(db: ReadHandle): IterableIterator<ActRow> {
  return prepared<ActRow>(
    db,
    `SELECT sequence, at, device_name AS deviceName, operator, verb, subject_id AS subjectId, act_id AS actId, undoes, hash
     FROM audit ORDER BY sequence`,
  ).iterate()
}
