import { z } from 'zod'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'
import type { Verdict } from './rules.ts'

/** Who pays for somebody who was not on the list (domain.md part 5, pembebanan biaya). */
export const COST_BEARERS = ['panitia', 'sendiri', 'instansi'] as const
/** Papers that are handed over, and things that are handed out. */
export const CHECKLIST_KINDS = ['berkas', 'kit'] as const
/** A bus holds no more; a longer list is a mistake. */
export const GROUP_LIMIT = 500
export const HITS_LIMIT = 12
/** A longer text is nobody's name; a desk sends only so much of what was pasted. */
export const SEARCH_MAX_LENGTH = 200
/** A longer text is no code; the beginning is what a desk sends. */
export const SCAN_MAX_LENGTH = 4000
export const RECENT_LIMIT = 50
/** The list behind a number ends here; who wants more narrows it down. */
export const PEOPLE_LIMIT = 500

const idsSchema = z.array(idSchema).min(1).max(GROUP_LIMIT)

/** See {@link Verdict}: the answer of `decide()` as it goes over the line. */
export const verdictSchema: z.ZodType<Verdict> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome'), participantId: z.string(), dayId: z.string() }),
  z.object({ kind: z.literal('already-in'), participantId: z.string(), at: z.number(), deviceName: z.string() }),
  z.object({ kind: z.literal('not-today'), participantId: z.string() }),
  z.object({
    kind: z.literal('revoked'),
    participantId: z.string(),
    reason: z.string(),
    replacedById: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('archived'),
    participantId: z.string(),
    reason: z.string(),
    replacedById: z.string().nullable(),
  }),
  z.object({ kind: z.literal('other-event') }),
  z.object({ kind: z.literal('altered') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('incomplete') }),
  z.object({ kind: z.literal('not-a-code') }),
])

/** A name in the parts that belong to it, verbatim; it is shown as `titleBefore name, titleAfter`. */
export const nameSchema = z.object({ titleBefore: z.string(), name: z.string(), titleAfter: z.string() })

export const checklistItemSchema = z.object({
  id: z.string(),
  kind: z.enum(CHECKLIST_KINDS),
  name: z.string(),
})
/** One thing to tick off at the desk. */
export type ChecklistItem = z.infer<typeof checklistItemSchema>

/** A person in a list of the desk, with what tells two of the same name apart. */
export const deskPersonSchema = nameSchema.extend({
  id: z.string(),
  role: z.string(),
  roleColor: z.string(),
  delegation: z.string(),
  position: z.string(),
  institution: z.string(),
  village: z.string(),
  district: z.string(),
  regency: z.string(),
  isWalkIn: z.boolean(),
  isArchived: z.boolean(),
  /** The check-in of the day in question; null while they have not come. */
  arrivedAt: z.number().nullable(),
  arrivedDevice: z.string(),
})
export type DeskPerson = z.infer<typeof deskPersonSchema>

/** Those who come together: a delegation, or the people of one village where there is none. */
export const groupSchema = z.object({
  kind: z.enum(['delegation', 'village']),
  delegationId: z.string().nullable(),
  name: z.string(),
  /** All of them, and those who have come: also those beyond {@link GROUP_LIMIT}. */
  total: z.number(),
  arrived: z.number(),
  /** By name; of a larger group those who have not come yet before the rest. */
  members: z.array(deskPersonSchema).max(GROUP_LIMIT),
})
export type Group = z.infer<typeof groupSchema>

/** So many of those who come along are on a card. */
export const MATES_SHOWN = 4

const companionsSchema = groupSchema.omit({ members: true }).extend({
  /** The members besides the person of the card, and those of them who have not come yet. */
  mateCount: z.number(),
  missingMates: z.number(),
  /** The first few others, the missing ones before the rest. */
  mates: z.array(deskPersonSchema),
})
/** A {@link Group} in brief, for the card of one of its members: all of a large delegation would weigh down every scan. */
export type Companions = z.infer<typeof companionsSchema>

