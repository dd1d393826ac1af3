import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { kept } from '#renderer/platform/kept.ts'

const storageKey = (eventId: string): string => `gelar.lastScreen.${eventId}`

/** The address that was looked at last in this event on this device; null when there is none. */
export function lastScreen(eventId: string): string | null {
  const address = kept.read<unknown>(storageKey(eventId))
  return typeof address === 'string' ? address : null
}

/** Keeps the address of the screen that is looked at, so that it comes back with the next window. */
export function useLastScreenKept(eventId: string): void {
  const [location] = useLocation()
  useEffect(() => {
    if (location !== '/') kept.write(storageKey(eventId), location)
  }, [eventId, location])
}
