import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { requirePerson, setNoteIn } from '#main/features/participants/person-service.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import {
  type ChecklistMarkRow,
  getChecklistItem,
  getMark,
  insertChecklistItem,
  insertMark,
  listChecklistItems,
  nextChecklistPosition,
  renameChecklistItem,
  setChecklistItemArchived,
  voidMark,
} from './checklist-queries.ts'
import type { ChecklistItem } from './contract.ts'

/** What participants hand over and take along (domain.md part 3, register berkas and tanda terima perlengkapan); editable per event. */
const DEFAULT_ITEMS: readonly { kind: 'berkas' | 'kit'; name: string }[] = [
  { kind: 'berkas', name: 'Surat tugas' },
  { kind: 'berkas', name: 'SPPD' },
  { kind: 'berkas', name: 'Tiket' },
  { kind: 'berkas', name: 'Fotokopi KTP/NPWP' },
  { kind: 'berkas', name: 'Rekening' },
  { kind: 'kit', name: 'Seminar kit' },
]

const TOPICS = ['registration'] as const

/** Writes the default checklist into a new event; part of the transaction that makes the file. */
export function addDefaultChecklist(db: WriteHandle): void {
  DEFAULT_ITEMS.forEach((item, position) => insertChecklistItem(db, { id: newId(), ...item, position }))
}

/** The items in use, berkas first. */
export function listChecklist(event: EventFile): ChecklistItem[] {
  return listChecklistItems(event.db).map(({ id, kind, name }) => ({ id, kind, name }))
}

interface Ticks {
  actId: string
  participantIds: readonly string[]
  itemIds: readonly string[]
  isMarked: boolean
}

/** Sets or takes away ticks as one act; what stands so already is left. Says how many changed. */
export function setMarks(event: EventFile, caller: Caller, input: Ticks, at: number): { count: number } {
  const verb = input.isMarked ? 'registration.mark' : 'registration.unmark'
  const request = { actId: input.actId, at, verb, subjectId: input.participantIds[0] ?? '' }
  return act(event, caller, request, db => {
    const changed: ChecklistMarkRow[] = []
    for (const participantId of new Set(input.participantIds)) {
      requirePerson(db, participantId)
      for (const itemId of new Set(input.itemIds)) {
        const mark = setMark(db, { participantId, itemId, isMarked: input.isMarked }, input.actId, caller, at)
        if (mark) changed.push(mark)
      }
    }
    const result = { count: changed.length }
    return changed.length > 0 ? { result, after: changed, topics: TOPICS } : { result, topics: [] }
  })
}

function setMark(
  db: WriteHandle,
  wanted: { participantId: string; itemId: string; isMarked: boolean },
  actId: string,
  caller: Caller,
  at: number,
): ChecklistMarkRow | null {
  const item = getChecklistItem(db, wanted.itemId)
  if (!item || item.archived_at !== null) throw notFound('checklist-item')
  const standing = getMark(db, wanted.participantId, wanted.itemId)
  if (wanted.isMarked === (standing !== undefined)) return null
  if (standing) {
    voidMark(db, standing.id, at, actId)
    return standing
  }
  const mark = {
    id: newId(),
    participant_id: wanted.participantId,
    item_id: wanted.itemId,
    at,
    device_name: caller.deviceName,
  }
  insertMark(db, mark)
  return mark
}

export function setNote(
  event: EventFile,
  caller: Caller,
  { actId, participantId, note }: { actId: string; participantId: string; note: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'registration.note', subjectId: participantId }, db => {
    const before = setNoteIn(db, participantId, note, at)
    return { result: null, before: { note: before }, after: { note }, topics: ['registration', 'participants'] }
  })
}

export function addChecklistItem(
  event: EventFile,
  caller: Caller,
  { actId, kind, name }: { actId: string; kind: 'berkas' | 'kit'; name: string },
  at: number,
): ChecklistItem {
  const id = newId()
  return act(event, caller, { actId, at, verb: 'registration.add-item', subjectId: id }, db => {
    insertChecklistItem(db, { id, kind, name, position: nextChecklistPosition(db) })
    return { result: { id, kind, name }, after: { name }, topics: TOPICS }
  })
}

export function renameItem(
  event: EventFile,
  caller: Caller,
  { actId, id, name }: { actId: string; id: string; name: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'registration.rename-item', subjectId: id }, db => {
    const before = requireItem(db, id).name
    renameChecklistItem(db, id, name)
    return { result: null, before: { name: before }, after: { name }, topics: TOPICS }
  })
}

/** Takes an item off the list; ticks that were set stay on record. */
export function archiveItem(
  event: EventFile,
  caller: Caller,
  { actId, id }: { actId: string; id: string },
  at: number,
): void {
  act(event, caller, { actId, at, verb: 'registration.archive-item', subjectId: id }, db => {
    requireItem(db, id)
    setChecklistItemArchived(db, id, at)
    return { result: null, after: { archivedAt: at }, topics: TOPICS }
  })
}

function requireItem(db: WriteHandle, id: string): { name: string } {
  const item = getChecklistItem(db, id)
  if (!item || item.archived_at !== null) throw notFound('checklist-item')
  return item
}
