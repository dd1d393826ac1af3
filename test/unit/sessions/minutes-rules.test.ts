import { describe, expect, it } from 'vitest'
import type { AttendanceRule } from '#main/features/sessions/attendance-rules.ts'
import { countScans } from '#main/features/sessions/minutes-rules.ts'
import { attendDay, attendSession, type Mark } from '#main/features/sessions/presence-rules.ts'
import { type PlannedSession, possibleMinutes } from '#main/features/sessions/schedule-rules.ts'
import { type Pass, staysOf } from '#main/features/sessions/stay-rules.ts'
import { clock, pass, planned } from './plan.ts'

const LATER = clock(23)
const REST = { startsAt: clock(10, 15), endsAt: clock(10, 30) }
const plan = (rule: Partial<AttendanceRule> = {}): Record<'first' | 'second' | 'other', PlannedSession> => ({
  first: planned('first', { room: 'A', from: [8, 30], to: [10, 15], rule }),
  second: planned('second', { room: 'A', from: [10, 0], to: [11, 30], rule, breaks: [REST] }),
  other: planned('other', { room: 'B', from: [8, 30], to: [10, 15], rule }),
})
const count = (session: PlannedSession, passes: readonly Pass[], at = LATER) =>
  countScans(
    session,
    staysOf(passes, () => 'day-0'),
    at,
  )

describe('minutes', () => {
  it('begin at the start for whoever comes within the grace, later for whoever is late', () => {
    const { first } = plan()
    const from = (at: number) => count(first, [pass('in', first, at), pass('out', first, clock(10, 15))])
    expect(from(clock(8))).toMatchObject({ minutes: 105, isLate: false })
    expect(from(clock(8, 45))).toMatchObject({ minutes: 105, isLate: false })
    expect(from(clock(8, 46))).toMatchObject({ minutes: 89, isLate: true })
    expect(from(clock(10, 15))).toMatchObject({ hasCome: false, minutes: 0 })
  })

  it('leave out what somebody spent outside, and tell an early exit', () => {
    const { first } = plan()
    const passes = [
      pass('in', first, clock(8, 30)),
      pass('out', first, clock(9)),
      pass('in', first, clock(9, 20)),
      pass('out', first, clock(10)),
    ]
    expect(count(first, passes)).toMatchObject({
      minutes: 70,
      firstIn: clock(8, 30),
      lastOut: clock(10),
      hasLeftEarly: true,
      isExitMissing: false,
    })
  })

  it('leave breaks out of what is possible and of what is counted, where the rule says so', () => {
    const passes = (session: PlannedSession) => [pass('in', session, clock(10)), pass('out', session, clock(11))]
    const { second } = plan()
    expect([possibleMinutes(second), count(second, passes(second)).minutes]).toEqual([75, 45])
    const { second: whole } = plan({ areBreaksExcluded: false })
    expect([possibleMinutes(whole), count(whole, passes(whole)).minutes]).toEqual([90, 60])
  })

  it('reach to the end without an exit, or nowhere, as the rule says', () => {
    const lenient = plan().first
    expect(count(lenient, [pass('in', lenient, clock(8, 30))])).toMatchObject({ minutes: 105, isExitMissing: true })
    const strict = plan({ missingExit: 'not-counted' }).first
    expect(count(strict, [pass('in', strict, clock(8, 30))])).toMatchObject({
      hasCome: true,
      minutes: 0,
      isEnough: false,
      isExitMissing: true,
      lastOut: null,
    })
  })

  it('run on while the session does: nobody misses an exit yet', () => {
    const { first } = plan({ missingExit: 'not-counted' })
    expect(count(first, [pass('in', first, clock(8, 30))], clock(9))).toMatchObject({
      minutes: 30,
      isExitMissing: false,
    })
  })

  it('end when somebody turns up elsewhere, and at the end of the session at the latest', () => {
    const { first, second, other } = plan({ missingExit: 'not-counted' })
    const moved = [pass('in', first, clock(8, 30)), pass('in', other, clock(9, 30))]
    expect(count(first, moved)).toMatchObject({ minutes: 60, hasLeftEarly: true, isExitMissing: false })
    // Seen again only after the end: nothing tells how long they stayed.
    const later = [pass('in', first, clock(8, 30)), pass('in', second, clock(10, 40))]
    expect(count(first, later)).toMatchObject({ minutes: 0, isExitMissing: true })
  })

  it('of every session of the room are covered by an explicit exit, of no other room and by nothing else', () => {
    const { first, second, other } = plan()
    const whole = [pass('in', first, clock(8, 30)), pass('out', second, clock(11, 30))]
    expect([first, second, other].map(session => count(session, whole).minutes)).toEqual([105, 75, 0])
    const open = [pass('in', first, clock(8, 30))]
    expect([first, second].map(session => count(session, open).minutes)).toEqual([105, 0])
  })

  it('of an exit on another day cover nothing', () => {
    const { first, second } = plan()
    const nextDay = planned('next', { room: 'A', from: [8, 30], to: [10, 15], day: 1 })
    const passes = [pass('in', first, clock(9)), pass('out', nextDay, clock(9, 0, 1))]
    const stays = staysOf(passes, id => (id === 'next' ? 'day-1' : 'day-0'))
    const at = clock(23, 0, 1)
    expect([first, second, nextDay].map(session => countScans(session, stays, at).minutes)).toEqual([75, 0, 0])
  })

  it('are compared with the minimum of the rule', () => {
    const stay = (session: PlannedSession, minutes: number) =>
      count(session, [pass('in', session, clock(8, 30)), pass('out', session, clock(8, 30 + minutes))]).isEnough
    const share = plan().first
    expect([stay(share, 52), stay(share, 53)]).toEqual([false, true])
    const minutes = plan({ minimum: { by: 'minutes', minutes: 45 } }).first
    expect([stay(minutes, 44), stay(minutes, 45)]).toEqual([false, true])
    const long = plan({ minimum: { by: 'minutes', minutes: 300 } }).first
    expect([stay(long, 104), stay(long, 105)]).toEqual([false, true])
    const entry = plan({ minimum: { by: 'entry' } }).first
    expect(stay(entry, 1)).toBe(true)
  })
})

