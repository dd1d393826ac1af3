import { z } from 'zod'
import { actIdSchema, adminProcedure, deskProcedure, idSchema } from '#main/rpc/base-contract.ts'
import { paperDocumentSchema, paperSizeSchema } from './paper-rules.ts'
import { documentSettingsSchema, paperIdSchema } from './settings-rules.ts'

/** In which order people stand on a paper; each ends with the name. */
export const PAPER_SORTS = ['name', 'delegation', 'institution', 'role'] as const
/** What people stand under a heading by. */
export const PAPER_GROUPINGS = ['none', 'role', 'delegation'] as const

/** Which paper, about whom, and how. Each paper uses what concerns it (`PAPERS` says what) and passes over the rest. */
export const paperRequestSchema = z.object({
  paper: paperIdSchema,
  /** The day of a daftar hadir; null = the first one. Other papers: only who was there on that day, null = any day. */
  dayId: idSchema.nullable().default(null),
  /** A session of that day; null = the day as a whole. */
  sessionId: idSchema.nullable().default(null),
  /** Empty = all roles. */
  roleIds: z.array(idSchema).max(100).default([]),
  /** Null = all; `none` = people without one. */
  delegationId: idSchema.nullable().default(null),
  isPresentOnly: z.boolean().default(false),
  /** Of the register berkas: only who still owes something. */
  isIncompleteOnly: z.boolean().default(false),
  sort: z.enum(PAPER_SORTS).default('name'),
  groupBy: z.enum(PAPER_GROUPINGS).default('none'),
  /** Of the rekap: a column for each session, or for each day. */
  recapBy: z.enum(['session', 'day']).default('session'),
  /** With the times of scans; on the rekap minutes instead of marks. */
  hasTimes: z.boolean().default(false),
  /** Null = as the event's settings say. */
  spareRowCount: z.int().min(0).max(200).nullable().default(null),
  size: paperSizeSchema.nullable().default(null),
  /** Columns that are left out, by their keys. */
  hiddenColumns: z.array(z.string().max(60)).max(60).default([]),
  /** NIK and account numbers stand on no paper unless somebody ticks it. */
  hasNik: z.boolean().default(false),
  hasAccount: z.boolean().default(false),
  /** Religion and marital status on the biodata. */
  hasPrivateLife: z.boolean().default(false),
  /** A sheet whose numbers were fixed: its rows and its code. */
  sheetCode: z.string().max(20).nullable().default(null),
})
export type PaperRequest = z.infer<typeof paperRequestSchema>

const sendingSchema = z.object({ actId: actIdSchema, request: paperRequestSchema, fixesNumbers: z.boolean() })

export const savePaperAnswerSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), path: z.string() }),
  /** The person closed the dialog that asks where to save. */
  z.object({ status: z.literal('given-up') }),
])

/** The papers of an event: what stands on them and how they come onto paper. */
export const documentsContract = {
  settings: {
    get: deskProcedure.output(documentSettingsSchema),
    set: adminProcedure
      .input(z.object({ actId: actIdSchema, settings: documentSettingsSchema }))
      .output(documentSettingsSchema),
  },
  /**
   * The paper as a model; a print page draws it. Refuses `NOT_FOUND` for a day, session or sheet that is not there, and
   * `FORBIDDEN` with private numbers for anybody but the administrator.
   */
  paper: deskProcedure.input(paperRequestSchema).output(paperDocumentSchema),
  /**
   * Before a browser prints what its preview shows: writes down that private numbers leave, and with `fixesNumbers` fixes the
   * numbers of a daftar hadir to be signed by hand (rule `not-a-sheet` for any other paper). Answers with the request to print,
   * which then has the code of the sheet under which its rows are ticked later.
   */
  release: deskProcedure.input(sendingSchema).output(paperRequestSchema),
  /** Desktop only (rule `no-desktop`): asks where, releases, and saves the paper as a PDF. */
  savePdf: deskProcedure.input(sendingSchema).output(savePaperAnswerSchema),
  /** Desktop only (rule `no-desktop`): releases and prints silently on this printer; '' = the standard one. */
  print: deskProcedure.input(sendingSchema.extend({ printer: z.string().max(500) })).output(z.void()),
}
