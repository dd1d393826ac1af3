import { z } from 'zod'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'

const isoDateOrNothing = z.union([z.iso.date(), z.literal('')])

/** As many columns as an imported list may have. */
const EXTRAS_MAX = 2000

/** What is written down about a person. Everything is kept as typed; only the name and the role must be there. */
export const personInputSchema = z.object({
  titleBefore: lineSchema,
  name: lineSchema.min(1),
  titleAfter: lineSchema,
  /** How the MC reads the name aloud (cara baca). */
  pronunciation: lineSchema,
  gender: z.enum(['', 'L', 'P']),
  nip: lineSchema,
  nik: lineSchema,
  rank: lineSchema,
  position: lineSchema,
  institution: lineSchema,
  village: lineSchema,
  district: lineSchema,
  regency: lineSchema,
  province: lineSchema,
  /** Code of the official list, as far down as it is known (`73.09.13.2004`); empty for places in free text. */
  regionCode: lineSchema,
  /** Which edition of the official list the code is from. */
  regionEdition: lineSchema,
  phone: lineSchema,
  email: lineSchema,
  roleId: idSchema,
  delegationId: idSchema.nullable(),
  assignmentLetterNumber: lineSchema,
  assignmentLetterDate: isoDateOrNothing,
  room: lineSchema,
  /** Who bears the cost; empty = the event. */
  costBearer: lineSchema,
  note: z.string().trim().max(4000),
  /** Columns of an imported list that have no field here, by their heading. */
  extras: z
    .record(z.string().max(200), z.string().max(2000))
    .refine(extras => Object.keys(extras).length <= EXTRAS_MAX),
})
export type PersonInput = z.infer<typeof personInputSchema>

/** Every field empty but name and role, to be filled by whoever adds a person. */
export const BLANK_PERSON: Omit<PersonInput, 'name' | 'roleId'> = {
  titleBefore: '',
  titleAfter: '',
  pronunciation: '',
  gender: '',
  nip: '',
  nik: '',
  rank: '',
  position: '',
  institution: '',
  village: '',
  district: '',
  regency: '',
  province: '',
  regionCode: '',
  regionEdition: '',
  phone: '',
  email: '',
  delegationId: null,
  assignmentLetterNumber: '',
  assignmentLetterDate: '',
  room: '',
  costBearer: '',
  note: '',
  extras: {},
}

/** A person as the event knows them. */
export const personSchema = personInputSchema.extend({
  id: idSchema,
  /** The phone in +62 form, for comparing; empty when none can be read. */
  phoneMatch: z.string(),
  isWalkIn: z.boolean(),
  archivedAt: z.number().nullable(),
  archiveReason: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
})
export type Person = z.infer<typeof personSchema>

const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i)

/** A role at the event; not what a device may do. */
export const roleInputSchema = z.object({ name: lineSchema.min(1), color: colorSchema })
/** What is written down about a role. */
export type RoleInput = z.infer<typeof roleInputSchema>
export const roleSchema = roleInputSchema.extend({
  id: idSchema,
  position: z.int(),
  archivedAt: z.number().nullable(),
  /** People who have it now; archived people are not counted. */
  memberCount: z.int(),
})
/** A role of the event with how many people have it. */
export type Role = z.infer<typeof roleSchema>

export const delegationInputSchema = z.object({
  name: lineSchema.min(1),
  regionCode: lineSchema,
  /** Places given to it; null = no limit. */
  quota: z.int().min(0).max(100_000).nullable(),
  /** How it travels, for the papers (moda/rombongan). */
  transport: lineSchema,
  note: z.string().trim().max(4000),
})
/** What is written down about a delegation. */
export type DelegationInput = z.infer<typeof delegationInputSchema>
export const delegationSchema = delegationInputSchema.extend({
  id: idSchema,
  archivedAt: z.number().nullable(),
  memberCount: z.int(),
  /** Members who have arrived today; 0 when it is no event day. */
  arrivedCount: z.int(),
})
/** A delegation with how many of it are listed and have arrived. */
export type Delegation = z.infer<typeof delegationSchema>

/** `active` = everybody but the archived. Arrival is today's; `attention` = a NIP, NIK or phone that can't be right. */
export const PERSON_STATES = ['active', 'arrived', 'not-arrived', 'walk-in', 'attention', 'archived'] as const
export const PERSON_SORTS = ['name', 'role', 'delegation', 'institution', 'arrival'] as const
/** So many rows of the list are given at once. */
export const LIST_WINDOW_MAX = 200
/** Stands in a filter for people who belong to no delegation. */
export const NO_DELEGATION = 'none'

export const personFilterSchema = z.object({
  text: z.string().max(200),
  state: z.enum(PERSON_STATES),
  roleId: idSchema.nullable(),
  delegationId: idSchema.nullable(),
})
/** Which people a list shows. */
export type PersonFilter = z.infer<typeof personFilterSchema>