const linkedPersonSchema = nameSchema.extend({ id: z.string(), reason: z.string() })

/** Everything that the verdict panel says about a person. */
export const cardSchema = z.object({
  person: deskPersonSchema.extend({
    roleId: z.string(),
    delegationId: z.string().nullable(),
    phone: z.string(),
    costBearer: z.string(),
    note: z.string(),
    archiveReason: z.string(),
  }),
  checklist: z.array(checklistItemSchema.extend({ isMarked: z.boolean() })),
  /** Finished prints of this person's badges. */
  printedCount: z.number(),
  /** Arrivals that stand, on all event days, in order. */
  arrivals: z.array(z.object({ dayId: z.string(), date: z.string(), at: z.number(), deviceName: z.string() })),
  group: companionsSchema.nullable(),
  replaces: linkedPersonSchema.nullable(),
  replacedBy: linkedPersonSchema.nullable(),
})
export type Card = z.infer<typeof cardSchema>

export const deskAnswerSchema = z.object({ actId: z.string(), verdict: verdictSchema, card: cardSchema.nullable() })
/** What the desk is told of an act: the verdict, and the card of whom it names; null when it names nobody. */
export type DeskAnswer = z.infer<typeof deskAnswerSchema>

export const RECENT_KINDS = ['scan', 'check-in', 'group', 'walk-in', 'substitute'] as const

/** An arrival or a refusal at any desk. */
export const recentActSchema = z.object({
  actId: z.string(),
  at: z.number(),
  deviceName: z.string(),
  isOwnDevice: z.boolean(),
  kind: z.enum(RECENT_KINDS),
  verdict: verdictSchema.nullable(),
  person: nameSchema.extend({ id: z.string() }).nullable(),
  /** Delegation or village of the person, or the group's name. */
  from: z.string(),
  /** How many came with it. */
  count: z.number(),
  isUndone: z.boolean(),
  canUndo: z.boolean(),
})
export type RecentAct = z.infer<typeof recentActSchema>

const shareSchema = z.object({ id: z.string(), name: z.string(), expected: z.number(), arrived: z.number() })

export const countersSchema = z.object({
  /** The event day that is counted; null when the event has no day at all. */
  dayId: z.string().nullable(),
  expected: z.number(),
  arrived: z.number(),
  walkIns: z.number(),
  delegations: z.number(),
  completeDelegations: z.number(),
  byRole: z.array(shareSchema.extend({ color: z.string() })),
  byDelegation: z.array(shareSchema),
})
/** The counters with their names; every number is people. */
export type CountersView = z.infer<typeof countersSchema>

/** Which people stand behind a number. */
export const peopleFilterSchema = z.object({
  state: z.enum(['expected', 'arrived', 'missing']),
  roleId: idSchema.optional(),
  delegationId: idSchema.optional(),
  onlyWalkIns: z.boolean().default(false),
})
export type PeopleFilter = z.infer<typeof peopleFilterSchema>

const newNameSchema = z.object({ titleBefore: lineSchema, name: lineSchema.min(1), titleAfter: lineSchema })

export const walkInSchema = newNameSchema.extend({
  actId: actIdSchema,
  phone: lineSchema,
  roleId: idSchema,
  delegationId: idSchema.nullable(),
  institution: lineSchema,
  village: lineSchema,
  costBearer: z.enum(COST_BEARERS),
  note: lineSchema,
})
export type WalkIn = z.infer<typeof walkInSchema>

export const substituteSchema = newNameSchema.extend({
  actId: actIdSchema,
  originalId: idSchema,
  phone: lineSchema,
  reason: lineSchema.min(1),
  shouldCheckIn: z.boolean(),
})
export type Substitute = z.infer<typeof substituteSchema>

const forPerson = z.object({ participantId: idSchema })
const actOnPerson = forPerson.extend({ actId: actIdSchema })

