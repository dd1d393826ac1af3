import { buildPaperJob } from './build-paper.ts'
import { readAttendanceJob } from './read-attendance.ts'
import { readBundleFacts } from './read-bundle-facts.ts'
import { readTable } from './read-table.ts'
import { writeBundle } from './write-bundle.ts'
import { writeExport } from './write-export.ts'
import { writeReport } from './write-report.ts'
import { writeTable } from './write-table.ts'

/** Every job a worker thread can run, by name. A job is `(input, reportProgress) => output`; both must survive structured clone. */
export const jobs = {
  'build-paper': buildPaperJob,
  'read-attendance': readAttendanceJob,
  'read-bundle-facts': readBundleFacts,
  'read-table': readTable,
  'write-bundle': writeBundle,
  'write-export': writeExport,
  'write-report': writeReport,
  'write-table': writeTable,
} as const

export type JobName = keyof typeof jobs
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0]
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>

/** What the runner hands to a fresh worker; that input belongs to name is checked where the job is started. */
export interface JobRequest {
  name: JobName
  input: never
}
