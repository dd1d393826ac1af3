import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

export interface BadgeRow {
  id: string
  participant_id: string
  code: string
  issued_at: number
  revoked_at: number | null
  revoked_reason: string
  revoked_by: string | null
}

export function getBadgeByCode(db: ReadHandle, code: string): BadgeRow | undefined {
  return prepared<BadgeRow>(db, 'SELECT * FROM badges WHERE code = ?').get(code)
}

export function getValidBadge(db: ReadHandle, participantId: string): BadgeRow | undefined {
  return prepared<BadgeRow>(db, 'SELECT * FROM badges WHERE participant_id = ? AND revoked_at IS NULL').get(
    participantId,
  )
}

export function insertBadge(
  db: WriteHandle,
  badge: { id: string; participantId: string; code: string; issuedAt: number },
): void {
  prepared(
    db,
    'INSERT INTO badges (id, participant_id, code, issued_at) VALUES (@id, @participantId, @code, @issuedAt)',
  ).run(badge)
}

/** Revokes the valid badge of a participant, if there is one. */
export function revokeBadges(
  db: WriteHandle,
  revocation: { participantId: string; reason: string; actId: string; at: number },
): number {
  return prepared(
    db,
    `UPDATE badges SET revoked_at = @at, revoked_reason = @reason, revoked_by = @actId
     WHERE participant_id = @participantId AND revoked_at IS NULL`,
  ).run(revocation).changes
}

/** Makes valid again what an act revoked, except where the participant has got another badge since. */
export function restoreBadges(db: WriteHandle, actId: string): number {
  return prepared(
    db,
    `UPDATE badges SET revoked_at = NULL, revoked_reason = '', revoked_by = NULL
     WHERE revoked_by = ? AND NOT EXISTS (
       SELECT 1 FROM badges AS valid WHERE valid.participant_id = badges.participant_id AND valid.revoked_at IS NULL
     )`,
  ).run(actId).changes
}
