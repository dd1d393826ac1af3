import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { AttendancePerson } from '#main/features/sessions/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import type { ShownList } from './shown-list.ts'

/** The people behind a number; those of the whole event are the days' together, each once. */
export function useAttendancePeople(
  event: EventSummary,
  { dayId, sessionId, state }: ShownList,
  text: string,
): { rows: readonly AttendancePerson[] | undefined; error: unknown } {
  const dayIds = dayId === null ? event.days.map(day => day.id) : [dayId]
  const results = useQueries({
    queries: dayIds.map(id => ({
      ...orpc.sessions.people.queryOptions({ input: { dayId: id, sessionId, state, text: text.trim() } }),
      placeholderData: keepPreviousData,
      meta: { alsoOn: ['participants', 'registration'] },
    })),
  })
  const error = results.find(result => result.error)?.error ?? null
  const [only] = results
  if (results.length === 1) return { rows: only?.data, error }
  if (results.some(result => result.data === undefined)) return { rows: undefined, error }
  return { rows: unite(results.flatMap(result => result.data ?? [])), error }
}

function unite(rows: readonly AttendancePerson[]): AttendancePerson[] {
  const people = new Map<string, AttendancePerson>()
  for (const row of rows) {
    const known = people.get(row.id)
    people.set(row.id, known ? { ...known, minutes: known.minutes + row.minutes, lastOut: row.lastOut } : row)
  }
  return [...people.values()]
}
