import { z } from 'zod'
import { logoSchema } from '#main/features/events/contract.ts'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'
import { badgeLayoutDefinitionSchema } from './layout-rules.ts'

export const badgeLayoutSchema = z.object({
  id: idSchema,
  name: z.string(),
  isDefault: z.boolean(),
  definition: badgeLayoutDefinitionSchema,
})
/** A named way in which badges look and come onto paper. */
export type BadgeLayout = z.infer<typeof badgeLayoutSchema>

/** What is written on one badge. The code says nothing about the person. */
export const badgeContentSchema = z.object({
  code: z.string(),
  titleBefore: z.string(),
  name: z.string(),
  titleAfter: z.string(),
  institution: z.string(),
  village: z.string(),
  district: z.string(),
  regency: z.string(),
  delegation: z.string(),
  roleName: z.string(),
  roleColor: z.string(),
})
export type BadgeContent = z.infer<typeof badgeContentSchema>

/** What all badges of an event have in common. */
export const badgeEventSchema = z.object({
  name: z.string(),
  dates: z.array(z.string()),
  logos: z.array(logoSchema),
})
export type BadgeEvent = z.infer<typeof badgeEventSchema>

/** Everything that a print page draws. */
export const badgeSheetSchema = z.object({
  definition: badgeLayoutDefinitionSchema,
  event: badgeEventSchema,
  badges: z.array(badgeContentSchema),
})
export type BadgeSheet = z.infer<typeof badgeSheetSchema>

/** `dialog`: the browser of the device that asked prints; `printer` and `pdf`: the desktop does it by itself. */
export const PRINT_TARGETS = ['printer', 'pdf', 'dialog'] as const
export const PRINT_STATES = ['queued', 'printing', 'done', 'failed', 'cancelled'] as const
/** The reason of a job that was left in `printing` by a crash or a power cut. */
export const INTERRUPTED = 'interrupted'

export const printJobSchema = z.object({
  id: idSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  deviceName: z.string(),
  layoutName: z.string(),
  target: z.enum(PRINT_TARGETS),
  /** The printer's name; for `pdf` the path of the file. */
  printer: z.string(),
  state: z.enum(PRINT_STATES),
  /** Why it failed, in the words of the printer or a key of i18n `badges.reasons`. */
  reason: z.string(),
  badgeCount: z.int(),
  /** Whose badge it is when it is only one. */
  personName: z.string().nullable(),
  /** Asked for by the device that asks now. */
  isOwn: z.boolean(),
})
/** One print as everybody may see it: what, where to, and what became of it. */
export type PrintJob = z.infer<typeof printJobSchema>

/** Whether somebody has been checked in on any day. */
export const ARRIVAL_FILTERS = ['all', 'arrived', 'not-arrived'] as const

/** Whose badges a batch is for: all conditions together; archived people never. */
export const badgeFilterSchema = z.object({
  roleId: idSchema.nullable(),
  delegationId: idSchema.nullable(),
  isNotYetPrinted: z.boolean(),
  arrival: z.enum(ARRIVAL_FILTERS),
})
export type BadgeFilter = z.infer<typeof badgeFilterSchema>

export const PRINT_BATCH_MAX = 20_000
/** As many names stand in the question before a reprint; the rest is a number. */
export const REPRINTS_SHOWN = 20

const recipientsSchema = z.union([
  z.object({ participantIds: z.array(idSchema).min(1).max(PRINT_BATCH_MAX) }),
  z.object({ filter: badgeFilterSchema }),
])
export type BadgeRecipients = z.infer<typeof recipientsSchema>

export const printRequestSchema = z.object({
  actId: actIdSchema,
  recipients: recipientsSchema,
  /** The default layout when left out. */
  layoutId: idSchema.optional(),
  target: z.enum(PRINT_TARGETS),
  printer: z.string().max(500).optional(),
  /** Somebody has seen that some were printed before and wants them again. */
  isReprintConfirmed: z.boolean().default(false),
})
/** What a desk asks for when it prints. */
export type PrintRequest = z.infer<typeof printRequestSchema>

