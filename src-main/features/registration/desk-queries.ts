import { prepared, type ReadHandle } from '#main/event-file/handles.ts'
import type { HeadCount } from './counter-rules.ts'

/** A person as the desk's lists show them, with the check-in of one day. */
export interface DeskPersonRow {
  id: string
  title_before: string
  name: string
  title_after: string
  role_id: string
  role: string
  role_color: string
  delegation_id: string | null
  delegation: string
  position: string
  institution: string
  village: string
  district: string
  regency: string
  phone: string
  cost_bearer: string
  note: string
  is_walk_in: number
  archived_at: number | null
  archive_reason: string
  arrived_at: number | null
  arrived_device: string
}

const DESK_PERSON = `
  SELECT p.id, p.title_before, p.name, p.title_after, p.role_id, r.name AS role, r.color AS role_color,
         p.delegation_id, coalesce(d.name, '') AS delegation, p.position, p.institution, p.village, p.district, p.regency,
         p.phone, p.cost_bearer, p.note, p.is_walk_in, p.archived_at, p.archive_reason,
         c.at AS arrived_at, coalesce(c.device_name, '') AS arrived_device
  FROM participants p
  JOIN roles r ON r.id = p.role_id
  LEFT JOIN delegations d ON d.id = p.delegation_id
  LEFT JOIN check_ins c ON c.participant_id = p.id AND c.day_id = @day AND c.voided_at IS NULL`

/**
 * Who counts on a day: everybody who is not archived, and those who came and were replaced on a later day.
 * Anyone else who is archived is expected no more, whatever the reason.
 */
const COUNTS = `(p.archived_at IS NULL OR (c.id IS NOT NULL AND EXISTS (
  SELECT 1 FROM substitutions s WHERE s.original_id = p.id AND s.voided_at IS NULL)))`

export function getDeskPerson(db: ReadHandle, id: string, dayId: string | null): DeskPersonRow | undefined {
  return prepared<DeskPersonRow>(db, `${DESK_PERSON} WHERE p.id = @id`).get({ id, day: dayId })
}

/** The people of these ids, in no order. */
export function listDeskPeople(db: ReadHandle, ids: readonly string[], dayId: string | null): DeskPersonRow[] {
  return prepared<DeskPersonRow>(db, `${DESK_PERSON} WHERE p.id IN (SELECT value FROM json_each(@ids))`).all({
    ids: JSON.stringify(ids),
    day: dayId,
  })
}

/** Some of a group, and how many there are and have come in all. */
export interface GroupRows {
  total: number
  arrived: number
  members: DeskPersonRow[]
}

const OF_DELEGATION = 'p.delegation_id = @delegation AND p.archived_at IS NULL'
const OF_VILLAGE = `p.village = @village COLLATE NOCASE AND p.district = @district COLLATE NOCASE
  AND p.regency = @regency COLLATE NOCASE AND p.delegation_id IS NULL AND p.archived_at IS NULL`

/** The members of a delegation by name; of more than `limit` those who have not come before the rest. */
export function getDelegationMembers(
  db: ReadHandle,
  delegationId: string,
  dayId: string | null,
  limit: number,
): GroupRows {
  return getGroupRows(db, OF_DELEGATION, { delegation: delegationId, day: dayId, limit })
}

/** Those of one village without a delegation, as {@link getDelegationMembers}. */
export function getVillagers(
  db: ReadHandle,
  { village, district, regency }: { village: string; district: string; regency: string },
  dayId: string | null,
  limit: number,
): GroupRows {
  return getGroupRows(db, OF_VILLAGE, { village, district, regency, day: dayId, limit })
}

function getGroupRows(
  db: ReadHandle,
  where: string,
  values: { day: string | null; limit: number; [name: string]: string | number | null },
): GroupRows {
  const members = prepared<DeskPersonRow>(
    db,
    `SELECT * FROM (${DESK_PERSON} WHERE ${where} ORDER BY c.at IS NOT NULL, p.name COLLATE NOCASE, p.id LIMIT @limit)
     ORDER BY name COLLATE NOCASE, id`,
  ).all(values)
  const inList = { total: members.length, arrived: members.filter(row => row.arrived_at !== null).length, members }
  if (members.length < values.limit) return inList
  const { limit: _limit, ...of } = values
  const all = prepared<{ total: number; arrived: number }>(
    db,
    `SELECT count(*) AS total, count(c.at) AS arrived FROM participants p
     LEFT JOIN check_ins c ON c.participant_id = p.id AND c.day_id = @day AND c.voided_at IS NULL WHERE ${where}`,
  ).get(of)
  return { ...inList, ...all }
}

