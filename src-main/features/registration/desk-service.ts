import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { readCode } from '#main/features/badges/code-service.ts'
import { getPrintCount } from '#main/features/badges/print-service.ts'
import { getSummary } from '#main/features/events/service.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { searchPeople } from '#main/features/participants/search-service.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import { listChecklistOf } from './checklist-queries.ts'
import {
  type Card,
  type Companions,
  type CountersView,
  type DeskPerson,
  type Group,
  GROUP_LIMIT,
  HITS_LIMIT,
  MATES_SHOWN,
  PEOPLE_LIMIT,
  type PeopleFilter,
} from './contract.ts'
import { sumUp } from './counter-rules.ts'
import {
  countHeads,
  type DeskPersonRow,
  getDelegationName,
  getDeskPerson,
  getReplaced,
  getReplacement,
  type LinkedPersonRow,
  listArrivals,
  listCounted,
  getDelegationMembers,
  listDelegations,
  listDeskPeople,
  listRoles,
  getVillagers,
} from './desk-queries.ts'

/**
 * The event day that the desk shows: today; between the event's days the last one that has begun; before the event its first.
 * Only reading uses it: a check-in is for today or not at all.
 */
export function getShownDayId(event: EventFile, at: number): string | null {
  const { days, todayId, timeZone } = getSummary(event, at)
  if (todayId !== null) return todayId
  const date = dateInZone(at, timeZone)
  return (days.findLast(day => day.date < date) ?? days[0])?.id ?? null
}

/** What the verdict panel says about a person. */
export function getCard(event: EventFile, participantId: string, at: number): Card {
  const { db } = event
  const dayId = getShownDayId(event, at)
  const row = getDeskPerson(db, participantId, dayId)
  if (!row) throw notFound('participant')
  return {
    person: {
      ...toDeskPerson(row),
      roleId: row.role_id,
      delegationId: row.delegation_id,
      phone: row.phone,
      costBearer: row.cost_bearer,
      note: row.note,
      archiveReason: row.archive_reason,
    },
    checklist: listChecklistOf(db, participantId).map(item => ({
      id: item.id,
      kind: item.kind,
      name: item.name,
      isMarked: item.is_marked === 1,
    })),
    printedCount: getPrintCount(db, participantId),
    arrivals: listArrivals(db, participantId).map(({ day_id, date, at, device_name }) => ({
      dayId: day_id,
      date,
      at,
      deviceName: device_name,
    })),
    group: inBrief(groupOf(db, row, dayId), row),
    replaces: toLinkedPerson(getReplaced(db, participantId)),
    replacedBy: toLinkedPerson(getReplacement(db, participantId)),
  }
}

/** Those who come with somebody: the delegation, else the village; null for people on their own. */
function groupOf(db: ReadHandle, row: DeskPersonRow, dayId: string | null): Group | null {
  if (row.delegation_id !== null) return delegationGroup(db, row.delegation_id, dayId)
  if (row.village === '') return null
  const found = getVillagers(db, row, dayId, GROUP_LIMIT)
  if (found.total < 2) return null
  return { kind: 'village', delegationId: null, name: row.village, ...found, members: found.members.map(toDeskPerson) }
}

function delegationGroup(db: ReadHandle, delegationId: string, dayId: string | null): Group {
  const name = getDelegationName(db, delegationId)
  if (name === undefined) throw notFound('delegation')
  const found = getDelegationMembers(db, delegationId, dayId, GROUP_LIMIT)
  return { kind: 'delegation', delegationId, name, ...found, members: found.members.map(toDeskPerson) }
}

/** A delegation, or those who come with somebody; null for people on their own. */
export function getGroup(
  event: EventFile,
  of: { delegationId: string } | { participantId: string },
  at: number,
): Group | null {
  const dayId = getShownDayId(event, at)
  if ('delegationId' in of) return delegationGroup(event.db, of.delegationId, dayId)
  const row = getDeskPerson(event.db, of.participantId, dayId)
  if (!row) throw notFound('participant')
  return groupOf(event.db, row, dayId)
}

