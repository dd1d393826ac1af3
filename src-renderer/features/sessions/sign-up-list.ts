import type { DoorPerson } from '#main/features/sessions/contract.ts'

/** How sign-ups are written, and who is on the list. */
export interface SignUpList {
  people: readonly DoorPerson[]
  has(participantId: string): boolean
  /** Tells what it did, with a way to take it back. */
  set(participantIds: readonly string[], isSignedUp: boolean, onDone?: () => void): void
  isBusy: boolean
}
