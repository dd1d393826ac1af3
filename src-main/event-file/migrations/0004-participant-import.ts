import type { Migration } from '../migrate.ts'

/**
 * Imports of participant lists: one run per import (its id is the act's), every row of the list with its own texts, what was
 * found and what was decided, and the mapping that was chosen for a set of headers. Rows whose key is known are not taken again.
 */
export const participantImport: Migration = {
  version: 4,
  name: 'participant-import',
  sql: `
CREATE TABLE import_runs (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  header_row INTEGER NOT NULL,
  header TEXT NOT NULL,
  settings TEXT NOT NULL,
  signature TEXT NOT NULL,
  device_name TEXT NOT NULL,
  row_count INTEGER NOT NULL
) STRICT;
CREATE INDEX import_runs_by_time ON import_runs (at);

CREATE TABLE import_rows (
  run_id TEXT NOT NULL REFERENCES import_runs (id),
  row_number INTEGER NOT NULL,
  row_key TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('taken', 'likelyDouble', 'needsLook', 'skipped')),
  outcome TEXT NOT NULL,
  reasons TEXT NOT NULL,
  participant_id TEXT REFERENCES participants (id),
  cells TEXT NOT NULL,
  PRIMARY KEY (run_id, row_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_by_person ON import_rows (participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX import_rows_undecided ON import_rows (row_key) WHERE outcome = 'undecided';

CREATE TABLE import_mappings (
  signature TEXT NOT NULL PRIMARY KEY,
  mapping TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
`,
}
