import { prepared, type WriteHandle } from '#main/event-file/handles.ts'

export interface ChecklistItemRow {
  id: string
  kind: 'berkas' | 'kit'
  name: string
  position: number
}

export function insertChecklistItem(db: WriteHandle, item: ChecklistItemRow): void {
  prepared(db, 'INSERT INTO checklist_items (id, kind, name, position) VALUES (@id, @kind, @name, @position)').run(item)
}
