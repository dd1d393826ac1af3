import { beforeEach, describe, expect, it } from 'vitest'
import { openEventFile } from '#main/event-file/open.ts'
import { findBrokenLink } from '#main/features/audit/service.ts'
import { badgeIdentityOf, makeCode } from '#main/features/badges/code-service.ts'
import { BLANK_PERSON } from '#main/features/participants/contract.ts'
import { createPersonIn } from '#main/features/participants/person-service.ts'
import { GROUP_LIMIT } from '#main/features/registration/contract.ts'
import { checkIn, checkInGroup, scanText, walkIn } from '#main/features/registration/check-in-service.ts'
import { getCard, getCounters, getGroup, listPeople, searchDesk } from '#main/features/registration/desk-service.ts'
import { listRecentActs } from '#main/features/registration/recent-service.ts'
import { undoAct } from '#main/features/undo/service.ts'
import { DAY_MS, DESK_1, DESK_2, DeskEvent, MORNING, newActId } from './desk-event.ts'

let desk: DeskEvent
beforeEach(() => {
  desk = new DeskEvent()
})

const scan = (text: string, at = MORNING, caller = DESK_1) =>
  scanText(desk.event, caller, { actId: newActId(), text }, at)
const pick = (participantId: string, at = MORNING, caller = DESK_1) =>
  checkIn(desk.event, caller, { actId: newActId(), participantId }, at)

describe('a scan', () => {
  it('welcomes once, then says when and where they came in', () => {
    const code = desk.badgeCode(desk.people[0]!)
    expect(scan(code)).toMatchObject({ kind: 'welcome', participantId: desk.people[0], dayId: desk.dayIds[0] })
    expect(scan(code, MORNING + 60_000, DESK_2)).toEqual({
      kind: 'already-in',
      participantId: desk.people[0],
      at: MORNING,
      deviceName: 'Meja 1',
    })
    expect(desk.countRows('check_ins')).toBe(1)
    expect(desk.countRows('scans')).toBe(2)
  })

  it('sent again after a lost answer counts once and gets the same answer', () => {
    const input = { actId: newActId(), text: desk.badgeCode(desk.people[0]!) }
    const first = scanText(desk.event, DESK_1, input, MORNING)
    expect(scanText(desk.event, DESK_1, input, MORNING + 5000)).toEqual(first)
    expect([desk.countRows('check_ins'), desk.countRows('scans')]).toEqual([1, 1])
  })

  it('is per event day, in the zone of the event', () => {
    const code = desk.badgeCode(desk.people[0]!)
    expect(scan(code).kind).toBe('welcome')
    // 23.30 WITA of the first day is still the first day, although it is 15.30 in UTC; half an hour later it is the second.
    expect(scan(code, Date.UTC(2023, 11, 18, 15, 30)).kind).toBe('already-in')
    expect(scan(code, Date.UTC(2023, 11, 18, 16, 0))).toMatchObject({ kind: 'welcome', dayId: desk.dayIds[1] })
    expect(scan(code, MORNING + 2 * DAY_MS).kind).toBe('not-today')
    expect(scan(code, MORNING - DAY_MS).kind).toBe('not-today')
    expect(getCard(desk.event, desk.people[0]!, MORNING).arrivals.map(arrival => arrival.date)).toEqual([
      '2023-12-18',
      '2023-12-19',
    ])
  })

  it('tells forged, unknown, incomplete and foreign codes apart and writes each down', () => {
    const code = desk.badgeCode(desk.people[0]!)
    const altered = code.slice(0, 15) + (code[15] === '2' ? '3' : '2') + code.slice(16)
    expect(scan(altered).kind).toBe('altered')
    expect(scan(makeCode(badgeIdentityOf(desk.event))).kind).toBe('unknown')
    expect(scan(code.slice(0, 20)).kind).toBe('incomplete')
    expect(scan(desk.badgeCode(desk.people[1]!).toLowerCase()).kind).toBe('welcome')
    const elsewhere = new DeskEvent()
    expect(scan(elsewhere.badgeCode(elsewhere.people[0]!)).kind).toBe('other-event')
    expect(scan('Sitti').kind).toBe('not-a-code')
    expect(desk.countRows('scans', "verdict <> 'welcome'")).toBe(5)
    expect(listRecentActs(desk.event, DESK_1, 10).map(one => one.verdict?.kind)).toEqual([
      'not-a-code',
      'other-event',
      'welcome',
      'incomplete',
      'unknown',
      'altered',
    ])
  })
})

