import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'
import type { BadgeContent, BadgeFilter, PrintJob } from './contract.ts'

export interface PrintJobRow {
  id: string
  created_at: number
  device_id: string
  device_name: string
  layout_id: string
  target: PrintJob['target']
  printer: string
  state: PrintJob['state']
  reason: string
  updated_at: number
}

const CONTENT_COLUMNS = `
  p.title_before AS titleBefore, p.name, p.title_after AS titleAfter, p.institution, p.village, p.district, p.regency,
  coalesce(d.name, '') AS delegation, r.name AS roleName, r.color AS roleColor`
const CONTENT_JOINS = `
  JOIN roles AS r ON r.id = p.role_id LEFT JOIN delegations AS d ON d.id = p.delegation_id`
/** Jobs in which the valid badge of a person came out or is about to. */
const JOBS_OF_PERSON = `
  badges AS b JOIN print_job_items AS i ON i.badge_id = b.id JOIN print_jobs AS j ON j.id = i.job_id
  WHERE b.participant_id = p.id AND b.revoked_at IS NULL`

/** Whose badges a filter stands for, in the order in which they are handed out: by delegation, then by name. */
export function listRecipients(db: ReadHandle, filter: BadgeFilter): string[] {
  const rows = prepared<{ id: string }>(
    db,
    `SELECT p.id FROM participants AS p ${CONTENT_JOINS}
     WHERE p.archived_at IS NULL
       AND (@roleId IS NULL OR p.role_id = @roleId)
       AND (@delegationId IS NULL OR coalesce(p.delegation_id, 'none') = @delegationId)
       AND (@arrival = 'all' OR (@arrival = 'arrived') =
         EXISTS (SELECT 1 FROM check_ins AS c WHERE c.participant_id = p.id AND c.voided_at IS NULL))
       AND (@isNotYetPrinted = 0 OR NOT EXISTS (
         SELECT 1 FROM ${JOBS_OF_PERSON} AND j.state IN ('queued', 'printing', 'done')))
     ORDER BY d.name IS NULL, d.name, p.name COLLATE NOCASE, p.id`,
  ).all({ ...filter, isNotYetPrinted: Number(filter.isNotYetPrinted) })
  return rows.map(row => row.id)
}

/** How often a person's valid badge has come out, and whether it waits in the queue; undefined when there is no such active person. */
export function getPrintsOf(
  db: ReadHandle,
  participantId: string,
): { name: string; printCount: number; waitingCount: number } | undefined {
  return prepared<{ name: string; printCount: number; waitingCount: number }>(
    db,
    `SELECT p.name,
       (SELECT count(*) FROM ${JOBS_OF_PERSON} AND j.state = 'done') AS printCount,
       (SELECT count(*) FROM ${JOBS_OF_PERSON} AND j.state IN ('queued', 'printing')) AS waitingCount
     FROM participants AS p WHERE p.id = ? AND p.archived_at IS NULL`,
  ).get(participantId)
}

/** How many prints of this person's badges are done. */
export function countPrints(db: ReadHandle, participantId: string): number {
  const row = prepared<{ prints: number }>(
    db,
    `SELECT count(*) AS prints FROM badges b
     JOIN print_job_items i ON i.badge_id = b.id JOIN print_jobs j ON j.id = i.job_id
     WHERE b.participant_id = ? AND j.state = 'done'`,
  ).get(participantId)
  return row?.prints ?? 0
}

export function insertPrintJob(db: WriteHandle, job: PrintJobRow, badgeIds: readonly string[]): void {
  prepared(
    db,
    `INSERT INTO print_jobs (id, created_at, device_id, device_name, layout_id, target, printer, state, reason, updated_at)
     VALUES (@id, @created_at, @device_id, @device_name, @layout_id, @target, @printer, @state, @reason, @updated_at)`,
  ).run(job)
  const item = prepared(db, 'INSERT INTO print_job_items (job_id, position, badge_id) VALUES (?, ?, ?)')
  badgeIds.forEach((badgeId, position) => item.run(job.id, position, badgeId))
}

