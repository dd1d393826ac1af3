import type { Migration } from '../migrate.ts'

/** Certificates as they were printed, one row a version; nothing in these tables is ever changed or taken out. */
export const certificates: Migration = {
  version: 9,
  name: 'certificates',
  sql: `
CREATE TABLE certificate_settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE certificates (
  id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  number TEXT NOT NULL,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  code TEXT NOT NULL UNIQUE,
  snapshot TEXT NOT NULL,
  reason TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  act_id TEXT NOT NULL,
  UNIQUE (sequence, version),
  UNIQUE (number, version)
) STRICT;
CREATE INDEX certificates_by_person ON certificates (participant_id);
CREATE TRIGGER certificates_stay BEFORE UPDATE ON certificates BEGIN SELECT raise(ABORT, 'certificates are append-only'); END;
CREATE TRIGGER certificates_last BEFORE DELETE ON certificates BEGIN SELECT raise(ABORT, 'certificates are append-only'); END;

CREATE TABLE certificate_revocations (
  sequence INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  act_id TEXT NOT NULL
) STRICT;
`,
}
