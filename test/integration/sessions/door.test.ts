import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { revokeBadgesIn } from '#main/features/badges/code-service.ts'
import { archivePersonIn } from '#main/features/participants/person-service.ts'
import { checkIn } from '#main/features/registration/check-in-service.ts'
import { substitute } from '#main/features/registration/substitute-service.ts'
import { DOOR_SQL } from '#main/features/sessions/door-queries.ts'
import { overrideAtDoor, pickAtDoor, scanAtDoor } from '#main/features/sessions/door-service.ts'
import { getDoorState } from '#main/features/sessions/door-state-service.ts'
import { archiveSession } from '#main/features/sessions/programme-service.ts'
import { setSignUps } from '#main/features/sessions/sign-up-service.ts'
import { DAY_MS, DESK_1, DESK_2, newActId } from '../registration/desk-event.ts'
import { clock, HallEvent } from './hall-event.ts'

let hall: HallEvent
beforeEach(() => {
  hall = new HallEvent()
})

const state = (room: string, at: number, heldSessionId: string | null = null) =>
  getDoorState(hall.event, { roomId: hall.rooms[room]!, heldSessionId }, at)
const scanText = (room: string, text: string, at: number) =>
  scanAtDoor(
    hall.event,
    DESK_1,
    { actId: newActId(), roomId: hall.rooms[room]!, heldSessionId: null, direction: 'both', text },
    at,
  )
const override = (room: string, participantId: string, at: number, reason = 'Tamu pembicara', actId = newActId()) =>
  overrideAtDoor(
    hall.event,
    DESK_2,
    { actId, roomId: hall.rooms[room]!, heldSessionId: null, participantId, reason },
    at,
  )
const archived = (participantId: string, reason: string) =>
  hall.write(db => archivePersonIn(db, participantId, reason, clock(8)))

