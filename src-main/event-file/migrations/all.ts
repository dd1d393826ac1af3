import type { Migration } from '../migrate.ts'
import { base } from './0001-base.ts'
import { participantSearch } from './0002-participant-search.ts'
import { participantList } from './0003-participant-list.ts'
import { participantImport } from './0004-participant-import.ts'
import { deskCounters } from './0005-desk-counters.ts'
import { sessions } from './0006-sessions.ts'
import { printJobDevices } from './0007-print-job-devices.ts'
import { documents } from './0008-documents.ts'
import { certificates } from './0009-certificates.ts'

/** Every step of the schema in order. A released step is frozen: mend it with a new one. */
export const MIGRATIONS: readonly Migration[] = [
  base,
  participantSearch,
  participantList,
  participantImport,
  deskCounters,
  sessions,
  printJobDevices,
  documents,
  certificates,
]

/** The schema that this program writes (`PRAGMA user_version`). */
export const SCHEMA_VERSION = MIGRATIONS.length
