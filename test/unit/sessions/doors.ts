import fc from 'fast-check'
import type { DoorDirection, DoorVerdict } from '#main/features/sessions/contract.ts'
import { decideAtDoor } from '#main/features/sessions/door-rules.ts'
import { currentOpening, openingsOf, type PlannedSession } from '#main/features/sessions/schedule-rules.ts'
import { openStay, type Pass, type Stay, staysOf } from '#main/features/sessions/stay-rules.ts'
import { clock, planned } from './plan.ts'

/** Two doors side by side, narrow ones, and a break between. */
const BREAK = { startsAt: clock(9, 0), endsAt: clock(9, 15) }
export const SESSIONS: readonly PlannedSession[] = [
  planned('A1', { room: 'A', from: [8, 30], to: [10, 0], limit: 2, breaks: [BREAK] }),
  planned('A2', { room: 'A', from: [10, 15], to: [11, 30], rule: { missingExit: 'not-counted' } }),
  planned('B1', {
    room: 'B',
    from: [8, 30],
    to: [10, 0],
    limit: 1,
    rule: { minimum: { by: 'entry' }, graceMinutes: 0 },
  }),
  planned('B2', { room: 'B', from: [10, 0], to: [11, 0], limit: 2, rule: { areBreaksExcluded: false } }),
]
const ROOMS = ['A', 'B'] as const
export const PEOPLE = ['p1', 'p2', 'p3', 'p4'] as const
const MINUTE_MS = 60_000

/** What happens at the doors; `ahead` moves the clock, back too, as clocks do that somebody sets. */
export type Happening =
  | { kind: 'scan'; person: number; room: number; direction: DoorDirection; ahead: number; isOverride: boolean }
  | { kind: 'retry'; which: number }
  | { kind: 'undo'; which: number; ahead: number }

const ahead = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 25 * MINUTE_MS }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 15_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -40 * MINUTE_MS, max: 0 }) },
)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('scan' as const),
      person: fc.nat(PEOPLE.length - 1),
      room: fc.nat(ROOMS.length - 1),
      direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
      ahead,
      isOverride: fc.constantFrom(true, false, false, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retry' as const), which: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(30), ahead }) },
)
/** A morning at two doors. */
export const morning = fc.array(happening, { maxLength: 40, size: 'max' })

/** An undo of the pass of this number. */
export interface Undoing {
  kind: 'undo'
  pass: number
  isRefused: boolean
}

/** A host of the pure rules alone: what the service does with a file, done with lists. */
export class PureHost {
  readonly passes = new Map<string, Pass[]>(PEOPLE.map(person => [person, []]))
  readonly made: { person: string; pass: Pass }[] = []
  now = clock(8, 10)
  private count = 0
  readonly verdicts: DoorVerdict[] = []

  readonly sessionOf = (id: string): PlannedSession | undefined => SESSIONS.find(session => session.id === id)
  readonly dayOf = (id: string): string | undefined => this.sessionOf(id)?.dayId

  stays(person: string): Stay[] {
    return staysOf(this.passes.get(person)!, this.dayOf)
  }

  /** Who is in a session by their stays. */
  inside(sessionId: string): string[] {
    return PEOPLE.filter(person => openStay(this.stays(person))?.sessionId === sessionId)
  }

  /** Answers with the verdict, or with the number of the pass that was to be voided and whether it was. */
  run(one: Happening): DoorVerdict | Undoing | null {
    if (one.kind === 'scan') return this.scan(one)
    if (one.kind === 'undo') return this.undo(one.which, one.ahead)
    // A retry of an act that is known does nothing: the door of all writes sees to it.
    return null
  }

  private scan({
    person: index,
    room: roomIndex,
    direction,
    ahead,
    isOverride,
  }: Happening & {
    kind: 'scan'
  }): DoorVerdict {
    this.now += ahead
    const [person, roomId] = [PEOPLE[index]!, ROOMS[roomIndex]!]
    const passes = this.passes.get(person)!
    const at = Math.max(this.now, passes.at(-1)?.at ?? 0)
    const session = currentOpening(openingsOf(SESSIONS, roomId, 30), null, this.now)?.session ?? null
    const verdict = decideAtDoor(
      {
        who: { kind: 'person', participantId: person },
        direction: isOverride ? 'in' : direction,
        overrideReason: isOverride ? 'alasan' : null,
      },
      {
        person: {
          id: person,
          archivedAt: null,
          archiveReason: '',
          roleId: 'r',
          delegationId: null,
          isSignedUp: false,
          isCheckedIn: true,
        },
        passes,
        inside: session ? this.inside(session.id).length : 0,
        sessionOf: this.sessionOf,
        roomName: id => id,
      },
      { roomId, session, at },
    )
    this.verdicts.push(verdict)
    if (verdict.kind !== 'entered' && verdict.kind !== 'left') return verdict
    const made: Pass = {
      id: String(this.count++).padStart(4, '0'),
      sessionId: verdict.sessionId,
      roomId,
      direction: verdict.kind === 'entered' ? 'in' : 'out',
      at,
      isOverride: isOverride && verdict.kind === 'entered',
    }
    passes.push(made)
    this.made.push({ person, pass: made })
    return verdict
  }

  private undo(which: number, ahead: number): Undoing | null {
    this.now += ahead
    const [target] = this.made.length > 0 ? this.made.splice(which % this.made.length, 1) : []
    if (!target) return null
    const before = this.passes.get(target.person)!
    const was = openStay(this.stays(target.person))
    const standing = before.filter(pass => pass.id !== target.pass.id)
    this.passes.set(target.person, standing)
    const open = openStay(this.stays(target.person))
    const limit = open && this.sessionOf(open.sessionId)?.limit
    const isTooFull = limit != null && this.inside(open!.sessionId).length > limit
    const isBackAgain = was?.sessionId !== open?.sessionId || was?.pass.isOverride === true
    const isRefused = open !== null && !open.pass.isOverride && isBackAgain && isTooFull
    if (isRefused) this.passes.set(target.person, before)
    return { kind: 'undo', pass: Number(target.pass.id), isRefused }
  }
}