export const printAnswerSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('queued'), jobId: idSchema, badgeCount: z.int(), target: z.enum(PRINT_TARGETS) }),
  /** Nothing was queued: some were printed before ("sudah dicetak 2x") or wait in the queue. Ask, then send again confirmed. */
  z.object({
    status: z.literal('needs-confirmation'),
    badgeCount: z.int(),
    printedBeforeCount: z.int(),
    people: z
      .array(z.object({ participantId: idSchema, name: z.string(), printCount: z.int(), isWaiting: z.boolean() }))
      .max(REPRINTS_SHOWN),
  }),
  z.object({ status: z.literal('nobody') }),
  /** The person closed the dialog that asks where to save. */
  z.object({ status: z.literal('given-up') }),
])
/** What became of a request to print; only `queued` has done something. */
export type PrintAnswer = z.infer<typeof printAnswerSchema>

const jobAct = z.object({ actId: actIdSchema, jobId: idSchema })

/** Codes, layouts and print jobs of badges. */
export const badgesContract = {
  layouts: {
    list: deskProcedure.output(z.array(badgeLayoutSchema)),
    /** Writes over the layout `id`, or makes a new one without it. */
    save: adminProcedure
      .input(
        z.object({
          actId: actIdSchema,
          id: idSchema.optional(),
          name: lineSchema.min(1).max(80),
          definition: badgeLayoutDefinitionSchema,
        }),
      )
      .output(z.object({ id: idSchema })),
    duplicate: adminProcedure
      .input(z.object({ actId: actIdSchema, id: idSchema, name: lineSchema.min(1).max(80) }))
      .output(z.object({ id: idSchema })),
    /** The default layout can't go (rule `layout-is-default`). */
    archive: adminProcedure.input(z.object({ actId: actIdSchema, id: idSchema })).output(z.void()),
    setDefault: adminProcedure.input(z.object({ actId: actIdSchema, id: idSchema })).output(z.void()),
  },
  /** The longest and the shortest name of this event and a usual one, with codes that no scan accepts. */
  samples: deskProcedure.output(z.object({ event: badgeEventSchema, badges: z.array(badgeContentSchema).min(1) })),
  /** What the print page of a job draws; `from` and `count` cut long jobs into documents. */
  sheet: deskProcedure
    .input(
      z.object({
        jobId: idSchema,
        from: z.int().min(0).default(0),
        count: z.int().min(1).max(PRINT_BATCH_MAX).default(PRINT_BATCH_MAX),
      }),
    )
    .output(badgeSheetSchema),
  /** Printers of the machine that holds the event; empty where it has no desktop. */
  printers: deskProcedure.output(
    z.array(z.object({ name: z.string(), displayName: z.string(), isDefault: z.boolean() })),
  ),
  /** How many badges a filter stands for, and how many of them were printed before. */
  count: deskProcedure.input(badgeFilterSchema).output(z.object({ badgeCount: z.int(), printedBeforeCount: z.int() })),
  print: deskProcedure.input(printRequestSchema).output(printAnswerSchema),
  /** Newest first; the ones that are open or have failed, and the last finished ones. */
  jobs: deskProcedure.output(z.array(printJobSchema)),
  /** Queues a failed or cancelled job again: as it was, or for another printer or the dialog when `target` is given. */
  retry: deskProcedure
    .input(
      jobAct.extend({ target: z.enum(['printer', 'dialog']).optional(), printer: z.string().max(500).default('') }),
    )
    .output(z.void()),
  cancel: deskProcedure.input(jobAct).output(z.void()),
  /** A device takes one of its own `dialog` jobs; false when somebody else was first. */
  startDialog: deskProcedure.input(jobAct).output(z.object({ isMine: z.boolean() })),
  /** The operator says whether the paper came out. */
  finishDialog: deskProcedure.input(jobAct.extend({ hasComeOut: z.boolean() })).output(z.void()),
}
