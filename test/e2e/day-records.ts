import Database from 'better-sqlite3'
import type { DayPerson } from './day-people.ts'
import { expectedRecords, SIGNED, timeOf, type Who } from './day-plan.ts'

/** What the event file holds of the day, in the words of the plan; read as any SQLite program would. */
export interface DayRecords {
  /** One line for each pass, in order of time: `13.08 in 86 Ruang Melati (Tukar kelas)`; `voided` behind those taken back. */
  passes: string[]
  /** How often doors gave which verdict. */
  verdicts: Record<string, number>
  /** Where people are, as far as scans tell: `0016 Aula Utama`. */
  presences: string[]
  /** Per session: entries - exits = people inside. */
  unevenFlows: string[]
  /** Ticks and corrections that stand: `sheet 105`. */
  marks: string[]
  checkIns: number
}

const line = (who: Who): string => String(who).padStart(4, '0')

/** Reads the day from a file; can be asked while the program runs. */
export function dayRecords(eventFile: string, people: readonly DayPerson[]): DayRecords {
  const numberOf = new Map(people.map(({ id, who }) => [id, who]))
  const named = (id: string): string => line(numberOf.get(id) ?? -1)
  const db = new Database(eventFile, { readonly: true })
  const all = <Row>(sql: string): Row[] => db.prepare(sql).all() as Row[]
  try {
    return {
      passes: all<{ at: number; direction: string; id: string; room: string; reason: string; isVoided: number }>(
        `SELECT at, direction, participant_id AS id, r.name AS room, override_reason AS reason, voided_at IS NOT NULL AS isVoided
         FROM passes JOIN rooms r ON r.id = room_id`,
      )
        .map(row => passLine({ ...row, who: numberOf.get(row.id) ?? -1, isVoided: row.isVoided === 1 }))
        .sort(),
      verdicts: Object.fromEntries(
        db.prepare('SELECT verdict, count(*) FROM door_scans GROUP BY verdict').raw().all() as [string, number][],
      ),
      presences: all<{ id: string; room: string }>(
        'SELECT participant_id AS id, r.name AS room FROM presences JOIN rooms r ON r.id = room_id',
      )
        .map(({ id, room }) => `${named(id)} ${room}`)
        .sort(),
      unevenFlows: all<{ title: string }>(
        `SELECT s.title FROM session_flows f JOIN sessions s ON s.id = f.session_id
         WHERE entries - exits <> (SELECT count(*) FROM presences p WHERE p.session_id = s.id)`,
      ).map(({ title }) => title),
      marks: all<{ id: string; source: string }>(
        'SELECT participant_id AS id, source FROM attendance_marks WHERE voided_at IS NULL',
      )
        .map(({ id, source }) => `${source} ${named(id)}`)
        .sort(),
      checkIns: db.prepare('SELECT count(*) FROM check_ins WHERE voided_at IS NULL').pluck().get() as number,
    }
  } finally {
    db.close()
  }
}

/** The same from the plan. */
export function plannedRecords(checkIns: number, corrected: readonly Who[]): DayRecords {
  const { passes, verdicts, whereabouts } = expectedRecords()
  return {
    passes: passes.map(passLine).sort(),
    verdicts,
    presences: [...whereabouts].map(([who, room]) => `${line(who)} ${room}`).sort(),
    unevenFlows: [],
    marks: [
      ...Object.values(SIGNED).flatMap(people => people.map(who => `sheet ${line(who)}`)),
      ...corrected.map(who => `correction ${line(who)}`),
    ].sort(),
    checkIns,
  }
}

interface PassWords {
  at: number
  direction: string
  who: Who
  room: string
  reason: string
  isVoided: boolean
}

function passLine({ at, direction, who, room, reason, isVoided }: PassWords): string {
  const why = reason === '' ? '' : ` (${reason})`
  return `${timeOf(at)} ${direction} ${line(who)} ${room}${why}${isVoided ? ' voided' : ''}`
}
