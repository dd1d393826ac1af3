import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { openExisting } from '#main/features/events/creation-service.ts'
import { getSummary } from '#main/features/events/service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { listPeopleForMatching } from '#main/features/participants/person-service.ts'
import { DEFAULT_ATTENDANCE_RULE } from '#main/features/sessions/attendance-rules.ts'
import { EVERYBODY, type SessionInput } from '#main/features/sessions/contract.ts'
import { addRoom, addSession, setSettings } from '#main/features/sessions/programme-service.ts'
import { makeSheet } from '#main/features/sessions/sheet-service.ts'
import { setSignUps } from '#main/features/sessions/sign-up-service.ts'
import { type SeededDesk, seedDesk } from './seed-desk.ts'

const SECRETARIAT: Caller = { deviceId: 'seed', deviceName: 'Sekretariat', operator: '', role: 'admin' }
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** Makassar. */
const ZONE_MINUTES = 8 * 60

/** The desk's event with rooms, sessions that are on now, a sign-up list and a printed signature sheet. */
export interface SeededDoor extends SeededDesk {
  rooms: { hall: string; small: string; listed: string; changing: string }
  /** When the second session of Ruang Kenanga takes over, UTC epoch milliseconds. */
  takeoverAt: number
  sheetCode: string
  sheetNames: string[]
}

/** Whom the sign-up list of the class in Ruang Melati names. */
export const SIGNED_UP = 'Arifin Ramli'

/**
 * Aula Utama: no limit, began 40 minutes ago. Ruang Anggrek: two seats. Ruang Melati: sign-up list. Ruang Kenanga: its second
 * session takes over at the next full minute that is at least `takeoverInMs` away.
 */
export function seedDoor(dataDir: string, takeoverInMs = 45 * MINUTE_MS): SeededDoor {
  const seed = seedDesk(dataDir)
  const at = Date.now()
  const workspace = new Workspace(dataDir)
  openExisting(workspace, seed.path, at)
  const event = workspace.current
  if (!event) throw new Error('the event did not open')
  const dayId = getSummary(event, at).todayId ?? ''
  const now = Math.floor(at / MINUTE_MS + ZONE_MINUTES) % DAY_MINUTES
  const midnight = Math.floor(at / MINUTE_MS + ZONE_MINUTES) - now - ZONE_MINUTES
  const change = Math.ceil((at + takeoverInMs) / MINUTE_MS) - midnight
  const began = Math.max(0, now - 40)
  const add = (title: string, roomId: string, times: [number, number], more: Partial<SessionInput> = {}): string =>
    addSession(event, SECRETARIAT, { actId: newId(), session: sessionOf(title, dayId, roomId, times, more) }, at).id

  setSettings(
    event,
    SECRETARIAT,
    {
      actId: newId(),
      settings: {
        rule: { ...DEFAULT_ATTENDANCE_RULE, graceMinutes: 0 },
        opensMinutesBefore: 15,
        isSignatureOnScreen: true,
      },
    },
    at,
  )
  const hall = room(event, 'Aula Utama', null)
  const small = room(event, 'Ruang Anggrek', 40)
  const listed = room(event, 'Ruang Melati', 40)
  const changing = room(event, 'Ruang Kenanga', 40)
  add('Pembukaan dan pemberian apresiasi', hall, [began, now + 60], { kind: 'Pembukaan' })
  add('Talk show: pengalaman baik perpustakaan desa', hall, [now + 60, now + 120], { kind: 'Talk Show' })
  add('Kelas berbagi A: pelibatan masyarakat', small, [began, now + 60], { capacity: 2 })
  const listedClass = add('Kelas berbagi B: publikasi dan advokasi', listed, [began, now + 60], {
    admission: { ...EVERYBODY, isSignUpOnly: true },
  })
  add('Paparan pertama', changing, [began, change], { kind: 'Paparan' })
  add('Paparan kedua', changing, [change, change + 60], { kind: 'Paparan' })

  const people = listPeopleForMatching(event.db)
  const signedUp = people.filter(({ name }) => name === SIGNED_UP).map(({ id }) => id)
  setSignUps(
    event,
    SECRETARIAT,
    { actId: newId(), sessionId: listedClass, participantIds: signedUp, isSignedUp: true },
    at,
  )
  const sheet = makeSheet(
    event,
    SECRETARIAT,
    {
      actId: newId(),
      dayId,
      sessionId: null,
      title: 'Daftar hadir hari 1',
      participantIds: people.map(({ id }) => id),
    },
    at,
  )
  workspace.close()
  return {
    ...seed,
    rooms: { hall, small, listed, changing },
    takeoverAt: (midnight + change) * MINUTE_MS,
    sheetCode: sheet.code,
    sheetNames: sheet.rows.map(fullName),
  }
}

function room(event: EventFile, name: string, capacity: number | null): string {
  return addRoom(event, SECRETARIAT, { actId: newId(), name, capacity }, Date.now()).id
}

function sessionOf(
  title: string,
  dayId: string,
  roomId: string,
  [startMinute, endMinute]: [number, number],
  more: Partial<SessionInput>,
): SessionInput {
  return {
    dayId,
    title,
    kind: 'Kelas',
    roomId,
    startMinute,
    endMinute,
    capacity: null,
    isCounted: true,
    isBreak: false,
    admission: EVERYBODY,
    rule: null,
    speakers: [],
    moderator: '',
    note: '',
    ...more,
  }
}
