import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { getBadgeSecrets } from '#main/features/events/service.ts'
import { getBadgeByCode, getValidBadge, insertBadge, restoreBadges, revokeBadges } from './code-queries.ts'
import {
  CHECK_BYTES,
  checkedText,
  checkOf,
  type CodePurpose,
  type CodeReading,
  EVENT_TAG_BYTES,
  eventTagOf,
  isUnambiguous,
  joinCode,
  readings,
  splitCode,
  TOKEN_BYTES,
  tokenOf,
} from './code-rules.ts'

/** What codes of one event are made and checked with ({@link badgeIdentityOf}). */
export interface BadgeIdentity {
  eventTag: string
  secretKey: KeyObject
}

/** Neither part ever changes, and the door can't wait: worked out once per open file. */
const identities = new WeakMap<EventFile, BadgeIdentity>()

/** The tag and key of an open event's badges and certificates. */
export function badgeIdentityOf(event: EventFile): BadgeIdentity {
  let identity = identities.get(event)
  if (!identity) {
    const { eventId, secretKey } = getBadgeSecrets(event)
    const eventTag = eventTagOf(hash('sha256', eventId, 'buffer').subarray(0, EVENT_TAG_BYTES))
    identities.set(event, (identity = { eventTag, secretKey: createSecretKey(secretKey) }))
  }
  return identity
}

/**
 * Says whose badge a text is, or why it is nobody's. Never throws on any text. A code that this file has issued needs no check:
 * only for the others it is worked out whether they are forged, another event's, or missing here.
 */
export function readCode(event: EventFile, text: string): CodeReading {
  // Nearly every scan is a code just as it was issued.
  const issued = readIssued(event.db, text)
  if (issued) return issued
  const { codes, isIncomplete } = readings(text)
  if (codes.length === 0) return { kind: isIncomplete ? 'incomplete' : 'not-a-code' }
  for (const code of codes) {
    const meant = readIssued(event.db, code)
    if (meant) return meant
  }
  return { kind: judgeForeign(badgeIdentityOf(event), codes) }
}

/** Why codes that this file has not issued (the readings of one scan) are nobody's. */
export function judgeForeign(
  identity: BadgeIdentity,
  codes: readonly string[],
  purpose: CodePurpose = 'badge',
): 'unknown' | 'altered' | 'other-event' {
  const verdicts = codes.map(code => judge(identity, code, purpose))
  if (verdicts.includes('authentic')) return 'unknown'
  return verdicts.includes('altered') ? 'altered' : 'other-event'
}

function readIssued(db: ReadHandle, code: string): CodeReading | undefined {
  const badge = getBadgeByCode(db, code)
  if (!badge) return undefined
  const { id: badgeId, participant_id: participantId, revoked_at: revokedAt, revoked_reason: revokedReason } = badge
  return { kind: 'valid', badgeId, participantId, revokedAt, revokedReason }
}

/** A code that checks out but carries another tag had its tag changed: it is ours and altered, not another event's. */
function judge(identity: BadgeIdentity, code: string, purpose: CodePurpose): 'authentic' | 'altered' | 'other-event' {
  const parts = splitCode(code)
  if (!parts) return 'altered'
  const isAuthentic = timingSafeEqual(Buffer.from(parts.check), Buffer.from(checkFor(identity, purpose, parts.token)))
  if (parts.eventTag === identity.eventTag) return isAuthentic ? 'authentic' : 'altered'
  return isAuthentic ? 'altered' : 'other-event'
}

/** Gives someone a badge, or the valid one there is. Runs inside the transaction of an act. */
export function issueBadgeIn(
  db: WriteHandle,
  identity: BadgeIdentity,
  participantId: string,
  at: number,
): { badgeId: string; code: string } {
  const valid = getValidBadge(db, participantId)
  if (valid) return { badgeId: valid.id, code: valid.code }
  const badge = { id: newId(), participantId, code: makeCode(identity), issuedAt: at }
  insertBadge(db, badge)
  return { badgeId: badge.id, code: badge.code }
}

/** Makes someone's badge worthless; `reason` is shown at the next scan. Runs inside the transaction of an act; returns how many were revoked. */
export function revokeBadgesIn(
  db: WriteHandle,
  participantId: string,
  reason: string,
  actId: string,
  at: number,
): number {
  return revokeBadges(db, { participantId, reason, actId, at })
}

/** Takes back what an act revoked, as part of undoing that act; returns how many are valid again. */
export function restoreBadgesIn(db: WriteHandle, actId: string): number {
  return restoreBadges(db, actId)
}

/** A new code of this event; every call gives another one. */
export function makeCode(identity: BadgeIdentity, purpose: CodePurpose = 'badge'): string {
  for (;;) {
    const token = tokenOf(randomBytes(TOKEN_BYTES))
    const code = joinCode({ eventTag: identity.eventTag, token, check: checkFor(identity, purpose, token) }, purpose)
    if (isUnambiguous(code)) return code
  }
}

function checkFor({ eventTag, secretKey }: BadgeIdentity, purpose: CodePurpose, token: string): string {
  const mac = createHmac('sha256', secretKey)
    .update(checkedText(purpose, eventTag, token))
    .digest()
  return checkOf(mac.subarray(0, CHECK_BYTES))
}
