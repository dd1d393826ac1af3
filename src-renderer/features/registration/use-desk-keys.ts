import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { looksLikeCode } from './use-desk.ts'
import { isScan, nextKey, NO_RUN } from './wedge-rules.ts'

/** What the keys of the desk do. */
export interface DeskKeys {
  group(): void
  substitute(): void
  print(): void
  undo(): void
  walkIn(): void
  /** A scanner's run has ended with Enter; its text is in the field. */
  onScan(): void
  /** A badge was scanned into a field of an open dialog; its Enter was held back. */
  onScanIntoForm(): void
}

/**
 * The keys of the desk, wherever the focus is. What is typed while nothing that takes text has the focus goes into the field,
 * so a scan is never lost on a button. While a dialog is open it has the keys for itself, but a scanner's Enter does not send its form.
 */
export function useDeskKeys(field: RefObject<HTMLInputElement | null>, isCovered: boolean, keys: DeskKeys): void {
  const run = useRef(NO_RUN)
  const onKeyDown = useEffectEvent((pressed: KeyboardEvent) => {
    const { key, timeStamp } = pressed
    if (isCovered) {
      if (key === 'Enter' && holdsCode(document.activeElement)) {
        stop(pressed)
        keys.onScanIntoForm()
      }
      return
    }
    const isScanEnd = key === 'Enter' && isScan(run.current, timeStamp)
    if (key.length === 1) run.current = nextKey(run.current, timeStamp)
    else if (key !== 'Shift' && key !== 'CapsLock') run.current = NO_RUN
    if (isScanEnd) {
      stop(pressed)
      if (!pressed.repeat) keys.onScan()
      return
    }
    const act = shortcut(pressed, field.current, keys)
    if (act) {
      pressed.preventDefault()
      act()
    } else if (isTyping(pressed) && !takesText(document.activeElement)) field.current?.focus()
  })

  useEffect(() => {
    globalThis.addEventListener('keydown', onKeyDown, { capture: true })
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
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

function isTyping(pressed: KeyboardEvent): boolean {
  const isPlain = !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey
  return pressed.key.length === 1 && pressed.key !== ' ' && isPlain
}

function stop(pressed: KeyboardEvent): void {
  pressed.preventDefault()
  pressed.stopPropagation()
}

function holdsCode(element: Element | null): boolean {
  return element instanceof HTMLInputElement && looksLikeCode(element.value)
}

function takesText(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}
