import { beforeEach, describe, expect, it } from 'vitest'
import { createSample } from '#main/features/events/creation-service.ts'
import { setDays } from '#main/features/events/service.ts'
import { DEFAULT_ATTENDANCE_RULE } from '#main/features/sessions/attendance-rules.ts'
import { getDoorState } from '#main/features/sessions/door-state-service.ts'
import { readRooms, readSettings } from '#main/features/sessions/plan-service.ts'
import {
  addRoom,
  addSession,
  archiveRoom,
  archiveSession,
  editRoom,
  editSession,
  listSessions,
  setSettings,
} from '#main/features/sessions/programme-service.ts'
import { undoAct } from '#main/features/undo/service.ts'
import { DESK_1, DESK_2, MORNING, newActId } from '../registration/desk-event.ts'
import { clock, HallEvent } from './hall-event.ts'

const ruleBroken = (reason: string) => expect.objectContaining({ data: expect.objectContaining({ reason }) })
const notFound = expect.objectContaining({ code: 'NOT_FOUND' })

let hall: HallEvent
beforeEach(() => {
  hall = new HallEvent()
})
const db = () => hall.event.db
const rooms = () => readRooms(db()).map(room => [room.name, room.capacity])

describe('rooms', () => {
  it('have names of their own, change, go when nothing takes place there, and come back by undo', () => {
    const id = hall.addRoom('Aula', 200)
    expect(() => hall.addRoom('aula')).toThrow(ruleBroken('room-name-taken'))
    const [edit, archive, add] = [newActId(), newActId(), newActId()]
    editRoom(hall.event, DESK_1, { actId: edit, id, name: 'Aula Utama', capacity: null }, MORNING)
    expect(rooms()).toEqual([['Aula Utama', null]])
    hall.undo(edit, MORNING)
    expect(rooms()).toEqual([['Aula', 200]])
    const session = hall.addSession({ room: 'Aula', from: [8, 30], to: [9, 0] })
    expect(() => archiveRoom(hall.event, DESK_1, { actId: newActId(), id }, MORNING)).toThrow(ruleBroken('room-in-use'))
    archiveSession(hall.event, DESK_1, { actId: newActId(), id: session }, MORNING)
    archiveRoom(hall.event, DESK_1, { actId: archive, id }, MORNING)
    addRoom(hall.event, DESK_1, { actId: add, name: 'Aula', capacity: 10 }, MORNING)
    expect(() => hall.undo(archive, MORNING)).toThrow(ruleBroken('room-name-taken'))
    hall.undo(add, MORNING)
    hall.undo(archive, MORNING)
    expect(rooms()).toEqual([['Aula', 200]])
  })
})

