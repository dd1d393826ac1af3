import { z } from 'zod'
import { logoSchema } from '#main/features/events/contract.ts'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'
import { certificateSettingsSchema, roleCertificateSchema } from './settings-rules.ts'

/** More certificates than any event gives. */
export const CERTIFICATES_MAX = 20_000
/** Rows of a list that go over the line at once; its numbers count all. */
export const LIST_LIMIT = 300

const signatureSchema = z.object({ position: z.string(), name: z.string(), rank: z.string(), nip: z.string() })
const materialSchema = z.object({
  title: z.string(),
  speakers: z.string(),
  /** Null where the JP does not come from minutes. */
  minutes: z.int().nullable(),
  jp: z.int().nullable(),
})

/** Everything that was printed on one version of a certificate, in the words that were printed. */
export const certificateSnapshotSchema = z.object({
  number: z.string(),
  title: z.string(),
  intro: z.string(),
  titleBefore: z.string(),
  name: z.string(),
  titleAfter: z.string(),
  /** '' = not printed. */
  nip: z.string(),
  institution: z.string(),
  phrase: z.string(),
  as: z.string(),
  body: z.string(),
  jp: z.int().nullable(),
  /** Minutes attended, where the JP comes from them. */
  minutes: z.int().nullable(),
  materials: z.array(materialSchema),
  /** Sentences on the reverse: what was needed, how JP are counted. */
  rules: z.array(z.string()),
  eventName: z.string(),
  /** `Senin, 18 Desember 2023`. */
  eventDates: z.string(),
  hostInstitution: z.string(),
  dateline: z.string(),
  signatures: z.array(signatureSchema).max(2),
  accentColor: z.string(),
  hasReverse: z.boolean(),
})
export type CertificateSnapshot = z.infer<typeof certificateSnapshotSchema>

export const printedCertificateSchema = z.object({
  sequence: z.int(),
  version: z.int(),
  code: z.string(),
  snapshot: certificateSnapshotSchema,
})
/** One certificate as a print page draws it. */
export type PrintedCertificate = z.infer<typeof printedCertificateSchema>

export const certificateSheetSchema = z.object({
  logos: z.array(logoSchema),
  certificates: z.array(printedCertificateSchema),
})
/** What a print page draws. */
export type CertificateSheet = z.infer<typeof certificateSheetSchema>

const partSchema = z.object({ title: z.string(), attended: z.int(), possible: z.int() })
const withheldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never-present') }),
  z.object({
    kind: z.literal('too-few-minutes'),
    attended: z.int(),
    needed: z.int(),
    possible: z.int(),
    lacking: z.array(partSchema),
  }),
])

/** What can differ between a certificate and what it would say now. */
export const CHANGEABLE = ['name', 'nip', 'institution', 'as', 'jp'] as const

/**
 * `ready`: earned, none given yet; `withheld`: not earned; `issued`; `changed`: issued, but would say something else now;
 * `lost`: issued, but no longer earned after a correction.
 */
export const CANDIDATE_STATES = ['ready', 'withheld', 'issued', 'changed', 'lost'] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

export const candidateSchema = z.object({
  participantId: idSchema,
  /** As on paper, with all degrees. */
  name: z.string(),
  as: z.string(),
  delegation: z.string(),
  minutes: z.int(),
  possible: z.int(),
  jp: z.int().nullable(),
  state: z.enum(CANDIDATE_STATES),
  withheld: withheldSchema.nullable(),
  sequence: z.int().nullable(),
  number: z.string(),
  version: z.int(),
  changes: z.array(z.object({ field: z.enum(CHANGEABLE), printed: z.string(), now: z.string() })),
})
/** Somebody whose role gets a certificate, and how they stand to it. */
export type Candidate = z.infer<typeof candidateSchema>

export const candidateFilterSchema = z.object({
  roleId: idSchema.nullable().default(null),
  /** Null = all; `none` = people without one. */
  delegationId: idSchema.nullable().default(null),
  /** A piece of a name or number. */
  text: lineSchema.default(''),
})
/** Whom a list or a batch is about: all conditions together. */
export type CandidateFilter = z.infer<typeof candidateFilterSchema>

const countsSchema = z.record(z.enum(CANDIDATE_STATES), z.int())

export const registerEntrySchema = z.object({
  sequence: z.int(),
  number: z.string(),
  version: z.int(),
  participantId: idSchema,
  name: z.string(),
  as: z.string(),
  jp: z.int().nullable(),
  issuedAt: z.number(),
  /** Why there is more than one version; '' for the first. */
  reason: z.string(),
  revokedAt: z.number().nullable(),
  revokedReason: z.string(),
})
/** One line of the register of numbers: the newest version. */
export type RegisterEntry = z.infer<typeof registerEntrySchema>

const gapSchema = z.object({ from: z.int(), to: z.int() })

const foundSchema = {
  number: z.string(),
  name: z.string(),
  as: z.string(),
  jp: z.int().nullable(),
  dateline: z.string(),
  eventName: z.string(),
  eventDates: z.string(),
  version: z.int(),
  /** Found by its typed number: the register has it, but only the code proves the paper. */
  isByNumber: z.boolean(),
}

