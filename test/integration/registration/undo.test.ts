import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkIn, checkInGroup, scanText, walkIn } from '#main/features/registration/check-in-service.ts'
import {
  addChecklistItem,
  archiveItem,
  listChecklist,
  renameItem,
  setMarks,
  setNote,
} from '#main/features/registration/checklist-service.ts'
import { type ArrivalFact, arrivedOn } from '#main/features/registration/counter-rules.ts'
import { getCard, getCounters, listPeople } from '#main/features/registration/desk-service.ts'
import { listRecentActs } from '#main/features/registration/recent-service.ts'
import { restorePerson } from '#main/features/participants/person-acts-service.ts'
import { substitute } from '#main/features/registration/substitute-service.ts'
import { addRoom } from '#main/features/sessions/programme-service.ts'
import { findLastUndoable, undoAct } from '#main/features/undo/service.ts'
import { DAY_MS, DESK_1, DESK_2, DeskEvent, MORNING, newActId } from './desk-event.ts'

let desk: DeskEvent
beforeEach(() => {
  desk = new DeskEvent()
})

const pick = (participantId: string, at = MORNING, caller = DESK_1): string => {
  const actId = newActId()
  checkIn(desk.event, caller, { actId, participantId }, at)
  return actId
}
const undo = (targetActId: string, at = MORNING + 1, caller = DESK_1) =>
  undoAct(desk.event, caller, { actId: newActId(), targetActId }, at)
const scan = (text: string, at = MORNING) => scanText(desk.event, DESK_1, { actId: newActId(), text }, at)
const card = (id: string) => getCard(desk.event, id, MORNING)

function replace(originalId: string, more: { shouldCheckIn?: boolean; actId?: string } = {}, at = MORNING) {
  const input = {
    actId: more.actId ?? newActId(),
    originalId,
    titleBefore: '',
    name: 'Chaerunnisa Yunus',
    titleAfter: 'S.IP.',
    phone: '0852-1111-2222',
    reason: 'Sakit',
    shouldCheckIn: more.shouldCheckIn ?? true,
  }
  return { ...substitute(desk.event, DESK_1, input, at), actId: input.actId }
}

describe('mewakili', () => {
  it('kills the old badge, keeps the link and reason, and gives the substitute the place', () => {
    const original = desk.people[0]!
    const code = desk.badgeCode(original)
    const { participantId, verdict } = replace(original)
    expect(verdict?.kind).toBe('welcome')
    expect(scan(code)).toEqual({
      kind: 'revoked',
      participantId: original,
      reason: 'Sakit',
      replacedById: participantId,
    })
    expect(card(participantId)).toMatchObject({
      person: { name: 'Chaerunnisa Yunus', delegation: 'Desa Baji Pamai', phone: '0852-1111-2222' },
      replaces: { id: original, reason: 'Sakit' },
    })
    expect(card(original).replacedBy?.id).toBe(participantId)
    expect(getCounters(desk.event, MORNING)).toMatchObject({ expected: 5, arrived: 1 })
  })

  it('sent twice makes one substitute', () => {
    const actId = newActId()
    const first = replace(desk.people[0]!, { actId })
    expect(replace(desk.people[0]!, { actId })).toEqual(first)
    expect([desk.countRows('participants'), desk.countRows('substitutions')]).toEqual([6, 1])
  })

  it('is refused for somebody who is in today or off the list', () => {
    pick(desk.people[0]!)
    expect(() => replace(desk.people[0]!)).toThrow(expect.objectContaining({ data: { reason: 'substitute-arrived' } }))
    replace(desk.people[1]!)
    expect(() => replace(desk.people[1]!)).toThrow(expect.objectContaining({ data: { reason: 'substitute-archived' } }))
  })

  it('on the second day leaves the first day of the original standing', () => {
    pick(desk.people[0]!)
    replace(desk.people[0]!, {}, MORNING + DAY_MS)
    expect(getCounters(desk.event, MORNING)).toMatchObject({ expected: 6, arrived: 1 })
    expect(getCounters(desk.event, MORNING + DAY_MS)).toMatchObject({ expected: 5, arrived: 1 })
  })

  it('keeps the original in the archive until it is undone', () => {
    const original = desk.people[0]!
    const { actId } = replace(original)
    const restore = () => restorePerson(desk.event, DESK_1, { actId: newActId(), id: original }, MORNING)
    expect(restore).toThrow(expect.objectContaining({ data: { reason: 'person-is-replaced' } }))
    undo(actId)
    expect(card(original).replacedBy).toBeNull()
  })

  it('taken back revives the original and their badge, and takes the substitute off with theirs', () => {
    const original = desk.people[0]!
    const code = desk.badgeCode(original)
    const { participantId, actId } = replace(original)
    const newCode = desk.badgeCode(participantId)
    undo(actId)
    expect(scan(newCode).kind).toBe('revoked')
    expect(scan(code).kind).toBe('welcome')
    expect(card(original).replacedBy).toBeNull()
    expect(getCounters(desk.event, MORNING)).toMatchObject({ expected: 5, arrived: 1 })
    replace(desk.people[1]!)
  })

  it('can not be taken back once the substitute was replaced or came again', () => {
    const first = replace(desk.people[0]!, { shouldCheckIn: false })
    const second = replace(first.participantId)
    expect(() => undo(first.actId)).toThrow(expect.objectContaining({ data: { reason: 'undo-replaced-since' } }))
    pick(second.participantId, MORNING + DAY_MS)
    expect(() => undo(second.actId)).toThrow(expect.objectContaining({ data: { reason: 'undo-later-check-in' } }))
  })
})

