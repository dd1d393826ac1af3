import { beforeEach, describe, expect, it } from 'vitest'
import { getDoorState } from '#main/features/sessions/door-state-service.ts'
import { getOverview } from '#main/features/sessions/overview-service.ts'
import { clock, HallEvent } from './hall-event.ts'

let hall: HallEvent
beforeEach(() => {
  hall = new HallEvent()
})

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
    const state = () => getDoorState(hall.event, { roomId: hall.rooms['Aula']!, heldSessionId: null }, clock(9))
    expect(state()).toMatchObject({ inside: 1, entries: 1, exits: 0, expected: 5, unscanned: 0, next: null })
    expect(hall.verdict('Aula', person!, clock(9, 30))).toMatchObject({ kind: 'left', minutes: 60, earlyMinutes: 30 })
    expect(state()).toMatchObject({ inside: 0, entries: 1, exits: 1 })
    expect(state().recent.map(one => [one.verdict, one.person?.id, one.canUndo])).toEqual([
      ['left', person, true],
      ['entered', person, true],
    ])
    expect(getOverview(hall.event.db, clock(11)).sessions).toMatchObject([
      { sessionId: session, registered: 5, present: 1, absent: 4, archived: 0, missingExits: 0 },
    ])
  })
})