export const personListInputSchema = personFilterSchema.extend({
  sort: z.enum(PERSON_SORTS),
  isDescending: z.boolean(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(LIST_WINDOW_MAX),
})
/** One window of a filtered and sorted list. */
export type PersonListInput = z.infer<typeof personListInputSchema>

/** One line of the list; no NIP and NIK, for nobody asked for them. */
export const personLineSchema = personInputSchema
  .pick({
    titleBefore: true,
    name: true,
    titleAfter: true,
    position: true,
    institution: true,
    village: true,
    district: true,
    phone: true,
    roleId: true,
    delegationId: true,
  })
  .extend({
    id: idSchema,
    isWalkIn: z.boolean(),
    archivedAt: z.number().nullable(),
    /** When they arrived today. */
    arrivedAt: z.number().nullable(),
    hasBadge: z.boolean(),
    /** How often a badge of theirs was printed. */
    printCount: z.int(),
    needsAttention: z.boolean(),
  })
export type PersonLine = z.infer<typeof personLineSchema>

export const historyEntrySchema = z.object({
  actId: z.string(),
  at: z.number(),
  verb: z.string(),
  deviceName: z.string(),
  operator: z.string(),
  /** The act has been taken back. */
  isUndone: z.boolean(),
  /** The act takes another one back. */
  isUndo: z.boolean(),
  /** What an edit changed; NIK is masked. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
/** One act in the history of a person. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** Somebody with a like name, phone or number, to warn while a person is being typed. */
export const likelyDoubleSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  village: z.string(),
  institution: z.string(),
  reason: z.enum(['name', 'phone', 'nip']),
})

/** A place of the official list, named all the way up; `village` and the like are empty above it. */
export const regionSchema = z.object({
  code: z.string(),
  village: z.string(),
  district: z.string(),
  regency: z.string(),
  province: z.string(),
})
export type Region = z.infer<typeof regionSchema>

const personActSchema = z.object({ actId: actIdSchema, id: idSchema })
const doneSchema = z.object({ id: idSchema })

/** What desks ask about people, roles, delegations and places. Numbers of persons leave only with `get`. */
export const participantsContract = {
  list: deskProcedure
    .input(personListInputSchema)
    .output(z.object({ total: z.int(), offset: z.int(), rows: z.array(personLineSchema) })),
  get: deskProcedure.input(z.object({ id: idSchema })).output(personSchema),
  /** How many people each state of the list would show, and in all. */
  counts: deskProcedure.output(z.object({ active: z.int(), archived: z.int() })),
  likelyDoubles: deskProcedure
    .input(z.object({ name: lineSchema, phone: lineSchema, nip: lineSchema, exceptId: idSchema.nullable() }))
    .output(z.array(likelyDoubleSchema)),
  add: deskProcedure
    .input(z.object({ actId: actIdSchema, person: personInputSchema, isWalkIn: z.boolean().default(false) }))
    .output(doneSchema),
  edit: deskProcedure.input(personActSchema.extend({ person: personInputSchema })).output(doneSchema),
  archive: adminProcedure.input(personActSchema.extend({ reason: lineSchema })).output(doneSchema),
  restore: adminProcedure.input(personActSchema).output(doneSchema),
  /** What happened to a person, the newest first. */
  history: deskProcedure.input(z.object({ id: idSchema })).output(z.array(historyEntrySchema)),
  roles: {
    /** In their order; archived ones too. */
    list: deskProcedure.output(z.array(roleSchema)),
    add: adminProcedure.input(z.object({ actId: actIdSchema, role: roleInputSchema })).output(doneSchema),
    edit: adminProcedure.input(personActSchema.extend({ role: roleInputSchema })).output(doneSchema),
    archive: adminProcedure.input(personActSchema).output(doneSchema),
    restore: adminProcedure.input(personActSchema).output(doneSchema),
    reorder: adminProcedure
      .input(z.object({ actId: actIdSchema, ids: z.array(idSchema).min(1).max(200) }))
      .output(z.void()),
  },
  delegations: {
    /** By name; archived ones too. */
    list: deskProcedure.output(z.array(delegationSchema)),
    add: adminProcedure.input(z.object({ actId: actIdSchema, delegation: delegationInputSchema })).output(doneSchema),
    edit: adminProcedure.input(personActSchema.extend({ delegation: delegationInputSchema })).output(doneSchema),
    archive: adminProcedure.input(personActSchema).output(doneSchema),
    restore: adminProcedure.input(personActSchema).output(doneSchema),
  },
  regions: {
    /** Places whose names hold all the words, the likeliest first; `near` prefers places under that code. */
    search: deskProcedure
      .input(z.object({ text: z.string().max(200), near: z.string().max(20).default('') }))
      .output(z.object({ edition: z.string(), regions: z.array(regionSchema) })),
  },
}
