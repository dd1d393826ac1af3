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
        await invalidate(change.topic)
      }
    } catch {
      // The line is down; the state of the connection shows it, and the loop tries again.
    }
    await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS))
  }
}

/** A topic is the name of a feature, which is the first part of its procedures' paths. Opening or closing an event changes everything. */
function invalidate(topic: string): Promise<void> {
  if (topic === '*' || topic === 'events') return queryClient.invalidateQueries()
  return queryClient.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      (queryKey[0] as readonly string[] | undefined)?.[0] === topic || meta?.alsoOn?.includes(topic) === true,
  })
}
