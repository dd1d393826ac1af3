import type { Migration } from '../migrate.ts'

/**
 * Rooms, sessions and who was in them. Passes at a door are facts: voided, never edited. Presences and flows follow from them and are there
 * only so that a door with 200,000 scans behind it answers as fast as an empty one.
 */
export const sessions: Migration = {
  version: 6,
  name: 'sessions',
  sql: `
CREATE TABLE rooms (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  capacity INTEGER,
  position INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX rooms_by_name ON rooms (name) WHERE archived_at IS NULL;

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  day_id TEXT NOT NULL REFERENCES event_days (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  room_id TEXT NOT NULL REFERENCES rooms (id),
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL CHECK (end_minute > start_minute),
  capacity INTEGER,
  is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
  is_break INTEGER NOT NULL CHECK (is_break IN (0, 1)),
  admission TEXT NOT NULL,
  rule TEXT,
  speakers TEXT NOT NULL,
  moderator TEXT NOT NULL,
  note TEXT NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE INDEX sessions_by_time ON sessions (day_id, start_minute, end_minute);
CREATE INDEX sessions_by_room ON sessions (room_id, day_id, start_minute);

CREATE TABLE session_settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE session_sign_ups (
  id TEXT NOT NULL PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  participant_id TEXT NOT NULL REFERENCES participants (id),
  at INTEGER NOT NULL,
  act_id TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
CREATE UNIQUE INDEX session_sign_ups_valid ON session_sign_ups (session_id, participant_id) WHERE voided_at IS NULL;
CREATE INDEX session_sign_ups_by_act ON session_sign_ups (act_id);

CREATE TABLE passes (
  id TEXT NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  room_id TEXT NOT NULL REFERENCES rooms (id),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('scan', 'search')),
  override_reason TEXT NOT NULL,
  act_id TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
-- Reports read one person after the other: everything that they need is in the index, side by side.
CREATE INDEX passes_by_person ON passes (participant_id, at, id, session_id, room_id, direction, voided_at, override_reason);
CREATE INDEX passes_by_session ON passes (session_id, at);
CREATE INDEX passes_by_act ON passes (act_id);

CREATE TABLE presences (
  participant_id TEXT NOT NULL PRIMARY KEY REFERENCES participants (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  room_id TEXT NOT NULL REFERENCES rooms (id),
  since INTEGER NOT NULL,
  pass_id TEXT NOT NULL REFERENCES passes (id)
) STRICT;
CREATE INDEX presences_by_session ON presences (session_id);
CREATE INDEX presences_by_room ON presences (room_id, session_id, since);

CREATE TABLE session_flows (
  session_id TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id),
  entries INTEGER NOT NULL,
  exits INTEGER NOT NULL
) STRICT;

CREATE TABLE door_scans (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  room_id TEXT NOT NULL REFERENCES rooms (id),
  session_id TEXT REFERENCES sessions (id),
  direction TEXT NOT NULL,
  verdict TEXT NOT NULL,
  participant_id TEXT REFERENCES participants (id),
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX door_scans_by_room ON door_scans (room_id, at);
CREATE INDEX door_scans_by_person ON door_scans (participant_id, at) WHERE participant_id IS NOT NULL;

CREATE TABLE signature_sheets (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  day_id TEXT NOT NULL REFERENCES event_days (id),
  session_id TEXT REFERENCES sessions (id),
  title TEXT NOT NULL,
  participant_ids TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  device_name TEXT NOT NULL
) STRICT;

CREATE TABLE attendance_marks (
  id TEXT NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participants (id),
  day_id TEXT NOT NULL REFERENCES event_days (id),
  session_id TEXT REFERENCES sessions (id),
  source TEXT NOT NULL CHECK (source IN ('sheet', 'signature', 'correction')),
  is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)),
  minutes INTEGER,
  reason TEXT NOT NULL,
  sheet_id TEXT REFERENCES signature_sheets (id),
  strokes TEXT NOT NULL,
  at INTEGER NOT NULL,
  device_name TEXT NOT NULL,
  operator TEXT NOT NULL,
  act_id TEXT NOT NULL,
  voided_at INTEGER,
  voided_by TEXT
) STRICT;
CREATE UNIQUE INDEX attendance_marks_valid ON attendance_marks (participant_id, day_id, coalesce(session_id, ''), source) WHERE voided_at IS NULL;
CREATE INDEX attendance_marks_by_place ON attendance_marks (day_id, session_id) WHERE voided_at IS NULL;
CREATE INDEX attendance_marks_by_act ON attendance_marks (act_id);
`,
}
