import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What a device may do. It is given when the device is let in and comes from the transport, never from a payload. */
export const ROLES = ['admin', 'registrasi'] as const
/** One of the roles above, as it is stored and compared. */
export const roleSchema = z.enum(ROLES)
export type CallerRole = z.infer<typeof roleSchema>

/** What every procedure says about itself: who may call it. */
export interface ProcedureMeta extends Record<string, unknown> {
  roles: readonly CallerRole[]
}

/** Failures that any procedure may answer with; features add their own. The renderer has words for each (i18n `errors.*`). */
export const COMMON_ERRORS = {
  NO_EVENT_OPEN: { status: 409 },
  FORBIDDEN: { status: 403 },
  /** `what` names the kind of thing: participant, role, layout, ... */
  NOT_FOUND: { status: 404, data: z.object({ what: z.string() }) },
  /** The same act id was used for something else before: a bug of the caller or tampering. */
  ACT_ID_REUSED: { status: 409 },
  /** A rule forbids it; `reason` is a key under i18n `errors.rules`. */
  RULE: { status: 422, data: z.object({ reason: z.string(), detail: z.string().optional() }) },
  /** Not foreseen: logged once under this reference. */
  UNEXPECTED: { status: 500, data: z.object({ reference: z.string() }) },
} as const

const base = oc.$meta<ProcedureMeta>({ roles: ['admin'] }).errors(COMMON_ERRORS)

/** A procedure for the event's administrator alone. */
export const adminProcedure = base.meta({ roles: ['admin'] })
/** A procedure for everybody who works at a desk. */
export const deskProcedure = base.meta({ roles: ['admin', 'registrasi'] })

/** The id of an act, made by whoever does it, so that a retry counts once. */
export const actIdSchema = z.uuid()
/** The id of something stored: a UUIDv7, or a fixed word for what the program brings along. */
export const idSchema = z.string().min(1).max(64)
/** One line of text as people type it: outer blanks go, inner ones stay. */
export const lineSchema = z.string().trim().max(500)

/** A failure that was foreseen: one of the codes of the contract with its data. Services throw it; the boundary turns it into the answer. */
export class Refusal extends Error {
  readonly code: string
  readonly data: Record<string, unknown> | undefined

  constructor(code: string, data?: Record<string, unknown>) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** The refusal for something that is not there (any more). */
export function notFound(what: string): Refusal {
  return new Refusal('NOT_FOUND', { what })
}

/** The refusal of a rule; `reason` is a key under i18n `errors.rules`. */
export function ruleBroken(reason: string, detail?: string): Refusal {
  return new Refusal('RULE', detail === undefined ? { reason } : { reason, detail })
}
