import { beforeEach, describe, expect, it } from 'vitest'
import { archivePersonIn } from '#main/features/participants/person-service.ts'
import { checkIn } from '#main/features/registration/check-in-service.ts'
import { substitute } from '#main/features/registration/substitute-service.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { DEFAULT_ATTENDANCE_RULE } from '#main/features/sessions/attendance-rules.ts'
import { correct, sign } from '#main/features/sessions/mark-service.ts'
import { getOverview, getTimeline, listAttendance } from '#main/features/sessions/overview-service.ts'
import { setSettings } from '#main/features/sessions/programme-service.ts'
import { findSheet, listSheets, makeSheet, markSheet } from '#main/features/sessions/sheet-service.ts'
import { listSignedUpPeople, setSignUps } from '#main/features/sessions/sign-up-service.ts'
import { DAY_MS, DESK_1, newActId } from '../registration/desk-event.ts'
import { clock, HallEvent } from './hall-event.ts'

const EVENING = clock(20)
const ruleBroken = (reason: string) => expect.objectContaining({ data: expect.objectContaining({ reason }) })

let hall: HallEvent
let sessionId: string
beforeEach(() => {
  hall = new HallEvent()
  sessionId = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
})

const db = () => hall.event.db
const place = () => ({ dayId: hall.dayIds[0]!, sessionId: sessionId as string | null })
const day = () => ({ dayId: hall.dayIds[0]!, sessionId: null })
const names = (state: Parameters<typeof listAttendance>[1]['state'], where = place(), text = '') =>
  listAttendance(db(), { ...where, state, text }, EVENING).map(person => hall.people.indexOf(person.id))
const counts = () => getOverview(db(), EVENING).sessions.find(one => one.sessionId === sessionId)
const correction = (
  participantId: string,
  more: { isPresent: boolean; minutes?: number; actId?: string },
  where = place(),
) => {
  const { actId = newActId(), minutes = null, isPresent } = more
  correct(hall.event, DESK_1, { ...where, actId, participantId, isPresent, minutes, reason: 'Pintu samping' }, EVENING)
  return actId
}

describe('the numbers', () => {
  it('of a session reconcile, and every one opens its list', () => {
    const [inTime, late, leaves, gone] = hall.people
    const admission = { delegationIds: [hall.delegations[0]!] }
    const closed = hall.addSession({ room: 'Melati', from: [13, 15], to: [14, 15], more: { admission } })
    hall.scan('Aula', inTime!, clock(8, 30))
    hall.scan('Aula', late!, clock(8, 50))
    hall.scan('Aula', leaves!, clock(8, 30))
    hall.scan('Aula', leaves!, clock(8, 50))
    hall.write(archive => archivePersonIn(archive, gone!, 'Sakit', clock(8)))
    expect(counts()).toEqual({
      sessionId,
      registered: 5,
      present: 2,
      absent: 2,
      archived: 1,
      inside: 2,
      late: 1,
      byHand: 0,
      missingExits: 2,
    })
    expect(getOverview(db(), EVENING).sessions.find(one => one.sessionId === closed)).toMatchObject({
      registered: 2,
      absent: 2,
    })
    expect(names('registered')).toHaveLength(5)
    expect([names('present').toSorted(), names('absent'), names('archived')]).toEqual([[0, 1], [2, 4], [3]])
    expect([names('inside').toSorted(), names('late'), names('missing-exit').toSorted()]).toEqual([[0, 1], [1], [0, 1]])
    expect(names('registered', place(), 'arif')).toEqual([1])
  })

  it('say that nobody is inside a session whose room has gone on, or whose day is over', () => {
    const [person] = hall.people
    hall.scan('Aula', person!, clock(8, 30))
    const insideAt = (at: number) => getOverview(db(), at).sessions.find(one => one.sessionId === sessionId)?.inside
    expect([insideAt(EVENING), insideAt(EVENING + DAY_MS)]).toEqual([1, 0])
    hall.addSession({ room: 'Aula', from: [11, 0], to: [12, 0] })
    expect([insideAt(clock(10, 20)), insideAt(clock(10, 45))]).toEqual([1, 0])
    expect(listAttendance(db(), { ...place(), state: 'inside', text: '' }, clock(10, 20))).toHaveLength(1)
    expect(listAttendance(db(), { ...place(), state: 'inside', text: '' }, clock(10, 45))).toEqual([])
  })

  it('of a day are people who came to the desk or have a mark; a door alone makes nobody present', () => {
    const [desk, door, byHand] = hall.people
    checkIn(hall.event, DESK_1, { actId: newActId(), participantId: desk! }, clock(8))
    hall.scan('Aula', door!, clock(8, 30))
    correction(byHand!, { isPresent: true }, day())
    const { days, uniquePresent, registered } = getOverview(db(), EVENING)
    expect(days).toMatchObject([
      { registered: 5, present: 2, absent: 3, archived: 0 },
      { registered: 5, present: 0, absent: 5 },
    ])
    expect([uniquePresent, registered]).toEqual([2, 5])
    expect(names('by-hand', day())).toEqual([2])
  })

  it('count an archived person who came as present, and who stands in as registered', () => {
    const [came, original] = hall.people
    hall.scan('Aula', came!, clock(8, 30))
    hall.write(archive => archivePersonIn(archive, came!, 'Pulang', clock(12)))
    substitute(
      hall.event,
      DESK_1,
      {
        actId: newActId(),
        originalId: original!,
        titleBefore: '',
        name: 'Chaerunnisa',
        titleAfter: '',
        phone: '',
        reason: 'Sakit',
        shouldCheckIn: false,
      },
      clock(8),
    )
    expect(counts()).toMatchObject({ registered: 6, present: 1, absent: 4, archived: 1 })
  })

  it('can be worked out for one person, one day or one session and are the same', () => {
    hall.addSession({ room: 'Aula', from: [10, 0], to: [11, 0] })
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0], day: 1 })
    const [person] = hall.people
    hall.scan('Aula', person!, clock(8, 30))
    hall.scan('Aula', person!, clock(11), { direction: 'out' })
    const all = attendanceOf(db(), EVENING)
    const whole = [...all.people].find(one => one.participantId === person)!
    expect(whole.sessions.map(one => one?.minutes)).toEqual([90, 60, 0])
    const [alone] = [...attendanceOf(db(), EVENING, { participantId: person! }).people]
    expect(alone).toEqual(whole)
    const ofDay = attendanceOf(db(), EVENING, { participantId: person!, dayId: hall.dayIds[0]! })
    expect([...ofDay.people][0]!.sessions).toEqual(whole.sessions.slice(0, 2))
    const ofOne = attendanceOf(db(), EVENING, { participantId: person!, sessionId: all.sessions[1]!.id })
    expect([...ofOne.people][0]!.sessions).toEqual(whole.sessions.slice(1, 2))
  })
})

