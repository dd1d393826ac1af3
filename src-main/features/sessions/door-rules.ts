/**
 * What a door decides about a scan. One pure function, so that the host and a door that has lost the line decide alike:
 * everything it needs is passed in, and it answers for every input.
 */
import type { DeskInput } from '#main/features/registration/rules.ts'
import type { DoorDirection, DoorVerdict } from './contract.ts'
import { countScans } from './minutes-rules.ts'
import { type Admissible, refusalOf } from './presence-rules.ts'
import type { PlannedSession } from './schedule-rules.ts'
import { openStay, type Pass, type Stay, staysOf } from './stay-rules.ts'

const MINUTE_MS = 60_000
/** A badge that is held in front of a door for long is read twice; nobody turns round so fast. */
export const DOUBLE_READ_MS = 20_000

/** What came in at a door, and which way it lets people pass. */
export interface DoorInput {
  who: DeskInput
  direction: DoorDirection
  /** Why staff let somebody in whom the door refuses; null = they do not. */
  overrideReason: string | null
}

/** What is known of the person named by the input and of the session behind the door. */
export interface DoorKnowledge {
  person: (Admissible & { id: string; archivedAt: number | null; archiveReason: string; isCheckedIn: boolean }) | null
  /** Their standing passes. */
  passes: readonly Pass[]
  /** People inside the session; needed only where there is a limit. */
  inside: number
  /** Any session of the plan, archived ones too. */
  sessionOf: (sessionId: string) => PlannedSession | undefined
  roomName: (roomId: string) => string
}

/** Which door it is, what scans count for, and when it is. */
export interface DoorPolicy {
  roomId: string
  session: PlannedSession | null
  at: number
}

interface Setting {
  participantId: string
  session: PlannedSession
  roomId: string
  at: number
  stays: readonly Stay[]
  /** Where they are, if that is from today. */
  open: Stay | null
}

/**
 * Decides about one input. The gravest reason wins: a code that is none, a dead badge, an archived person, no session;
 * then where the person is, then whether they may come in, then whether there is room. Out of the room may whoever is in it.
 */
export function decideAtDoor(input: DoorInput, known: DoorKnowledge, policy: DoorPolicy): DoorVerdict {
  const { who } = input
  if (who.kind === 'code' && who.reading.kind !== 'valid') return { kind: who.reading.kind }
  const { person } = known
  if (!person) return { kind: 'unknown' }
  const participantId = person.id
  const setting = policy.session && settingOf(participantId, policy.session, known, policy)
  const isLeaving = setting !== null && directionOf(input, setting) === 'out'
  // Who was archived while they sat in the room still gives their seat back, also with the badge that ended with them.
  if (person.archivedAt !== null && isLeaving && setting.open?.roomId === policy.roomId) return leave(known, setting)
  if (who.kind === 'code' && who.reading.kind === 'valid' && who.reading.revokedAt !== null) {
    return { kind: 'revoked', participantId, reason: who.reading.revokedReason }
  }
  if (person.archivedAt !== null) return { kind: 'archived', participantId, reason: person.archiveReason }
  if (!setting) return { kind: 'no-session', participantId }
  return isLeaving ? leave(known, setting) : enter(input, known, setting)
}

function settingOf(
  participantId: string,
  session: PlannedSession,
  known: DoorKnowledge,
  { roomId, at }: DoorPolicy,
): Setting {
  const dayOf = (id: string): string | undefined => known.sessionOf(id)?.dayId
  const stays = staysOf(known.passes, dayOf)
  const last = openStay(stays)
  const open = last && dayOf(last.sessionId) === session.dayId ? last : null
  return { participantId, session, roomId, at, stays, open }
}

/**
 * In when outside of the session, out when inside. Before the session has begun, somebody who is still in the room from the one
 * before is on the way out. A second reading right after the first is answered like it, never as the way back.
 */
function directionOf({ direction }: DoorInput, { open, stays, session, roomId, at }: Setting): 'in' | 'out' {
  if (direction !== 'both') return direction
  if (open?.roomId === roomId) {
    if (open.sessionId === session.id) return at - open.from < DOUBLE_READ_MS ? 'in' : 'out'
    return at < session.startsAt ? 'out' : 'in'
  }
  const last = stays.at(-1)
  const hasJustLeft = last?.isExplicitExit && last.roomId === roomId && at - (last.until ?? 0) < DOUBLE_READ_MS
  return hasJustLeft ? 'out' : 'in'
}

function enter({ overrideReason }: DoorInput, known: DoorKnowledge, setting: Setting): DoorVerdict {
  const { participantId, session, roomId, at, stays, open } = setting
  if (open && open.sessionId === session.id && open.roomId === roomId) {
    return { kind: 'already-inside', participantId, since: open.from }
  }
  if (known.person && overrideReason === null) {
    const reason = refusalOf(session.admission, known.person)
    if (reason) return { kind: 'not-on-list', participantId, reason }
    const { inside } = known
    // Who changes rooms within one session takes no seat more.
    const isSeated = open?.sessionId === session.id
    if (session.limit !== null && inside >= session.limit && !isSeated) {
      return { kind: 'full', participantId, inside, limit: session.limit }
    }
  }
  const isReentry = stays.some(stay => stay.sessionId === session.id)
  const isLate = at > session.startsAt + session.ruleInForce.graceMinutes * MINUTE_MS
  return {
    kind: 'entered',
    participantId,
    sessionId: session.id,
    lateMinutes: isLate && !isReentry ? Math.floor((at - session.startsAt) / MINUTE_MS) : 0,
    isReentry,
    movedFrom: open && open.roomId !== roomId ? known.roomName(open.roomId) : null,
    isUnregistered: known.person?.isCheckedIn === false,
  }
}

/** Before the session has begun, who leaves the room leaves the one before. */
function leave(known: DoorKnowledge, setting: Setting): DoorVerdict {
  const { participantId, session, roomId, at, stays, open } = setting
  if (open?.roomId !== roomId) {
    return { kind: 'not-inside', participantId, roomName: open ? known.roomName(open.roomId) : null }
  }
  const left = stays.map(stay => (stay === open ? { ...stay, until: at, isExplicitExit: true } : stay))
  const ending = at < session.startsAt ? (known.sessionOf(open.sessionId) ?? session) : session
  return {
    kind: 'left',
    participantId,
    sessionId: ending.id,
    minutes: countScans(ending, left, at).minutes,
    earlyMinutes: at < ending.endsAt ? Math.ceil((ending.endsAt - at) / MINUTE_MS) : 0,
  }
}