describe('a door', () => {
  it('lets in, lets out, and says what is inside', () => {
    const session = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const [person] = hall.people
    expect(hall.verdict('Aula', person!, clock(8, 20))).toEqual({
      kind: 'entered',
      participantId: person,
      sessionId: session,
      lateMinutes: 0,
      isReentry: false,
      movedFrom: null,
      isUnregistered: true,
    })
    expect(state('Aula', clock(9))).toMatchObject({ inside: 1, entries: 1, exits: 0, expected: 5, unscanned: 0 })
    expect(hall.verdict('Aula', person!, clock(9, 30))).toMatchObject({ kind: 'left', minutes: 60, earlyMinutes: 30 })
    const { recent, ...rest } = state('Aula', clock(9, 31))
    expect(rest).toMatchObject({ inside: 0, entries: 1, exits: 1, next: null })
    expect(recent.map(one => [one.verdict, one.person?.id, one.canUndo])).toEqual([
      ['left', person, true],
      ['entered', person, true],
    ])
  })

  it('tells late from early, a second coming from a first, and who skipped the desk', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const [person, other, third] = hall.people
    checkIn(hall.event, DESK_1, { actId: newActId(), participantId: person! }, clock(8))
    const late = hall.verdict('Aula', person!, clock(8, 46))
    expect(late).toMatchObject({ lateMinutes: 16, isReentry: false, isUnregistered: false })
    expect(hall.verdict('Aula', other!, clock(8, 45))).toMatchObject({ lateMinutes: 0, isUnregistered: true })
    hall.verdict('Aula', person!, clock(9, 0))
    expect(hall.verdict('Aula', person!, clock(9, 10))).toMatchObject({
      kind: 'entered',
      isReentry: true,
      lateMinutes: 0,
    })
    expect(hall.verdict('Aula', third!, clock(10, 30))).toMatchObject({ kind: 'entered', lateMinutes: 120 })
  })

  it('takes a second reading for the first one, never for the way back', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const [person] = hall.people
    hall.scan('Aula', person!, clock(8, 30))
    expect(hall.verdict('Aula', person!, clock(8, 30, 19))).toEqual({
      kind: 'already-inside',
      participantId: person,
      since: clock(8, 30),
    })
    expect(hall.verdict('Aula', person!, clock(8, 30, 20)).kind).toBe('left')
    expect(hall.verdict('Aula', person!, clock(8, 30, 39)).kind).toBe('not-inside')
    expect(hall.verdict('Aula', person!, clock(8, 30, 40)).kind).toBe('entered')
  })

  it('for one way only says who is inside or outside already', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    hall.addSession({ room: 'Anggrek', from: [8, 30], to: [10, 0] })
    const [person] = hall.people
    const out = (room: string, at: number) => hall.verdict(room, person!, at, { direction: 'out' })
    expect(out('Aula', clock(8, 30))).toEqual({ kind: 'not-inside', participantId: person, roomName: null })
    hall.scan('Aula', person!, clock(8, 31), { direction: 'in' })
    expect(hall.verdict('Aula', person!, clock(9), { direction: 'in' })).toMatchObject({ kind: 'already-inside' })
    expect(out('Anggrek', clock(9, 1))).toEqual({ kind: 'not-inside', participantId: person, roomName: 'Aula' })
    expect(out('Aula', clock(9, 2))).toMatchObject({ kind: 'left', minutes: 32 })
  })

  it('ends the stay in another room', () => {
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    hall.addSession({ room: 'Melati', from: [13, 15], to: [14, 15] })
    const [person] = hall.people
    hall.scan('Anggrek', person!, clock(13, 10))
    expect(hall.verdict('Melati', person!, clock(13, 30))).toMatchObject({ kind: 'entered', movedFrom: 'Anggrek' })
    expect([state('Anggrek', clock(13, 31)), state('Melati', clock(13, 31))]).toMatchObject([
      { inside: 0, entries: 1, exits: 1 },
      { inside: 1, entries: 1, exits: 0 },
    ])
    expect(hall.countRows('presences')).toBe(1)
  })

  it('is full at its limit, lets in with a reason, and has a place again when somebody leaves', () => {
    hall.addRoom('Anggrek', 2)
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    const [first, second, third, fourth] = hall.people
    hall.scan('Anggrek', first!, clock(13))
    hall.scan('Anggrek', second!, clock(13))
    const refused = hall.scan('Anggrek', third!, clock(13, 1))
    expect(refused).toMatchObject({ canOverride: true, person: { id: third } })
    expect(refused.verdict).toEqual({ kind: 'full', participantId: third, inside: 2, limit: 2 })
    expect(override('Anggrek', third!, clock(13, 2)).verdict.kind).toBe('entered')
    expect(hall.countRows('passes', "override_reason = 'Tamu pembicara'")).toBe(1)
    hall.scan('Anggrek', first!, clock(13, 20))
    expect(hall.verdict('Anggrek', fourth!, clock(13, 21)).kind).toBe('full')
    hall.scan('Anggrek', second!, clock(13, 22))
    expect(hall.verdict('Anggrek', fourth!, clock(13, 23)).kind).toBe('entered')
    expect(override('Anggrek', fourth!, clock(13, 24)).verdict.kind).toBe('already-inside')
  })

  it("takes the session's own limit before the room's", () => {
    hall.addRoom('Anggrek', 40)
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15], more: { capacity: 1 } })
    hall.scan('Anggrek', hall.people[0]!, clock(13))
    expect(hall.verdict('Anggrek', hall.people[1]!, clock(13))).toMatchObject({ kind: 'full', limit: 1 })
  })

  it('tells somebody who may not enter from somebody whom nobody knows', () => {
    const admission = { roleIds: [hall.roleId], delegationIds: [hall.delegations[0]!] }
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15], more: { admission } })
    const [member, , otherDelegation, otherRole, alone] = hall.people
    expect(hall.verdict('Anggrek', member!, clock(13)).kind).toBe('entered')
    expect(hall.verdict('Anggrek', otherDelegation!, clock(13))).toMatchObject({ reason: 'delegation' })
    expect(hall.verdict('Anggrek', alone!, clock(13))).toMatchObject({ reason: 'delegation' })
    const refused = hall.scan('Anggrek', otherRole!, clock(13))
    expect(refused).toMatchObject({ verdict: { kind: 'not-on-list', reason: 'role' }, canOverride: true })
    expect(state('Anggrek', clock(13)).expected).toBe(2)
    expect(scanText('Anggrek', 'bukan kode', clock(13))).toMatchObject({
      verdict: { kind: 'not-a-code' },
      person: null,
    })
    expect(override('Anggrek', otherRole!, clock(13, 1)).verdict.kind).toBe('entered')
  })

  it('follows the sign-up list, for whoever stands in as well', () => {
    const admission = { isSignUpOnly: true }
    const sessionId = hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15], more: { admission } })
    const [original, other] = hall.people
    setSignUps(
      hall.event,
      DESK_1,
      { actId: newActId(), sessionId, participantIds: [original!], isSignedUp: true },
      clock(8),
    )
    expect(hall.verdict('Anggrek', other!, clock(13))).toMatchObject({ kind: 'not-on-list', reason: 'sign-up' })
    const standIn = (originalId: string): string =>
      substitute(
        hall.event,
        DESK_1,
        {
          actId: newActId(),
          originalId,
          titleBefore: '',
          name: 'Chaerunnisa',
          titleAfter: '',
          phone: '',
          reason: 'Sakit',
          shouldCheckIn: false,
        },
        clock(8),
      ).participantId
    const second = standIn(standIn(original!))
    expect(state('Anggrek', clock(13)).expected).toBe(1)
    expect(hall.verdict('Anggrek', second, clock(13)).kind).toBe('entered')
  })

  it('lets out who was archived while they were inside, and not in again', () => {
    hall.addSession({ room: 'Anggrek', from: [8, 30], to: [10, 0], more: { capacity: 1 } })
    const [gone, next] = hall.people
    const code = hall.badgeCode(gone!)
    hall.scan('Anggrek', gone!, clock(8, 30))
    archived(gone!, 'Ganda')
    hall.write(db => revokeBadgesIn(db, gone!, 'Ganda', newActId(), clock(8, 40)))
    expect(hall.verdict('Anggrek', next!, clock(8, 45)).kind).toBe('full')
    expect(scanText('Anggrek', code, clock(8, 50)).verdict.kind).toBe('left')
    expect(hall.verdict('Anggrek', next!, clock(8, 51)).kind).toBe('entered')
    expect(scanText('Anggrek', code, clock(8, 55)).verdict.kind).toBe('revoked')
  })

  it('refuses dead badges, archived people and every code that is none of its own', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const [revoked, gone] = hall.people
    const code = hall.badgeCode(revoked!)
    hall.write(db => revokeBadgesIn(db, revoked!, 'Hilang', newActId(), clock(8)))
    expect(scanText('Aula', code, clock(9)).verdict).toEqual({
      kind: 'revoked',
      participantId: revoked,
      reason: 'Hilang',
    })
    archived(gone!, 'Ganda')
    expect(hall.verdict('Aula', gone!, clock(9))).toEqual({ kind: 'archived', participantId: gone, reason: 'Ganda' })
    const altered = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect(scanText('Aula', altered, clock(9)).verdict.kind).toBe('altered')
    const elsewhere = new HallEvent()
    const foreign = elsewhere.badgeCode(elsewhere.people[0]!)
    expect(scanText('Aula', foreign, clock(9)).verdict.kind).toBe('other-event')
    expect(scanText('Aula', code.slice(0, 30), clock(9)).verdict.kind).toBe('incomplete')
    expect(hall.countRows('passes')).toBe(0)
    expect(hall.countRows('door_scans')).toBe(5)
  })

  it('refuses a picked person who is not there, and a room that is not', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const door = { heldSessionId: null, direction: 'both' as const }
    const pick = (roomId: string, participantId: string) =>
      pickAtDoor(hall.event, DESK_1, { ...door, actId: newActId(), roomId, participantId }, clock(9))
    expect(() => pick(hall.rooms['Aula']!, newId())).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => pick(newId(), hall.people[0]!)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(pick(hall.rooms['Aula']!, hall.people[0]!)).toMatchObject({ verdict: { kind: 'entered' } })
  })

  it('counts a retry once', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0] })
    const actId = newActId()
    const first = hall.scan('Aula', hall.people[0]!, clock(8, 30), { actId })
    expect(hall.scan('Aula', hall.people[0]!, clock(8, 35), { actId })).toEqual(first)
    expect([hall.countRows('passes'), hall.countRows('door_scans')]).toEqual([1, 1])
    expect(state('Aula', clock(8, 36))).toMatchObject({ inside: 1, entries: 1 })
  })
})

