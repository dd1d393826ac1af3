import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { PersonLine } from '#main/features/participants/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import type { PeopleView } from './people-filter.ts'

const PAGE_SIZE = 100

/** The people that are in sight. `rowAt` is undefined for rows that are still on their way. */
export interface PeopleWindow {
  total: number | undefined
  error: unknown
  /** The rows are still those of the filter before. */
  isStale: boolean
  rowAt(index: number): PersonLine | undefined
  retry(): void
}

/**
 * Fetches the pages of the list that cover the rows from `first` to `last`, and always the first page: while that of another
 * filter is on its way the old one stays, so that the list does not blink with every letter that is typed.
 */
export function usePeopleWindow(view: PeopleView, first: number, last: number): PeopleWindow {
  const pageOptions = (page: number) =>
    orpc.participants.list.queryOptions({ input: { ...view, offset: page * PAGE_SIZE, limit: PAGE_SIZE } })
  const from = Math.max(1, Math.floor(first / PAGE_SIZE))
  const further = Array.from({ length: Math.floor(last / PAGE_SIZE) - from + 1 }, (_, index) => from + index)
  const start = useQuery({ ...pageOptions(0), placeholderData: keepPreviousData })
  const others = useQueries({ queries: further.map(pageOptions) })
  const pageAt = (page: number): PersonLine[] | undefined =>
    page === 0 ? start.data?.rows : others[page - from]?.data?.rows
  return {
    total: start.data?.total,
    error: [start, ...others].find(result => result.error)?.error ?? null,
    isStale: start.isPlaceholderData,
    rowAt: index => pageAt(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    retry: () => {
      for (const result of [start, ...others]) void result.refetch()
    },
  }
}
