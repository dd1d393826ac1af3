import { useSyncExternalStore } from 'react'

/** Whether the program can be reached right now. */
export type ConnectionState = 'connecting' | 'online' | 'offline'

let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

/** The state of the line to the program; screens watch it with {@link useConnection}. */
export const connection = {
  get: (): ConnectionState => state,
  set(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** The state of the line to the program, as a hook. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get)
}