export function getDelegationName(db: ReadHandle, id: string): string | undefined {
  return prepared<{ name: string }>(db, 'SELECT name FROM delegations WHERE id = ?').get(id)?.name
}

/** The people behind a number, by name. */
export function listCounted(
  db: ReadHandle,
  dayId: string | null,
  filter: {
    state: 'expected' | 'arrived' | 'missing'
    roleId: string | null
    delegationId: string | null
    onlyWalkIns: boolean
    limit: number
  },
): DeskPersonRow[] {
  return prepared<DeskPersonRow>(
    db,
    `${DESK_PERSON}
     WHERE ${COUNTS}
       AND (@state = 'expected' OR (@state = 'arrived') = (c.id IS NOT NULL))
       AND (@role IS NULL OR p.role_id = @role)
       AND (@delegation IS NULL OR p.delegation_id = @delegation)
       AND (@walkIns = 0 OR p.is_walk_in = 1)
     ORDER BY p.name COLLATE NOCASE, p.id LIMIT @limit`,
  ).all({
    day: dayId,
    limit: filter.limit,
    state: filter.state,
    role: filter.roleId,
    delegation: filter.delegationId,
    walkIns: Number(filter.onlyWalkIns),
  })
}

interface HeadCountRow {
  role_id: string
  delegation_id: string | null
  is_walk_in: number
  expected: number
  arrived: number
}

/** Heads per role, delegation and walk-in: first who is on the lists, then who has come on the day. A group comes in pieces. */
export function countHeads(db: ReadHandle, dayId: string | null): HeadCount[] {
  const listed = prepared<HeadCountRow>(
    db,
    `SELECT role_id, delegation_id, is_walk_in, count(*) AS expected, 0 AS arrived
     FROM participants WHERE archived_at IS NULL GROUP BY role_id, delegation_id, is_walk_in`,
  ).all()
  // A replaced person is on the lists no more, but was expected on the day they came.
  const arrived = prepared<HeadCountRow>(
    db,
    `SELECT p.role_id, p.delegation_id, p.is_walk_in, sum(p.archived_at IS NOT NULL) AS expected, count(*) AS arrived
     FROM check_ins c JOIN participants p ON p.id = c.participant_id
     WHERE c.day_id = ? AND c.voided_at IS NULL AND ${COUNTS}
     GROUP BY p.role_id, p.delegation_id, p.is_walk_in`,
  ).all(dayId)
  return [...listed, ...arrived].map(row => ({
    roleId: row.role_id,
    delegationId: row.delegation_id,
    isWalkIn: row.is_walk_in === 1,
    expected: row.expected,
    arrived: row.arrived,
  }))
}

export function listRoles(db: ReadHandle): { id: string; name: string; color: string; archived_at: number | null }[] {
  return prepared<{ id: string; name: string; color: string; archived_at: number | null }>(
    db,
    'SELECT id, name, color, archived_at FROM roles ORDER BY position, name',
  ).all()
}

export function listDelegations(db: ReadHandle): { id: string; name: string; archived_at: number | null }[] {
  return prepared<{ id: string; name: string; archived_at: number | null }>(
    db,
    'SELECT id, name, archived_at FROM delegations ORDER BY name COLLATE NOCASE',
  ).all()
}

export interface ArrivalRow {
  day_id: string
  date: string
  at: number
  device_name: string
}

export function listArrivals(db: ReadHandle, participantId: string): ArrivalRow[] {
  return prepared<ArrivalRow>(
    db,
    `SELECT c.day_id, d.date, c.at, c.device_name FROM check_ins c JOIN event_days d ON d.id = c.day_id
     WHERE c.participant_id = ? AND c.voided_at IS NULL ORDER BY d.date`,
  ).all(participantId)
}

export interface LinkedPersonRow {
  id: string
  title_before: string
  name: string
  title_after: string
  reason: string
}

/** Whom this person stands in for. */
export function getReplaced(db: ReadHandle, participantId: string): LinkedPersonRow | undefined {
  return prepared<LinkedPersonRow>(
    db,
    `SELECT p.id, p.title_before, p.name, p.title_after, s.reason FROM substitutions s JOIN participants p ON p.id = s.original_id
     WHERE s.substitute_id = ? AND s.voided_at IS NULL`,
  ).get(participantId)
}

/** Who stands in for this person. */
export function getReplacement(db: ReadHandle, participantId: string): LinkedPersonRow | undefined {
  return prepared<LinkedPersonRow>(
    db,
    `SELECT p.id, p.title_before, p.name, p.title_after, s.reason FROM substitutions s JOIN participants p ON p.id = s.substitute_id
     WHERE s.original_id = ? AND s.voided_at IS NULL`,
  ).get(participantId)
}
