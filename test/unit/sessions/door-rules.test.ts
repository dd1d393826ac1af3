import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeReading } from '#main/features/badges/code-rules.ts'
import { doorVerdictSchema } from '#main/features/sessions/contract.ts'
import {
  decideAtDoor,
  type DoorInput,
  type DoorKnowledge,
  type DoorPolicy,
} from '#main/features/sessions/door-rules.ts'
import { SESSIONS } from './doors.ts'
import { clock } from './plan.ts'

const instant = fc.integer({ min: clock(7), max: clock(24) })
const participantId = fc.constantFrom('p1', 'p2')
const reading: fc.Arbitrary<CodeReading> = fc.oneof(
  fc.record({
    kind: fc.constant('valid' as const),
    badgeId: fc.string(),
    participantId,
    revokedAt: fc.option(instant),
    revokedReason: fc.string(),
  }),
  fc.constantFrom('altered', 'other-event', 'unknown', 'incomplete', 'not-a-code').map(kind => ({ kind })),
)
const input: fc.Arbitrary<DoorInput> = fc.record({
  who: fc.oneof(
    reading.map(code => ({ kind: 'code' as const, reading: code })),
    participantId.map(id => ({ kind: 'person' as const, participantId: id })),
  ),
  direction: fc.constantFrom('in', 'out', 'both'),
  overrideReason: fc.option(fc.string()),
})
const known: fc.Arbitrary<DoorKnowledge> = fc.record({
  person: fc.option(
    fc.record({
      id: participantId,
      archivedAt: fc.option(instant, { freq: 3 }),
      archiveReason: fc.string(),
      roleId: fc.constantFrom('role-1', 'role-2'),
      delegationId: fc.option(fc.constantFrom('delegation-1', 'delegation-2')),
      isSignedUp: fc.boolean(),
      isCheckedIn: fc.boolean(),
    }),
    { freq: 8 },
  ),
  passes: fc.array(
    fc.record({
      id: fc.uuid(),
      sessionId: fc.constantFrom('A1', 'A2', 'B1', 'gone'),
      roomId: fc.constantFrom('A', 'B', 'C'),
      direction: fc.constantFrom('in' as const, 'out' as const),
      at: instant,
      isOverride: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  inside: fc.nat(4),
  sessionOf: fc.constant((id: string) => SESSIONS.find(session => session.id === id)),
  roomName: fc.constant((id: string) => `Ruang ${id}`),
})
const admission = fc.record({
  roleIds: fc.subarray(['role-1']),
  delegationIds: fc.subarray(['delegation-1']),
  isSignUpOnly: fc.boolean(),
})
const policy: fc.Arbitrary<DoorPolicy> = fc.record({
  roomId: fc.constantFrom('A', 'B', 'C'),
  session: fc.option(
    fc.tuple(fc.constantFrom(...SESSIONS), admission).map(([session, who]) => ({ ...session, admission: who })),
    { freq: 8 },
  ),
  at: instant,
})

describe('decideAtDoor', () => {
  it('answers for every input with a verdict of the contract, the same each time', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(input, known, policy, (i, k, p) => {
        const verdict = decideAtDoor(i, k, p)
        seen.add(doorVerdictSchema.parse(verdict).kind)
        expect(decideAtDoor(i, k, p)).toEqual(verdict)
      }),
      { numRuns: 3000 },
    )
    expect(seen.size).toBe(doorVerdictSchema.options.length)
  })

  it('lets in only the living with a living badge, and without a reason only who may enter where there is room', () => {
    fc.assert(
      fc.property(input, known, policy, (i, k, p) => {
        const verdict = decideAtDoor(i, k, p)
        if (verdict.kind !== 'entered') return
        expect(k.person?.archivedAt).toBeNull()
        if (i.who.kind === 'code') expect(i.who.reading).toMatchObject({ kind: 'valid', revokedAt: null })
        expect(i.direction).not.toBe('out')
        expect(verdict.sessionId).toBe(p.session?.id)
        if (i.overrideReason !== null) return
        const { roleIds, delegationIds, isSignUpOnly } = p.session!.admission
        expect(roleIds.length === 0 || k.person?.roleId === 'role-1').toBe(true)
        expect(delegationIds.length === 0 || k.person?.delegationId === 'delegation-1').toBe(true)
        expect(!isSignUpOnly || k.person?.isSignedUp).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
