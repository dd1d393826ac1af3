import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

export interface ChecklistItemRow {
  id: string
  kind: 'berkas' | 'kit'
  name: string
  position: number
}

export interface ChecklistMarkRow {
  id: string
  participant_id: string
  item_id: string
  at: number
  device_name: string
}

export function insertChecklistItem(db: WriteHandle, item: ChecklistItemRow): void {
  prepared(db, 'INSERT INTO checklist_items (id, kind, name, position) VALUES (@id, @kind, @name, @position)').run(item)
}

/** The items in use: berkas before kit, then as arranged. */
export function listChecklistItems(db: ReadHandle): ChecklistItemRow[] {
  return prepared<ChecklistItemRow>(
    db,
    'SELECT id, kind, name, position FROM checklist_items WHERE archived_at IS NULL ORDER BY kind, position, id',
  ).all()
}

export function getChecklistItem(
  db: ReadHandle,
  id: string,
): (ChecklistItemRow & { archived_at: number | null }) | undefined {
  return prepared<ChecklistItemRow & { archived_at: number | null }>(
    db,
    'SELECT id, kind, name, position, archived_at FROM checklist_items WHERE id = ?',
  ).get(id)
}

export function nextChecklistPosition(db: ReadHandle): number {
  const row = prepared<{ next: number }>(
    db,
    'SELECT coalesce(max(position), -1) + 1 AS next FROM checklist_items',
  ).get()
  return row?.next ?? 0
}

export function renameChecklistItem(db: WriteHandle, id: string, name: string): void {
  prepared(db, 'UPDATE checklist_items SET name = ? WHERE id = ?').run(name, id)
}

export function setChecklistItemArchived(db: WriteHandle, id: string, archivedAt: number | null): void {
  prepared(db, 'UPDATE checklist_items SET archived_at = ? WHERE id = ?').run(archivedAt, id)
}

/** The items in use with whether this person's tick stands. */
export function listChecklistOf(db: ReadHandle, participantId: string): (ChecklistItemRow & { is_marked: number })[] {
  return prepared<ChecklistItemRow & { is_marked: number }>(
    db,
    `SELECT i.id, i.kind, i.name, i.position, m.id IS NOT NULL AS is_marked
     FROM checklist_items i
     LEFT JOIN checklist_marks m ON m.item_id = i.id AND m.participant_id = ? AND m.voided_at IS NULL
     WHERE i.archived_at IS NULL
     ORDER BY i.kind, i.position, i.id`,
  ).all(participantId)
}

export function getMark(db: ReadHandle, participantId: string, itemId: string): ChecklistMarkRow | undefined {
  return prepared<ChecklistMarkRow>(
    db,
    `SELECT id, participant_id, item_id, at, device_name FROM checklist_marks
     WHERE participant_id = ? AND item_id = ? AND voided_at IS NULL`,
  ).get(participantId, itemId)
}

export function insertMark(db: WriteHandle, mark: ChecklistMarkRow): void {
  prepared(
    db,
    `INSERT INTO checklist_marks (id, participant_id, item_id, at, device_name)
     VALUES (@id, @participant_id, @item_id, @at, @device_name)`,
  ).run(mark)
}

export function voidMark(db: WriteHandle, id: string, at: number, voidedBy: string): boolean {
  return (
    prepared(db, 'UPDATE checklist_marks SET voided_at = ?, voided_by = ? WHERE id = ? AND voided_at IS NULL').run(
      at,
      voidedBy,
      id,
    ).changes > 0
  )
}
