import { EVERYBODY, type Admission, type Session } from '#main/features/sessions/contract.ts'
import { formatClock } from './clock-text.ts'

type Slot = Pick<Session, 'dayId' | 'roomId' | 'startMinute' | 'endMinute'>

/** Sessions in the order of the clock; those of the same time by room. */
export function inOrder(sessions: readonly Session[]): Session[] {
  return sessions.toSorted(
    (one, other) =>
      one.startMinute - other.startMinute ||
      one.endMinute - other.endMinute ||
      one.roomName.localeCompare(other.roomName, 'id'),
  )
}

/** The sessions that take place in the same room at the same time; `exceptId` is the one that is being changed. */
export function overlapping(slot: Slot, sessions: readonly Session[], exceptId: string | null): Session[] {
  return sessions.filter(
    other =>
      other.id !== exceptId &&
      other.dayId === slot.dayId &&
      other.roomId === slot.roomId &&
      other.startMinute < slot.endMinute &&
      slot.startMinute < other.endMinute,
  )
}

/** `13.15–14.15`. */
export function timesOf({ startMinute, endMinute }: Pick<Session, 'startMinute' | 'endMinute'>): string {
  return `${formatClock(startMinute)}–${formatClock(endMinute)}`
}

/** Whether nobody is left out by role, delegation or list. */
export function isOpenToAll({ roleIds, delegationIds, isSignUpOnly }: Admission): boolean {
  return roleIds.length + delegationIds.length === 0 && isSignUpOnly === EVERYBODY.isSignUpOnly
}

/** What a kind of session usually means for attendance. */
export function usualFor(kind: string): { isBreak: boolean; isCounted: boolean } {
  const word = kind.trim().toLowerCase()
  const isBreak = word === 'jeda' || word === 'istirahat' || word === 'ishoma'
  return { isBreak, isCounted: !isBreak && word !== 'registrasi' }
}
