import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import { indexDelegation } from './search-index-queries.ts'
import { type SearchHit, type SearchOptions, searchParticipants } from './search-queries.ts'

/**
 * People that fit what a desk typed (names in any order and spelling, places, digits of phone or NIP), best first.
 * Takes any text; nothing that could be meant gives an empty list.
 */
export function searchPeople(db: ReadHandle, text: string, options: SearchOptions = {}): SearchHit[] {
  return searchParticipants(db, text, options)
}

/** Makes the members of a delegation findable by its new name; part of the act that renames it. */
export function followDelegationName(db: WriteHandle, delegationId: string): void {
  indexDelegation(db, delegationId)
}
