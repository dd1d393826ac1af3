import { prepared, type ReadHandle } from '#main/event-file/handles.ts'

const FOUND_MAX = 20

export function findIdsByNip(db: ReadHandle, nip: string): string[] {
  return ids(db, `SELECT id FROM participants WHERE nip = ? AND nip <> '' LIMIT ${FOUND_MAX}`, nip)
}

export function findIdsByPhone(db: ReadHandle, phoneMatch: string): string[] {
  return ids(
    db,
    `SELECT id FROM participants WHERE phone_match = ? AND phone_match <> '' LIMIT ${FOUND_MAX}`,
    phoneMatch,
  )
}

function ids(db: ReadHandle, sql: string, value: string): string[] {
  return prepared<{ id: string }>(db, sql)
    .all(value)
    .map(row => row.id)
}
