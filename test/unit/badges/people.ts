import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'

/** What a test wants to be different about a person. */
export interface PersonFields {
  titleBefore?: string
  titleAfter?: string
  institution?: string
  village?: string
  district?: string
  regency?: string
  role?: string
  delegationId?: string
}

/** Puts a person into the event file, straight into the table, and returns the id. */
export function addPerson(event: EventFile, name: string, fields: PersonFields = {}): string {
  const id = newId()
  const columns = event.db.pragma('table_info(participants)') as { name: string; type: string }[]
  const role = event.db.prepare('SELECT id FROM roles WHERE name = ?').get(fields.role ?? 'Peserta') as { id: string }
  const values: Record<string, unknown> = {
    id,
    name,
    title_before: fields.titleBefore ?? '',
    title_after: fields.titleAfter ?? '',
    institution: fields.institution ?? '',
    village: fields.village ?? '',
    district: fields.district ?? '',
    regency: fields.regency ?? '',
    role_id: role.id,
    delegation_id: fields.delegationId ?? null,
    archived_at: null,
    extras: '{}',
  }
  const names = columns.map(column => column.name)
  const row = columns.map(column => (column.name in values ? values[column.name] : column.type === 'TEXT' ? '' : 0))
  event.db.prepare(`INSERT INTO participants (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(row)
  return id
}
