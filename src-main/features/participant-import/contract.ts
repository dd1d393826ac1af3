import { z } from 'zod'
import { actIdSchema, adminProcedure, idSchema } from '#main/rpc/base-contract.ts'
import { IMPORT_FIELDS } from './header-rules.ts'
import { TABLE_FILE_ERROR_CODES } from './table-file-rules.ts'

/** Larger files are refused before they are read; a list of 20,000 people has about 4 MB. */
export const IMPORT_MAX_BYTES = 60_000_000
/** Rows of a preview or report per answer. */
export const IMPORT_WINDOW_MAX = 200

/** Far more texts than a report has. */
const REPORT_WORDS_MAX = 1000

const importFieldSchema = z.enum(IMPORT_FIELDS)

/** A list that was read and waits in memory for its columns and decisions; one per device, for two hours. */
export const importUploadSchema = z.object({
  uploadId: idSchema,
  fileName: z.string(),
  kind: z.enum(['xlsx', 'xls', 'ods', 'csv']),
  sheets: z.array(z.object({ name: z.string(), rowCount: z.int() })),
  /** The sheet that looks most like a list of people. */
  suggestedSheet: z.int(),
  /** What was left aside while reading; words under i18n `participantImport.notices`. */
  notices: z.array(z.enum(['external-links-ignored', 'macros-ignored', 'formula-results-taken', 'uneven-quotes'])),
})
export type ImportUpload = z.infer<typeof importUploadSchema>

const columnSchema = z.object({
  /** 0-based. */
  column: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  field: importFieldSchema,
})
/** A column of the list and what it is to become. */
export type ImportColumn = z.infer<typeof columnSchema>

/** Where people's delegations come from: a column of the list, or none. */
export const DELEGATION_SOURCES = ['delegation', 'province', 'regency', 'village', 'none'] as const
export type DelegationSource = (typeof DELEGATION_SOURCES)[number]

/** What is proposed for one sheet: its header row and what each column becomes. */
export const importProposalSchema = z.object({
  /** 0-based; -1: none was recognised. */
  headerRow: z.int(),
  columns: z.array(columnSchema),
  /** The columns are as chosen for the last list with the same headers. */
  isRemembered: z.boolean(),
  delegationFrom: z.enum(DELEGATION_SOURCES),
  /** The first rows of the sheet, for finding the header row by eye; long texts are cut. */
  firstRows: z.array(z.array(z.string())),
})
export type ImportProposal = z.infer<typeof importProposalSchema>

/** How a list is to be read. `fields` belong to the columns in their order. */
export const importSettingsSchema = z.object({
  uploadId: idSchema,
  sheet: z.int().min(0).max(1000),
  headerRow: z.int().min(-1).max(1_000_000),
  fields: z.array(importFieldSchema).max(2000),
  delegationFrom: z.enum(DELEGATION_SOURCES),
  /** The role of whoever's row names none. */
  defaultRoleId: idSchema,
  /** Roles that the event does not know, as written: the role that is meant, or null to add one of that name. */
  roleChoices: z.array(z.object({ written: z.string().max(500), roleId: idSchema.nullable() })).max(200),
})
export type ImportSettings = z.infer<typeof importSettingsSchema>

/** What a row is judged to be before anybody has decided anything. */
export const IMPORT_VERDICTS = ['taken', 'likelyDouble', 'needsLook', 'skipped'] as const
/** One of the verdicts above. */
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number]

/**
 * What a person says about a row: `add` = import it (what can't be used is left empty), `same` = it is the person it was held
 * against, `fill` = the same, and take over what is not known of them yet, `leave` = don't import it.
 */
export const ROW_CHOICES = ['add', 'same', 'fill', 'leave'] as const
export type RowChoice = (typeof ROW_CHOICES)[number]

/** What became of a row. `already` = an earlier import had it; `elsewhere` = decided in a later import of the same row. */
export const ROW_OUTCOMES = [
  'added',
  'updated',
  'same',
  'filled',
  'left',
  'undecided',
  'skipped',
  'already',
  'elsewhere',
] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

const noteSchema = z.object({
  code: z.string(),
  written: z.string().optional(),
  header: z.string().optional(),
  warning: z.string().optional(),
})

/** A person or row as the screens show it side by side; NIK is masked. Fields without a value are left out. */
const shownFieldsSchema = z.object({ fullName: z.string(), fields: z.record(z.string(), z.string()) })
export type ShownFields = z.infer<typeof shownFieldsSchema>

const doubleSchema = shownFieldsSchema.extend({
  kind: z.enum(['row', 'person']),
  /** Of the row, when it is one of the same list. */
  rowNumber: z.int().nullable(),
  personId: z.string().nullable(),
  isArchived: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), likeness: z.string() })),
})

/** One row of a list, judged: the verdict, why, and what it says. Words for the codes: i18n `participantImport`. */
export const importRowSchema = shownFieldsSchema.extend({
  /** 1-based, as the spreadsheet program counts. */
  rowNumber: z.int(),
  verdict: z.enum(IMPORT_VERDICTS),
  notes: z.array(noteSchema),
  skipReason: z.string().nullable(),
  double: doubleSchema.nullable(),
  /** Mends a person who came from an earlier import. */
  isMending: z.boolean(),
})
export type ImportRow = z.infer<typeof importRowSchema>

