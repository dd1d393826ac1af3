import { v7 as newId } from 'uuid'
import type { Caller } from '#main/features/audit/service.ts'
import { openExisting } from '#main/features/events/creation-service.ts'
import { startOfDate } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { getWindow } from '#main/features/participants/list-service.ts'
import { checkIn } from '#main/features/registration/check-in-service.ts'
import { EVERYBODY, type SessionInput } from '#main/features/sessions/contract.ts'
import { pickAtDoor } from '#main/features/sessions/door-service.ts'
import { addRoom, addSession } from '#main/features/sessions/programme-service.ts'
import { type SeededDesk, seedDesk } from './seed-desk.ts'

const DOOR: Caller = { deviceId: 'door', deviceName: 'Pintu Aula', operator: '', role: 'admin' }
const MINUTE_MS = 60_000
/** A whole day ago, so that no clock of a test is within the sessions. */
export const YESTERDAY = -1

export const OPENING = 'Pembukaan dan pemberian apresiasi'
export const CLASS = 'Kelas berbagi A: pelibatan masyarakat'

const SESSION: Omit<SessionInput, 'dayId' | 'title' | 'kind' | 'roomId' | 'startMinute' | 'endMinute'> = {
  capacity: null,
  isCounted: true,
  isBreak: false,
  admission: EVERYBODY,
  rule: null,
  speakers: [],
  moderator: '',
  note: '',
}

/** Yesterday's programme of two sessions in two rooms, with who came, late, without an exit, and who did not. */
export function seedAttendance(dataDir: string): SeededDesk {
  const seed = seedDesk(dataDir, YESTERDAY)
  const workspace = new Workspace(dataDir)
  const summary = openExisting(workspace, seed.path, Date.now())
  const event = workspace.current
  const [day] = summary.days
  if (!event || !day) throw new Error('the event did not open')
  const minute = (number: number): number => startOfDate(day.date, summary.timeZone) + number * MINUTE_MS
  const act = { actId: '' }
  const ids = new Map(
    getWindow(
      event,
      {
        text: '',
        state: 'active',
        roleId: null,
        delegationId: null,
        sort: 'name',
        isDescending: false,
        offset: 0,
        limit: 50,
      },
      Date.now(),
    ).rows.map(person => [person.name, person.id]),
  )
  const idOf = (name: string): string => ids.get(name) ?? ''
  const room = (name: string, capacity: number | null): string =>
    addRoom(event, DOOR, { ...act, actId: newId(), name, capacity }, minute(0)).id
  const [hall, class1] = [room('Aula Utama', null), room('Ruang Anggrek', 40)]
  const session = (title: string, kind: string, roomId: string, startMinute: number, endMinute: number): void => {
    const input = { ...SESSION, dayId: day.id, title, kind, roomId, startMinute, endMinute }
    addSession(event, DOOR, { actId: newId(), session: input }, minute(0))
  }
  session(OPENING, 'Pembukaan', hall, 510, 615)
  session(CLASS, 'Kelas', class1, 795, 855)
  const pass = (name: string, roomId: string, direction: 'in' | 'out', at: number): void => {
    pickAtDoor(
      event,
      DOOR,
      { actId: newId(), roomId, heldSessionId: null, direction, participantId: idOf(name) },
      minute(at),
    )
  }
  for (const [index, name] of [
    'Sitti Aminah Mappatunru',
    'Arifin Ramli',
    'Mukhtar Basri',
    'Rahmawati Saleh',
  ].entries()) {
    checkIn(event, DOOR, { actId: newId(), participantId: idOf(name) }, minute(450 + index))
  }
  pass('Sitti Aminah Mappatunru', hall, 'in', 505)
  pass('Sitti Aminah Mappatunru', hall, 'out', 612)
  pass('Arifin Ramli', hall, 'in', 560)
  pass('Arifin Ramli', hall, 'out', 616)
  pass('Mukhtar Basri', hall, 'in', 512)
  pass('Rahmawati Saleh', hall, 'in', 511)
  pass('Rahmawati Saleh', hall, 'out', 520)
  pass('Sitti Aminah Mappatunru', class1, 'in', 796)
  workspace.close()
  return seed
}