describe('undo', () => {
  it('of a check-in lets them come in again; twice is once, and the second desk is told', () => {
    const target = pick(desk.people[0]!)
    const actId = newActId()
    undoAct(desk.event, DESK_1, { actId, targetActId: target }, MORNING)
    undoAct(desk.event, DESK_1, { actId, targetActId: target }, MORNING)
    expect(() => undo(target, MORNING, DESK_2)).toThrow(expect.objectContaining({ data: { reason: 'already-undone' } }))
    expect(getCounters(desk.event, MORNING).arrived).toBe(0)
    pick(desk.people[0]!)
    expect(getCounters(desk.event, MORNING).arrived).toBe(1)
    expect(desk.countRows('check_ins')).toBe(2)
  })

  it('takes the newest act of the own device first and never an undo or a refused scan', () => {
    const first = pick(desk.people[0]!)
    const second = pick(desk.people[1]!)
    pick(desk.people[2]!, MORNING, DESK_2)
    scan('no code at all')
    expect(findLastUndoable(desk.event, DESK_1, 'desk')?.actId).toBe(second)
    undo(second)
    expect(findLastUndoable(desk.event, DESK_1, 'desk')?.actId).toBe(first)
    undo(first)
    expect(findLastUndoable(desk.event, DESK_1, 'desk')).toBeNull()
    addRoom(desk.event, DESK_1, { actId: newActId(), name: 'Aula', capacity: null }, MORNING)
    expect(findLastUndoable(desk.event, DESK_1, 'desk')).toBeNull()
    expect(findLastUndoable(desk.event, DESK_1, 'door')).toBeNull()
    expect(listRecentActs(desk.event, DESK_1, 10).map(one => [one.isUndone, one.canUndo, one.isOwnDevice])).toEqual([
      [false, false, true],
      [false, true, false],
      [true, false, true],
      [true, false, true],
    ])
  })

  it('is not offered for an undo, a refused scan or an act that is none', () => {
    const target = pick(desk.people[0]!)
    const undone = newActId()
    undoAct(desk.event, DESK_1, { actId: undone, targetActId: target }, MORNING)
    expect(() => undo(undone)).toThrow(expect.objectContaining({ data: { reason: 'not-undoable' } }))
    const refused = newActId()
    scanText(desk.event, DESK_1, { actId: refused, text: 'x' }, MORNING)
    expect(() => undo(refused)).toThrow(expect.objectContaining({ data: { reason: 'not-undoable' } }))
    expect(() => undo(newActId())).toThrow('NOT_FOUND')
  })

  it('of a walk-in is refused once they came another day', () => {
    const actId = newActId()
    const input = { actId, titleBefore: '', name: 'Tamu', titleAfter: '', phone: '', roleId: desk.roleId }
    const more = { delegationId: null, institution: '', village: '', costBearer: 'sendiri' as const, note: '' }
    const { participantId } = walkIn(desk.event, DESK_1, { ...input, ...more }, MORNING)
    const later = pick(participantId, MORNING + DAY_MS)
    expect(() => undo(actId)).toThrow(expect.objectContaining({ data: { reason: 'undo-later-check-in' } }))
    undo(later)
    undo(actId)
    expect(card(participantId).person.isArchived).toBe(true)
  })
})