const windowSchema = z.object({ offset: z.int().min(0), limit: z.int().min(1).max(IMPORT_WINDOW_MAX) })

const verdictCountsSchema = z.object({
  /** Rows that name a person: all but blank ones, totals, headers and column numbers. */
  read: z.int(),
  taken: z.int(),
  likelyDouble: z.int(),
  needsLook: z.int(),
  skipped: z.int(),
  alreadyImported: z.int(),
})
/** How many rows have which verdict. */
export type VerdictCounts = z.infer<typeof verdictCountsSchema>

/** What an import did, in rows. `changed` = people whose data were filled up or mended. */
export const runCountsSchema = z.object({
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  left: z.int(),
  undecided: z.int(),
  already: z.int(),
  skipped: z.int(),
})
export type RunCounts = z.infer<typeof runCountsSchema>

const runSchema = z.object({
  id: idSchema,
  at: z.number(),
  fileName: z.string(),
  sheetName: z.string(),
  deviceName: z.string(),
  counts: runCountsSchema,
})
/** An import that was done, with what became of its rows. */
export type ImportRun = z.infer<typeof runSchema>

const reportRowSchema = importRowSchema.extend({
  outcome: z.enum(ROW_OUTCOMES),
  participantId: z.string().nullable(),
})
export type ReportRow = z.infer<typeof reportRowSchema>

const fileErrors = {
  /** The list could not be read; nothing was changed. Words: i18n `errors.IMPORT_FILE_REFUSED`. */
  IMPORT_FILE_REFUSED: {
    status: 422,
    data: z.object({ reason: z.enum(TABLE_FILE_ERROR_CODES), found: z.string().optional() }),
  },
  /** The list is no longer in memory (after two hours, or another was chosen); it has to be chosen again. */
  IMPORT_EXPIRED: { status: 410 },
}
const withUpload = adminProcedure.errors(fileErrors)

/** Bringing lists of participants in: choosing a file, its columns, looking at what was found, importing, and the reports. */
export const participantImportContract = {
  /** Reads a file in a worker; cancelled by the caller's signal. It takes the place of the list this device had before. */
  upload: withUpload.input(z.object({ file: z.file().max(IMPORT_MAX_BYTES) })).output(importUploadSchema),
  /** The list that this device has in memory. */
  held: adminProcedure.output(importUploadSchema.nullable()),
  forget: adminProcedure.output(z.void()),
  /** The header row (found, or the given one) and what each column becomes. */
  propose: withUpload
    .input(z.object({ uploadId: idSchema, sheet: z.int().min(0), headerRow: z.int().min(-1).nullable() }))
    .output(importProposalSchema),
  /** Judges every row and shows a window of one verdict; changes nothing. */
  analyse: withUpload
    .input(z.object({ settings: importSettingsSchema, verdict: z.enum(IMPORT_VERDICTS), ...windowSchema.shape }))
    .output(
      z.object({
        counts: verdictCountsSchema,
        /** How many rows carry each note. */
        noteCounts: z.record(z.string(), z.int()),
        unknownRoles: z.array(z.object({ written: z.string(), rowCount: z.int() })),
        total: z.int(),
        rows: z.array(importRowSchema),
      }),
    ),
  /** Imports in one transaction. Rows that need a decision and got none are not imported and stay listed in the run. */
  commit: withUpload
    .input(
      z.object({
        actId: actIdSchema,
        settings: importSettingsSchema,
        decisions: z.array(z.object({ rowNumber: z.int(), choice: z.enum(ROW_CHOICES) })).max(100_000),
      }),
    )
    .output(z.object({ runId: idSchema, counts: runCountsSchema })),
  /** Imports of this event, the newest first. */
  runs: adminProcedure.output(z.array(runSchema)),
  report: adminProcedure
    .input(z.object({ runId: idSchema, outcome: z.enum(ROW_OUTCOMES).nullable(), ...windowSchema.shape }))
    .output(z.object({ run: runSchema, total: z.int(), rows: z.array(reportRowSchema) })),
  /** Decides a row that was left undecided. */
  decideRow: adminProcedure
    .input(z.object({ actId: actIdSchema, runId: idSchema, rowNumber: z.int(), choice: z.enum(ROW_CHOICES) }))
    .output(z.object({ outcome: z.enum(ROW_OUTCOMES), participantId: z.string().nullable() })),
  /**
   * The report as a file that can be mended and imported again. In the desktop it is saved where the dialog says; otherwise
   * its bytes come back. `words` are the caller's texts by code (`states.*`, `notes.*`, ... with {{written}} in them).
   */
  exportReport: adminProcedure
    .input(
      z.object({
        runId: idSchema,
        format: z.enum(['xlsx', 'csv']),
        words: z
          .record(z.string().max(200), z.string().max(1000))
          .refine(words => Object.keys(words).length <= REPORT_WORDS_MAX),
      }),
    )
    .output(z.object({ savedAt: z.string().nullable(), file: z.file().nullable() })),
}
