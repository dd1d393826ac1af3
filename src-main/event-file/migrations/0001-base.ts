import type { Migration } from '../migrate.ts'

/** The first schema: event, people, desk, badges, audit. Instants are UTC epoch milliseconds, dates YYYY-MM-DD. */
export const base: Migration = {
  version: 1,
  name: 'base',
  sql: `
CREATE TABLE event (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  host_institution TEXT NOT NULL,
  theme TEXT NOT NULL,
  venue TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  settings TEXT NOT NULL,
  secret_key BLOB NOT NULL,
  is_sample INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event_days (
  id TEXT NOT NULL PRIMARY KEY,
  date TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL
) STRICT;

CREATE TABLE logos (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  act_id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  device_name TEXT NOT NULL,
  operator TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  undoes TEXT,
  payload TEXT,
  payload_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject_id);
CREATE UNIQUE INDEX audit_undone_once ON audit (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE roles (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX roles_by_name ON roles (name) WHERE archived_at IS NULL;

CREATE TABLE delegations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  region_code TEXT NOT NULL,
  quota INTEGER,
  transport TEXT NOT NULL,
  note TEXT NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX delegations_by_name ON delegations (name) WHERE archived_at IS NULL;

CREATE TABLE participants (
  id TEXT NOT NULL PRIMARY KEY,
  title_before TEXT NOT NULL,
  name TEXT NOT NULL,
  title_after TEXT NOT NULL,
  pronunciation TEXT NOT NULL,
  gender TEXT NOT NULL CHECK (gender IN ('', 'L', 'P')),
  nip TEXT NOT NULL,
  nik TEXT NOT NULL,
  rank TEXT NOT NULL,
  position TEXT NOT NULL,
  institution TEXT NOT NULL,
  village TEXT NOT NULL,
  district TEXT NOT NULL,
  regency TEXT NOT NULL,
  province TEXT NOT NULL,
  region_code TEXT NOT NULL,
  region_edition TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_match TEXT NOT NULL,
  email TEXT NOT NULL,
  role_id TEXT NOT NULL REFERENCES roles (id),
  delegation_id TEXT REFERENCES delegations (id),
  assignment_letter_number TEXT NOT NULL,
  assignment_letter_date TEXT NOT NULL,
  room TEXT NOT NULL,
  cost_bearer TEXT NOT NULL,
  note TEXT NOT NULL,
  extras TEXT NOT NULL,
  is_walk_in INTEGER NOT NULL CHECK (is_walk_in IN (0, 1)),
  archived_at INTEGER,
  archive_reason TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX participants_by_delegation ON participants (delegation_id);
CREATE INDEX participants_by_role ON participants (role_id);
CREATE INDEX participants_by_name ON participants (name COLLATE NOCASE, id);
CREATE INDEX participants_by_phone ON participants (phone_match) WHERE phone_match <> '';
CREATE INDEX participants_by_nip ON participants (nip) WHERE nip <> '';

CREATE TABLE check_ins (
  id TEXT NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  day_id TEXT NOT NULL REFERENCES event_days (id),
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('scan', 'search', 'group', 'walk-in', 'substitute')),
  act_id TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
CREATE UNIQUE INDEX check_ins_valid ON check_ins (participant_id, day_id) WHERE voided_at IS NULL;
CREATE INDEX check_ins_by_act ON check_ins (act_id);
CREATE INDEX check_ins_by_day ON check_ins (day_id, at);

CREATE TABLE substitutions (
  id TEXT NOT NULL PRIMARY KEY,
  original_id TEXT NOT NULL REFERENCES participants (id),
  substitute_id TEXT NOT NULL REFERENCES participants (id),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
CREATE UNIQUE INDEX substitutions_valid ON substitutions (original_id) WHERE voided_at IS NULL;
CREATE INDEX substitutions_by_substitute ON substitutions (substitute_id);

CREATE TABLE checklist_items (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('berkas', 'kit')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE checklist_marks (
  id TEXT NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  item_id TEXT NOT NULL REFERENCES checklist_items (id),
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
CREATE UNIQUE INDEX checklist_marks_valid ON checklist_marks (participant_id, item_id) WHERE voided_at IS NULL;

CREATE TABLE scans (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  verdict TEXT NOT NULL,
  participant_id TEXT REFERENCES participants (id),
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX scans_by_time ON scans (at);

CREATE TABLE badges (
  id TEXT NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  code TEXT NOT NULL UNIQUE,
  issued_at INTEGER NOT NULL,
  revoked_at INTEGER,
  revoked_reason TEXT NOT NULL DEFAULT '',
  revoked_by TEXT
) STRICT;
CREATE UNIQUE INDEX badges_valid ON badges (participant_id) WHERE revoked_at IS NULL;
CREATE INDEX badges_by_participant ON badges (participant_id);

CREATE TABLE badge_layouts (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  archived_at INTEGER
) STRICT;

CREATE TABLE print_jobs (
  id TEXT NOT NULL PRIMARY KEY,
  created_at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  layout_id TEXT NOT NULL REFERENCES badge_layouts (id),
  target TEXT NOT NULL CHECK (target IN ('printer', 'pdf', 'dialog')),
  printer TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'done', 'failed', 'cancelled')),
  reason TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_jobs_open ON print_jobs (created_at) WHERE state IN ('queued', 'printing', 'failed');

CREATE TABLE print_job_items (
  job_id TEXT NOT NULL REFERENCES print_jobs (id),
  position INTEGER NOT NULL,
  badge_id TEXT NOT NULL REFERENCES badges (id),
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_items_by_badge ON print_job_items (badge_id);
`,
}