describe('the session of a door', () => {
  it('opens before its start, stays after its end, and the next one takes over at its time', () => {
    const first = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15] })
    hall.addSession({ room: 'Aula', from: [10, 15], to: [10, 30], more: { isCounted: false } })
    hall.addSession({ room: 'Aula', from: [10, 20], to: [10, 30], more: { isBreak: true } })
    const second = hall.addSession({ room: 'Aula', from: [10, 30], to: [11, 0] })
    const third = hall.addSession({ room: 'Aula', from: [11, 45], to: [12, 15] })
    const current = (at: number) => state('Aula', at).session?.id ?? null
    expect([clock(7, 59, 59), clock(8)].map(current)).toEqual([null, first])
    expect([clock(10, 14, 59), clock(10, 15)].map(current)).toEqual([first, second])
    expect([clock(11, 14, 59), clock(11, 15)].map(current)).toEqual([second, third])
    expect([clock(23, 59, 59), clock(24)].map(current)).toEqual([third, null])
    expect(state('Aula', clock(7))).toMatchObject({
      session: null,
      next: { session: { id: first }, takesOverAt: clock(8) },
    })
    expect(state('Aula', clock(9)).next).toMatchObject({ session: { id: second }, takesOverAt: clock(10, 15) })
    expect(state('Aula', clock(12)).next).toBeNull()
  })

  it('is none before the first, on another day, and after it was taken off the programme', () => {
    const id = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15] })
    const kindAt = (at: number) => hall.verdict('Aula', hall.people[0]!, at).kind
    expect([kindAt(clock(7)), kindAt(clock(9) + DAY_MS), kindAt(clock(9))]).toEqual([
      'no-session',
      'no-session',
      'entered',
    ])
    archiveSession(hall.event, DESK_1, { actId: newActId(), id }, clock(9, 5))
    expect(kindAt(clock(9, 6))).toBe('no-session')
  })

  it('runs past midnight until its end', () => {
    const gala = hall.addSession({ room: 'Aula', from: [19, 30], to: [25, 0] })
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 0], day: 1 })
    expect([clock(24, 59), clock(25)].map(at => state('Aula', at).session?.id ?? null)).toEqual([gala, null])
  })

  it('is held as long as the operator wants, but not into the next day', () => {
    const first = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15] })
    const second = hall.addSession({ room: 'Aula', from: [10, 15], to: [11, 0] })
    const nextDay = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15], day: 1 })
    expect(state('Aula', clock(10, 40), first)).toMatchObject({
      session: { id: first },
      next: { session: { id: second }, takesOverAt: clock(10, 15) },
    })
    const [person, other] = hall.people
    expect(hall.verdict('Aula', person!, clock(10, 40), { held: first })).toMatchObject({ sessionId: first })
    expect(hall.verdict('Aula', other!, clock(10, 40))).toMatchObject({ sessionId: second })
    expect(hall.verdict('Aula', person!, clock(9) + DAY_MS, { held: first })).toMatchObject({ sessionId: nextDay })
  })

  it('of the same room goes on: who was let in before is not yet scanned, and an exit covers all of it', () => {
    const first = hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15] })
    const second = hall.addSession({ room: 'Aula', from: [10, 30], to: [11, 0] })
    const [stays, leaves] = hall.people
    hall.scan('Aula', stays!, clock(8, 30))
    hall.scan('Aula', leaves!, clock(8, 30))
    expect(state('Aula', clock(10, 20))).toMatchObject({ session: { id: second }, inside: 0, unscanned: 2 })
    // The second session has not begun: whoever is still in the room is on the way out of the first.
    expect(hall.verdict('Aula', leaves!, clock(10, 20))).toMatchObject({
      kind: 'left',
      sessionId: first,
      minutes: 105,
      earlyMinutes: 0,
    })
    expect(hall.verdict('Aula', leaves!, clock(10, 25))).toMatchObject({ kind: 'entered', sessionId: second })
    expect(state('Aula', clock(10, 40))).toMatchObject({ inside: 1, unscanned: 1 })
    expect(hall.verdict('Aula', stays!, clock(11), { direction: 'out' })).toMatchObject({
      kind: 'left',
      sessionId: second,
      minutes: 30,
    })
  })

  it('of yesterday holds nobody today', () => {
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15] })
    hall.addSession({ room: 'Aula', from: [8, 30], to: [10, 15], day: 1 })
    const [person] = hall.people
    hall.scan('Aula', person!, clock(9))
    expect(state('Aula', clock(9) + DAY_MS).unscanned).toBe(0)
    expect(hall.verdict('Aula', person!, clock(9) + DAY_MS, { direction: 'out' }).kind).toBe('not-inside')
    expect(hall.verdict('Aula', person!, clock(9) + DAY_MS)).toMatchObject({ kind: 'entered', movedFrom: null })
  })
})

