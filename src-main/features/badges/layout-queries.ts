import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

export interface LayoutRow {
  id: string
  name: string
  definition: string
  is_default: number
  archived_at: number | null
}

/** The default first, then by name; archived ones never. */
export function listLayouts(db: ReadHandle): LayoutRow[] {
  return prepared<LayoutRow>(
    db,
    'SELECT * FROM badge_layouts WHERE archived_at IS NULL ORDER BY is_default DESC, name COLLATE NOCASE, id',
  ).all()
}

export function getLayout(db: ReadHandle, id: string): LayoutRow | undefined {
  return prepared<LayoutRow>(db, 'SELECT * FROM badge_layouts WHERE id = ?').get(id)
}

export function insertLayout(
  db: WriteHandle,
  layout: { id: string; name: string; definition: string; isDefault: number },
): void {
  prepared(
    db,
    'INSERT INTO badge_layouts (id, name, definition, is_default) VALUES (@id, @name, @definition, @isDefault)',
  ).run(layout)
}

export function updateLayout(db: WriteHandle, layout: { id: string; name: string; definition: string }): void {
  prepared(db, 'UPDATE badge_layouts SET name = @name, definition = @definition WHERE id = @id').run(layout)
}

export function archiveLayout(db: WriteHandle, id: string, at: number): void {
  prepared(db, 'UPDATE badge_layouts SET archived_at = ? WHERE id = ?').run(at, id)
}

export function setDefaultLayout(db: WriteHandle, id: string): void {
  prepared(db, 'UPDATE badge_layouts SET is_default = (id = ?)').run(id)
}
