/** A scan at a door that let somebody in or out. Append-only; the order is (at, id). */
export interface Pass {
  id: string
  sessionId: string
  roomId: string
  direction: 'in' | 'out'
  /** UTC epoch milliseconds. */
  at: number
  /** Let in by staff although the door refused. */
  isOverride: boolean
}

/** A time that somebody spent in a room, from the scan that let them in. */
export interface Stay {
  /** The scan that opened it. */
  pass: Pass
  sessionId: string
  roomId: string
  from: number
  /** Null while they are still there, as far as scans tell. */
  until: number | null
  /** Whether they were scanned out at this room; otherwise they turned up elsewhere, or nothing is known. */
  isExplicitExit: boolean
}

/** The event day of a session; undefined when there is no such session. */
export type DayOf = (sessionId: string) => string | undefined

/** The order of passes: by time, then by id. */
export function byTime(one: Pass, other: Pass): number {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id))
}

/**
 * What one person's standing passes say about where they were. Works for any passes in any order: a person is in one place at most.
 * `in` opens a stay unless it repeats the one that is open; `in` elsewhere (room or session) ends the one before; `out` ends it,
 * as an explicit exit only from the same room on the same day.
 */
export function staysOf(passes: readonly Pass[], dayOf: DayOf): Stay[] {
  const stays: Stay[] = []
  let open: Stay | null = null
  for (const pass of passes.toSorted(byTime)) {
    if (pass.direction === 'in') {
      if (open && open.sessionId === pass.sessionId && open.roomId === pass.roomId) continue
      if (open) open.until = pass.at
      const { sessionId, roomId, at: from } = pass
      open = { pass, sessionId, roomId, from, until: null, isExplicitExit: false }
      stays.push(open)
    } else if (open) {
      open.until = pass.at
      open.isExplicitExit = open.roomId === pass.roomId && dayOf(open.sessionId) === dayOf(pass.sessionId)
      open = null
    }
  }
  return stays
}

/** The stay that nothing has ended: where the person is now. */
export function openStay(stays: readonly Stay[]): Stay | null {
  const last = stays.at(-1)
  return last && last.until === null ? last : null
}

/** How often people came into a session and went out of it again; inside = entries - exits. */
export interface Flow {
  entries: number
  exits: number
}

/** The flow that one person's stays make, per session. */
export function flowsOf(stays: readonly Stay[]): Map<string, Flow> {
  const flows = new Map<string, Flow>()
  for (const stay of stays) {
    const flow = flows.get(stay.sessionId) ?? { entries: 0, exits: 0 }
    flow.entries += 1
    if (stay.until !== null) flow.exits += 1
    flows.set(stay.sessionId, flow)
  }
  return flows
}

/** What has to be added to the flows of sessions when one person's stays change from `before` to `after`. */
export function flowChanges(before: readonly Stay[], after: readonly Stay[]): Map<string, Flow> {
  const changes = flowsOf(after)
  for (const [sessionId, { entries, exits }] of flowsOf(before)) {
    const flow = changes.get(sessionId) ?? { entries: 0, exits: 0 }
    changes.set(sessionId, { entries: flow.entries - entries, exits: flow.exits - exits })
  }
  return new Map([...changes].filter(([, { entries, exits }]) => entries !== 0 || exits !== 0))
}
