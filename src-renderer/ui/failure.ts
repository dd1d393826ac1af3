import { ORPCError } from '@orpc/client'

/** A failure as the screens show it: a code with words under i18n `errors`, and the data that goes into them. */
export interface Failure {
  code: string
  data: Record<string, unknown>
}

/** Puts whatever a call threw into a code of the contract; a broken line becomes OFFLINE. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { code: 'OFFLINE', data: {} }
  const data = (error.data ?? {}) as Record<string, unknown>
  return { code: error.code === 'INTERNAL_SERVER_ERROR' ? 'UNEXPECTED' : error.code, data }
}
