import { randomUUID } from 'node:crypto'
import type { ErrorMap } from '@orpc/contract'
import { ORPCError, os } from '@orpc/server'
import { type ProcedureMeta, Refusal } from './base-contract.ts'
import type { RpcContext } from './context.ts'

const SLOW_CALL_MS = 40

const base = os.$context<RpcContext>().$meta<ProcedureMeta>({ roles: ['admin'] })

/** Lets a caller in only where its role is named. The role comes from the transport. */
export const authorize = base.middleware(({ context, procedure, next }) => {
  if (!procedure['~orpc'].meta.roles.includes(context.caller.role))
    throw new ORPCError('FORBIDDEN', { defined: true, status: 403 })
  return next()
})

/**
 * What leaves the program when something fails: a foreseen refusal as its code, anything else as UNEXPECTED with a reference,
 * logged once. Slow calls are logged by name, for SQLite blocks everybody while it works.
 */
export const boundary = base.middleware(async ({ context, path, procedure, next }) => {
  const startedAt = performance.now()
  try {
    return await next()
  } catch (error) {
    throw outgoing(error, context, path, procedure['~orpc'].errorMap)
  } finally {
    const durationMs = Math.round(performance.now() - startedAt)
    if (durationMs > SLOW_CALL_MS) context.program.log.warn({ procedure: path.join('.'), durationMs }, 'slow call')
  }
})

function outgoing(error: unknown, context: RpcContext, path: readonly string[], declared: ErrorMap): unknown {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  const known = error instanceof Refusal ? declared[error.code] : undefined
  // A code that the procedure does not declare has no words on screen: that is a bug like any other.
  if (error instanceof Refusal && known) {
    return new ORPCError(error.code, {
      defined: true,
      status: known.status ?? 400,
      data: error.data,
      message: error.code,
    })
  }
  if (error instanceof DOMException && error.name === 'AbortError') return error
  const reference = randomUUID().slice(0, 8)
  context.program.log.error(
    { procedure: path.join('.'), reference, failure: describeFailure(error) },
    'unexpected failure',
  )
  return new ORPCError('UNEXPECTED', { status: 500, data: { reference }, message: 'UNEXPECTED' })
}

/** What a developer needs of an error, without what people typed: messages quote values, so quoted parts and long numbers go. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { name, message, stack = '', cause } = error
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line))
  return {
    name,
    code: (error as { code?: unknown }).code,
    message: message.replaceAll(/(["'`]).*\1/gs, '…').replaceAll(/\d{4,}/g, '#'),
    frames: frames.map(line => line.trim()),
    // The issues of a failed validation name fields and rules; the data that failed is left out.
    issues: (cause as { issues?: { path?: unknown }[] } | undefined)?.issues?.map(issue => issue.path),
  }
}
