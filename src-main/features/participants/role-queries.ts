import { prepared, type WriteHandle } from '#main/event-file/handles.ts'

export function insertRole(db: WriteHandle, role: { id: string; name: string; color: string; position: number }): void {
  prepared(db, 'INSERT INTO roles (id, name, color, position) VALUES (@id, @name, @color, @position)').run(role)
}
