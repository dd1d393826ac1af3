import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Role, RoleInput } from './contract.ts'
import {
  findRoleByName,
  getRole,
  insertRole,
  listRoles,
  nextRolePosition,
  setRoleArchived,
  setRolePosition,
  updateRole,
} from './role-queries.ts'

/** The roles that a new event starts with; every one can be renamed, recoloured, archived, and others added. */
const DEFAULT_ROLES: readonly RoleInput[] = [
  { name: 'Peserta', color: '#e2b65f' },
  { name: 'Narasumber', color: '#1b4f8f' },
  { name: 'Moderator', color: '#6b3fa0' },
  { name: 'Pembicara Kunci', color: '#a4231c' },
  { name: 'Fasilitator', color: '#14747f' },
  { name: 'Panitia', color: '#17242b' },
  { name: 'Tamu Undangan/VIP', color: '#8f4a06' },
  { name: 'Media', color: '#4a5a62' },
]

const TOPICS = ['participants', 'registration', 'badges']

/** Writes the default roles into a new event; part of the transaction that makes the file. */
export function addDefaultRoles(db: WriteHandle): void {
  DEFAULT_ROLES.forEach((role, position) => insertRole(db, { id: newId(), ...role, position }))
}

/** All roles in their order, archived ones too. */
export function getRoles(db: ReadHandle): Role[] {
  return listRoles(db)
}

/** Adds a role inside somebody else's act; returns its id. */
export function createRoleIn(db: WriteHandle, role: RoleInput, id: string = newId()): string {
  refuseTakenName(db, role.name, id)
  insertRole(db, { id, ...role, position: nextRolePosition(db) })
  return id
}

export function addRole(
  event: EventFile,
  caller: Caller,
  input: { actId: string; role: RoleInput },
  at: number,
): { id: string } {
  const id = newId()
  return act(event, caller, { actId: input.actId, at, verb: 'participants.add-role', subjectId: id }, db => {
    createRoleIn(db, input.role, id)
    return { result: { id }, after: getRole(db, id), topics: TOPICS }
  })
}

export function editRole(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string; role: RoleInput },
  at: number,
): { id: string } {
  const { actId, id, role } = input
  return act(event, caller, { actId, at, verb: 'participants.edit-role', subjectId: id }, db => {
    const before = requireRole(db, id)
    refuseTakenName(db, role.name, id)
    updateRole(db, { id, ...role })
    return { result: { id }, before, after: getRole(db, id), topics: TOPICS }
  })
}

/** People keep an archived role; it is no longer offered. The last role in use stays. */
export function archiveRole(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): { id: string } {
  const { actId, id } = input
  return act(event, caller, { actId, at, verb: 'participants.archive-role', subjectId: id }, db => {
    const before = requireRole(db, id)
    if (listRoles(db).filter(role => role.archivedAt === null && role.id !== id).length === 0) {
      throw ruleBroken('last-role')
    }
    setRoleArchived(db, id, at)
    return { result: { id }, before, topics: TOPICS }
  })
}

export function restoreRole(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): { id: string } {
  const { actId, id } = input
  return act(event, caller, { actId, at, verb: 'participants.restore-role', subjectId: id }, db => {
    refuseTakenName(db, requireRole(db, id).name, id)
    setRoleArchived(db, id, null)
    return { result: { id }, topics: TOPICS }
  })
}

/** Puts the roles into this order; roles that are not named follow behind as they were. */
export function reorderRoles(
  event: EventFile,
  caller: Caller,
  input: { actId: string; ids: readonly string[] },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'participants.reorder-roles', subjectId: 'roles' }, db => {
    const before = listRoles(db).map(role => role.id)
    const after = [...new Set([...input.ids.filter(id => before.includes(id)), ...before])]
    after.forEach((id, position) => setRolePosition(db, id, position))
    return { result: null, before, after, topics: TOPICS }
  })
}

function requireRole(db: ReadHandle, id: string): Role {
  const role = getRole(db, id)
  if (!role) throw notFound('role')
  return role
}

function refuseTakenName(db: ReadHandle, name: string, exceptId: string): void {
  const holder = findRoleByName(db, name)
  if (holder && holder.id !== exceptId) throw ruleBroken('role-name-taken', name)
}
