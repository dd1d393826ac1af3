import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countScans } from '#main/features/sessions/minutes-rules.ts'
import { attendSession } from '#main/features/sessions/presence-rules.ts'
import { byTime, flowsOf, openStay, type Pass, type Stay } from '#main/features/sessions/stay-rules.ts'
import { type Happening, morning, PEOPLE, PureHost, SESSIONS } from './doors.ts'
import { clock } from './plan.ts'

const MINUTE_MS = 60_000
const RUNS = 300
const LATER = clock(23)

/** Runs a morning and looks after everything that happens. */
function watch(happenings: readonly Happening[], look: (host: PureHost) => void): void {
  const host = new PureHost()
  for (const one of happenings) {
    host.run(one)
    look(host)
  }
}

const always = (look: (host: PureHost) => void): void =>
  fc.assert(
    fc.property(morning, happenings => watch(happenings, look)),
    { numRuns: RUNS },
  )

/** Where somebody is by their newest pass: the plainest way to see it. */
function whereabouts(passes: readonly Pass[]): { roomId: string; sessionId: string } | null {
  const last = passes.toSorted(byTime).at(-1)
  return last?.direction === 'in' ? last : null
}

describe('any course of a morning at two doors', () => {
  it('has as many people inside as came in less those who went out', () => {
    always(host => {
      for (const session of SESSIONS) {
        const flows = PEOPLE.map(person => flowsOf(host.stays(person)).get(session.id) ?? { entries: 0, exits: 0 })
        const inside = PEOPLE.filter(person => whereabouts(host.passes.get(person)!)?.sessionId === session.id)
        must(inside.length === sum(flows.map(flow => flow.entries - flow.exits)))
      }
    })
  })

  it('has nobody in two rooms, and the rooms together hold each person once', () => {
    always(host => {
      for (const person of PEOPLE) {
        const stays = host.stays(person)
        stays.slice(1).forEach((stay, index) => must((stays[index]!.until ?? LATER) <= stay.from))
        must(openStay(stays)?.roomId === whereabouts(host.passes.get(person)!)?.roomId)
      }
      const rooms = SESSIONS.map(session => host.inside(session.id))
      must(sum(rooms.map(people => people.length)) === new Set(rooms.flat()).size)
    })
  })

  it('gives nobody more minutes than the session has, and none before it begins', () => {
    always(host => {
      for (const session of SESSIONS) {
        for (const person of PEOPLE) {
          const stays = host.stays(person)
          for (const at of [host.now, LATER]) {
            const { minutes } = countScans(session, stays, at)
            must(minutes >= 0 && minutes * MINUTE_MS <= session.endsAt - session.startsAt)
          }
          must(countScans(session, stays, session.startsAt - 1).minutes === 0)
        }
      }
    })
  })

  it('counts nobody in a session without a scan that says so', () => {
    always(host => {
      for (const session of SESSIONS) {
        for (const person of PEOPLE) {
          if (!countScans(session, host.stays(person), LATER).hasCome) continue
          must(host.stays(person).some(stay => saysSo(stay, session)))
        }
      }
    })
  })

  it('never lets in more than there are places but by an override', () => {
    always(host => {
      for (const { id, limit } of SESSIONS) {
        const inside = host.inside(id).map(person => openStay(host.stays(person))!)
        const byRight = inside.filter(stay => !stay.pass.isOverride)
        must(limit === null || byRight.length <= limit)
      }
    })
  })

  it('reads the same twice and in whatever order the passes come', () => {
    fc.assert(
      fc.property(morning, fc.infiniteStream(fc.nat(1000)), (happenings, dice) => {
        const host = new PureHost()
        happenings.forEach(one => host.run(one))
        const report = (): unknown =>
          PEOPLE.map(person =>
            SESSIONS.map(session =>
              attendSession(session, { isEligible: true, isArchived: false }, host.stays(person), [], LATER),
            ),
          )
        const first = report()
        expect(report()).toEqual(first)
        for (const [person, passes] of host.passes) host.passes.set(person, shuffled(passes, dice))
        expect(report()).toEqual(first)
      }),
      { numRuns: RUNS },
    )
  })

  it('sees every verdict that a door has for somebody on the lists', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(morning, happenings => {
        const host = new PureHost()
        happenings.forEach(one => host.run(one))
        for (const verdict of host.verdicts) seen.add(verdict.kind)
      }),
      { numRuns: RUNS },
    )
    expect(seen).toEqual(new Set(['entered', 'left', 'already-inside', 'not-inside', 'full', 'no-session']))
  })
})

/** Cheaper than `expect` where it is asked a million times. */
function must(holds: boolean): void {
  if (!holds) throw new Error('does not hold')
}

function saysSo(stay: Stay, session: (typeof SESSIONS)[number]): boolean {
  const isThere = stay.from < session.endsAt && (stay.until ?? LATER) > session.startsAt
  return isThere && (stay.sessionId === session.id || (stay.isExplicitExit && stay.roomId === session.roomId))
}

function shuffled<Item>(items: readonly Item[], dice: Iterator<number>): Item[] {
  return items
    .map(item => ({ item, at: dice.next().value as number }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
