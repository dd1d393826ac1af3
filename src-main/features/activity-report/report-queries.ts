import { prepared, type ReadHandle } from '#main/event-file/handles.ts'

/** Which role and delegation each person has who is not archived. */
export function listGroups(db: ReadHandle): { id: string; role: string; delegation: string }[] {
  return prepared<{ id: string; role: string; delegation: string }>(
    db,
    `SELECT p.id, r.name AS role, coalesce(d.name, '') AS delegation
     FROM participants p JOIN roles r ON r.id = p.role_id LEFT JOIN delegations d ON d.id = p.delegation_id
     WHERE p.archived_at IS NULL ORDER BY r.position, d.name COLLATE NOCASE`,
  ).all()
}
