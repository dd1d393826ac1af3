import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import { insertChecklistItem } from './checklist-queries.ts'

/** What participants hand over and take along (domain.md part 3, register berkas and tanda terima perlengkapan); editable per event. */
const DEFAULT_ITEMS: readonly { kind: 'berkas' | 'kit'; name: string }[] = [
  { kind: 'berkas', name: 'Surat tugas' },
  { kind: 'berkas', name: 'SPPD' },
  { kind: 'berkas', name: 'Tiket' },
  { kind: 'berkas', name: 'Fotokopi KTP/NPWP' },
  { kind: 'berkas', name: 'Rekening' },
  { kind: 'kit', name: 'Seminar kit' },
]

/** Writes the default checklist into a new event; part of the transaction that makes the file. */
export function addDefaultChecklist(db: WriteHandle): void {
  DEFAULT_ITEMS.forEach((item, position) => insertChecklistItem(db, { id: newId(), ...item, position }))
}
