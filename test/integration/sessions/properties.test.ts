import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import type { DoorVerdict } from '#main/features/sessions/contract.ts'
import { overrideAtDoor, pickAtDoor } from '#main/features/sessions/door-service.ts'
import { getDoorState } from '#main/features/sessions/door-state-service.ts'
import { getOverview } from '#main/features/sessions/overview-service.ts'
import { readPasses } from '#main/features/sessions/pass-service.ts'
import { readPlan } from '#main/features/sessions/plan-service.ts'
import { openStay, staysOf } from '#main/features/sessions/stay-rules.ts'
import { type Happening, morning, PEOPLE, PureHost, SESSIONS } from '../../unit/sessions/doors.ts'
import { DESK_1, newActId } from '../registration/desk-event.ts'
import { clock, HallEvent } from './hall-event.ts'

const ROOMS = ['A', 'B']

/** The hall of the pure model, in a real file. */
class ModelHall extends HallEvent {
  readonly sessionIds = new Map<string, string>()
  readonly acts: { actId: string; ask: (actId: string, at: number) => DoorVerdict; verdict: DoorVerdict }[] = []
  /** The act of each pass, by the number that the model gives it. */
  readonly passActs: string[] = []

  constructor() {
    super()
    const time = (minute: number): [number, number] => [Math.floor(minute / 60), minute % 60]
    for (const { id, roomId, startMinute, endMinute, limit, ruleInForce } of SESSIONS) {
      const more = { title: id, capacity: limit, rule: ruleInForce }
      const planned = { room: roomId, from: time(startMinute), to: time(endMinute), more }
      this.sessionIds.set(id, this.addSession(planned))
    }
    this.addSession({ room: 'Lobi', from: [9, 0], to: [9, 15], more: { isBreak: true } })
  }

  happen(one: Happening & { kind: 'scan' }, at: number): DoorVerdict {
    const participantId = this.people[one.person]!
    const door = { roomId: this.rooms[ROOMS[one.room]!]!, heldSessionId: null, participantId }
    const ask = (actId: string, askedAt: number): DoorVerdict =>
      one.isOverride
        ? overrideAtDoor(this.event, DESK_1, { ...door, actId, reason: 'alasan' }, askedAt).verdict
        : pickAtDoor(this.event, DESK_1, { ...door, actId, direction: one.direction }, askedAt).verdict
    const actId = newActId()
    const verdict = ask(actId, at)
    this.acts.push({ actId, ask, verdict })
    if (verdict.kind === 'entered' || verdict.kind === 'left') this.passActs.push(actId)
    return verdict
  }

  retry(which: number, at: number): void {
    const act = this.acts[which % this.acts.length]
    if (act) expect(act.ask(act.actId, at)).toEqual(act.verdict)
  }

  /** Where everybody is by the derived table, as `person: session of the model`. */
  presences(): string[] {
    const titles = this.event.db.prepare(
      'SELECT p.participant_id, s.title FROM presences p JOIN sessions s ON s.id = p.session_id',
    )
    return (titles.all() as { participant_id: string; title: string }[])
      .map(row => `${this.people.indexOf(row.participant_id)}: ${row.title}`)
      .toSorted()
  }
}

describe('any course of a morning at two real doors', () => {
  it('goes as the pure model says, and every derived number agrees with the passes', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(morning, happenings => {
        const hall = new ModelHall()
        const model = new PureHost()
        for (const one of happenings) step(hall, model, one)
        checkDerived(hall, model)
        checkReports(hall)
      }),
      // Each try makes an event file: a failure is told as it was found, not shrunk for minutes.
      { numRuns: 15, endOnFailure: true },
    )
  })
})

function step(hall: ModelHall, model: PureHost, one: Happening): void {
  const expected = model.run(one)
  if (one.kind === 'retry') hall.retry(one.which, model.now)
  if (one.kind === 'scan') expect(hall.happen(one, model.now).kind).toBe(expected?.kind)
  if (expected?.kind !== 'undo') return
  const undo = (): void => hall.undo(hall.passActs[expected.pass]!, model.now)
  if (expected.isRefused) expect(undo).toThrow(expect.objectContaining({ data: { reason: 'undo-session-full' } }))
  else undo()
}

function checkDerived(hall: ModelHall, model: PureHost): void {
  const { db } = hall.event
  const plan = readPlan(db)
  const inModel = PEOPLE.flatMap((person, index) => {
    const open = openStay(model.stays(person))
    return open ? `${index}: ${open.sessionId}` : []
  })
  expect(hall.presences()).toEqual(inModel.toSorted())
  const flows = db.prepare('SELECT session_id, entries - exits AS inside FROM session_flows').all() as {
    session_id: string
    inside: number
  }[]
  const opened = hall.people.map(person => openStay(staysOf(readPasses(db, person), plan.dayOf)))
  for (const [, sessionId] of hall.sessionIds) {
    const inside = opened.filter(stay => stay?.sessionId === sessionId)
    expect(flows.find(flow => flow.session_id === sessionId)?.inside ?? 0).toBe(inside.length)
    const limit = plan.sessionOf(sessionId)?.limit
    if (limit != null) expect(inside.filter(stay => !stay!.pass.isOverride).length).toBeLessThanOrEqual(limit)
  }
  for (const room of ROOMS) {
    const door = { roomId: hall.rooms[room]!, heldSessionId: null }
    const { inside, entries, exits } = getDoorState(hall.event, door, clock(10, 45))
    expect(inside).toBe(entries - exits)
  }
}

function checkReports(hall: ModelHall): void {
  const { db } = hall.event
  const read = (): unknown => [...attendanceOf(db, clock(23)).people]
  expect(read()).toEqual(read())
  const { days, sessions } = getOverview(db, clock(23))
  for (const one of [...days, ...sessions]) expect(one.registered).toBe(one.present + one.absent + one.archived)
  expect(sessions.map(one => one.registered)).toEqual(sessions.map(() => hall.people.length))
  const atDoors = ROOMS.map(room =>
    getDoorState(hall.event, { roomId: hall.rooms[room]!, heldSessionId: null }, clock(23)),
  )
  const inside = atDoors.map(({ session, inside: count }) => [session?.id, count])
  expect(
    sessions.filter(one => inside.some(([id]) => id === one.sessionId)).map(one => [one.sessionId, one.inside]),
  ).toEqual(expect.arrayContaining(inside))
  expect(sessions.reduce((sum, one) => sum + one.inside, 0)).toBe(atDoors.reduce((sum, one) => sum + one.inside, 0))
}
