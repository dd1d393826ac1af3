import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import type { Role } from './contract.ts'

const LIST = `SELECT r.id, r.name, r.color, r.position, r.archived_at AS archivedAt,
  (SELECT count(*) FROM participants p WHERE p.role_id = r.id AND p.archived_at IS NULL) AS memberCount
FROM roles r`

export function insertRole(db: WriteHandle, role: { id: string; name: string; color: string; position: number }): void {
  prepared(db, 'INSERT INTO roles (id, name, color, position) VALUES (@id, @name, @color, @position)').run(role)
}

export function listRoles(db: ReadHandle): Role[] {
  return prepared<Role>(db, `${LIST} ORDER BY r.position, r.id`).all()
}

export function getRole(db: ReadHandle, id: string): Role | undefined {
  return prepared<Role>(db, `${LIST} WHERE r.id = ?`).get(id)
}

/** The role in use under this name, whatever its capitals. */
export function findRoleByName(db: ReadHandle, name: string): { id: string } | undefined {
  return prepared<{ id: string }>(db, 'SELECT id FROM roles WHERE name = ? COLLATE NOCASE AND archived_at IS NULL').get(
    name,
  )
}

export function nextRolePosition(db: ReadHandle): number {
  return prepared<{ next: number }>(db, 'SELECT coalesce(max(position), -1) + 1 AS next FROM roles').get()?.next ?? 0
}

export function updateRole(db: WriteHandle, role: { id: string; name: string; color: string }): void {
  prepared(db, 'UPDATE roles SET name = @name, color = @color WHERE id = @id').run(role)
}

export function setRolePosition(db: WriteHandle, id: string, position: number): void {
  prepared(db, 'UPDATE roles SET position = ? WHERE id = ?').run(position, id)
}

export function setRoleArchived(db: WriteHandle, id: string, archivedAt: number | null): void {
  prepared(db, 'UPDATE roles SET archived_at = ? WHERE id = ?').run(archivedAt, id)
}