describe('a pick from the results', () => {
  it('checks in, and twice is once', () => {
    const input = { actId: newActId(), participantId: desk.people[2]! }
    expect(checkIn(desk.event, DESK_1, input, MORNING).kind).toBe('welcome')
    expect(checkIn(desk.event, DESK_1, input, MORNING).kind).toBe('welcome')
    expect(pick(desk.people[2]!).kind).toBe('already-in')
    expect(desk.countRows('check_ins')).toBe(1)
  })

  it('refuses an id that is nobody', () => {
    expect(() => pick('nobody')).toThrow('NOT_FOUND')
    expect(desk.countRows('audit', "verb = 'registration.check-in'")).toBe(0)
  })

  it('refuses an act id that did something else', () => {
    const actId = newActId()
    checkIn(desk.event, DESK_1, { actId, participantId: desk.people[0]! }, MORNING)
    expect(() => walkIn(desk.event, DESK_1, { ...someoneNew(), actId }, MORNING)).toThrow('ACT_ID_REUSED')
  })
})

function someoneNew() {
  return {
    actId: newActId(),
    titleBefore: 'Hj.',
    name: 'Nurhayati',
    titleAfter: 'S.Pd.',
    phone: '0812-3456-7890',
    roleId: desk.roleId,
    delegationId: desk.delegations[0]!,
    institution: '',
    village: '',
    costBearer: 'instansi' as const,
    note: '',
  }
}

describe('a group', () => {
  it('larger than its list is counted whole, and lists those who have not come', () => {
    const delegationId = desk.delegations[0]!
    const { total } = getGroup(desk.event, { delegationId }, MORNING)!
    const person = { ...BLANK_PERSON, roleId: desk.roleId, delegationId }
    desk.write(db => {
      for (let index = 0; index < GROUP_LIMIT; index++)
        createPersonIn(db, { ...person, name: `Zainal ${index}` }, MORNING)
    })
    pick(desk.people[0]!)
    const group = getGroup(desk.event, { delegationId }, MORNING)!
    expect(group).toMatchObject({ total: total + GROUP_LIMIT, arrived: 1 })
    expect(group.members).toHaveLength(GROUP_LIMIT)
    expect(group.members.filter(member => member.arrivedAt !== null)).toEqual([])
    expect(getCard(desk.event, desk.people[0]!, MORNING).group).toMatchObject({
      total: total + GROUP_LIMIT,
      arrived: 1,
      mateCount: total + GROUP_LIMIT - 1,
      missingMates: total + GROUP_LIMIT - 1,
    })
  })

  it('comes in as one act, leaving those who are in', () => {
    pick(desk.people[0]!)
    const actId = newActId()
    const input = { actId, participantIds: [desk.people[0]!, desk.people[1]!, desk.people[1]!] }
    const outcome = checkInGroup(desk.event, DESK_1, input, MORNING + 1)
    expect(outcome.checkedIn).toEqual([desk.people[1]])
    expect(outcome.others).toMatchObject([{ participantId: desk.people[0], verdict: { kind: 'already-in' } }])
    expect(checkInGroup(desk.event, DESK_1, input, MORNING + 2)).toEqual(outcome)
    expect(
      getGroup(desk.event, { delegationId: desk.delegations[0]! }, MORNING)?.members.every(
        one => one.arrivedAt !== null,
      ),
    ).toBe(true)
    expect(getCounters(desk.event, MORNING).completeDelegations).toBe(1)

    undoAct(desk.event, DESK_1, { actId: newActId(), targetActId: actId }, MORNING + 3)
    const { members } = getGroup(desk.event, { participantId: desk.people[0]! }, MORNING)!
    expect(getCard(desk.event, desk.people[0]!, MORNING).group).toMatchObject({
      total: members.length,
      arrived: 1,
      mateCount: members.length - 1,
      missingMates: members.length - 1,
      mates: members.filter(({ id }) => id !== desk.people[0]).slice(0, 4),
    })
    expect(getCounters(desk.event, MORNING)).toMatchObject({ arrived: 1, completeDelegations: 0 })
  })
})

