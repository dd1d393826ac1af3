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

/** The rule in one or two plain sentences, for screens and papers; papers are Indonesian whatever language the screens have. */
export function ruleInWords(rule: AttendanceRule): string {
  const { graceMinutes, minimum } = rule
  const breaks = rule.areBreaksExcluded ? ' di luar jeda' : ''
  const needed =
    minimum.by === 'entry'
      ? 'tercatat masuk selama sesi berlangsung'
      : minimum.by === 'share'
        ? `mengikuti sekurang-kurangnya ${minimum.percent}% waktu sesi${breaks}`
        : `mengikuti sekurang-kurangnya ${minimum.minutes} menit${breaks} (sesi yang lebih singkat diikuti seluruhnya)`
  const grace =
    graceMinutes > 0
      ? `kedatangan sampai ${graceMinutes} menit setelah mulai dihitung sejak awal`
      : 'waktu dihitung sejak tercatat masuk'
  const exit =
    rule.missingExit === 'until-end'
      ? 'yang tidak tercatat keluar dihitung sampai sesi selesai'
      : 'waktu yang tidak ditutup dengan catatan keluar tidak dihitung'
  return `Peserta dinyatakan hadir bila ${needed}. ${capitalised(grace)}; ${exit}.`
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
