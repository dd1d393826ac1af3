import type { Migration } from '../migrate.ts'

/** Narrow indexes from which the list of participants is read without touching the wide rows. */
export const participantList: Migration = {
  version: 3,
  name: 'participant-list',
  sql: `
DROP INDEX participants_by_name;
CREATE INDEX participants_listed ON participants (name COLLATE NOCASE, id, archived_at, is_walk_in, role_id, delegation_id);
DROP INDEX participants_by_delegation;
CREATE INDEX participants_by_delegation ON participants (delegation_id, archived_at, id);
DROP INDEX participants_by_role;
CREATE INDEX participants_by_role ON participants (role_id, archived_at);
CREATE INDEX participants_needing_attention ON participants (name COLLATE NOCASE, id, role_id, delegation_id)
  WHERE archived_at IS NULL AND (
    (nip NOT IN ('', '-') AND (length(replace(replace(nip, ' ', ''), '.', '')) <> 18 OR replace(replace(nip, ' ', ''), '.', '') GLOB '*[^0-9]*'))
    OR (nik NOT IN ('', '-') AND (length(replace(replace(nik, ' ', ''), '.', '')) <> 16 OR replace(replace(nik, ' ', ''), '.', '') GLOB '*[^0-9]*'))
    OR (phone NOT IN ('', '-') AND phone_match = ''));
`,
}
