import { useState } from 'react'
import type { DoorDirection } from '#main/features/sessions/contract.ts'
import { kept } from '#renderer/platform/kept.ts'

/** How this device serves one door. */
export interface DoorSettings {
  direction: DoorDirection
  /** The session that the operator holds; null = whichever the room has now. */
  heldSessionId: string | null
  /** Whether the camera stays open in the screen. */
  isCameraOn: boolean
}

const FIRST: DoorSettings = { direction: 'in', heldSessionId: null, isCameraOn: false }
const storageKey = (roomId: string): string => `gelar.door.${roomId}`

/** What was chosen at this door on this device; partial or broken settings are filled up. */
export function readDoorSettings(roomId: string): DoorSettings {
  return { ...FIRST, ...kept.read<Partial<DoorSettings>>(storageKey(roomId)) }
}

export function writeDoorSettings(roomId: string, settings: DoorSettings): void {
  kept.write(storageKey(roomId), settings)
}

/** The settings of a door, kept on this device. */
export function useDoorSettings(roomId: string): [DoorSettings, (change: Partial<DoorSettings>) => void] {
  const [settings, setSettings] = useState(() => readDoorSettings(roomId))
  return [
    settings,
    change =>
      setSettings(current => {
        const next = { ...current, ...change }
        writeDoorSettings(roomId, next)
        return next
      }),
  ]
}
