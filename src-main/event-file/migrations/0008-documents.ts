import type { Migration } from '../migrate.ts'

/** What the papers of an event have in common: kop surat, who signs, amounts. */
export const documents: Migration = {
  version: 8,
  name: 'documents',
  sql: `
CREATE TABLE document_settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  settings TEXT NOT NULL
) STRICT;
`,
}
