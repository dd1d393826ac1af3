import { useSyncExternalStore } from 'react'

/** Whether the program can be reached right now. `no-session`: it answers, but has been started anew and no longer knows this device. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'no-session'

let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

/** The state of the line to the program; screens watch it with {@link useConnection}. */
export const connection = {
  get: (): ConnectionState => state,
  isDown: (): boolean => state === 'offline' || state === 'no-session',
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