describe('undo at a door', () => {
  const entry = (room: string, person: string, at: number): string => hall.scan(room, person, at).actId

  it('of an entry puts the person back where they were', () => {
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    hall.addSession({ room: 'Melati', from: [13, 15], to: [14, 15] })
    const [person] = hall.people
    const first = entry('Anggrek', person!, clock(13, 15))
    const second = entry('Melati', person!, clock(13, 30))
    hall.undo(second, clock(13, 31))
    expect(state('Anggrek', clock(13, 32))).toMatchObject({ inside: 1, entries: 1, exits: 0 })
    expect(state('Melati', clock(13, 32))).toMatchObject({ inside: 0, entries: 0, exits: 0 })
    expect(state('Melati', clock(13, 32)).recent).toMatchObject([{ isUndone: true, canUndo: false }])
    hall.undo(first, clock(13, 33))
    expect([hall.countRows('presences'), hall.countRows('passes')]).toEqual([0, 2])
    expect(() => hall.undo(first, clock(13, 34))).toThrow(
      expect.objectContaining({ data: { reason: 'already-undone' } }),
    )
  })

  it('is refused where the place has been given away since', () => {
    hall.addRoom('Anggrek', 1)
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    const [person, other] = hall.people
    entry('Anggrek', person!, clock(13, 15))
    const exit = entry('Anggrek', person!, clock(13, 30))
    entry('Anggrek', other!, clock(13, 31))
    expect(() => hall.undo(exit, clock(13, 32))).toThrow(
      expect.objectContaining({ data: { reason: 'undo-session-full' } }),
    )
    expect(state('Anggrek', clock(13, 33))).toMatchObject({ inside: 1, entries: 2, exits: 1 })
  })

  it('has nothing to take back of a refusal', () => {
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    const { actId } = hall.scan('Anggrek', hall.people[0]!, clock(9))
    expect(state('Anggrek', clock(9)).recent).toMatchObject([{ verdict: 'no-session', canUndo: false }])
    expect(() => hall.undo(actId, clock(9))).toThrow(expect.objectContaining({ data: { reason: 'not-undoable' } }))
  })
})

