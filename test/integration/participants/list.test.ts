import { describe, expect, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { BLANK_PERSON, type PersonListInput, type PersonLine } from '#main/features/participants/contract.ts'
import { addDelegation, archiveDelegation, getDelegations } from '#main/features/participants/delegation-service.ts'
import { type ListQuery, listSql, parametersOf } from '#main/features/participants/list-queries.ts'
import { getWindow } from '#main/features/participants/list-service.ts'
import { archivePerson } from '#main/features/participants/person-acts-service.ts'
import { personWarnings } from '#main/features/participants/person-rules.ts'
import { createPersonIn, getPerson } from '#main/features/participants/person-service.ts'
import { addRole, archiveRole, getRoles, reorderRoles } from '#main/features/participants/role-service.ts'
import { addManyPeople } from '#test/fixtures/many-people.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'

const PLAIN: PersonListInput = {
  text: '',
  state: 'active',
  roleId: null,
  delegationId: null,
  sort: 'name',
  isDescending: false,
  offset: 0,
  limit: 200,
}

/** The whole list, fetched window by window. */
function everybody(event: EventFile, input: Partial<PersonListInput> = {}): PersonLine[] {
  const rows: PersonLine[] = []
  for (;;) {
    const window = getWindow(event, { ...PLAIN, ...input, offset: rows.length }, MORNING)
    rows.push(...window.rows)
    if (window.rows.length === 0) {
      expect(rows).toHaveLength(window.total)
      return rows
    }
  }
}

describe('the list', () => {
  test('shows 10,000 people window by window, each once, by name', () => {
    const event = openTempEvent()
    addManyPeople(event, 10_000)
    const rows = everybody(event)
    expect(new Set(rows.map(row => row.id)).size).toBe(10_000)
    const names = rows.map(row => row.name)
    expect(names).toEqual(names.toSorted())
    expect(getWindow(event, { ...PLAIN, offset: 9_950 }, MORNING).rows).toHaveLength(50)
  })

  test('every state, role and delegation shows just its people, in every order', () => {
    const event = openTempEvent()
    const ids = addManyPeople(event, 600)
    archivePerson(event, ADMIN, { actId: newActId(), id: ids[1]!, reason: '' }, MORNING)
    const all = [...everybody(event), ...everybody(event, { state: 'archived' })]
    expect(all).toHaveLength(600)
    const active = all.filter(row => row.archivedAt === null)
    const expected: [Partial<PersonListInput>, PersonLine[]][] = [
      [{ state: 'arrived' }, active.filter(row => row.arrivedAt !== null)],
      [{ state: 'not-arrived' }, active.filter(row => row.arrivedAt === null)],
      [{ state: 'walk-in' }, active.filter(row => row.isWalkIn)],
      [{ state: 'attention' }, active.filter(row => row.needsAttention)],
      [{ roleId: all[0]!.roleId }, active.filter(row => row.roleId === all[0]!.roleId)],
      [{ delegationId: 'delegation-7' }, active.filter(row => row.delegationId === 'delegation-7')],
      [
        { delegationId: 'delegation-6', state: 'arrived' },
        active.filter(row => row.delegationId === 'delegation-6' && row.arrivedAt !== null),
      ],
      [{ delegationId: 'none' }, []],
    ]
    for (const [filter, people] of expected) {
      for (const sort of ['name', 'role', 'delegation', 'institution', 'arrival'] as const) {
        const shown = everybody(event, { ...filter, sort, limit: 50 }).map(row => row.id)
        expect(shown.toSorted()).toEqual(people.map(row => row.id).toSorted())
        expect(everybody(event, { ...filter, sort, isDescending: true })).toHaveLength(people.length)
      }
    }
    expect(expected.filter(([, people]) => people.length > 0)).toHaveLength(7)
  })

  test('sorts by role as the roles are ordered, and by arrival with the absent last', () => {
    const event = openTempEvent()
    addManyPeople(event, 100)
    const position = new Map(getRoles(event.db).map(role => [role.id, role.position]))
    const byRole = everybody(event, { sort: 'role' }).map(row => position.get(row.roleId)!)
    expect(byRole).toEqual(byRole.toSorted((one, other) => one - other))
    const arrivals = everybody(event, { sort: 'arrival' }).map(row => row.arrivedAt)
    const present = arrivals.filter(at => at !== null)
    expect(arrivals).toEqual([...present.toSorted((one, other) => one - other), ...arrivals.filter(at => at === null)])
  })

  test('a kept order is worked out again after a change', () => {
    const event = openTempEvent()
    const ids = addManyPeople(event, 50)
    expect(everybody(event, { sort: 'institution' })).toHaveLength(50)
    archivePerson(event, ADMIN, { actId: newActId(), id: ids[0]!, reason: '' }, MORNING)
    expect(everybody(event, { sort: 'institution' })).toHaveLength(49)
  })

  test('needs attention where the rules warn, and nowhere else', () => {
    const event = openTempEvent()
    const roleId = getRoles(event.db)[0]!.id
    const numbers = ['', '-', '1974', '19740408 200202 1 007', '197404082002021007', '1,97908E+17', '7309132004000001']
    const phones = ['', '-', '081234567890', 'lihat WA', '0812-345', '+62 812 3456 7890']
    for (const nip of numbers) {
      for (const nik of numbers) {
        for (const phone of phones) {
          createPersonIn(event.db, { ...BLANK_PERSON, name: 'Uji', roleId, nip, nik, phone }, MORNING)
        }
      }
    }
    const rows = everybody(event)
    expect(rows).toHaveLength(numbers.length ** 2 * phones.length)
    for (const row of rows) {
      const person = getPerson(event.db, row.id)!
      expect([row.needsAttention, person.nip, person.nik, person.phone]).toEqual([
        personWarnings(person, person.phoneMatch).length > 0,
        person.nip,
        person.nik,
        person.phone,
      ])
    }
    const attention = everybody(event, { state: 'attention' }).map(row => row.id)
    expect(attention).toEqual(rows.filter(row => row.needsAttention).map(row => row.id))
  })

  test('finds by text', () => {
    const event = openTempEvent()
    addManyPeople(event, 300)
    const names = (text: string): string[] => everybody(event, { text }).map(row => row.name)
    const [someone] = getWindow(event, { ...PLAIN, offset: 100, limit: 1 }, MORNING).rows
    const [first, last, number] = someone!.name.split(' ')
    expect(names(`${last} ${first} ${number}`)).toEqual([someone!.name])
    expect(names(someone!.phone)).toEqual([someone!.name])
    expect(everybody(event, { text: first!, state: 'walk-in' }).every(row => row.isWalkIn)).toBe(true)
    expect(everybody(event, { text: 'tidak ada yang begini' })).toEqual([])
  })
})

describe('query plans', () => {
  const query: ListQuery = { ...PLAIN, ids: null, dayId: 'today' }
  const plan = (event: EventFile, sql: string, parameters: Partial<ListQuery> = {}): string =>
    event.db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(parametersOf({ ...query, ...parameters }))
      .map(row => row.detail)
      .join('; ')

  test('the usual window and every count read narrow indexes alone', () => {
    const event = openTempEvent()
    addManyPeople(event, 2_000)
    event.db.exec('ANALYZE')
    for (const state of ['active', 'walk-in', 'archived'] as const) {
      const { window, count } = listSql({ ...query, state })
      expect(plan(event, window)).toBe('SCAN p USING COVERING INDEX participants_listed')
      expect(plan(event, count)).toMatch(/USING COVERING INDEX participants_/)
    }
    const attention = listSql({ ...query, state: 'attention' })
    expect(plan(event, attention.window)).toBe('SCAN p USING INDEX participants_needing_attention')
  })

  test('orders that need sorting never read the wide table, but for the institution itself', () => {
    const event = openTempEvent()
    for (const sort of ['role', 'delegation', 'arrival'] as const) {
      expect(plan(event, listSql({ ...query, sort }).window)).toContain('COVERING INDEX participants_listed')
    }
    expect(plan(event, listSql({ ...query, state: 'not-arrived' }).window)).toContain(
      'check_ins_valid (participant_id=? AND day_id=?)',
    )
  })
})

describe('roles and delegations', () => {
  test('roles are ordered, counted and archived, but never all of them', () => {
    const event = openTempEvent()
    addManyPeople(event, 20)
    const { id } = addRole(event, ADMIN, { actId: newActId(), role: { name: 'Ajudan', color: '#123456' } }, MORNING)
    reorderRoles(event, ADMIN, { actId: newActId(), ids: [id] }, MORNING)
    const roles = getRoles(event.db)
    expect(roles[0]).toMatchObject({ id, name: 'Ajudan', memberCount: 0, position: 0 })
    expect(roles.reduce((sum, role) => sum + role.memberCount, 0)).toBe(20)
    for (const role of roles.slice(1)) archiveRole(event, ADMIN, { actId: newActId(), id: role.id }, MORNING)
    expect(() => archiveRole(event, ADMIN, { actId: newActId(), id }, MORNING)).toThrow('RULE')
  })

  test('delegations count members and who has arrived; only empty ones can go', () => {
    const event = openTempEvent()
    addManyPeople(event, 80)
    const first = getDelegations(event, MORNING)[0]!
    expect(first).toMatchObject({ id: 'delegation-0', quota: 3, memberCount: 2, arrivedCount: 1 })
    expect(() => archiveDelegation(event, ADMIN, { actId: newActId(), id: first.id }, MORNING)).toThrow('RULE')
    const delegation = { name: 'Dinas', regionCode: '73.09', quota: null, transport: 'bus', note: '' }
    const { id } = addDelegation(event, ADMIN, { actId: newActId(), delegation }, MORNING)
    archiveDelegation(event, ADMIN, { actId: newActId(), id }, MORNING)
    expect(getDelegations(event, MORNING).find(each => each.id === id)).toMatchObject({ archivedAt: MORNING })
  })
})
