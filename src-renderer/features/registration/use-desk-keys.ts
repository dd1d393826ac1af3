import type { RefObject } from 'react'
import { type ScannerKeys, useScannerKeys } from '#renderer/platform/use-scanner-keys.ts'

/** What the keys of the desk do. */
export interface DeskKeys extends Omit<ScannerKeys, 'shortcut'> {
  group(): void
  substitute(): void
  print(): void
  undo(): void
  walkIn(): void
}

/** The keys of the desk, wherever the focus is. */
export function useDeskKeys(field: RefObject<HTMLInputElement | null>, isCovered: boolean, keys: DeskKeys): void {
  useScannerKeys(field, isCovered, { ...keys, shortcut: pressed => shortcut(pressed, field.current, keys) })
}

function shortcut(pressed: KeyboardEvent, field: HTMLInputElement | null, keys: DeskKeys): (() => void) | undefined {
  if (pressed.repeat) return undefined
  if (pressed.key === 'F2') return keys.walkIn
  if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey || pressed.shiftKey) return undefined
  switch (pressed.key.toLowerCase()) {
    case 'g':
      return keys.group
    case 'm':
      return keys.substitute
    case 'p':
      return keys.print
    case 'z':
      // While there is text in the field, Ctrl+Z belongs to the text.
      return field?.value === '' ? keys.undo : undefined
    default:
      return undefined
  }
}
