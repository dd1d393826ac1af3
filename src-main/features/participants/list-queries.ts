import { prepared, type ReadHandle } from '#main/event-file/handles.ts'
import { NO_DELEGATION, type PersonFilter, type PersonLine, type PersonListInput } from './contract.ts'

/**
 * People whose NIP, NIK or phone can't be right: what `personWarnings` says, in SQL.
 * Word for word the condition of the index `participants_needing_attention`, or SQLite would not use it.
 */
const NEEDS_ATTENTION = `(
    (p.nip NOT IN ('', '-') AND (length(replace(replace(p.nip, ' ', ''), '.', '')) <> 18 OR replace(replace(p.nip, ' ', ''), '.', '') GLOB '*[^0-9]*'))
    OR (p.nik NOT IN ('', '-') AND (length(replace(replace(p.nik, ' ', ''), '.', '')) <> 16 OR replace(replace(p.nik, ' ', ''), '.', '') GLOB '*[^0-9]*'))
    OR (p.phone NOT IN ('', '-') AND p.phone_match = ''))`

const ARRIVAL = 'check_ins c ON c.participant_id = p.id AND c.day_id = @dayId AND c.voided_at IS NULL'

const STATE: Record<PersonFilter['state'], string> = {
  active: 'p.archived_at IS NULL',
  arrived: 'p.archived_at IS NULL',
  'not-arrived': 'p.archived_at IS NULL AND c.id IS NULL',
  'walk-in': 'p.archived_at IS NULL AND p.is_walk_in = 1',
  attention: `p.archived_at IS NULL AND ${NEEDS_ATTENTION}`,
  archived: 'p.archived_at IS NOT NULL',
}

const BY_NAME = 'p.name COLLATE NOCASE, p.id'
const BY_NAME_DESCENDING = 'p.name COLLATE NOCASE DESC, p.id DESC'
/** What comes before the name in each order; empty places go last either way. */
const ORDER: Record<Exclude<PersonListInput['sort'], 'name'>, { first?: string; key: string }> = {
  role: { key: 'r.position' },
  delegation: { first: 'd.name IS NULL', key: 'd.name COLLATE NOCASE' },
  institution: { first: "p.institution = ''", key: 'p.institution COLLATE NOCASE' },
  arrival: { first: 'c.at IS NULL', key: 'c.at' },
}

/** A filter whose text has been turned into people already (`ids`, best first; null = no text). */
export interface ListQuery extends Omit<PersonListInput, 'text'> {
  ids: readonly string[] | null
  /** The event day that it is; '' when there is none. */
  dayId: string
}

/** One narrow index holds what most lists ask for; a file without statistics would let SQLite choose wider ways. */
function isOverEverybody({ state, sort, delegationId, ids }: ListQuery): boolean {
  return ids === null && delegationId === null && sort !== 'institution' && state !== 'arrived' && state !== 'attention'
}

type ListParameters = Record<string, unknown>

/** Which people, without order and window. The text is built from fixed parts; every value is bound. */
function selection(query: ListQuery): { from: string; where: string } {
  const usesArrival = query.state === 'not-arrived' || query.sort === 'arrival'
  const from = [isOverEverybody(query) ? 'participants p INDEXED BY participants_listed' : 'participants p']
  if (query.state === 'arrived') from.push(`JOIN ${ARRIVAL}`)
  else if (usesArrival) from.push(`LEFT JOIN ${ARRIVAL}`)
  const where = [STATE[query.state]]
  if (query.roleId !== null) where.push('p.role_id = @roleId')
  if (query.delegationId === NO_DELEGATION) where.push('p.delegation_id IS NULL')
  else if (query.delegationId !== null) where.push('p.delegation_id = @delegationId')
  if (query.ids !== null) where.push('p.id IN (SELECT value FROM json_each(@ids))')
  return { from: from.join(' '), where: where.join(' AND ') }
}

function order({ sort, isDescending }: ListQuery): { join: string; by: string } {
  const name = isDescending ? BY_NAME_DESCENDING : BY_NAME
  if (sort === 'name') return { join: '', by: name }
  const { first, key } = ORDER[sort]
  const join =
    sort === 'role'
      ? ' JOIN roles r ON r.id = p.role_id'
      : sort === 'delegation'
        ? ' LEFT JOIN delegations d ON d.id = p.delegation_id'
        : ''
  return { join, by: `${first ? `${first}, ` : ''}${key}${isDescending ? ' DESC' : ''}, ${BY_NAME}` }
}

const LINE = `p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.position, p.institution, p.village, p.district,
  p.phone, p.role_id AS roleId, p.delegation_id AS delegationId, p.is_walk_in AS isWalkIn, p.archived_at AS archivedAt,
  ${NEEDS_ATTENTION} AS needsAttention,
  (SELECT c.at FROM check_ins c WHERE c.participant_id = p.id AND c.day_id = @dayId AND c.voided_at IS NULL) AS arrivedAt,
  EXISTS (SELECT 1 FROM badges b WHERE b.participant_id = p.id AND b.revoked_at IS NULL) AS hasBadge,
  (SELECT count(*) FROM badges b JOIN print_job_items i ON i.badge_id = b.id JOIN print_jobs j ON j.id = i.job_id AND j.state = 'done'
   WHERE b.participant_id = p.id) AS printCount`

/** The SQL that finds the ids of one window, in their order; `count` = how many there are in all. */
export function listSql(query: ListQuery): { window: string; count: string } {
  const { from, where } = selection(query)
  const { join, by } = order(query)
  return {
    window: `SELECT p.id FROM ${from}${join} WHERE ${where} ORDER BY ${by} LIMIT @limit OFFSET @offset`,
    count: `SELECT count(*) AS total FROM ${from} WHERE ${where}`,
  }
}

export function parametersOf(query: ListQuery): ListParameters {
  const { roleId, delegationId, dayId, limit, offset } = query
  return { roleId, delegationId, dayId, limit, offset, ids: query.ids && JSON.stringify(query.ids) }
}

/** How many people a filter shows. */
export function countPeople(db: ReadHandle, query: ListQuery): number {
  return prepared<{ total: number }>(db, listSql(query).count).get(parametersOf(query))?.total ?? 0
}

/** The people of one window, in their order; `limit` -1 = to the end. */
export function listIds(db: ReadHandle, query: ListQuery): string[] {
  return prepared<{ id: string }>(db, listSql(query).window)
    .all(parametersOf(query))
    .map(row => row.id)
}

export function countByArchived(db: ReadHandle): { active: number; archived: number } {
  const row = prepared<{ active: number; everybody: number }>(
    db,
    'SELECT count(*) FILTER (WHERE archived_at IS NULL) AS active, count(*) AS everybody FROM participants',
  ).get()
  return { active: row?.active ?? 0, archived: (row?.everybody ?? 0) - (row?.active ?? 0) }
}

/** The lines of these people, in this order. */
export function linesOf(db: ReadHandle, ids: readonly string[], dayId: string): PersonLine[] {
  const line = prepared<Flagged>(db, `SELECT ${LINE} FROM participants p WHERE p.id = @id`)
  return ids.flatMap(id => {
    const row = line.get({ id, dayId })
    return row ? [toLine(row)] : []
  })
}

type Flag = 'isWalkIn' | 'hasBadge' | 'needsAttention'
type Flagged = Omit<PersonLine, Flag> & Record<Flag, number>

function toLine(row: Flagged): PersonLine {
  return {
    ...row,
    isWalkIn: row.isWalkIn === 1,
    hasBadge: row.hasBadge === 1,
    needsAttention: row.needsAttention === 1,
  }
}
