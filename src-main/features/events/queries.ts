import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import type { EventDay, EventDetails } from './contract.ts'

export interface EventRow {
  id: string
  name: string
  level: EventDetails['level']
  host_institution: string
  theme: string
  venue: string
  time_zone: EventDetails['timeZone']
  settings: string
  is_sample: number
  created_at: number
}

export interface LogoRow {
  id: string
  name: string
  mime: 'image/png' | 'image/jpeg' | 'image/svg+xml' | 'image/webp'
  bytes: Buffer
}

export function getEvent(db: ReadHandle): EventRow {
  const row = prepared<EventRow>(
    db,
    'SELECT id, name, level, host_institution, theme, venue, time_zone, settings, is_sample, created_at FROM event',
  ).get()
  if (!row) throw new Error('the event file has no event row')
  return row
}

export function getSecretKey(db: ReadHandle): Buffer {
  const row = prepared<{ secret_key: Buffer }>(db, 'SELECT secret_key FROM event').get()
  if (!row) throw new Error('the event file has no event row')
  return row.secret_key
}

export function insertEvent(
  db: WriteHandle,
  event: { id: string; details: EventDetails; settings: string; secretKey: Buffer; isSample: boolean; at: number },
): void {
  const { details } = event
  prepared(
    db,
    `INSERT INTO event (only_row, id, name, level, host_institution, theme, venue, time_zone, settings, secret_key, is_sample, created_at, updated_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    event.id,
    details.name,
    details.level,
    details.hostInstitution,
    details.theme,
    details.venue,
    details.timeZone,
    event.settings,
    event.secretKey,
    Number(event.isSample),
    event.at,
    event.at,
  )
}

export function updateEvent(db: WriteHandle, details: EventDetails, settings: string, at: number): void {
  prepared(
    db,
    'UPDATE event SET name = ?, level = ?, host_institution = ?, theme = ?, venue = ?, time_zone = ?, settings = ?, updated_at = ?',
  ).run(
    details.name,
    details.level,
    details.hostInstitution,
    details.theme,
    details.venue,
    details.timeZone,
    settings,
    at,
  )
}

export function listDays(db: ReadHandle): EventDay[] {
  return prepared<EventDay>(db, 'SELECT id, date, label FROM event_days ORDER BY date').all()
}

export function insertDay(db: WriteHandle, day: EventDay): void {
  prepared(db, 'INSERT INTO event_days (id, date, label) VALUES (?, ?, ?)').run(day.id, day.date, day.label)
}

export function updateDayLabel(db: WriteHandle, id: string, label: string): void {
  prepared(db, 'UPDATE event_days SET label = ? WHERE id = ?').run(label, id)
}

export function deleteDay(db: WriteHandle, id: string): void {
  prepared(db, 'DELETE FROM event_days WHERE id = ?').run(id)
}

export function isDayUsed(db: ReadHandle, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM check_ins WHERE day_id = ? LIMIT 1').get(id) !== undefined
}

/** Whether something is planned or was noted for the day. */
export function isDayPlanned(db: ReadHandle, id: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM sessions WHERE day_id = @id UNION ALL SELECT 1 FROM attendance_marks WHERE day_id = @id
       UNION ALL SELECT 1 FROM signature_sheets WHERE day_id = @id LIMIT 1`,
    ).get({ id }) !== undefined
  )
}

export function listLogos(db: ReadHandle): LogoRow[] {
  return prepared<LogoRow>(db, 'SELECT id, name, mime, bytes FROM logos ORDER BY position, id').all()
}

export function insertLogo(db: WriteHandle, logo: LogoRow): void {
  prepared(
    db,
    'INSERT INTO logos (id, name, mime, bytes, position) VALUES (?, ?, ?, ?, (SELECT count(*) FROM logos))',
  ).run(logo.id, logo.name, logo.mime, logo.bytes)
}

export function deleteLogo(db: WriteHandle, id: string): boolean {
  return prepared(db, 'DELETE FROM logos WHERE id = ?').run(id).changes > 0
}
