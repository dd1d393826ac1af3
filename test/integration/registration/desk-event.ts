import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { badgeIdentityOf, issueBadgeIn } from '#main/features/badges/code-service.ts'
import type { Workspace } from '#main/features/events/workspace.ts'
import { getSummary } from '#main/features/events/service.ts'
import { BLANK_PERSON } from '#main/features/participants/contract.ts'
import { createPersonIn } from '#main/features/participants/person-service.ts'
import { getChoices } from '#main/features/registration/desk-service.ts'
import { newActId, openTempWorkspace } from '../../fixtures/temp-event.ts'

export const DAY_MS = 86_400_000
/** 2023-12-18 08.00 WITA, the first day of the event. */
export const MORNING = Date.UTC(2023, 11, 18, 0)

export const DESK_1: Caller = { deviceId: 'device-1', deviceName: 'Meja 1', operator: '', role: 'admin' }
export const DESK_2: Caller = { deviceId: 'device-2', deviceName: 'Meja 2', operator: '', role: 'registrasi' }

export { newActId }

/** An event of two days in a real file of its own, with two delegations and one person without. */
export class DeskEvent {
  readonly workspace: Workspace
  readonly event: EventFile
  readonly roleId: string
  readonly otherRoleId: string
  readonly delegations: string[] = []
  readonly people: string[] = []

  constructor() {
    const opened = openTempWorkspace({ days: ['2023-12-18', '2023-12-19'], at: MORNING })
    this.workspace = opened.workspace
    this.event = opened.event
    const [role, otherRole] = getChoices(this.event).roles
    this.roleId = role!.id
    this.otherRoleId = otherRole!.id
    this.write(db => {
      for (const name of ['Desa Baji Pamai', 'Desa Bentenge']) this.delegations.push(insertDelegation(db, name))
    })
    const [first, second] = this.delegations
    this.addPerson('Sitti Aminah Mappatunru', { delegationId: first! })
    this.addPerson('Arifin Ramli', { delegationId: first! })
    this.addPerson('Muhammad Idris', { delegationId: second! })
    this.addPerson('Andi Tenri Palinrungi', { delegationId: second!, roleId: this.otherRoleId })
    this.addPerson('Mukhtar Basri', {})
  }

  get dayIds(): string[] {
    return getSummary(this.event, MORNING).days.map(day => day.id)
  }

  addPerson(name: string, more: { delegationId?: string; roleId?: string; phone?: string }): string {
    const id = this.write(db => createPersonIn(db, { ...BLANK_PERSON, name, roleId: this.roleId, ...more }, MORNING))
    this.people.push(id)
    return id
  }

  /** The code on this person's badge. */
  badgeCode(participantId: string): string {
    const identity = badgeIdentityOf(this.event)
    return this.write(db => issueBadgeIn(db, identity, participantId, MORNING).code)
  }

  write<Result>(work: (db: WriteHandle) => Result): Result {
    const request = { actId: newActId(), at: MORNING, verb: 'test.set-up', subjectId: '' }
    return act(this.event, DESK_1, request, db => ({ result: work(db), topics: [] }))
  }

  countRows(table: string, where = '1'): number {
    return (this.event.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number }).n
  }
}

function insertDelegation(db: WriteHandle, name: string): string {
  const id = newId()
  db.prepare(
    "INSERT INTO delegations (id, name, region_code, quota, transport, note) VALUES (?, ?, '', NULL, '', '')",
  ).run(id, name)
  return id
}
