import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import type { Delegation, DelegationInput } from './contract.ts'

const LIST = `SELECT d.id, d.name, d.region_code AS regionCode, d.quota, d.transport, d.note, d.archived_at AS archivedAt,
  (SELECT count(*) FROM participants p WHERE p.delegation_id = d.id AND p.archived_at IS NULL) AS memberCount,
  (SELECT count(*) FROM participants p JOIN check_ins c ON c.participant_id = p.id AND c.day_id = @dayId AND c.voided_at IS NULL
   WHERE p.delegation_id = d.id AND p.archived_at IS NULL) AS arrivedCount
FROM delegations d`

export function listDelegations(db: ReadHandle, dayId: string): Delegation[] {
  return prepared<Delegation>(db, `${LIST} ORDER BY d.name COLLATE NOCASE, d.id`).all({ dayId })
}

export function getDelegation(db: ReadHandle, id: string): Delegation | undefined {
  return prepared<Delegation>(db, `${LIST} WHERE d.id = @id`).get({ id, dayId: '' })
}

/** The delegation in use under this name, whatever its capitals. */
export function findDelegationByName(db: ReadHandle, name: string): { id: string } | undefined {
  return prepared<{ id: string }>(
    db,
    'SELECT id FROM delegations WHERE name = ? COLLATE NOCASE AND archived_at IS NULL',
  ).get(name)
}

export function insertDelegation(db: WriteHandle, delegation: DelegationInput & { id: string }): void {
  prepared(
    db,
    `INSERT INTO delegations (id, name, region_code, quota, transport, note) VALUES (@id, @name, @regionCode, @quota, @transport, @note)`,
  ).run(delegation)
}

export function updateDelegation(db: WriteHandle, delegation: DelegationInput & { id: string }): void {
  prepared(
    db,
    'UPDATE delegations SET name = @name, region_code = @regionCode, quota = @quota, transport = @transport, note = @note WHERE id = @id',
  ).run(delegation)
}

export function setDelegationArchived(db: WriteHandle, id: string, archivedAt: number | null): void {
  prepared(db, 'UPDATE delegations SET archived_at = ? WHERE id = ?').run(archivedAt, id)
}
