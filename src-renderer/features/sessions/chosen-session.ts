import type { Session } from '#main/features/sessions/contract.ts'

/** Which session is in the drawer; `sign-ups` opens its list first. */
export type ChosenSession = { session: Session | null; page: 'data' | 'sign-ups' }
