import { useQuery } from '@tanstack/react-query'
import type { DoorState } from '#main/features/sessions/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'

const AFTER_TAKEOVER_MS = 300
/** A device whose clock is ahead asks again this often until the room has changed over. */
const SHORTEST_MS = 2000
/** A device whose clock is behind, or that slept, is late by no more than this. */
const LONGEST_MS = 60_000

/** What a door shows. The next session appears at its time without anybody touching the screen. */
export function useDoorState(roomId: string, heldSessionId: string | null) {
  return useQuery({
    ...orpc.sessions.door.state.queryOptions({
      input: { roomId, heldSessionId },
      // Names and who is expected stand on this screen too.
      meta: { alsoOn: ['participants'] },
    }),
    placeholderData: previous => previous,
    // What is held gives way to nothing.
    refetchInterval: ({ state }) => (heldSessionId === null ? untilTakeover(state.data) : false),
    refetchIntervalInBackground: true,
  })
}

function untilTakeover(state: DoorState | undefined): number | false {
  if (!state?.next) return false
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, state.next.takesOverAt - Date.now() + AFTER_TAKEOVER_MS))
}