export const verificationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('genuine'), ...foundSchema }),
  z.object({ kind: z.literal('revoked'), ...foundSchema, at: z.number(), reason: z.string() }),
  /** A newer version has the same number. */
  z.object({ kind: z.literal('replaced'), ...foundSchema, newestVersion: z.int(), newestName: z.string() }),
  z.object({ kind: z.literal('altered') }),
  z.object({ kind: z.literal('other-event') }),
  /** Made with this event's key, but not in this file (an older copy). */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('incomplete') }),
  z.object({ kind: z.literal('badge') }),
  z.object({ kind: z.literal('not-a-code') }),
])
/** What a scanned or typed text says about a certificate. */
export type Verification = z.infer<typeof verificationSchema>

export const issueAnswerSchema = z.object({
  issuedCount: z.int(),
  withheldCount: z.int(),
  /** The numbers that were given, in order. */
  sequences: z.array(z.int()),
  firstNumber: z.string(),
  lastNumber: z.string(),
})
export type IssueAnswer = z.infer<typeof issueAnswerSchema>

const recipientsSchema = z.union([
  z.object({ participantIds: z.array(idSchema).min(1).max(CERTIFICATES_MAX) }),
  z.object({ filter: candidateFilterSchema }),
])
export type CertificateRecipients = z.infer<typeof recipientsSchema>

const reasonSchema = lineSchema.min(3)
const sequencesSchema = z.array(z.int().min(1)).min(1).max(CERTIFICATES_MAX)

/** Certificates: who has earned one, giving them their numbers, and whether a paper is genuine. */
export const certificatesContract = {
  settings: {
    /** `roles` has an entry for every role in use. */
    get: deskProcedure.output(
      z.object({
        settings: certificateSettingsSchema,
        roles: z.array(roleCertificateSchema.extend({ roleName: z.string() })),
        /** The number that is given next, and its date. */
        nextSequence: z.int(),
        date: z.string(),
      }),
    ),
    set: adminProcedure.input(z.object({ actId: actIdSchema, settings: certificateSettingsSchema })).output(z.void()),
  },
  /** Those whose role gets a certificate, in the order of numbers; `counts` over all that match but for `state`. */
  candidates: deskProcedure
    .input(candidateFilterSchema.extend({ state: z.enum(CANDIDATE_STATES).nullable().default(null) }))
    .output(
      z.object({
        counts: countsSchema,
        rows: z.array(candidateSchema).max(LIST_LIMIT),
        total: z.int(),
        /** Sessions are still to come: JP and minutes may grow. */
        isOver: z.boolean(),
      }),
    ),
  /** Newest versions by their numbers; `gaps` are numbers that nobody was given. */
  register: deskProcedure.input(z.object({ text: lineSchema.default('') })).output(
    z.object({
      entries: z.array(registerEntrySchema).max(LIST_LIMIT),
      total: z.int(),
      /** All that are valid, for printing. */
      sequences: z.array(z.int()),
      gaps: z.array(gapSchema),
    }),
  ),
  /** Gives numbers to those of the recipients who have earned a certificate and have none, in order. */
  issue: adminProcedure.input(z.object({ actId: actIdSchema, recipients: recipientsSchema })).output(issueAnswerSchema),
  /** The next version under the same number, with what is known now. Rules `certificate-revoked`, `certificate-not-earned`. */
  reissue: adminProcedure
    .input(z.object({ actId: actIdSchema, sequence: z.int(), reason: reasonSchema }))
    .output(z.object({ version: z.int() })),
  /** The number stays used and says why. Rule `certificate-revoked` where it is already. */
  revoke: adminProcedure
    .input(z.object({ actId: actIdSchema, sequence: z.int(), reason: reasonSchema }))
    .output(z.void()),
  verify: deskProcedure.input(z.object({ text: z.string().max(4000) })).output(verificationSchema),
  /** What a print page draws: valid certificates by the ranges of their numbers. */
  sheet: deskProcedure.input(z.object({ ranges: z.string().max(20_000) })).output(certificateSheetSchema),
  /** A certificate as it would look for these settings: the longest name of the event, with a code that no scan accepts. */
  sample: deskProcedure.input(z.object({ settings: certificateSettingsSchema })).output(certificateSheetSchema),
  /** Desktop only (rule `no-desktop`): asks where, and saves the certificates as one PDF. */
  savePdf: deskProcedure
    .input(z.object({ sequences: sequencesSchema }))
    .output(
      z.discriminatedUnion('status', [
        z.object({ status: z.literal('done'), path: z.string() }),
        z.object({ status: z.literal('given-up') }),
      ]),
    ),
  /** Desktop only (rule `no-desktop`): prints silently on this printer; '' = the standard one. */
  print: deskProcedure.input(z.object({ sequences: sequencesSchema, printer: z.string().max(500) })).output(z.void()),
}
