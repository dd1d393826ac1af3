import type { InferContractRouterInputs } from '@orpc/contract'
import type { sessionsContract } from '#main/features/sessions/contract.ts'

type PeopleInput = InferContractRouterInputs<typeof sessionsContract>['people']
export type PeopleState = PeopleInput['state']

/** Which list behind a number is open: of a day, of one of its sessions, or (`dayId` null) of the whole event. */
export interface ShownList {
  dayId: string | null
  sessionId: string | null
  title: string
  state: PeopleState
}

const DAY_STATES = ['registered', 'present', 'absent', 'archived'] as const

/** The numbers that a place has, in the order of its row. */
export function statesOf({ dayId, sessionId }: Pick<ShownList, 'dayId' | 'sessionId'>): readonly PeopleState[] {
  if (dayId === null) return ['present']
  return sessionId === null ? DAY_STATES : [...DAY_STATES, 'inside', 'late', 'by-hand', 'missing-exit']
}
