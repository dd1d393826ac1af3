import type { Migration } from '../migrate.ts'

/** Who is expected, in the order in which the desk's counters add them up: read after every check-in, so never from the wide rows. */
export const deskCounters: Migration = {
  version: 5,
  name: 'desk-counters',
  sql: `
CREATE INDEX participants_counted ON participants (role_id, delegation_id, is_walk_in, archived_at) WHERE archived_at IS NULL;
`,
}
