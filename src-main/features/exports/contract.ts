import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { paperRequestSchema } from '#main/features/documents/contract.ts'
import { actIdSchema, adminProcedure, deskProcedure, idSchema } from '#main/rpc/base-contract.ts'

/** What is no paper but a list for computing with. */
export const LIST_IDS = ['participants', 'check-ins', 'attendance', 'passes', 'acts'] as const
export const listIdSchema = z.enum(LIST_IDS)
export type ListId = z.infer<typeof listIdSchema>

const privateSchema = z.object({
  /** NIK and account numbers (with NPWP) stand in no file unless somebody ticks it, and then it is written down who did. */
  hasNik: z.boolean().default(false),
  hasAccount: z.boolean().default(false),
})
/** Which private numbers a file may hold. */
export type PrivateColumns = z.infer<typeof privateSchema>

const listRequestSchema = privateSchema.extend({
  list: listIdSchema,
  /** Of check-ins and attendance: one day alone; null = all. */
  dayId: idSchema.nullable().default(null),
})
/** A list, of which day, with which private numbers. */
export type ListRequest = z.infer<typeof listRequestSchema>

export const exportSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paper'), request: paperRequestSchema }),
  z.object({ kind: z.literal('list'), request: listRequestSchema }),
])
/** What goes into a file. */
export type ExportSubject = z.infer<typeof exportSubjectSchema>

/** The kinds of files that every paper and list can be had as. */
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export const exportFormatSchema = z.enum(EXPORT_FORMATS)
/** See {@link EXPORT_FORMATS}. */
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** The phases of a long export, in their order. */
export const EXPORT_PHASES = ['rows', 'pages', 'files'] as const
const exportProgressSchema = z.object({
  /** `pages` = papers drawn as PDF, `files` = what is packed, `rows` = rows of one file. */
  phase: z.enum(EXPORT_PHASES),
  done: z.int(),
  /** 0 = not known. */
  total: z.int(),
})
/** How far an export is. */
export type ExportProgress = z.infer<typeof exportProgressSchema>

/** Where it was saved, or its bytes where there is no dialog; both null when the person closed the dialog. */
const handedOverSchema = z.object({ savedAt: z.string().nullable(), file: z.file().nullable() })

/** Files of everything that an event holds. All procedures are given up with the caller's signal, and leave no half file behind. */
export const exportsContract = {
  /**
   * A paper or a list as a file. Lists and private numbers are for the administrator (`FORBIDDEN`). Rules: `export-too-long`,
   * `export-disk-full`, `export-not-writable`.
   */
  file: deskProcedure
    .input(z.object({ actId: actIdSchema, subject: exportSubjectSchema, format: exportFormatSchema }))
    .output(handedOverSchema),
  /** One ZIP with all papers and lists; as PDF too where the desktop can draw them. The same rules, and those of printing. */
  bundle: adminProcedure.input(privateSchema.extend({ actId: actIdSchema })).output(handedOverSchema),
  /** How far the export of this act is, until it ends; it may begin after the question. */
  progress: deskProcedure.input(z.object({ actId: actIdSchema })).output(eventIterator(exportProgressSchema)),
}
