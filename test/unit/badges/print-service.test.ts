import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { readCode, revokeBadgesIn } from '#main/features/badges/code-service.ts'
import type { BadgeFilter, BadgeLayout, PrintJob, PrintRequest } from '#main/features/badges/contract.ts'
import { archiveLayoutOf, getLayouts, makeDefaultLayout, saveLayout } from '#main/features/badges/layout-service.ts'
import type { PrintJobStep } from '#main/features/badges/print-rules.ts'
import {
  countRecipients,
  failInterrupted,
  findRecipients,
  getJobs,
  getPrintCount,
  getSamples,
  getSheet,
  objectionTo,
  queuePrint,
  retryJob,
  stepJob,
  takeDialogJob,
} from '#main/features/badges/print-service.ts'
import { AT, openTestEvent } from './open-event.ts'
import { addPerson } from './people.ts'

const DESK: Caller = { deviceId: 'd1', deviceName: 'Meja 1', operator: '', role: 'registrasi' }
/** Another laptop that was given the same name. */
const OTHER_DESK: Caller = { ...DESK, deviceId: 'd2' }
const ALL: BadgeFilter = { roleId: null, delegationId: null, isNotYetPrinted: false, arrival: 'all' }

let event: EventFile
beforeEach(() => {
  ;({ event } = openTestEvent())
})

function queue(participantIds: string[], target: PrintJob['target'] = 'dialog', actId: string = newId()): string {
  const answer = queuePrint(event, DESK, actId, { participantIds, layoutId: undefined, target, printer: '' }, AT)
  if (answer.status !== 'queued') throw new Error(answer.status)
  return answer.jobId
}

function step(jobId: string, name: PrintJobStep, reason = ''): void {
  stepJob(event, DESK, { actId: newId(), jobId, step: name, reason }, AT + 1)
}

function request(participantIds: string[], isReprintConfirmed = false): PrintRequest {
  return { actId: newId(), recipients: { participantIds }, target: 'dialog', isReprintConfirmed }
}

const stateOf = (jobId: string): string => getJobs(event, DESK).find(job => job.id === jobId)!.state

