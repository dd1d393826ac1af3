import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeReading } from '#main/features/badges/code-rules.ts'
import { decide, type DeskInput, type DeskState, personNamedBy } from '#main/features/registration/rules.ts'

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
const id = fc.constantFrom('p1', 'p2', 'p3')
const reading: fc.Arbitrary<CodeReading> = fc.oneof(
  fc.record({
    kind: fc.constant('valid' as const),
    badgeId: fc.string(),
    participantId: id,
    revokedAt: fc.option(instant),
    revokedReason: fc.string(),
  }),
  fc.constantFrom('altered', 'other-event', 'unknown', 'incomplete', 'not-a-code').map(kind => ({ kind })),
)
const input: fc.Arbitrary<DeskInput> = fc.oneof(
  reading.map(reading => ({ kind: 'code' as const, reading })),
  id.map(participantId => ({ kind: 'person' as const, participantId })),
)
const state: fc.Arbitrary<DeskState> = fc.record({
  person: fc.option(
    fc.record({ id, archivedAt: fc.option(instant), archiveReason: fc.string(), replacedById: fc.option(id) }),
  ),
  checkIn: fc.option(fc.record({ at: instant, deviceName: fc.string() })),
})
const policy = fc.record({ todayId: fc.option(fc.constantFrom('d1', 'd2')) })

const KINDS = new Set([
  'welcome',
  'already-in',
  'not-today',
  'revoked',
  'archived',
  'other-event',
  'altered',
  'unknown',
  'incomplete',
  'not-a-code',
])

describe('decide', () => {
  it('answers for every input with one of the verdicts', () => {
    fc.assert(fc.property(input, state, policy, (i, s, p) => KINDS.has(decide(i, s, p).kind)))
  })

  it('is the same each time and changes nothing that it is given', () => {
    fc.assert(
      fc.property(input, state, policy, (i, s, p) => {
        const before = JSON.stringify([i, s, p])
        expect(decide(i, s, p)).toEqual(decide(i, s, p))
        expect(JSON.stringify([i, s, p])).toBe(before)
      }),
    )
  })

  it('welcomes only a person who is expected, with a living badge, on an event day, not yet in', () => {
    fc.assert(
      fc.property(input, state, policy, (i, s, p) => {
        const isWelcome = decide(i, s, p).kind === 'welcome'
        const isDead = i.kind === 'code' && (i.reading.kind !== 'valid' || i.reading.revokedAt !== null)
        const may = !isDead && s.person !== null && s.person.archivedAt === null && !s.checkIn && p.todayId !== null
        expect(isWelcome).toBe(may)
      }),
    )
  })

  it('never welcomes twice: after a welcome the same input finds them already in', () => {
    const living = fc.record({
      id,
      archivedAt: fc.constant(null),
      archiveReason: fc.string(),
      replacedById: fc.option(id),
    })
    fc.assert(
      fc.property(input, living, instant, (i, person, at) => {
        const isDead = i.kind === 'code' && (i.reading.kind !== 'valid' || i.reading.revokedAt !== null)
        const first = decide(i, { person, checkIn: null }, { todayId: 'd1' })
        expect(first.kind === 'welcome').toBe(!isDead)
        const second = decide(i, { person, checkIn: { at, deviceName: 'Meja 2' } }, { todayId: 'd1' })
        if (isDead) expect(second).toEqual(first)
        else expect(second).toEqual({ kind: 'already-in', participantId: person.id, at, deviceName: 'Meja 2' })
      }),
    )
  })

  it('tells the dead badge of a replaced person by who came instead', () => {
    const reading = {
      kind: 'valid',
      badgeId: 'b',
      participantId: 'p1',
      revokedAt: 5,
      revokedReason: 'mewakili',
    } as const
    const person = { id: 'p1', archivedAt: 5, archiveReason: 'mewakili', replacedById: 'p2' }
    expect(decide({ kind: 'code', reading }, { person, checkIn: null }, { todayId: 'd1' })).toEqual({
      kind: 'revoked',
      participantId: 'p1',
      reason: 'mewakili',
      replacedById: 'p2',
    })
    expect(decide({ kind: 'person', participantId: 'p1' }, { person, checkIn: null }, { todayId: 'd1' }).kind).toBe(
      'archived',
    )
  })

  it('says so when somebody who is in comes back on a day that is none', () => {
    const person = { id: 'p1', archivedAt: null, archiveReason: '', replacedById: null }
    expect(decide({ kind: 'person', participantId: 'p1' }, { person, checkIn: null }, { todayId: null }).kind).toBe(
      'not-today',
    )
  })
})

describe('personNamedBy', () => {
  it('names the person of a valid code or of a pick, else nobody', () => {
    fc.assert(
      fc.property(input, i => {
        const named = personNamedBy(i)
        if (i.kind === 'person') expect(named).toBe(i.participantId)
        else expect(named).toBe(i.reading.kind === 'valid' ? i.reading.participantId : null)
      }),
    )
  })
})