export function getPrintJob(db: ReadHandle, id: string): PrintJobRow | undefined {
  return prepared<PrintJobRow>(db, 'SELECT * FROM print_jobs WHERE id = ?').get(id)
}

export function updatePrintJob(
  db: WriteHandle,
  job: Pick<PrintJobRow, 'id' | 'state' | 'reason' | 'target' | 'printer' | 'updated_at' | 'device_id' | 'device_name'>,
): void {
  prepared(
    db,
    `UPDATE print_jobs SET state = @state, reason = @reason, target = @target, printer = @printer, updated_at = @updated_at,
       device_id = @device_id, device_name = @device_name
     WHERE id = @id`,
  ).run(job)
}

/** The oldest job that waits for the desktop. */
export function getNextDesktopJob(db: ReadHandle): PrintJobRow | undefined {
  return prepared<PrintJobRow>(
    db,
    `SELECT * FROM print_jobs WHERE state = 'queued' AND target IN ('printer', 'pdf') ORDER BY created_at, id LIMIT 1`,
  ).get()
}

export function listJobsInState(db: ReadHandle, state: PrintJob['state']): PrintJobRow[] {
  return prepared<PrintJobRow>(db, 'SELECT * FROM print_jobs WHERE state = ? ORDER BY created_at, id').all(state)
}

export type PrintJobLine = PrintJobRow & { layout_name: string; badge_count: number; person_name: string | null }

/** Open and failed jobs first, then the last ones that are over. */
export function listPrintJobs(db: ReadHandle, limit: number): PrintJobLine[] {
  return prepared<PrintJobLine>(
    db,
    `SELECT j.*, l.name AS layout_name,
       (SELECT count(*) FROM print_job_items AS i WHERE i.job_id = j.id) AS badge_count,
       (SELECT CASE count(*) WHEN 1 THEN min(p.name) END FROM print_job_items AS i
          JOIN badges AS b ON b.id = i.badge_id JOIN participants AS p ON p.id = b.participant_id WHERE i.job_id = j.id) AS person_name
     FROM print_jobs AS j JOIN badge_layouts AS l ON l.id = j.layout_id
     ORDER BY j.state IN ('done', 'cancelled'), j.created_at DESC, j.id DESC LIMIT ?`,
  ).all(limit)
}

/** How many pieces of a job can still be printed: badges that were revoked since are left out. */
export function countJobBadges(db: ReadHandle, jobId: string): number {
  return (
    prepared<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM print_job_items AS i JOIN badges AS b ON b.id = i.badge_id
       WHERE i.job_id = ? AND b.revoked_at IS NULL`,
    ).get(jobId)?.count ?? 0
  )
}

/** What is written on the badges of a job, in its order. */
export function listJobContents(db: ReadHandle, jobId: string, from: number, count: number): BadgeContent[] {
  return prepared<BadgeContent>(
    db,
    `SELECT b.code, ${CONTENT_COLUMNS}
     FROM print_job_items AS i JOIN badges AS b ON b.id = i.badge_id JOIN participants AS p ON p.id = b.participant_id ${CONTENT_JOINS}
     WHERE i.job_id = ? AND b.revoked_at IS NULL ORDER BY i.position LIMIT ? OFFSET ?`,
  ).all(jobId, count, from)
}

/** The longest name, the shortest and one of the middle. */
export function listSampleContents(db: ReadHandle): Omit<BadgeContent, 'code'>[] {
  const length = 'length(p.title_before) + length(p.name) + length(p.title_after)'
  const one = (order: string, offset: string): string =>
    `SELECT * FROM (SELECT ${CONTENT_COLUMNS} FROM participants AS p ${CONTENT_JOINS} WHERE p.archived_at IS NULL ORDER BY ${order}, p.id LIMIT 1 OFFSET ${offset})`
  return prepared<Omit<BadgeContent, 'code'>>(
    db,
    `${one(`${length} DESC`, '0')}
     UNION ALL ${one(`${length} ASC`, '0')}
     UNION ALL ${one(length, '(SELECT count(*) / 2 FROM participants WHERE archived_at IS NULL)')}`,
  ).all()
}