describe('a print job', () => {
  it('gives everybody a code that is read back as theirs', () => {
    const people = ['Arifin', 'Sitti Aminah'].map(name => addPerson(event, name))
    const sheet = getSheet(event, { jobId: queue(people), from: 0, count: 500 }, AT)
    expect(sheet.badges.map(badge => badge.name)).toEqual(['Arifin', 'Sitti Aminah'])
    expect(sheet.badges.map(badge => readCode(event, badge.code))).toMatchObject(
      people.map(participantId => ({ kind: 'valid', participantId })),
    )
    expect(sheet.event).toMatchObject({ name: 'PLM Kabupaten Maros 2023', dates: ['2023-12-18'] })
  })

  it('sent twice is queued once', () => {
    const actId = newId()
    const person = addPerson(event, 'Arifin')
    expect(queue([person], 'dialog', actId)).toBe(queue([person], 'dialog', actId))
    expect(getJobs(event, DESK)).toHaveLength(1)
  })

  it('is done when the paper came out, and only then counts as a print', () => {
    const person = addPerson(event, 'Arifin')
    const jobId = queue([person])
    expect(getPrintCount(event.db, person)).toBe(0)
    step(jobId, 'start')
    step(jobId, 'finish')
    expect(stateOf(jobId)).toBe('done')
    expect(getPrintCount(event.db, person)).toBe(1)
  })

  it('that failed keeps the reason and can be sent to another printer', () => {
    const jobId = queue([addPerson(event, 'Arifin')], 'printer')
    step(jobId, 'start')
    step(jobId, 'fail', 'out of labels')
    expect(getJobs(event, DESK)[0]).toMatchObject({ state: 'failed', reason: 'out of labels' })
    stepJob(event, DESK, { actId: newId(), jobId, step: 'retry', printer: 'Brother QL' }, AT + 2)
    expect(getJobs(event, DESK)[0]).toMatchObject({ state: 'queued', reason: '', printer: 'Brother QL' })
  })

  it('refuses steps that do not fit', () => {
    const jobId = queue([addPerson(event, 'Arifin')])
    expect(() => step(jobId, 'finish')).toThrow(expect.objectContaining({ code: 'RULE' }))
    step(jobId, 'cancel')
    expect(() => step(jobId, 'start')).toThrow(expect.objectContaining({ code: 'RULE' }))
    expect(() => step('nothing', 'start')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('left half done by a crash fails as interrupted, and the paper may still turn out to be there', () => {
    const person = addPerson(event, 'Arifin')
    const jobId = queue([person])
    step(jobId, 'start')
    failInterrupted(event, DESK, AT + 5)
    expect(getJobs(event, DESK)[0]).toMatchObject({ state: 'failed', reason: 'interrupted' })
    step(jobId, 'finish')
    expect(getPrintCount(event.db, person)).toBe(1)
  })

  it('for the dialog is taken by one window of the device that asked', () => {
    const jobId = queue([addPerson(event, 'Arifin')])
    expect(takeDialogJob(event, OTHER_DESK, { actId: newId(), jobId }, AT)).toBe(false)
    expect(takeDialogJob(event, DESK, { actId: newId(), jobId }, AT)).toBe(true)
    expect(takeDialogJob(event, DESK, { actId: newId(), jobId }, AT)).toBe(false)
    expect(getJobs(event, OTHER_DESK)[0]!.isOwn).toBe(false)
  })

  it('taken by a window that never heard the answer is still its own, and can be tried again when the window is gone', () => {
    const jobId = queue([addPerson(event, 'Arifin')])
    const actId = newId()
    expect(takeDialogJob(event, DESK, { actId, jobId }, AT)).toBe(true)
    expect(takeDialogJob(event, DESK, { actId, jobId }, AT)).toBe(true)
    retryJob(event, DESK, { actId: newId(), jobId, target: undefined, printer: '', isTakenOver: true }, AT + 1)
    expect(stateOf(jobId)).toBe('queued')
  })

  it('that waits for a device that is gone is taken over by the one that tries it again', () => {
    const jobId = queue([addPerson(event, 'Arifin')])
    const again = { jobId, target: undefined, printer: '' }
    retryJob(event, OTHER_DESK, { ...again, actId: newId(), isTakenOver: false }, AT + 1)
    expect(takeDialogJob(event, OTHER_DESK, { actId: newId(), jobId }, AT)).toBe(false)
    retryJob(event, OTHER_DESK, { ...again, actId: newId(), isTakenOver: true }, AT + 2)
    expect(takeDialogJob(event, DESK, { actId: newId(), jobId }, AT)).toBe(false)
    expect(takeDialogJob(event, OTHER_DESK, { actId: newId(), jobId }, AT)).toBe(true)
    expect(getJobs(event, OTHER_DESK)[0]!.isOwn).toBe(true)
  })

  it('to a file keeps the path of the dialog, whatever a retry names', () => {
    const participantIds = [addPerson(event, 'Arifin')]
    const order = { participantIds, layoutId: undefined, target: 'pdf' as const, printer: '/tmp/badge.pdf' }
    queuePrint(event, DESK, newId(), order, AT)
    const jobId = getJobs(event, DESK)[0]!.id
    step(jobId, 'start')
    step(jobId, 'fail', 'disk-full')
    retryJob(
      event,
      DESK,
      { actId: newId(), jobId, target: undefined, printer: '/etc/passwd', isTakenOver: false },
      AT + 1,
    )
    expect(getJobs(event, DESK)[0]).toMatchObject({ state: 'queued', target: 'pdf', printer: '/tmp/badge.pdf' })
  })

  it('leaves out badges that were revoked while it waited', () => {
    const [one, other] = ['Arifin', 'Sitti Aminah'].map(name => addPerson(event, name)) as [string, string]
    const jobId = queue([one, other])
    revokeBadgesIn(event.db, one, 'substituted', newId(), AT)
    expect(getSheet(event, { jobId, from: 0, count: 9 }, AT).badges.map(badge => badge.name)).toEqual(['Sitti Aminah'])
  })
})

describe('printing again', () => {
  it('is asked about with how often it was, and goes through when confirmed', () => {
    const person = addPerson(event, 'Arifin')
    expect(objectionTo(event, request([person]), [person])).toBeNull()
    for (let round = 0; round < 2; round++) {
      const jobId = queue([person])
      step(jobId, 'start')
      step(jobId, 'finish')
    }
    expect(objectionTo(event, request([person]), [person])).toEqual({
      status: 'needs-confirmation',
      badgeCount: 1,
      printedBeforeCount: 1,
      people: [{ participantId: person, name: 'Arifin', printCount: 2, isWaiting: false }],
    })
    expect(objectionTo(event, request([person], true), [person])).toBeNull()
  })

  it('is asked about while the first print still waits, but a retry of the same act is not', () => {
    const person = addPerson(event, 'Arifin')
    const again = request([person])
    queue([person], 'dialog', again.actId)
    expect(objectionTo(event, again, [person])).toBeNull()
    expect(objectionTo(event, request([person]), [person])).toMatchObject({
      people: [{ printCount: 0, isWaiting: true }],
    })
  })

  it('of a badge that replaced a revoked one is a first print', () => {
    const person = addPerson(event, 'Arifin')
    const jobId = queue([person])
    step(jobId, 'start')
    step(jobId, 'finish')
    revokeBadgesIn(event.db, person, 'lost', newId(), AT)
    expect(objectionTo(event, request([person]), [person])).toBeNull()
  })
})

describe('batches', () => {
  it('are chosen by role, arrival and what is not printed yet, and leave the archived out', () => {
    const guest = addPerson(event, 'Bupati', { role: 'Tamu Undangan/VIP' })
    const printed = addPerson(event, 'Arifin')
    const arrived = addPerson(event, 'Sitti Aminah')
    const gone = addPerson(event, 'Zainal')
    event.db.prepare('UPDATE participants SET archived_at = 1 WHERE id = ?').run(gone)
    const day = event.db.prepare('SELECT id FROM event_days').get() as { id: string }
    event.db
      .prepare(
        `INSERT INTO check_ins (id, participant_id, day_id, at, device_name, method, act_id) VALUES (?, ?, ?, 1, '', 'scan', '')`,
      )
      .run(newId(), arrived, day.id)
    queue([printed])
    const role = event.db.prepare('SELECT role_id AS id FROM participants WHERE id = ?').get(guest) as { id: string }
    const find = (filter: Partial<BadgeFilter>): string[] => findRecipients(event, { filter: { ...ALL, ...filter } })
    expect(find({})).toEqual([printed, guest, arrived])
    expect(find({ roleId: role.id })).toEqual([guest])
    expect(find({ arrival: 'arrived' })).toEqual([arrived])
    expect(find({ arrival: 'not-arrived' })).toEqual([printed, guest])
    expect(find({ isNotYetPrinted: true })).toEqual([guest, arrived])
    expect(countRecipients(event, { ...ALL, isNotYetPrinted: true })).toEqual({ badgeCount: 2, printedBeforeCount: 1 })
    expect(findRecipients(event, { participantIds: [guest, gone, 'nobody', guest] })).toEqual([guest])
  })

  it('of nobody are answered, not queued', () => {
    expect(objectionTo(event, request(['nobody']), [])).toEqual({ status: 'nobody' })
  })
})

describe('layouts', () => {
  it('come with a new event, one of them the default', () => {
    const layouts = getLayouts(event)
    expect(layouts.map(layout => [layout.definition.size, layout.definition.sheet])).toEqual(
      expect.arrayContaining([
        ['card', 'single'],
        ['card', 'a4'],
        ['lanyard', 'single'],
        ['label90', 'single'],
        ['label62', 'single'],
      ]),
    )
    expect(layouts.map(layout => layout.isDefault).filter(Boolean)).toHaveLength(1)
    expect(layouts[0]!.isDefault).toBe(true)
  })

  it('are changed, made the default and archived, but never the default', () => {
    const [first, second] = getLayouts(event) as [BadgeLayout, BadgeLayout]
    const definition = { ...getLayouts(event)[1]!.definition, qrSizeMm: 30 }
    saveLayout(event, DESK, { actId: newId(), id: second.id, name: 'Kartu besar', definition }, AT)
    makeDefaultLayout(event, DESK, { actId: newId(), id: second.id }, AT)
    expect(getLayouts(event)[0]).toMatchObject({ name: 'Kartu besar', isDefault: true, definition: { qrSizeMm: 30 } })
    expect(() => archiveLayoutOf(event, DESK, { actId: newId(), id: second.id }, AT)).toThrow(
      expect.objectContaining({ code: 'RULE' }),
    )
    archiveLayoutOf(event, DESK, { actId: newId(), id: first.id }, AT)
    expect(getLayouts(event).some(layout => layout.id === first.id)).toBe(false)
  })

  it('that fit on no page are refused', () => {
    const lanyard = getLayouts(event).find(
      ({ definition }) => definition.size === 'lanyard' && definition.sheet === 'a4',
    )!
    const definition = { ...lanyard.definition, sheetMarginMm: 40, sheetGapMm: 0 }
    expect(() =>
      saveLayout(event, DESK, { actId: newId(), name: 'x', definition: { ...definition } }, AT),
    ).not.toThrow()
    const tooSmall = { ...definition, sheetMarginMm: 80 }
    expect(() => saveLayout(event, DESK, { actId: newId(), name: 'x', definition: tooSmall }, AT)).toThrow()
  })
})

describe('samples', () => {
  it('are the longest, the shortest and a usual name of this event, with a code that no scan takes', () => {
    addPerson(event, 'Arifin')
    addPerson(event, 'Nurhayati Basri')
    addPerson(event, 'Sitti Aminah', { titleBefore: 'Prof. Dr. Hj.', titleAfter: 'S.Sos., M.Si.' })
    const { badges } = getSamples(event, AT)
    expect(badges.map(badge => badge.name)).toEqual(['Sitti Aminah', 'Arifin', 'Nurhayati Basri'])
    for (const badge of badges) expect(readCode(event, badge.code).kind).not.toBe('valid')
  })

  it('are invented while nobody is in the list', () => {
    expect(getSamples(event, AT).badges).toHaveLength(2)
  })
})
