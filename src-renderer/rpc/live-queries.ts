import { QueryClient } from '@tanstack/react-query'
import { client } from './client.ts'
import { connection } from './connection.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** `alsoOn`: further topics that change what the query shows. */
    queryMeta: { alsoOn?: readonly string[] }
  }
}

const RETRY_AFTER_MS = 1000
/** A page in the background is given no frames; it fetches all the same. */
const PAINT_WITHIN_MS = 100

/** One cache for all screens. What it holds is fetched again when the program says that it has changed, never by a timer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Listens for changes for as long as the page lives; a new connection fetches everything again. */
export async function followChanges(): Promise<never> {
  for (;;) {
    try {
      for await (const change of await client.program.changes()) {
        connection.set('online')
        noteChange(change.topic)
      }
    } catch {
      // The line is down; the state of the connection shows it, and the loop tries again.
    }
    await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS))
  }
}

const changed = new Set<string>()
let isFetching = false

function noteChange(topic: string): void {
  changed.add(topic)
  if (!isFetching) void fetchChanged()
}

/** One round after the other, each for all that has changed meanwhile: a round is never cut off by the next. */
async function fetchChanged(): Promise<void> {
  isFetching = true
  try {
    while (changed.size > 0) {
      await painted()
      const topics = new Set(changed)
      changed.clear()
      await invalidate(topics)
    }
  } finally {
    isFetching = false
  }
}

/** After the next frame. The answer to an own act comes together with the change that it made, and is to be seen first. */
function painted(): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PAINT_WITHIN_MS)
    const settle = (): void => {
      clearTimeout(timer)
      setTimeout(resolve)
    }
    requestAnimationFrame(() => requestAnimationFrame(settle))
  })
}

/** A topic is the name of a feature, which is the first part of its procedures' paths. Opening or closing an event changes everything. */
function invalidate(topics: ReadonlySet<string>): Promise<void> {
  if (topics.has('*') || topics.has('events')) return queryClient.invalidateQueries()
  return queryClient.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      topics.has((queryKey[0] as readonly string[] | undefined)?.[0] ?? '') ||
      meta?.alsoOn?.some(topic => topics.has(topic)) === true,
  })
}