describe('marks by hand', () => {
  const mark = (source: Mark['source'], more: Partial<Mark> = {}): Mark => ({
    source,
    isPresent: true,
    minutes: null,
    reason: '',
    at: LATER,
    by: 'Meja 1',
    ...more,
  })
  const { first } = plan()
  const registered = { isEligible: true, isArchived: false }
  const short = staysOf([pass('in', first, clock(8, 30)), pass('out', first, clock(9))], () => 'day-0')
  const attend = (marks: Mark[], stays = short, who = registered) => attendSession(first, who, stays, marks, LATER)

  it('stand for the whole session where scans do not suffice', () => {
    expect(attend([])).toMatchObject({ state: 'absent', minutes: 30, evidence: 'scan' })
    expect(attend([mark('sheet')])).toMatchObject({ state: 'present', minutes: 105, evidence: 'sheet', note: 'Meja 1' })
    expect(attend([mark('signature')], [])).toMatchObject({ state: 'present', minutes: 105, evidence: 'signature' })
  })

  it('do not hide scans that say as much', () => {
    const whole = staysOf([pass('in', first, clock(8, 30)), pass('out', first, clock(10, 15))], () => 'day-0')
    expect(attend([mark('sheet')], whole)).toMatchObject({ state: 'present', evidence: 'scan', note: '' })
  })

  it('are outdone by the newest correction', () => {
    const away = mark('correction', { isPresent: false, reason: 'Titip tanda tangan', at: LATER - 2 })
    expect(attend([mark('sheet'), away])).toMatchObject({ state: 'absent', minutes: 0, evidence: 'correction' })
    const there = mark('correction', { minutes: 20, reason: 'Pintu samping', at: LATER - 1 })
    expect(attend([there, away])).toMatchObject({ state: 'present', minutes: 20, note: 'Pintu samping · Meja 1' })
    expect(attend([mark('correction', { minutes: 900 })])).toMatchObject({ minutes: 105 })
  })

  it('make somebody registered who may not enter; without any sign they are not', () => {
    const guest = { isEligible: false, isArchived: false }
    expect(attend([], [], guest)).toBeNull()
    expect(attend([], short, guest)).toMatchObject({ state: 'absent' })
    expect(attend([mark('sheet')], [], guest)).toMatchObject({ state: 'present' })
  })

  it('win over the archive, for sessions and for days', () => {
    const gone = { isEligible: true, isArchived: true }
    expect(attend([], [], gone)).toMatchObject({ state: 'archived', evidence: null })
    expect(attend([mark('sheet')], [], gone)).toMatchObject({ state: 'present' })
    const day = (checkedInAt: number | null, marks: Mark[]) => attendDay({ isArchived: true }, checkedInAt, marks, 60)
    expect(day(null, [])).toMatchObject({ state: 'archived', evidence: null })
    expect(day(clock(8), [])).toMatchObject({ state: 'present', evidence: 'scan', firstIn: clock(8), minutes: 60 })
    expect(day(clock(8), [mark('correction', { isPresent: false })])).toMatchObject({ state: 'archived' })
  })
})
