import { z } from 'zod'
import {
  proposalSchemaOf,
  proposeInputSchema,
  readingSchemaOf,
  reportFileProcedure,
  tableUploadContract,
  uploadProcedure,
} from '#main/features/table-import/contract.ts'
import { actIdSchema, adminProcedure, idSchema } from '#main/rpc/base-contract.ts'
import { IMPORT_FIELDS } from './header-rules.ts'

/** Rows of a preview or report per answer. */
export const IMPORT_WINDOW_MAX = 200

const importFieldSchema = z.enum(IMPORT_FIELDS)

/** Where people's delegations come from: a column of the list, or none. */
export const DELEGATION_SOURCES = ['delegation', 'province', 'regency', 'village', 'none'] as const
export type DelegationSource = (typeof DELEGATION_SOURCES)[number]

/** What is proposed for one sheet: its header row, what each column becomes, and where delegations come from. */
export const importProposalSchema = proposalSchemaOf(importFieldSchema).extend({
  delegationFrom: z.enum(DELEGATION_SOURCES),
})
export type ImportProposal = z.infer<typeof importProposalSchema>

/** How a list is to be read. `fields` belong to the columns in their order. */
export const importSettingsSchema = readingSchemaOf(importFieldSchema).extend({
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

/** Bringing lists of participants in: choosing a file, its columns, looking at what was found, importing, and the reports. */
export const participantImportContract = {
  ...tableUploadContract,
  /** The header row (found, or the given one) and what each column becomes. */
  propose: uploadProcedure.input(proposeInputSchema).output(importProposalSchema),
  /** Judges every row and shows a window of one verdict; changes nothing. */
  analyse: uploadProcedure
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
  commit: uploadProcedure
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
  exportReport: reportFileProcedure,
}
