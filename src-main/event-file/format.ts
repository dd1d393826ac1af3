import { closeSync, openSync, readSync } from 'node:fs'

/** "GELR": marks an SQLite file as an event of Gelar (SQLite `PRAGMA application_id`). */
export const APPLICATION_ID = 0x47454c52

/** The ending of event files. */
export const EVENT_FILE_EXTENSION = '.gelar'

/** The length of an SQLite file's header. */
export const HEADER_BYTES = 100
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
const USER_VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

/** What the first 100 bytes say, read without opening the file as a database (https://www.sqlite.org/fileformat.html#the_database_header). */
export function readFormat(path: string): { isSqlite: boolean; applicationId: number; schemaVersion: number } {
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(descriptor)
  }
  return {
    isSqlite: header.subarray(0, MAGIC.length).equals(MAGIC),
    applicationId: header.readUInt32BE(APPLICATION_ID_OFFSET),
    schemaVersion: header.readUInt32BE(USER_VERSION_OFFSET),
  }
}