describe('corrections', () => {
  it('win over scans, the newest over those before; undo brings back what was', () => {
    const [person] = hall.people
    hall.scan('Aula', person!, clock(8, 30))
    const away = correction(person!, { isPresent: false })
    expect(names('absent')).toContain(0)
    const there = correction(person!, { isPresent: true, minutes: 20 })
    expect(listAttendance(db(), { ...place(), state: 'present', text: '' }, EVENING)).toMatchObject([
      { id: person, minutes: 20, evidence: 'correction', note: 'Pintu samping · Meja 1' },
    ])
    expect(() => hall.undo(away, EVENING)).toThrow(ruleBroken('undo-changed-since'))
    hall.undo(there, EVENING)
    expect(names('absent')).toContain(0)
    hall.undo(away, EVENING)
    expect(names('present')).toEqual([0])
    expect(hall.countRows('attendance_marks', 'voided_at IS NULL')).toBe(0)
  })

  it('sent twice are one', () => {
    const actId = correction(hall.people[0]!, { isPresent: true })
    correction(hall.people[0]!, { isPresent: true, actId })
    expect(hall.countRows('attendance_marks')).toBe(1)
  })

  it('belong to a place that there is', () => {
    const other = { dayId: hall.dayIds[1]!, sessionId }
    expect(() => correction(hall.people[0]!, { isPresent: true }, other)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
  })
})

describe('signature sheets', () => {
  const make = (ids = hall.people) =>
    makeSheet(hall.event, DESK_1, { ...place(), actId: newActId(), title: 'Pembukaan', participantIds: ids }, clock(8))
  const tick = (sheetId: string, numbers: number[], isSigned = true, actId = newActId()) => ({
    ...markSheet(hall.event, DESK_1, { actId, sheetId, numbers, isSigned }, EVENING),
    actId,
  })

  it('keep their numbers, and ticks make people present for the whole session', () => {
    const sheet = make()
    expect(sheet.code).toMatch(/^[2-9A-Z]{5}$/)
    hall.addPerson('Aaaa Paling Awal', {})
    expect(tick(sheet.id, [2, 4, 4])).toMatchObject({ count: 2 })
    expect(tick(sheet.id, [4, 5])).toMatchObject({ count: 1 })
    const read = findSheet(db(), ` ${sheet.code.toLowerCase()} `)
    expect(read.rows.map(row => [row.number, row.participantId, row.isSigned])).toEqual(
      hall.people.slice(0, 5).map((id, index) => [index + 1, id, [1, 3, 4].includes(index)]),
    )
    expect(names('by-hand').toSorted()).toEqual([1, 3, 4])
    expect(listSheets(db())).toMatchObject([{ code: sheet.code, rowCount: 5, signedCount: 3 }])
    expect(listAttendance(db(), { ...place(), state: 'present', text: '' }, EVENING)[0]).toMatchObject({
      minutes: 90,
      evidence: 'sheet',
      note: `Pembukaan · ${sheet.code} · Meja 1`,
    })
  })

  it('give ticks back, by hand and by undo', () => {
    const sheet = make()
    const { actId } = tick(sheet.id, [1, 2, 3])
    const off = tick(sheet.id, [2, 5], false)
    expect(off.count).toBe(1)
    expect(names('present').toSorted()).toEqual([0, 2])
    hall.undo(off.actId, EVENING)
    expect(names('present').toSorted()).toEqual([0, 1, 2])
    hall.undo(actId, EVENING)
    expect(names('present')).toEqual([])
  })

  it('refuse numbers and codes that they do not have', () => {
    const sheet = make()
    expect(() => tick(sheet.id, [1, 6])).toThrow(ruleBroken('sheet-number-unknown'))
    expect(hall.countRows('attendance_marks')).toBe(0)
    expect(() => findSheet(db(), 'XXXXX')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('made twice by one act are one', () => {
    const input = { ...place(), actId: newActId(), title: 'Pembukaan', participantIds: hall.people }
    const first = makeSheet(hall.event, DESK_1, input, clock(8))
    expect(makeSheet(hall.event, DESK_1, input, clock(9))).toEqual(first)
    expect(hall.countRows('signature_sheets')).toBe(1)
  })
})

describe('signatures on the screen', () => {
  const signed = (at = EVENING) => {
    const actId = newActId()
    sign(hall.event, DESK_1, { ...place(), actId, participantId: hall.people[0]!, strokes: 'M0 0L10 10' }, at)
    return actId
  }

  it('are taken only where the event uses them, and never put into the audit', () => {
    expect(() => signed()).toThrow(ruleBroken('signature-off'))
    const settings = { rule: DEFAULT_ATTENDANCE_RULE, opensMinutesBefore: 30, isSignatureOnScreen: true }
    setSettings(hall.event, DESK_1, { actId: newActId(), settings }, clock(8))
    signed()
    signed()
    expect(names('by-hand')).toEqual([0])
    expect(hall.countRows('attendance_marks', 'voided_at IS NULL')).toBe(1)
    expect(hall.countRows('audit', "payload LIKE '%M0 0L10%'")).toBe(0)
  })
})

describe('sign-up lists', () => {
  it('are set in one act, tell who is on them, and are taken back', () => {
    const [first, second] = hall.people
    const set = (isSignedUp: boolean, ids: string[]) => {
      const actId = newActId()
      const { count } = setSignUps(hall.event, DESK_1, { actId, sessionId, participantIds: ids, isSignedUp }, clock(8))
      return { actId, count }
    }
    const listed = () => listSignedUpPeople(db(), sessionId).map(person => hall.people.indexOf(person.id))
    const on = set(true, [first!, second!, first!])
    expect([on.count, set(true, [second!]).count, listed()]).toEqual([2, 0, [1, 0]])
    const off = set(false, [first!])
    expect(listed()).toEqual([1])
    hall.undo(off.actId, clock(9))
    expect(listed()).toEqual([1, 0])
    hall.undo(on.actId, clock(9))
    expect(listed()).toEqual([])
  })
})

describe('a timeline', () => {
  it('tells the newest first what somebody did, what was refused, and what counts', () => {
    hall.addRoom('Melati', 1)
    const other = hall.addSession({ room: 'Melati', from: [13, 15], to: [14, 15] })
    const [person, someone] = hall.people
    checkIn(hall.event, DESK_1, { actId: newActId(), participantId: person! }, clock(8))
    hall.scan('Aula', person!, clock(8, 30))
    const { actId } = hall.scan('Aula', person!, clock(9, 30))
    hall.undo(actId, clock(9, 31))
    hall.scan('Melati', someone!, clock(13, 15))
    hall.scan('Melati', person!, clock(13, 16))
    correction(person!, { isPresent: true })
    const { entries, sessions, minutes } = getTimeline(db(), person!, EVENING)
    expect(entries.map(({ kind, detail, reason, isVoided }) => [kind, detail, reason, isVoided])).toEqual([
      ['corrected', 'Sesi Aula 8.30', 'Pintu samping', false],
      ['refused', 'Sesi Melati 13.15 · Melati', 'full', false],
      ['left', 'Sesi Aula 8.30 · Aula', '', true],
      ['entered', 'Sesi Aula 8.30 · Aula', '', false],
      ['check-in', '2023-12-18', '', false],
    ])
    expect(sessions).toMatchObject([
      { sessionId, state: 'present', minutes: 90, possibleMinutes: 90 },
      { sessionId: other, state: 'absent', minutes: 0, possibleMinutes: 60 },
    ])
    expect(minutes).toBe(90)
  })
})
