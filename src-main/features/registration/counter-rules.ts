/** People who are alike for the counters: one role, one delegation, walk-in or not. `arrived` is part of `expected`. */
export interface HeadCount {
  roleId: string
  delegationId: string | null
  isWalkIn: boolean
  expected: number
  arrived: number
}

export interface Share {
  expected: number
  arrived: number
}

/** The counters of one event day: people, never rows. */
export interface Counters extends Share {
  walkIns: number
  byRole: (Share & { roleId: string })[]
  byDelegation: (Share & { delegationId: string })[]
  /** Delegations of whom somebody is expected, and those of them who have all arrived. */
  delegations: number
  completeDelegations: number
}

/** Adds up head counts. The order of the groups does not matter, and a group may come in pieces. */
export function sumUp(groups: readonly HeadCount[]): Counters {
  const total = { expected: 0, arrived: 0 }
  let walkIns = 0
  const roles = new Map<string, Share>()
  const delegations = new Map<string, Share>()
  for (const group of groups) {
    add(total, group)
    add(shareOf(roles, group.roleId), group)
    if (group.delegationId !== null) add(shareOf(delegations, group.delegationId), group)
    if (group.isWalkIn) walkIns += group.expected
  }
  const byDelegation = [...delegations].map(([delegationId, share]) => ({ delegationId, ...share }))
  return {
    ...total,
    walkIns,
    byRole: [...roles].map(([roleId, share]) => ({ roleId, ...share })),
    byDelegation,
    delegations: byDelegation.length,
    completeDelegations: byDelegation.filter(isComplete).length,
  }
}

/** Somebody is expected and nobody is missing. */
export function isComplete(share: Share): boolean {
  return share.expected > 0 && share.arrived >= share.expected
}

function shareOf(shares: Map<string, Share>, key: string): Share {
  let share = shares.get(key)
  if (!share) shares.set(key, (share = { expected: 0, arrived: 0 }))
  return share
}

function add(sum: Share, part: Share): void {
  sum.expected += part.expected
  sum.arrived += part.arrived
}

/** A check-in as it was written down; the id is made by whoever does it, so a retry brings the same one. */
export interface ArrivalFact {
  id: string
  participantId: string
  dayId: string
}

/**
 * Who has arrived on a day, from facts in any order and repeated at will: a void outlives the check-in it names whenever it comes.
 * The model that the event file is tested against, and what desks that met again will merge with.
 */
export function arrivedOn(dayId: string, facts: Iterable<ArrivalFact>, voidedIds: ReadonlySet<string>): Set<string> {
  const arrived = new Set<string>()
  for (const fact of facts) {
    if (fact.dayId === dayId && !voidedIds.has(fact.id)) arrived.add(fact.participantId)
  }
  return arrived
}
