import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { getToday } from '#main/features/events/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Delegation, DelegationInput } from './contract.ts'
import {
  findDelegationByName,
  getDelegation,
  insertDelegation,
  listDelegations,
  setDelegationArchived,
  updateDelegation,
} from './delegation-queries.ts'
import { followDelegationName } from './search-service.ts'

const TOPICS = ['participants', 'registration', 'badges']

/** All delegations by name, archived ones too; `at` decides whose arrival counts as today's. */
export function getDelegations(event: EventFile, at: number): Delegation[] {
  return listDelegations(event.db, getToday(event, at)?.id ?? '')
}

/** Adds a delegation inside somebody else's act; returns its id. */
export function createDelegationIn(db: WriteHandle, delegation: DelegationInput, id: string = newId()): string {
  refuseTakenName(db, delegation.name, id)
  insertDelegation(db, { id, ...delegation })
  return id
}

export function addDelegation(
  event: EventFile,
  caller: Caller,
  input: { actId: string; delegation: DelegationInput },
  at: number,
): { id: string } {
  const id = newId()
  return act(event, caller, { actId: input.actId, at, verb: 'participants.add-delegation', subjectId: id }, db => {
    createDelegationIn(db, input.delegation, id)
    return { result: { id }, after: getDelegation(db, id), topics: TOPICS }
  })
}

export function editDelegation(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string; delegation: DelegationInput },
  at: number,
): { id: string } {
  const { actId, id, delegation } = input
  return act(event, caller, { actId, at, verb: 'participants.edit-delegation', subjectId: id }, db => {
    const before = requireDelegation(db, id)
    refuseTakenName(db, delegation.name, id)
    updateDelegation(db, { id, ...delegation })
    if (before.name !== delegation.name) followDelegationName(db, id)
    return { result: { id }, before, after: getDelegation(db, id), topics: TOPICS }
  })
}

/** Takes an empty delegation off the lists. One with members stays, or they would stand under a name that nobody can see. */
export function archiveDelegation(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): { id: string } {
  const { actId, id } = input
  return act(event, caller, { actId, at, verb: 'participants.archive-delegation', subjectId: id }, db => {
    const before = requireDelegation(db, id)
    if (before.memberCount > 0) throw ruleBroken('delegation-has-members', before.name)
    setDelegationArchived(db, id, at)
    return { result: { id }, before, topics: TOPICS }
  })
}

export function restoreDelegation(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): { id: string } {
  const { actId, id } = input
  return act(event, caller, { actId, at, verb: 'participants.restore-delegation', subjectId: id }, db => {
    refuseTakenName(db, requireDelegation(db, id).name, id)
    setDelegationArchived(db, id, null)
    return { result: { id }, topics: TOPICS }
  })
}

function requireDelegation(db: ReadHandle, id: string): Delegation {
  const delegation = getDelegation(db, id)
  if (!delegation) throw notFound('delegation')
  return delegation
}

function refuseTakenName(db: ReadHandle, name: string, exceptId: string): void {
  const holder = findDelegationByName(db, name)
  if (holder && holder.id !== exceptId) throw ruleBroken('delegation-name-taken', name)
}
