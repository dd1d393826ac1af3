import { prepared, type ReadHandle } from '#main/event-file/handles.ts'
import type { DoorPerson } from './contract.ts'

export interface RegisteredRow {
  id: string
  role_id: string
  delegation_id: string | null
  is_archived: number
}

/** Everybody who ever was on the lists; `participantId` null = all. */
export function listRegistered(db: ReadHandle, participantId: string | null): RegisteredRow[] {
  return prepared<RegisteredRow>(
    db,
    `SELECT id, role_id, delegation_id, archived_at IS NOT NULL AS is_archived FROM participants
     ${participantId === null ? '' : 'WHERE id = ?'}`,
  ).all(...(participantId === null ? [] : [participantId]))
}

/** How many ever were on the lists. */
export function countRegistered(db: ReadHandle): number {
  return prepared<{ heads: number }>(db, 'SELECT count(*) AS heads FROM participants').get()?.heads ?? 0
}

interface MarkFact {
  day_id: string
  session_id: string | null
  source: 'sheet' | 'signature' | 'correction'
  is_present: number
  minutes: number | null
  reason: string
  at: number
  device_name: string
  operator: string
}

/** Whether anything was noted by hand at all. */
export function hasMarks(db: ReadHandle): boolean {
  return prepared(db, 'SELECT 1 FROM attendance_marks WHERE voided_at IS NULL LIMIT 1').get() !== undefined
}

/** One person's standing marks. */
export function listMarksOf(db: ReadHandle, participantId: string): MarkFact[] {
  return prepared<MarkFact>(
    db,
    `SELECT day_id, session_id, source, is_present, minutes, reason, at, device_name, operator
     FROM attendance_marks WHERE participant_id = ? AND voided_at IS NULL`,
  ).all(participantId)
}

interface CheckInFact {
  participant_id: string
  day_id: string
  at: number
}

/** Check-ins at the desk that stand, of one person or all. */
export function listCheckIns(db: ReadHandle, participantId: string | null): CheckInFact[] {
  return prepared<CheckInFact>(
    db,
    `SELECT participant_id, day_id, at FROM check_ins
     WHERE voided_at IS NULL ${participantId === null ? '' : 'AND participant_id = ?'}`,
  ).all(...(participantId === null ? [] : [participantId]))
}

/** Who stands in for whom. */
export function listSubstitutions(db: ReadHandle): { original_id: string; substitute_id: string }[] {
  return prepared<{ original_id: string; substitute_id: string }>(
    db,
    'SELECT original_id, substitute_id FROM substitutions WHERE voided_at IS NULL',
  ).all()
}

/** Everybody with what a list shows, by name. */
export function listPeopleByName(db: ReadHandle, ids: readonly string[]): (DoorPerson & { nip: string })[] {
  return prepared<DoorPerson & { nip: string }>(
    db,
    `SELECT p.id, p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, r.name AS role, r.color AS roleColor,
       coalesce(d.name, '') AS delegation, p.institution, p.village, p.nip
     FROM participants p JOIN roles r ON r.id = p.role_id LEFT JOIN delegations d ON d.id = p.delegation_id
     WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.name COLLATE NOCASE, p.id`,
  ).all(JSON.stringify(ids))
}

export interface TimelineRow {
  at: number
  kind: string
  detail: string
  reason: string
  device_name: string
  is_voided: number
}

const PLACE = "coalesce(s.title, nullif(d.label, ''), d.date)"
const NAME =
  "trim(p.title_before || ' ' || p.name || CASE p.title_after WHEN '' THEN '' ELSE ', ' || p.title_after END)"

/** What happened to one person, the newest first. */
export function listTimeline(db: ReadHandle, participantId: string): TimelineRow[] {
  return prepared<TimelineRow>(
    db,
    `SELECT c.at, 'check-in' AS kind, coalesce(nullif(d.label, ''), d.date) AS detail, '' AS reason, c.device_name, c.voided_at IS NOT NULL AS is_voided
       FROM check_ins c JOIN event_days d ON d.id = c.day_id WHERE c.participant_id = @id
     UNION ALL SELECT p.at, CASE p.direction WHEN 'in' THEN 'entered' ELSE 'left' END, s.title || ' · ' || r.name, p.override_reason,
         p.device_name, p.voided_at IS NOT NULL
       FROM passes p JOIN sessions s ON s.id = p.session_id JOIN rooms r ON r.id = p.room_id WHERE p.participant_id = @id
     UNION ALL SELECT x.at, 'refused', coalesce(s.title || ' · ', '') || r.name, x.verdict, x.device_name, 0
       FROM door_scans x JOIN rooms r ON r.id = x.room_id LEFT JOIN sessions s ON s.id = x.session_id
       WHERE x.participant_id = @id AND x.verdict NOT IN ('entered', 'left')
     UNION ALL SELECT m.at, CASE m.source WHEN 'sheet' THEN 'sheet' WHEN 'signature' THEN 'signed' ELSE 'corrected' END, ${PLACE},
         m.reason, coalesce(nullif(m.operator, ''), m.device_name), m.voided_at IS NOT NULL
       FROM attendance_marks m JOIN event_days d ON d.id = m.day_id LEFT JOIN sessions s ON s.id = m.session_id
       WHERE m.participant_id = @id
     UNION ALL SELECT j.updated_at, 'badge-printed', '', '', j.device_name, 0
       FROM badges b JOIN print_job_items i ON i.badge_id = b.id JOIN print_jobs j ON j.id = i.job_id AND j.state = 'done'
       WHERE b.participant_id = @id
     UNION ALL SELECT b.revoked_at, 'badge-revoked', '', b.revoked_reason, '', 0
       FROM badges b WHERE b.participant_id = @id AND b.revoked_at IS NOT NULL
     UNION ALL SELECT u.at, 'substituted', ${NAME}, u.reason, u.device_name, u.voided_at IS NOT NULL
       FROM substitutions u JOIN participants p ON p.id = u.substitute_id WHERE u.original_id = @id
     UNION ALL SELECT u.at, 'substitutes', ${NAME}, u.reason, u.device_name, u.voided_at IS NOT NULL
       FROM substitutions u JOIN participants p ON p.id = u.original_id WHERE u.substitute_id = @id
     ORDER BY 1 DESC`,
  ).all({ id: participantId })
}
