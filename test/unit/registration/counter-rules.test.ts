import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArrivalFact, arrivedOn, type HeadCount, sumUp } from '#main/features/registration/counter-rules.ts'

const group: fc.Arbitrary<HeadCount> = fc
  .record({
    roleId: fc.constantFrom('peserta', 'panitia', 'media'),
    delegationId: fc.option(fc.constantFrom('a', 'b', 'c')),
    isWalkIn: fc.boolean(),
    missing: fc.nat(20),
    arrived: fc.nat(20),
  })
  .map(({ missing, ...rest }) => ({ ...rest, expected: rest.arrived + missing }))

function byKey(counters: ReturnType<typeof sumUp>): unknown {
  const sort = <T>(rows: T[]): T[] => [...rows].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  return { ...counters, byRole: sort(counters.byRole), byDelegation: sort(counters.byDelegation) }
}

describe('sumUp', () => {
  it('gives the same counters whatever the order', () => {
    fc.assert(
      fc.property(fc.array(group), groups => {
        expect(byKey(sumUp([...groups].reverse()))).toEqual(byKey(sumUp(groups)))
      }),
    )
  })

  it('counts everybody once: the roles add up to the total, arrivals never exceed the expected', () => {
    fc.assert(
      fc.property(fc.array(group), groups => {
        const counters = sumUp(groups)
        expect(counters.byRole.reduce((sum, role) => sum + role.arrived, 0)).toBe(counters.arrived)
        expect(counters.byRole.reduce((sum, role) => sum + role.expected, 0)).toBe(counters.expected)
        expect(counters.arrived).toBeLessThanOrEqual(counters.expected)
        expect(counters.completeDelegations).toBeLessThanOrEqual(counters.delegations)
      }),
    )
  })

  it('calls a delegation complete when nobody is missing', () => {
    const base = { roleId: 'peserta', isWalkIn: false }
    const counters = sumUp([
      { ...base, delegationId: 'a', expected: 4, arrived: 4 },
      { ...base, delegationId: 'b', expected: 4, arrived: 3 },
      { ...base, delegationId: null, expected: 2, arrived: 2, isWalkIn: true },
    ])
    expect(counters).toMatchObject({ expected: 10, arrived: 9, walkIns: 2, delegations: 2, completeDelegations: 1 })
  })
})

describe('arrivedOn', () => {
  const fact: fc.Arbitrary<ArrivalFact> = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    participantId: fc.constantFrom('p', 'q', 'r'),
    dayId: fc.constantFrom('d1', 'd2'),
  })
  const facts = fc.uniqueArray(fact, { selector: one => one.id })

  it('is the same after any retry and in any order', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.nat(5)), fc.array(fc.constantFrom('1', '2', '3')), (all, repeats, voids) => {
        const voided = new Set(voids)
        const retried = [...all, ...repeats.flatMap(index => all[index] ?? [])].reverse()
        expect(arrivedOn('d1', retried, voided)).toEqual(arrivedOn('d1', all, voided))
      }),
    )
  })

  it('leaves out a voided arrival, but not another one of the same person', () => {
    const all = [
      { id: '1', participantId: 'p', dayId: 'd1' },
      { id: '2', participantId: 'p', dayId: 'd1' },
      { id: '3', participantId: 'q', dayId: 'd1' },
    ]
    expect(arrivedOn('d1', all, new Set(['1', '3']))).toEqual(new Set(['p']))
  })
})
