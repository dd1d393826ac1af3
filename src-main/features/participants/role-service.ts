import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import { insertRole } from './role-queries.ts'

/** The roles that a new event starts with; every one can be renamed, recoloured, archived, and others added. */
const DEFAULT_ROLES: readonly { name: string; color: string }[] = [
  { name: 'Peserta', color: '#e2b65f' },
  { name: 'Narasumber', color: '#1b4f8f' },
  { name: 'Moderator', color: '#6b3fa0' },
  { name: 'Pembicara Kunci', color: '#a4231c' },
  { name: 'Fasilitator', color: '#14747f' },
  { name: 'Panitia', color: '#17242b' },
  { name: 'Tamu Undangan/VIP', color: '#8f4a06' },
  { name: 'Media', color: '#4a5a62' },
]

/** Writes the default roles into a new event; part of the transaction that makes the file. */
export function addDefaultRoles(db: WriteHandle): void {
  DEFAULT_ROLES.forEach((role, position) => insertRole(db, { id: newId(), ...role, position }))
}
