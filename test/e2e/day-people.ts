import Database from 'better-sqlite3'
import { fullName } from '#main/features/participants/person-rules.ts'
import { NAMESAKES, PEOPLE, type Who } from './day-plan.ts'

/** Somebody of the day, with the code on their badge. */
export interface DayPerson {
  who: Who
  id: string
  fullName: string
  nip: string
  code: string
}

/** The people of the imported list, each at their number; namesakes stand where nobody looks for them by name. */
export function dayPeople(eventFile: string): DayPerson[] {
  const db = new Database(eventFile, { readonly: true })
  const rows = db
    .prepare(
      `SELECT p.id, title_before AS titleBefore, name, title_after AS titleAfter, nip, code FROM participants p
       JOIN badges b ON b.participant_id = p.id AND b.revoked_at IS NULL ORDER BY p.rowid`,
    )
    .all() as { id: string; titleBefore: string; name: string; titleAfter: string; nip: string; code: string }[]
  db.close()
  const timesNamed = new Map<string, number>()
  const key = (name: string): string => name.toLowerCase()
  for (const { name } of rows) timesNamed.set(key(name), (timesNamed.get(key(name)) ?? 0) + 1)
  const isNamesake = ({ name }: { name: string }): boolean => timesNamed.get(key(name)) !== 1
  const namesakes = rows.filter(isNamesake)
  if (rows.length !== PEOPLE || namesakes.length !== NAMESAKES.length) {
    throw new Error(`${rows.length} people, ${namesakes.length} of them namesakes`)
  }
  const others = rows.filter(row => !isNamesake(row))
  const first = NAMESAKES[0]!
  const ordered = [...others.slice(0, first), ...namesakes, ...others.slice(first)]
  return ordered.map(({ id, nip, code, ...name }, who) => ({ who, id, nip, code, fullName: fullName(name) }))
}