describe('the programme', () => {
  it('is the administrator’s, to change and to take back', () => {
    const add = newActId()
    const session = hall.input({ room: 'Aula', from: [8, 30], to: [9, 0] })
    addSession(hall.event, DESK_1, { actId: add, session }, MORNING)
    const undo = (caller: typeof DESK_1) =>
      undoAct(hall.event, caller, { actId: newActId(), targetActId: add }, MORNING)
    expect(() => undo(DESK_2)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    undo(DESK_1)
    expect(listSessions(db(), null)).toEqual([])
  })
})

describe('sessions', () => {
  it('that somebody attended stay on their day: nobody is made present on another', () => {
    const id = hall.addSession({ room: 'Aula', from: [8, 30], to: [9, 0] })
    const moved = { ...hall.input({ room: 'Aula', from: [8, 30], to: [9, 0] }), dayId: hall.dayIds[1]! }
    const there = newActId()
    editSession(hall.event, DESK_1, { actId: there, id, session: moved }, MORNING)
    hall.undo(there, MORNING)
    const scan = newActId()
    hall.scan('Aula', hall.people[0]!, clock(8, 20), { actId: scan })
    const move = () => editSession(hall.event, DESK_1, { actId: newActId(), id, session: moved }, clock(8, 25))
    expect(move).toThrow(ruleBroken('session-has-scans'))
    expect(listSessions(db(), hall.dayIds[0]!)).toHaveLength(1)
    hall.undo(scan, clock(8, 26))
    move()
    expect(listSessions(db(), hall.dayIds[1]!)).toHaveLength(1)
  })

  it('come in the order of the programme with times of the event zone', () => {
    const second = hall.addSession({ room: 'Aula', from: [10, 0], to: [11, 0], more: { speakers: ['A', 'B'] } })
    const first = hall.addSession({ room: 'Melati', from: [8, 30], to: [9, 0] })
    hall.addSession({ room: 'Aula', from: [8, 30], to: [9, 0], day: 1 })
    expect(listSessions(db(), hall.dayIds[0]!).map(session => session.id)).toEqual([first, second])
    expect(listSessions(db(), null)).toHaveLength(3)
    expect(listSessions(db(), null)[1]).toMatchObject({
      date: '2023-12-18',
      startsAt: clock(10),
      endsAt: clock(11),
      roomName: 'Aula',
      speakers: ['A', 'B'],
    })
  })

  it('are edited and archived, and both can be taken back until something else came after', () => {
    const planned = { room: 'Aula', from: [8, 30], to: [9, 0] } as const
    const id = hall.addSession({ ...planned, from: [8, 30], to: [9, 0] })
    const edit = (title: string) => {
      const actId = newActId()
      const session = { ...hall.input({ room: 'Aula', from: [8, 30], to: [9, 0] }), title }
      editSession(hall.event, DESK_1, { actId, id, session }, MORNING)
      return actId
    }
    const first = edit('Pembukaan')
    const second = edit('Pembukaan resmi')
    expect(() => hall.undo(first, MORNING)).toThrow(ruleBroken('undo-changed-since'))
    hall.undo(second, MORNING)
    expect(listSessions(db(), null)[0]!.title).toBe('Pembukaan')
    const actId = newActId()
    archiveSession(hall.event, DESK_1, { actId, id }, MORNING)
    expect(listSessions(db(), null)).toEqual([])
    expect(() => edit('Lagi')).toThrow(notFound)
    hall.undo(actId, MORNING)
    expect(listSessions(db(), null)).toHaveLength(1)
  })

  it('that were added by mistake go, unless somebody was scanned for them', () => {
    const actId = newActId()
    const session = hall.input({ room: 'Aula', from: [8, 30], to: [9, 0] })
    addSession(hall.event, DESK_1, { actId, session }, MORNING)
    hall.scan('Aula', hall.people[0]!, clock(8, 30))
    expect(() => hall.undo(actId, MORNING)).toThrow(ruleBroken('undo-changed-since'))
  })

  it('take place in a room and on a day that there are; a break is never counted', () => {
    const add = (more: object) => {
      const session = { ...hall.input({ room: 'Aula', from: [8, 30], to: [9, 0] }), ...more }
      return addSession(hall.event, DESK_1, { actId: newActId(), session }, MORNING)
    }
    expect(() => add({ roomId: 'nowhere' })).toThrow(notFound)
    expect(() => add({ dayId: 'never' })).toThrow(notFound)
    expect(add({ isBreak: true, isCounted: true })).toMatchObject({ isBreak: true, isCounted: false })
  })

  it('keep their day in the event', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [9, 0], day: 1 })
    const days = [{ date: '2023-12-18', label: '' }]
    expect(() => setDays(hall.event, DESK_1, { actId: newActId(), days }, MORNING)).toThrow(
      ruleBroken('day-has-sessions'),
    )
  })
})

describe('settings', () => {
  it('are the defaults until somebody chooses, and again when that is taken back', () => {
    const before = readSettings(db())
    expect(before.rule).toEqual(DEFAULT_ATTENDANCE_RULE)
    const actId = newActId()
    const settings = { ...before, opensMinutesBefore: 5 }
    setSettings(hall.event, DESK_1, { actId, settings }, MORNING)
    expect(readSettings(db())).toEqual(settings)
    hall.undo(actId, MORNING)
    expect(readSettings(db())).toEqual(before)
  })
})

describe('the sample event', () => {
  it('has the counted sessions of the Maros rundown today, with doors that work', () => {
    const today = Date.UTC(2026, 10, 22, 3)
    createSample(hall.workspace, 'Asia/Makassar', today)
    const event = hall.workspace.current!
    const sessions = listSessions(event.db, null)
    expect(sessions.map(session => `${session.roomName} ${session.startMinute}`)).toEqual([
      'Aula Utama 510',
      'Lobi 615',
      'Aula Utama 630',
      'Aula Utama 660',
      'Ruang Makan 735',
      'Ruang Anggrek 795',
      'Ruang Melati 795',
      'Aula Utama 855',
      'Aula Utama 915',
    ])
    expect(sessions.filter(session => session.isBreak).map(session => session.title)).toEqual(['Rehat kopi', 'Ishoma'])
    const door = { roomId: sessions[5]!.roomId, heldSessionId: null }
    expect(getDoorState(event, door, Date.UTC(2026, 10, 22, 5, 30))).toMatchObject({
      room: { name: 'Ruang Anggrek', capacity: 40 },
      session: { kind: 'Kelas', limit: 40 },
      inside: 0,
    })
  })
})
