import { z } from 'zod'

const minutesSchema = z.int().min(0).max(1440)

/** What counts as having attended a session. It stands in words on the screen and on every paper (`ruleInWords`). */
export const attendanceRuleSchema = z.object({
  /** Who comes up to this long after the start counts as there from the start; later is late. */
  graceMinutes: minutesSchema,
  /** What is needed: a share of the session, a number of minutes, or having come at all. */
  minimum: z.discriminatedUnion('by', [
    z.object({ by: z.literal('share'), percent: z.int().min(1).max(100) }),
    z.object({ by: z.literal('minutes'), minutes: minutesSchema.min(1) }),
    z.object({ by: z.literal('entry') }),
  ]),
  /** Breaks within the session are taken off, from what is needed and from what was attended. */
  areBreaksExcluded: z.boolean(),
  /** A stay without an exit counts until the end of the session it was scanned into, or not at all. */
  missingExit: z.enum(['until-end', 'not-counted']),
})
export type AttendanceRule = z.infer<typeof attendanceRuleSchema>

/** Lenient enough for a door with one scanner: one scan in suffices, and the paper says so. Every event may choose otherwise. */
export const DEFAULT_ATTENDANCE_RULE: AttendanceRule = {
  graceMinutes: 15,
  minimum: { by: 'share', percent: 50 },
  areBreaksExcluded: true,
  missingExit: 'until-end',
}
