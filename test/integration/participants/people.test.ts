import { describe, expect, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { BLANK_PERSON, type PersonInput } from '#main/features/participants/contract.ts'
import { addDelegation } from '#main/features/participants/delegation-service.ts'
import { getHistory } from '#main/features/participants/history-service.ts'
import { getCounts } from '#main/features/participants/list-service.ts'
import { addPerson, archivePerson, editPerson, restorePerson } from '#main/features/participants/person-acts-service.ts'
import { getPerson, listPeopleForMatching } from '#main/features/participants/person-service.ts'
import { undoAct } from '#main/features/undo/service.ts'
import { getRoles } from '#main/features/participants/role-service.ts'
import { findLikelyDoubles } from '#main/features/participants/doubles-service.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'

function person(event: EventFile, changes: Partial<PersonInput> = {}): PersonInput {
  const [role] = getRoles(event.db)
  return {
    ...BLANK_PERSON,
    name: 'Nurliani',
    titleBefore: 'Dra. Hj.',
    titleAfter: 'M.AP',
    roleId: role!.id,
    ...changes,
  }
}

function add(event: EventFile, changes: Partial<PersonInput> = {}): { id: string; actId: string } {
  const actId = newActId()
  const { id } = addPerson(event, ADMIN, { actId, person: person(event, changes), isWalkIn: false }, MORNING)
  return { id, actId }
}

function undo(event: EventFile, targetActId: string): void {
  undoAct(event, ADMIN, { actId: newActId(), targetActId }, MORNING + 9)
}

describe('a person', () => {
  test('is kept exactly as typed, with the phone in +62 form beside it', () => {
    const event = openTempEvent()
    const { id } = add(event, { phone: '0812-3456-7890 (WA)', nip: "'19740408", nik: '-' })
    expect(getPerson(event.db, id)).toMatchObject({
      titleBefore: 'Dra. Hj.',
      name: 'Nurliani',
      titleAfter: 'M.AP',
      phone: '0812-3456-7890 (WA)',
      phoneMatch: '+6281234567890',
      nip: "'19740408",
      nik: '-',
      archivedAt: null,
      createdAt: MORNING,
    })
  })

  test('is added once when the same act is sent twice', () => {
    const event = openTempEvent()
    const input = { actId: newActId(), person: person(event), isWalkIn: false }
    const first = addPerson(event, ADMIN, input, MORNING)
    const second = addPerson(event, ADMIN, input, MORNING + 1)
    expect(second).toEqual(first)
    expect(getCounts(event)).toEqual({ active: 1, archived: 0 })
  })

  test('needs a role and a delegation that are there', () => {
    const event = openTempEvent()
    expect(() => add(event, { roleId: 'nobody' })).toThrow('NOT_FOUND')
    expect(() => add(event, { delegationId: 'nowhere' })).toThrow('NOT_FOUND')
    expect(getCounts(event).active).toBe(0)
  })

  test('leaves the list when archived and comes back when restored', () => {
    const event = openTempEvent()
    const { id } = add(event)
    archivePerson(event, ADMIN, { actId: newActId(), id, reason: 'batal hadir' }, MORNING + 1)
    expect(getCounts(event)).toEqual({ active: 0, archived: 1 })
    expect(getPerson(event.db, id)).toMatchObject({ archivedAt: MORNING + 1, archiveReason: 'batal hadir' })
    expect(() => archivePerson(event, ADMIN, { actId: newActId(), id, reason: '' }, MORNING)).toThrow('RULE')
    restorePerson(event, ADMIN, { actId: newActId(), id }, MORNING + 2)
    expect(getPerson(event.db, id)).toMatchObject({ archivedAt: null, archiveReason: '' })
    expect(() => restorePerson(event, ADMIN, { actId: newActId(), id }, MORNING)).toThrow('RULE')
  })

  test('tells the participants and the registration topics', () => {
    const event = openTempEvent()
    const topics: string[] = []
    event.changes.subscribe(change => topics.push(change.topic))
    add(event)
    expect(topics).toEqual(['participants', 'registration', 'badges'])
  })
})

describe('taking back', () => {
  test('an adding archives the person', () => {
    const event = openTempEvent()
    const { id, actId } = add(event)
    undo(event, actId)
    expect(getPerson(event.db, id)).toMatchObject({ archiveReason: 'added-by-mistake' })
  })

  test('an edit restores only what it had changed', () => {
    const event = openTempEvent()
    const { id } = add(event)
    const actId = newActId()
    editPerson(event, ADMIN, { actId, id, person: person(event, { name: 'Nurlina', extras: { Kelas: 'A' } }) }, MORNING)
    const later = person(event, { name: 'Nurlina', extras: { Kelas: 'A' }, room: '203' })
    editPerson(event, ADMIN, { actId: newActId(), id, person: later }, MORNING)
    undo(event, actId)
    expect(getPerson(event.db, id)).toMatchObject({ name: 'Nurliani', extras: {}, room: '203' })
  })

  test('an edit is refused when the same field was changed since', () => {
    const event = openTempEvent()
    const { id } = add(event)
    const actId = newActId()
    editPerson(event, ADMIN, { actId, id, person: person(event, { name: 'Nurlina' }) }, MORNING)
    editPerson(event, ADMIN, { actId: newActId(), id, person: person(event, { name: 'Nurlaela' }) }, MORNING)
    expect(() => undo(event, actId)).toThrow('RULE')
    expect(getPerson(event.db, id)?.name).toBe('Nurlaela')
  })

  test('archiving and restoring turn into each other', () => {
    const event = openTempEvent()
    const { id } = add(event)
    const archiving = newActId()
    archivePerson(event, ADMIN, { actId: archiving, id, reason: 'sakit' }, MORNING)
    undo(event, archiving)
    expect(getPerson(event.db, id)?.archivedAt).toBeNull()
    archivePerson(event, ADMIN, { actId: newActId(), id, reason: 'sakit' }, MORNING)
    const restoring = newActId()
    restorePerson(event, ADMIN, { actId: restoring, id }, MORNING)
    undo(event, restoring)
    expect(getPerson(event.db, id)).toMatchObject({ archiveReason: 'sakit' })
  })
})

test('the history names what an edit changed, hides the NIK and marks what was taken back', () => {
  const event = openTempEvent()
  const { id } = add(event)
  const actId = newActId()
  const edited = person(event, { name: 'Nurlina', nik: '7309132004000001' })
  editPerson(event, ADMIN, { actId, id, person: edited }, MORNING + 1)
  undo(event, actId)
  const history = getHistory(event, id)
  expect(history.map(entry => [entry.verb, entry.isUndone, entry.isUndo])).toEqual([
    ['undo.act', false, true],
    ['participants.edit', true, false],
    ['participants.add', false, false],
  ])
  expect(history[1]?.changes).toEqual([
    { field: 'name', before: 'Nurliani', after: 'Nurlina' },
    { field: 'nik', before: '', after: '••••••••••••0001' },
  ])
})

test('likely doubles are found by number, phone and name, never the person themself', () => {
  const event = openTempEvent()
  const { id } = add(event, { phone: '081234567890', nip: '197404082002021007', village: 'Bentenge' })
  const nothing: Parameters<typeof findLikelyDoubles>[1] = { name: '', phone: '', nip: '', exceptId: null }
  const find = (input: Partial<typeof nothing>): string[] =>
    findLikelyDoubles(event.db, { ...nothing, ...input }).map(double => double.reason)
  expect(find({ phone: '+62 812 3456 7890' })).toEqual(['phone'])
  expect(find({ nip: '19740408 200202 1 007' })).toEqual(['nip'])
  expect(find({ name: 'NURLIANI' })).toEqual(['name'])
  expect(find({ name: 'Hj. Nurlianie, S.E.' })).toEqual(['name'])
  expect(find({ name: 'Nurhayati' })).toEqual([])
  expect(find({ name: 'Nurliani', phone: '081234567890', exceptId: id })).toEqual([])
})

test('matching sees everybody, archived people too', () => {
  const event = openTempEvent()
  const { id } = add(event, { phone: '081234567890' })
  archivePerson(event, ADMIN, { actId: newActId(), id, reason: '' }, MORNING)
  expect(listPeopleForMatching(event.db)).toMatchObject([
    { id, name: 'Nurliani', phoneMatch: '+6281234567890', isArchived: true },
  ])
})

test('a delegation is named once', () => {
  const event = openTempEvent()
  const delegation = { name: 'Desa Bentenge', regionCode: '', quota: 3, transport: '', note: '' }
  addDelegation(event, ADMIN, { actId: newActId(), delegation }, MORNING)
  const again = { ...delegation, name: 'DESA BENTENGE' }
  expect(() => addDelegation(event, ADMIN, { actId: newActId(), delegation: again }, MORNING)).toThrow('RULE')
})