describe('a clock that was set back', () => {
  it('does not undo what a person did before', () => {
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    hall.addSession({ room: 'Melati', from: [13, 15], to: [14, 15] })
    const [person] = hall.people
    hall.scan('Anggrek', person!, clock(13, 50))
    expect(hall.verdict('Melati', person!, clock(13, 20))).toMatchObject({ kind: 'entered', movedFrom: 'Anggrek' })
    expect(state('Melati', clock(13, 21)).inside).toBe(1)
    expect(state('Anggrek', clock(13, 21)).inside).toBe(0)
  })

  it('puts each pass of a person behind the one before, whatever ids a program that was started again gives', () => {
    hall.addSession({ room: 'Anggrek', from: [13, 15], to: [14, 15] })
    const [person] = hall.people
    hall.scan('Anggrek', person!, clock(13, 50), { direction: 'in' })
    hall.scan('Anggrek', person!, clock(13, 20), { direction: 'out' })
    const instants = hall.event.db.prepare('SELECT at FROM passes ORDER BY id').pluck().all()
    expect(instants).toEqual([clock(13, 50), clock(13, 50) + 1])
  })
})

describe('query plans', () => {
  const plan = (sql: string): string => {
    const count = sql.split('?').length - 1
    const rows = hall.event.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: count }, () => 'x'))
    return (rows as { detail: string }[]).map(row => row.detail).join('; ')
  }

  it('of every statement at a door go by an index, never through a table', () => {
    for (const [name, sql] of Object.entries(DOOR_SQL)) {
      const tables = plan(sql)
        .split('; ')
        .filter(line => /^(SCAN|SEARCH) /.test(line) && !/^SCAN (l|line|CONSTANT)\b/.test(line))
      expect(tables.length, name).toBeGreaterThan(0)
      for (const line of tables) expect(line, name).toMatch(/^SEARCH .* USING (COVERING )?INDEX/)
      expect(plan(sql), name).not.toContain('TEMP B-TREE FOR ORDER BY')
    }
    expect(plan(DOOR_SQL.inside)).toContain('COVERING INDEX presences_by_session')
    expect(plan(DOOR_SQL.unscanned)).toContain('COVERING INDEX presences_by_room')
    expect(plan(DOOR_SQL.passes)).toContain('INDEX passes_by_person')
  })
})
