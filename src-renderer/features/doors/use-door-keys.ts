import type { RefObject } from 'react'
import { type ScannerKeys, useScannerKeys } from '#renderer/platform/use-scanner-keys.ts'

/** What the keys of a door do. */
export interface DoorKeys extends Omit<ScannerKeys, 'shortcut'> {
  undo(): void
  hold(): void
  direction(): void
  camera(): void
  otherReason(): void
  sign(): void
  /** The quick reason at this place, from 0; false when there is nobody to let in. */
  reason(index: number): void
}

/** The keys of a door, wherever the focus is. */
export function useDoorKeys(field: RefObject<HTMLInputElement | null>, isCovered: boolean, keys: DoorKeys): void {
  useScannerKeys(field, isCovered, { ...keys, shortcut: pressed => shortcut(pressed, field.current, keys) })
}

function shortcut(pressed: KeyboardEvent, field: HTMLInputElement | null, keys: DoorKeys): (() => void) | undefined {
  if (pressed.repeat || pressed.shiftKey) return undefined
  const isPlain = !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey
  if (isPlain) return functionKey(pressed.key, keys)
  if (pressed.altKey && !pressed.ctrlKey && !pressed.metaKey) {
    const digit = /^Digit([1-9])$/.exec(pressed.code)
    return digit ? () => keys.reason(Number(digit[1]) - 1) : undefined
  }
  if (pressed.altKey) return undefined
  const letter = pressed.key.toLowerCase()
  // While there is text in the field, Ctrl+Z belongs to the text.
  if (letter === 'z') return field?.value === '' ? keys.undo : undefined
  return letter === 'h' ? keys.hold : undefined
}

function functionKey(key: string, keys: DoorKeys): (() => void) | undefined {
  switch (key) {
    case 'F2':
      return keys.otherReason
    case 'F4':
      return keys.sign
    case 'F8':
      return keys.direction
    case 'F9':
      return keys.camera
    default:
      return undefined
  }
}
