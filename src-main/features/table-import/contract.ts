import { z } from 'zod'
import { adminProcedure, idSchema } from '#main/rpc/base-contract.ts'
import { TABLE_FILE_ERROR_CODES } from './table-file-rules.ts'

/** Larger files are refused before they are read; a list of 20,000 people has about 4 MB. */
export const IMPORT_MAX_BYTES = 60_000_000

/** Far more texts than a report has. */
const REPORT_WORDS_MAX = 1000

/** A table that was read and waits in memory for its columns and decisions; one per device and importer, for two hours. */
export const importUploadSchema = z.object({
  uploadId: idSchema,
  fileName: z.string(),
  kind: z.enum(['xlsx', 'xls', 'ods', 'csv']),
  sheets: z.array(z.object({ name: z.string(), rowCount: z.int() })),
  /** The sheet that looks most like what is to be imported. */
  suggestedSheet: z.int(),
  /** What was left aside while reading; words under i18n `table-import.notices`. */
  notices: z.array(z.enum(['external-links-ignored', 'macros-ignored', 'formula-results-taken', 'uneven-quotes'])),
})
/** See {@link importUploadSchema}. */
export type ImportUpload = z.infer<typeof importUploadSchema>

/** A column of a table, three of its texts and what it is to become. */
export interface TableColumn<Field extends string> {
  /** 0-based. */
  column: number
  header: string
  samples: string[]
  field: Field
}

/** What is proposed for one sheet, whatever its columns become. */
export interface TableProposal<Field extends string> {
  /** 0-based; -1: none was recognised. */
  headerRow: number
  columns: TableColumn<Field>[]
  /** The columns are as chosen for the last table with the same headers. */
  isRemembered: boolean
  /** The first rows of the sheet, for finding the header row by eye; long texts are cut. */
  firstRows: string[][]
}

/** The schema of a {@link TableProposal} for an importer's fields. */
export function proposalSchemaOf<Field extends z.ZodType<string>>(field: Field) {
  return z.object({
    headerRow: z.int(),
    columns: z.array(z.object({ column: z.int(), header: z.string(), samples: z.array(z.string()), field })),
    isRemembered: z.boolean(),
    firstRows: z.array(z.array(z.string())),
  })
}

/** Which sheet and header row are meant, and the fields of the columns in their order. */
export function readingSchemaOf<Field extends z.ZodType<string>>(field: Field) {
  return z.object({
    uploadId: idSchema,
    sheet: z.int().min(0).max(1000),
    headerRow: z.int().min(-1).max(1_000_000),
    fields: z.array(field).max(2000),
  })
}

const fileErrors = {
  /** The table could not be read; nothing was changed. Words: i18n `errors.IMPORT_FILE_REFUSED`. */
  IMPORT_FILE_REFUSED: {
    status: 422,
    data: z.object({ reason: z.enum(TABLE_FILE_ERROR_CODES), found: z.string().optional() }),
  },
  /** The table is no longer in memory (after two hours, or another was chosen); it has to be chosen again. */
  IMPORT_EXPIRED: { status: 410 },
}
/** A procedure that works on the table in memory. */
export const uploadProcedure = adminProcedure.errors(fileErrors)

/** Choosing a file: the same for every importer. */
export const tableUploadContract = {
  /** Reads a file in a worker; cancelled by the caller's signal. It takes the place of the table this device had before. */
  upload: uploadProcedure.input(z.object({ file: z.file().max(IMPORT_MAX_BYTES) })).output(importUploadSchema),
  /** The table that this device has in memory. */
  held: adminProcedure.output(importUploadSchema.nullable()),
  forget: adminProcedure.output(z.void()),
}

/** Which sheet is looked at, and the header row (null = the one that is found). */
export const proposeInputSchema = z.object({
  uploadId: idSchema,
  sheet: z.int().min(0),
  headerRow: z.int().min(-1).nullable(),
})

/**
 * A report as a file that can be mended and imported again. In the desktop it is saved where the dialog says; otherwise its
 * bytes come back. `words` are the caller's texts by code (`outcomes.*`, `notes.*`, ... with {{written}} in them).
 */
export const reportFileProcedure = adminProcedure
  .input(
    z.object({
      runId: idSchema,
      format: z.enum(['xlsx', 'csv']),
      words: z
        .record(z.string().max(200), z.string().max(1000))
        .refine(words => Object.keys(words).length <= REPORT_WORDS_MAX),
    }),
  )
  .output(z.object({ savedAt: z.string().nullable(), file: z.file().nullable() }))
