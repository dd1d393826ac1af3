/**
 * What a desk decides about a scan. One pure function, so that the host and a desk that has lost the line decide alike:
 * everything it needs is passed in, and it answers for every input.
 */
import type { CodeReading } from '#main/features/badges/code-rules.ts'

/** What came in: a code from a scanner, or a person whom the desk picked from a list. */
export type DeskInput = { kind: 'code'; reading: CodeReading } | { kind: 'person'; participantId: string }

/** What is known of the person named by the input; null when there is no such person. */
export interface DeskState {
  person: {
    id: string
    archivedAt: number | null
    archiveReason: string
    /** Who came in their place (mewakili). */
    replacedById: string | null
  } | null
  /** The check-in of today that stands. */
  checkIn: { at: number; deviceName: string } | null
}

/** What the event allows: the event day that it is now, or null on any other day. */
export interface DeskPolicy {
  todayId: string | null
}

/** The answer of the desk. Only `welcome` checks somebody in. */
export type Verdict =
  | { kind: 'welcome'; participantId: string; dayId: string }
  | { kind: 'already-in'; participantId: string; at: number; deviceName: string }
  | { kind: 'not-today'; participantId: string }
  | { kind: 'revoked'; participantId: string; reason: string; replacedById: string | null }
  | { kind: 'archived'; participantId: string; reason: string; replacedById: string | null }
  | { kind: 'other-event' }
  | { kind: 'altered' }
  | { kind: 'unknown' }
  | { kind: 'incomplete' }
  | { kind: 'not-a-code' }

/** The person whom an input names; null when it names nobody. */
export function personNamedBy(input: DeskInput): string | null {
  if (input.kind === 'person') return input.participantId
  return input.reading.kind === 'valid' ? input.reading.participantId : null
}

/**
 * Decides about one input. The gravest reason wins: a code that is none, then a dead badge, then an archived person,
 * then the wrong day, then a second arrival.
 */
export function decide(input: DeskInput, state: DeskState, policy: DeskPolicy): Verdict {
  if (input.kind === 'code' && input.reading.kind !== 'valid') return { kind: input.reading.kind }
  const { person, checkIn } = state
  if (!person) return { kind: 'unknown' }
  const participantId = person.id
  if (input.kind === 'code' && input.reading.kind === 'valid' && input.reading.revokedAt !== null) {
    return { kind: 'revoked', participantId, reason: input.reading.revokedReason, replacedById: person.replacedById }
  }
  if (person.archivedAt !== null) {
    return { kind: 'archived', participantId, reason: person.archiveReason, replacedById: person.replacedById }
  }
  if (checkIn) return { kind: 'already-in', participantId, at: checkIn.at, deviceName: checkIn.deviceName }
  if (policy.todayId === null) return { kind: 'not-today', participantId }
  return { kind: 'welcome', participantId, dayId: policy.todayId }
}