describe('the checklist', () => {
  it('is ticked for several things and people as one act, and taken back as one', () => {
    const itemIds = listChecklist(desk.event)
      .slice(0, 2)
      .map(item => item.id)
    const ticks = { participantIds: desk.people.slice(0, 2), itemIds, isMarked: true }
    const actId = newActId()
    expect(setMarks(desk.event, DESK_1, { ...ticks, actId }, MORNING)).toEqual({ count: 4 })
    expect(setMarks(desk.event, DESK_1, { ...ticks, actId }, MORNING)).toEqual({ count: 4 })
    expect(setMarks(desk.event, DESK_1, { ...ticks, actId: newActId() }, MORNING)).toEqual({ count: 0 })
    expect(card(desk.people[0]!).checklist.filter(item => item.isMarked)).toHaveLength(2)

    const unmark = newActId()
    setMarks(desk.event, DESK_1, { ...ticks, actId: unmark, isMarked: false }, MORNING)
    expect(card(desk.people[0]!).checklist.some(item => item.isMarked)).toBe(false)
    undo(unmark)
    expect(card(desk.people[1]!).checklist.filter(item => item.isMarked)).toHaveLength(2)
    setMarks(desk.event, DESK_1, { ...ticks, actId: newActId(), isMarked: false }, MORNING)
    expect(() => undo(actId)).toThrow(expect.objectContaining({ data: { reason: 'undo-changed-since' } }))
  })

  it('can be added to, renamed and shortened, each taken back', () => {
    const names = () => listChecklist(desk.event).map(item => item.name)
    const before = names()
    const add = newActId()
    const item = addChecklistItem(desk.event, DESK_1, { actId: add, kind: 'kit', name: 'Kaus' }, MORNING)
    expect(names()).toEqual([...before, 'Kaus'])
    const rename = newActId()
    renameItem(desk.event, DESK_1, { actId: rename, id: item.id, name: 'Kaus panitia' }, MORNING)
    const archive = newActId()
    archiveItem(desk.event, DESK_1, { actId: archive, id: item.id }, MORNING)
    expect(names()).toEqual(before)
    undo(archive)
    undo(rename)
    expect(names()).toEqual([...before, 'Kaus'])
    undo(add)
    expect(names()).toEqual(before)
  })
})

it('keeps a note, and its undo refuses to overwrite what another desk wrote since', () => {
  const first = newActId()
  setNote(desk.event, DESK_1, { actId: first, participantId: desk.people[0]!, note: 'Datang siang' }, MORNING)
  const second = newActId()
  setNote(desk.event, DESK_2, { actId: second, participantId: desk.people[0]!, note: 'Datang sore' }, MORNING)
  expect(() => undo(first)).toThrow(expect.objectContaining({ data: { reason: 'undo-changed-since' } }))
  undo(second)
  expect(card(desk.people[0]!).person.note).toBe('Datang siang')
})

describe('any course of a morning', () => {
  type Step = { kind: 'pick' | 'group' | 'undo' | 'retry'; which: number; onSecondDay: boolean }
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('pick', 'pick', 'group', 'undo', 'retry'),
    which: fc.nat(4),
    onSecondDay: fc.boolean(),
  })

  it('ends in the counts of the model', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        desk = new DeskEvent()
        const [firstDay, secondDay] = desk.dayIds
        const facts: ArrivalFact[] = []
        const voided = new Set<string>()
        const acts: { actId: string; at: number; ids: string[] }[] = []
        const arrive = (actId: string, ids: string[], at: number): void => {
          const dayId = at === MORNING ? firstDay! : secondDay!
          const isIn = arrivedOn(dayId, facts, voided)
          for (const id of ids) if (!isIn.has(id)) facts.push({ id: `${actId} ${id}`, participantId: id, dayId })
        }
        for (const { kind, which, onSecondDay } of steps) {
          const at = onSecondDay ? MORNING + DAY_MS : MORNING
          const ids = kind === 'group' ? desk.people.slice(which) : [desk.people[which]!]
          const known = acts[which]
          if (kind === 'undo' && known) tryUndo(known, facts, voided)
          else if (kind === 'retry' && known) send(known.actId, known.ids, known.at)
          else if (kind === 'pick' || kind === 'group') {
            const one = { actId: newActId(), at, ids }
            send(one.actId, ids, at)
            arrive(one.actId, ids, at)
            acts.push(one)
          }
        }
        for (const [dayId, at] of [
          [firstDay!, MORNING],
          [secondDay!, MORNING + DAY_MS],
        ] as const) {
          const model = arrivedOn(dayId, facts, voided)
          const counters = getCounters(desk.event, at)
          expect(counters).toMatchObject({ expected: 5, arrived: model.size })
          const listed = listPeople(desk.event, { state: 'arrived', onlyWalkIns: false }, at).map(one => one.id)
          expect(new Set(listed)).toEqual(model)
          expect(counters.byRole.reduce((sum, role) => sum + role.arrived, 0)).toBe(model.size)
        }
        desk.workspace.close()
      }),
      { numRuns: 20 },
    )
  })

  function send(actId: string, ids: string[], at: number): void {
    checkInGroup(desk.event, DESK_1, { actId, participantIds: ids }, at)
  }

  /** An act that checked nobody in can't be taken back; the others once. */
  function tryUndo(one: { actId: string }, facts: ArrivalFact[], voided: Set<string>): void {
    const own = facts.filter(fact => fact.id.startsWith(one.actId))
    const isOpen = own.some(fact => !voided.has(fact.id))
    if (isOpen) undo(one.actId)
    else expect(() => undo(one.actId)).toThrow()
    for (const fact of own) voided.add(fact.id)
  }
})