describe('a walk-in', () => {
  it('is written down with who pays, checked in, counted, and gone again with its undo', () => {
    const input = someoneNew()
    const { participantId, verdict } = walkIn(desk.event, DESK_2, input, MORNING)
    expect(walkIn(desk.event, DESK_2, input, MORNING)).toEqual({ participantId, verdict })
    expect(verdict.kind).toBe('welcome')
    expect(getCard(desk.event, participantId, MORNING).person).toMatchObject({ isWalkIn: true, costBearer: 'instansi' })
    expect(getCounters(desk.event, MORNING)).toMatchObject({ expected: 6, arrived: 1, walkIns: 1 })

    undoAct(desk.event, DESK_2, { actId: newActId(), targetActId: input.actId }, MORNING + 1)
    expect(getCounters(desk.event, MORNING)).toMatchObject({ expected: 5, arrived: 0, walkIns: 0 })
    expect(pick(participantId).kind).toBe('archived')
  })

  it('can be written down before the event without being checked in', () => {
    const { verdict } = walkIn(desk.event, DESK_1, someoneNew(), MORNING - DAY_MS)
    expect(verdict.kind).toBe('not-today')
    expect(desk.countRows('check_ins')).toBe(0)
  })
})

describe('what the desk reads', () => {
  it('finds people while typing, and knows a code from a name', () => {
    expect(searchDesk(desk.event, 'arifin', MORNING).hits.map(hit => hit.name)).toEqual(['Arifin Ramli'])
    expect(searchDesk(desk.event, desk.badgeCode(desk.people[0]!), MORNING)).toEqual({
      isCode: true,
      isSure: false,
      hits: [],
    })
    expect(searchDesk(desk.event, 'drs arifin', MORNING)).toMatchObject({
      isSure: true,
      hits: [{ name: 'Arifin Ramli' }],
    })
    expect(searchDesk(desk.event, 'arifin budiman', MORNING)).toMatchObject({
      isSure: false,
      hits: [{ name: 'Arifin Ramli' }],
    })
    expect(searchDesk(desk.event, '  ', MORNING).hits).toEqual([])
  })

  it('lists the people behind each number', () => {
    pick(desk.people[0]!)
    pick(desk.people[3]!)
    const names = (filter: Parameters<typeof listPeople>[1]) =>
      listPeople(desk.event, filter, MORNING).map(person => person.name)
    expect(names({ state: 'arrived', onlyWalkIns: false })).toEqual([
      'Andi Tenri Palinrungi',
      'Sitti Aminah Mappatunru',
    ])
    expect(names({ state: 'missing', onlyWalkIns: false })).toHaveLength(3)
    expect(names({ state: 'missing', delegationId: desk.delegations[0]!, onlyWalkIns: false })).toEqual([
      'Arifin Ramli',
    ])
    expect(names({ state: 'expected', roleId: desk.otherRoleId, onlyWalkIns: false })).toEqual([
      'Andi Tenri Palinrungi',
    ])
  })

  it('shows the last day that has begun when it is no event day', () => {
    pick(desk.people[0]!, MORNING + DAY_MS)
    expect(getCounters(desk.event, MORNING + 5 * DAY_MS)).toMatchObject({ dayId: desk.dayIds[1], arrived: 1 })
    expect(getCounters(desk.event, MORNING - 5 * DAY_MS)).toMatchObject({ dayId: desk.dayIds[0], arrived: 0 })
  })
})

it('is all there after the program was started again, and the audit chain is whole', () => {
  const code = desk.badgeCode(desk.people[0]!)
  scan(code)
  const { path } = desk.event
  desk.workspace.close()
  const again = openEventFile(path)
  expect(scanText(again, DESK_1, { actId: newActId(), text: code }, MORNING + 1).kind).toBe('already-in')
  expect(getCounters(again, MORNING).arrived).toBe(1)
  expect(findBrokenLink(again)).toBeNull()
  again.close()
})
