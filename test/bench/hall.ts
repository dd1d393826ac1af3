import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { getSummary } from '#main/features/events/service.ts'
import { addDays, dateInZone, startOfDate } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { EVERYBODY, type SessionInput } from '#main/features/sessions/contract.ts'
import { addRoom, addSession } from '#main/features/sessions/programme-service.ts'
import { buildVocabulary, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'

const ZONE = 'Asia/Makassar'
const MINUTE_MS = 60_000
const ROOMS = 4
const SESSION_MINUTES = 60

export const HALL_CALLER: Caller = { deviceId: 'bench', deviceName: 'Pintu 1', operator: '', role: 'admin' }

/** An event that was on yesterday, in several rooms, and is on today in one. */
export interface Hall {
  event: EventFile
  personIds: string[]
  /** Yesterday's sessions. */
  sessionIds: string[]
  /** Where today's only session takes place, from midnight to midnight. */
  roomId: string
}

/** Makes the event with invented people, the same for each call. */
export function makeHall(folder: string, people: number, sessions: number): Hall {
  const workspace = new Workspace(folder)
  const now = Date.now()
  const today = dateInZone(now, ZONE)
  const details = { name: 'Bench', level: 'nasional' as const, hostInstitution: '', theme: '', venue: '' }
  const days = [addDays(today, -1), today]
  createEvent(workspace, { ...details, timeZone: ZONE, days, path: join(folder, 'hall.gelar') }, now)
  const event = workspace.current as EventFile
  const invented = generatePeople(people, 1, buildVocabulary('tuning'))
  writePeople(event.db, invented, now)
  const rooms = Array.from({ length: ROOMS }, (_, number) => {
    const room = { name: `Ruang ${number}`, capacity: people }
    return addRoom(event, HALL_CALLER, { actId: newId(), ...room }, now).id
  })
  const [first, second] = getSummary(event, now).days.map(day => day.id)
  const add = (session: Pick<SessionInput, 'dayId' | 'roomId' | 'startMinute' | 'endMinute'>): string =>
    addSession(event, HALL_CALLER, { actId: newId(), session: { ...BLANK, ...session } }, now).id
  const sessionIds = Array.from({ length: sessions }, (_, number) => {
    const startMinute = number * SESSION_MINUTES
    const roomId = rooms[number % ROOMS] ?? ''
    return add({ dayId: first ?? '', roomId, startMinute, endMinute: startMinute + SESSION_MINUTES })
  })
  add({ dayId: second ?? '', roomId: rooms[0] ?? '', startMinute: 0, endMinute: 1440 })
  return { event, personIds: invented.map(person => person.id), sessionIds, roomId: rooms[0] ?? '' }
}

const BLANK = {
  title: 'Sesi',
  kind: '',
  capacity: null,
  isCounted: true,
  isBreak: false,
  admission: EVERYBODY,
  rule: null,
  speakers: [],
  moderator: '',
  note: '',
}

/** Writes a scan of everybody at each of yesterday's sessions, with all that follows from it, as the doors would have. */
export function writeEarlierScans({ event, personIds, sessionIds }: Hall): number {
  const midnight = startOfDate(addDays(dateInZone(Date.now(), ZONE), -1), ZONE)
  const write = statementsFor(event.db)
  let count = 0
  event.db
    .transaction(() => {
      sessionIds.forEach((sessionId, number) => {
        const { room_id: roomId, start_minute: startMinute } = write.session.get(sessionId) as Row
        const at = midnight + startMinute * MINUTE_MS
        for (const personId of personIds) {
          const [passId, actId] = [newId(), newId()]
          write.pass.run(passId, personId, sessionId, roomId, at + (count % MINUTE_MS), actId)
          write.scan.run(actId, at, roomId, sessionId, personId)
          write.audit.run(actId, at, personId, '{"result":{"kind":"entered"}}', 'f'.repeat(64), 'f'.repeat(64))
          if (number === sessionIds.length - 1) write.presence.run(personId, sessionId, roomId, at, passId)
          count++
        }
        const isLast = number === sessionIds.length - 1
        write.flow.run(sessionId, personIds.length, isLast ? 0 : personIds.length)
      })
    })
    .immediate()
  event.db.pragma('wal_checkpoint(TRUNCATE)')
  return count
}

interface Row {
  room_id: string
  start_minute: number
}

function statementsFor(db: WriteHandle) {
  return {
    session: db.prepare('SELECT room_id, start_minute FROM sessions WHERE id = ?'),
    pass: db.prepare(
      `INSERT INTO passes (id, participant_id, session_id, room_id, direction, at, device_name, method, override_reason, act_id)
       VALUES (?, ?, ?, ?, 'in', ?, 'Pintu 1', 'scan', '', ?)`,
    ),
    scan: db.prepare(
      `INSERT INTO door_scans (id, at, device_name, room_id, session_id, direction, verdict, participant_id, detail)
       VALUES (?, ?, 'Pintu 1', ?, ?, 'both', 'entered', ?, '')`,
    ),
    audit: db.prepare(
      `INSERT INTO audit (act_id, at, device_id, device_name, operator, verb, subject_id, undoes, payload, payload_hash, hash)
       VALUES (?, ?, 'bench', 'Pintu 1', '', 'sessions.scan', ?, NULL, ?, ?, ?)`,
    ),
    presence: db.prepare(
      'INSERT INTO presences (participant_id, session_id, room_id, since, pass_id) VALUES (?, ?, ?, ?, ?)',
    ),
    flow: db.prepare('INSERT INTO session_flows (session_id, entries, exits) VALUES (?, ?, ?)'),
  }
}
