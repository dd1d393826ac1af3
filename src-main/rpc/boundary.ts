import { randomUUID } from 'node:crypto'
import { ORPCError, os } from '@orpc/server'
import { type ProcedureMeta, Refusal } from './base-contract.ts'
import type { RpcContext } from './context.ts'

const SLOW_CALL_MS = 40

const base = os.$context<RpcContext>().$meta<ProcedureMeta>({ roles: ['admin'] })

/** Lets a caller in only where its role is named. The role comes from the transport. */
export const authorize = base.middleware(({ context, procedure, next }) => {
  if (!procedure['~orpc'].meta.roles.includes(context.caller.role)) throw new ORPCError('FORBIDDEN', { status: 403 })
  return next()
})

/**
 * What leaves the program when something fails: a foreseen refusal as its code, anything else as UNEXPECTED with a reference,
 * logged once. Slow calls are logged by name, for SQLite blocks everybody while it works.
 */
export const boundary = base.middleware(async ({ context, path, next }) => {
  const startedAt = performance.now()
  try {
    return await next()
  } catch (error) {
    throw outgoing(error, context, path)
  } finally {
    const durationMs = Math.round(performance.now() - startedAt)
    if (durationMs > SLOW_CALL_MS) context.program.log.warn({ procedure: path.join('.'), durationMs }, 'slow call')
  }
})

function outgoing(error: unknown, context: RpcContext, path: readonly string[]): unknown {
  if (error instanceof ORPCError) return error
  if (error instanceof Refusal) return new ORPCError(error.code, { data: error.data, message: error.code })
  if (error instanceof DOMException && error.name === 'AbortError') return error
  const reference = randomUUID().slice(0, 8)
  context.program.log.error({ procedure: path.join('.'), reference, err: error }, 'unexpected failure')
  return new ORPCError('UNEXPECTED', { status: 500, data: { reference }, message: 'UNEXPECTED' })
}