/** What a registration desk asks and does: scans, check-ins, substitutes, checklist, and what it shows. */
export const registrationContract = {
  /** Decides about what a scanner sent or somebody pasted, checks in when welcome, and writes the scan down either way. */
  scan: deskProcedure
    .input(z.object({ actId: actIdSchema, text: z.string().max(SCAN_MAX_LENGTH) }))
    .output(deskAnswerSchema),
  /** Checks in a person who was picked from the results. */
  checkIn: deskProcedure.input(actOnPerson).output(deskAnswerSchema),
  /** Checks in those who stepped off the bus; who is in already, or may not come in, is told and left as they are. */
  checkInGroup: deskProcedure.input(z.object({ actId: actIdSchema, participantIds: idsSchema })).output(
    z.object({
      checkedIn: z.array(z.string()),
      others: z.array(z.object({ participantId: z.string(), verdict: verdictSchema })),
    }),
  ),
  /** Somebody who is on no list: written down, and checked in at once when it is an event day. */
  walkIn: deskProcedure.input(walkInSchema).output(deskAnswerSchema),
  /**
   * Mewakili, as one transaction: the original is archived, their badge dies, the substitute takes over role and delegation.
   * Rules: `substitute-archived`, `substitute-arrived`.
   */
  substitute: deskProcedure
    .input(substituteSchema)
    .output(deskAnswerSchema.extend({ verdict: verdictSchema.nullable(), card: cardSchema })),
  /** Ticks off things handed over or out, or takes the ticks away. */
  mark: deskProcedure
    .input(z.object({ actId: actIdSchema, participantIds: idsSchema, itemIds: idsSchema, isMarked: z.boolean() }))
    .output(z.object({ count: z.number() })),
  note: deskProcedure.input(actOnPerson.extend({ note: z.string().trim().max(2000) })).output(z.void()),
  /**
   * While typing. A text that is a badge code has no hits: `isCode` says that Enter will scan it.
   * `isSure` is false when the best hit lacks a word of the text: then it is for a person to choose, even if it is the only one.
   */
  search: deskProcedure
    .input(z.object({ text: z.string().max(SEARCH_MAX_LENGTH) }))
    .output(z.object({ isCode: z.boolean(), isSure: z.boolean(), hits: z.array(deskPersonSchema) })),
  card: deskProcedure.input(forPerson).output(cardSchema),
  /** A delegation, or those who come with somebody; null for people on their own. */
  group: deskProcedure.input(z.union([z.object({ delegationId: idSchema }), forPerson])).output(groupSchema.nullable()),
  recent: deskProcedure
    .input(z.object({ limit: z.number().int().min(1).max(RECENT_LIMIT) }))
    .output(z.array(recentActSchema)),
  /** Today's counters; between the event's days those of the last day that has begun, before it those of the first. */
  counters: deskProcedure.output(countersSchema),
  /** The people behind a number of {@link countersSchema}, by name. */
  people: deskProcedure.input(peopleFilterSchema).output(z.array(deskPersonSchema)),
  /** What a walk-in form chooses from. */
  choices: deskProcedure.output(
    z.object({
      roles: z.array(z.object({ id: z.string(), name: z.string() })),
      delegations: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  checklist: {
    list: deskProcedure.output(z.array(checklistItemSchema)),
    add: adminProcedure
      .input(z.object({ actId: actIdSchema, kind: z.enum(CHECKLIST_KINDS), name: lineSchema.min(1) }))
      .output(checklistItemSchema),
    rename: adminProcedure
      .input(z.object({ actId: actIdSchema, id: idSchema, name: lineSchema.min(1) }))
      .output(z.void()),
    /** Takes an item off the list; what was ticked stays on record. */
    archive: adminProcedure.input(z.object({ actId: actIdSchema, id: idSchema })).output(z.void()),
  },
}
