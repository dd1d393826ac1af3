import type { Migration } from '../migrate.ts'

/** Which device asked for a print: two may bear the same name. Jobs from before belong to no device; anybody may try them again. */
export const printJobDevices: Migration = {
  version: 7,
  name: 'print-job-devices',
  sql: `
ALTER TABLE print_jobs ADD COLUMN device_id TEXT NOT NULL DEFAULT '';
`,
}
