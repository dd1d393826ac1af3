import { z } from 'zod'
import {
  proposalSchemaOf,
  proposeInputSchema,
  readingSchemaOf,
  reportFileProcedure,
  tableUploadContract,
  uploadProcedure,
} from '#main/features/table-import/contract.ts'
import { actIdSchema, adminProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'
import { ROW_STATES, SKIP_REASONS } from './analyse-rules.ts'
import { NEEDS_LOOK, WORTH_KNOWING } from './row-rules.ts'
import { RUNDOWN_FIELDS } from './rundown-table-rules.ts'
import { DETAILS } from './session-change-rules.ts'

const MINUTES_OF_TWO_DAYS = 2 * 24 * 60
/** A programme of a week has a few hundred rows; a table with more is no rundown. */
export const RUNDOWN_ROWS_MAX = 2000

const fieldSchema = z.enum(RUNDOWN_FIELDS)
const minuteSchema = z.int().min(0).max(MINUTES_OF_TWO_DAYS)

/** How a rundown is to be read. */
export const rundownSettingsSchema = readingSchemaOf(fieldSchema).extend({
  /** Of rows that name no day; null = somebody has to look. */
  defaultDayId: idSchema.nullable(),
  /** Of rows that name no room; '' = somebody has to look. */
  defaultRoom: lineSchema,
})
export type RundownSettings = z.infer<typeof rundownSettingsSchema>

/** What a person says about a row; null = as the table says. */
export const rowDecisionSchema = z.object({
  rowNumber: z.int().min(1),
  /** Don't import it. */
  isLeft: z.boolean(),
  dayId: idSchema.nullable(),
  startMinute: minuteSchema.nullable(),
  endMinute: minuteSchema.nullable(),
  /** A room's name: one of the event, or a new one. */
  room: lineSchema.nullable(),
  isCounted: z.boolean().nullable(),
})

const noteSchema = z.object({
  code: z.enum([...NEEDS_LOOK, ...WORTH_KNOWING]),
  written: z.string().optional(),
  header: z.string().optional(),
})

const detailValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

/** A row and the session that it becomes. Words for the codes: i18n `session-import`. */
export const rundownRowSchema = z.object({
  /** 1-based, as the spreadsheet program counts. */
  rowNumber: z.int(),
  state: z.enum(ROW_STATES),
  skipReason: z.enum(SKIP_REASONS).nullable(),
  notes: z.array(noteSchema),
  draft: z.object({
    dayId: z.string().nullable(),
    startMinute: z.int().nullable(),
    endMinute: z.int().nullable(),
    title: z.string(),
    kind: z.string(),
    room: z.string(),
    speakers: z.array(z.string()),
    moderator: z.string(),
    capacity: z.int().nullable(),
    note: z.string(),
  }),
  isBreak: z.boolean(),
  isCounted: z.boolean(),
  isNewRoom: z.boolean(),
  sessionId: z.string().nullable(),
  changes: z.array(z.object({ detail: z.enum(DETAILS), before: detailValueSchema, after: detailValueSchema })),
  /** Minutes after midnight; nobody has agreed to it. */
  suggestedEnd: z.int().nullable(),
})
export type RundownRow = z.infer<typeof rundownRowSchema>

/** Rows by what becomes of them. */
export const rundownCountsSchema = z.object({
  /** All but those that are skipped. */
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  needsLook: z.int(),
  left: z.int(),
  skipped: z.int(),
})
export type RundownCounts = z.infer<typeof rundownCountsSchema>

const runSchema = z.object({
  id: idSchema,
  at: z.number(),
  fileName: z.string(),
  deviceName: z.string(),
  counts: rundownCountsSchema,
  isUndone: z.boolean(),
})
/** An import that was done. */
export type RundownRun = z.infer<typeof runSchema>

const decided = {
  settings: rundownSettingsSchema,
  decisions: z.array(rowDecisionSchema).max(RUNDOWN_ROWS_MAX),
}

/** Bringing a rundown in: choosing a table, its columns, looking at the sessions that its rows become, importing, and the report. */
export const sessionImportContract = {
  ...tableUploadContract,
  propose: uploadProcedure.input(proposeInputSchema).output(proposalSchemaOf(fieldSchema)),
  /** Judges every row; changes nothing. Rule `rundown-too-long`: more than {@link RUNDOWN_ROWS_MAX} rows. */
  preview: uploadProcedure.input(z.object(decided)).output(
    z.object({
      counts: rundownCountsSchema,
      rows: z.array(rundownRowSchema),
      /** Rooms of the event and of the table, by name. */
      rooms: z.array(z.string()),
      /** Titles of sessions that no row speaks of; they stay as they are. */
      untouched: z.array(z.string()),
    }),
  ),
  /** Imports in one transaction, to be undone as one act. Rows that need a look stay out and are told in the report. */
  commit: uploadProcedure
    .input(z.object({ actId: actIdSchema, ...decided }))
    .output(z.object({ runId: idSchema, counts: rundownCountsSchema })),
  /** Imports of rundowns into this event, the newest first. */
  runs: adminProcedure.output(z.array(runSchema)),
  report: adminProcedure
    .input(z.object({ runId: idSchema }))
    .output(z.object({ run: runSchema, rows: z.array(rundownRowSchema) })),
  exportReport: reportFileProcedure,
}
