import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { getToday } from '#main/features/events/service.ts'
import type { PersonLine, PersonListInput } from './contract.ts'
import { countByArchived, countPeople, linesOf, type ListQuery, listIds } from './list-queries.ts'
import { searchPeople } from './search-service.ts'

/** One window of the list with the size of the whole. */
export interface PeopleWindow {
  total: number
  offset: number
  rows: PersonLine[]
}

interface KnownLists {
  revision: number
  dayId: string
  lists: Map<string, readonly string[]>
}

/** As many lists of one event are kept as desks look at at once. */
const LISTS_KEPT = 6
/** Whoever is not among so many is looked for with another word. */
const FOUND_MAX = 200
const knownLists = new WeakMap<EventFile, KnownLists>()

/**
 * Filters, sorts and cuts one window out of the people. A text finds by what a desk hears and puts the best first.
 * Orders that SQLite can't read off an index are worked out once and kept until something changes, so that scrolling stays quick.
 */
export function getWindow(event: EventFile, input: PersonListInput, at: number): PeopleWindow {
  const { text, offset, limit } = input
  const query: ListQuery = {
    ...input,
    ids: text.trim() === '' ? null : findPeople(event.db, text, input.state === 'archived'),
    dayId: getToday(event, at)?.id ?? '',
  }
  if (isReadOffIndex(query)) {
    const ids = listIds(event.db, query)
    return { total: countPeople(event.db, query), offset, rows: linesOf(event.db, ids, query.dayId) }
  }
  const ids = query.ids ? ranked(event, query, query.ids) : wholeList(event, query)
  return { total: ids.length, offset, rows: linesOf(event.db, ids.slice(offset, offset + limit), query.dayId) }
}

/** How many people are on the list and how many were taken off it. */
export function getCounts(event: EventFile): { active: number; archived: number } {
  return countByArchived(event.db)
}

function isReadOffIndex({ ids, sort, state }: ListQuery): boolean {
  return ids === null && sort === 'name' && state !== 'arrived' && state !== 'not-arrived'
}

/** With the usual order the best finds come first; another order is kept as asked. */
function ranked(event: EventFile, query: ListQuery, found: readonly string[]): readonly string[] {
  const matching = listIds(event.db, { ...query, offset: 0, limit: found.length })
  if (query.sort !== 'name' || query.isDescending) return matching
  const isMatching = new Set(matching)
  return found.filter(id => isMatching.has(id))
}

function wholeList(event: EventFile, query: ListQuery): readonly string[] {
  const { revision } = event.changes
  let known = knownLists.get(event)
  if (!known || known.revision !== revision || known.dayId !== query.dayId) {
    known = { revision, dayId: query.dayId, lists: new Map() }
    knownLists.set(event, known)
  }
  const key = JSON.stringify([query.state, query.sort, query.isDescending, query.roleId, query.delegationId])
  let list = known.lists.get(key)
  if (!list) {
    list = listIds(event.db, { ...query, offset: 0, limit: -1 })
    const [oldest] = known.lists.keys()
    if (known.lists.size >= LISTS_KEPT && oldest !== undefined) known.lists.delete(oldest)
    known.lists.set(key, list)
  }
  return list
}

function findPeople(db: ReadHandle, text: string, isArchived: boolean): string[] {
  return searchPeople(db, text, { limit: FOUND_MAX, includeArchived: isArchived }).map(hit => hit.participantId)
}