function inBrief(group: Group | null, person: DeskPersonRow): Companions | null {
  if (!group) return null
  const { members, ...named } = group
  const others = members.filter(member => member.id !== person.id)
  const missing = others.filter(mate => mate.arrivedAt === null)
  const mates = [...missing, ...others.filter(mate => mate.arrivedAt !== null)].slice(0, MATES_SHOWN)
  // Somebody archived is not counted among them.
  const isCounted = person.archived_at === null
  const mateCount = group.total - Number(isCounted)
  const missingMates = group.total - group.arrived - Number(isCounted && person.arrived_at === null)
  return { ...named, mateCount, missingMates, mates }
}

/** Who the desk may mean while somebody types; a badge code is nobody's name. */
export function searchDesk(
  event: EventFile,
  text: string,
  at: number,
): { isCode: boolean; isSure: boolean; hits: DeskPerson[] } {
  if (text.trim() === '') return { isCode: false, isSure: false, hits: [] }
  if (readCode(event, text).kind !== 'not-a-code') return { isCode: true, isSure: false, hits: [] }
  const found = searchPeople(event.db, text, { limit: HITS_LIMIT })
  const ids = found.map(hit => hit.participantId)
  const people = new Map(listDeskPeople(event.db, ids, getShownDayId(event, at)).map(row => [row.id, row]))
  const hits = ids.flatMap(id => people.get(id) ?? []).map(toDeskPerson)
  return { isCode: false, isSure: found[0]?.isWhole ?? false, hits }
}

/** Ten desks ask after each act; the answer is worked out once per change. */
const lastCounters = new WeakMap<EventFile, { revision: number; view: CountersView }>()

/** The counters of the shown day, with the names of roles and delegations in their order. */
export function getCounters(event: EventFile, at: number): CountersView {
  const dayId = getShownDayId(event, at)
  const last = lastCounters.get(event)
  const { revision } = event.changes
  if (last && last.revision === revision && last.view.dayId === dayId) return last.view
  const view = countDay(event.db, dayId)
  lastCounters.set(event, { revision, view })
  return view
}

function countDay(db: ReadHandle, dayId: string | null): CountersView {
  const { byRole, byDelegation, ...totals } = sumUp(countHeads(db, dayId))
  const roles = new Map(byRole.map(share => [share.roleId, share]))
  const delegations = new Map(byDelegation.map(share => [share.delegationId, share]))
  return {
    dayId,
    ...totals,
    byRole: listRoles(db).flatMap(({ id, name, color }) => {
      const share = roles.get(id)
      return share ? [{ id, name, color, expected: share.expected, arrived: share.arrived }] : []
    }),
    byDelegation: listDelegations(db).flatMap(({ id, name }) => {
      const share = delegations.get(id)
      return share ? [{ id, name, expected: share.expected, arrived: share.arrived }] : []
    }),
  }
}

/** The people behind a number of the counters. */
export function listPeople(event: EventFile, filter: PeopleFilter, at: number): DeskPerson[] {
  return listCounted(event.db, getShownDayId(event, at), {
    state: filter.state,
    roleId: filter.roleId ?? null,
    delegationId: filter.delegationId ?? null,
    onlyWalkIns: filter.onlyWalkIns,
    limit: PEOPLE_LIMIT,
  }).map(toDeskPerson)
}

/** What a walk-in form chooses from. */
export function getChoices(event: EventFile): Record<'roles' | 'delegations', { id: string; name: string }[]> {
  const inUse = (rows: { id: string; name: string; archived_at: number | null }[]): { id: string; name: string }[] =>
    rows.filter(row => row.archived_at === null).map(({ id, name }) => ({ id, name }))
  return { roles: inUse(listRoles(event.db)), delegations: inUse(listDelegations(event.db)) }
}

function toLinkedPerson(row: LinkedPersonRow | undefined): Card['replaces'] {
  if (!row) return null
  return { id: row.id, titleBefore: row.title_before, name: row.name, titleAfter: row.title_after, reason: row.reason }
}

function toDeskPerson(row: DeskPersonRow): DeskPerson {
  return {
    id: row.id,
    titleBefore: row.title_before,
    name: row.name,
    titleAfter: row.title_after,
    role: row.role,
    roleColor: row.role_color,
    delegation: row.delegation,
    position: row.position,
    institution: row.institution,
    village: row.village,
    district: row.district,
    regency: row.regency,
    isWalkIn: row.is_walk_in === 1,
    isArchived: row.archived_at !== null,
    arrivedAt: row.arrived_at,
    arrivedDevice: row.arrived_device,
  }
}
