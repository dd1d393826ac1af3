import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { BadgeLayout } from './contract.ts'
import {
  archiveLayout,
  getLayout,
  insertLayout,
  type LayoutRow,
  listLayouts,
  setDefaultLayout,
  updateLayout,
} from './layout-queries.ts'
import {
  type BadgeLayoutDefinition,
  badgeLayoutDefinitionSchema,
  defaultDefinition,
  sheetFits,
} from './layout-rules.ts'

/** What a new event starts with; the first is the default. */
const DEFAULT_LAYOUTS: readonly { name: string; definition: BadgeLayoutDefinition }[] = [
  { name: 'Kartu 86 × 54 mm', definition: defaultDefinition('card', 'single') },
  { name: 'Kartu, 10 per lembar A4', definition: defaultDefinition('card', 'a4') },
  { name: 'Lanyard A6', definition: defaultDefinition('lanyard', 'single') },
  { name: 'Lanyard A6, 2 per lembar A4', definition: defaultDefinition('lanyard', 'a4') },
  { name: 'Label 90 × 60 mm', definition: defaultDefinition('label90', 'single') },
  { name: 'Label 62 × 100 mm', definition: defaultDefinition('label62', 'single') },
]

/** Writes the default layouts into a new event; part of the transaction that makes the file. */
export function addDefaultLayouts(db: WriteHandle): void {
  DEFAULT_LAYOUTS.forEach(({ name, definition }, index) =>
    insertLayout(db, { id: newId(), name, definition: JSON.stringify(definition), isDefault: Number(index === 0) }),
  )
}

/** The default first. */
export function getLayouts(event: EventFile): BadgeLayout[] {
  return listLayouts(event.db).map(asLayout)
}

/** The layout of that id, or the default one without it; refuses what is not there. */
export function getLayoutFor(db: ReadHandle, id: string | undefined): BadgeLayout {
  const row = id === undefined ? listLayouts(db)[0] : getLayout(db, id)
  if (!row || row.archived_at !== null) throw notFound('layout')
  return asLayout(row)
}

/** The definition of a layout that a job was made with, archived since or not. */
export function getDefinition(db: ReadHandle, id: string): BadgeLayoutDefinition {
  const row = getLayout(db, id)
  if (!row) throw notFound('layout')
  return asLayout(row).definition
}

export function saveLayout(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id?: string | undefined; name: string; definition: BadgeLayoutDefinition },
  at: number,
): { id: string } {
  if (!sheetFits(input.definition)) throw ruleBroken('badge-does-not-fit')
  const id = input.id ?? newId()
  return act(event, caller, { actId: input.actId, at, verb: 'badges.save-layout', subjectId: id }, db => {
    const before = input.id === undefined ? undefined : getLayoutFor(db, input.id)
    const written = { id, name: input.name, definition: JSON.stringify(input.definition) }
    if (before) updateLayout(db, written)
    else insertLayout(db, { ...written, isDefault: 0 })
    return { result: { id }, before, after: getLayoutFor(db, id), topics: ['badges'] }
  })
}

export function duplicateLayout(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string; name: string },
  at: number,
): { id: string } {
  const { definition } = getLayoutFor(event.db, input.id)
  return saveLayout(event, caller, { actId: input.actId, name: input.name, definition }, at)
}

export function archiveLayoutOf(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'badges.archive-layout', subjectId: input.id }, db => {
    const before = getLayoutFor(db, input.id)
    if (before.isDefault) throw ruleBroken('layout-is-default')
    archiveLayout(db, input.id, at)
    return { result: null, before, topics: ['badges'] }
  })
}

export function makeDefaultLayout(
  event: EventFile,
  caller: Caller,
  input: { actId: string; id: string },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'badges.set-default-layout', subjectId: input.id }, db => {
    const before = getLayoutFor(db, undefined).id
    const { id } = getLayoutFor(db, input.id)
    setDefaultLayout(db, id)
    return { result: null, before, after: id, topics: ['badges'] }
  })
}

function asLayout(row: LayoutRow): BadgeLayout {
  return {
    id: row.id,
    name: row.name,
    isDefault: row.is_default === 1,
    definition: badgeLayoutDefinitionSchema.parse(JSON.parse(row.definition)),
  }
}
