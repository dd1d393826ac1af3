import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { readings } from '#main/features/badges/code-rules.ts'
import { isScan, nextKey, NO_RUN } from './wedge-rules.ts'

/** What a screen with a field for scans does with the keys. */
export interface ScannerKeys {
  /** What a key or key combination does here; undefined leaves it to whatever has the focus. */
  shortcut(pressed: KeyboardEvent): (() => void) | undefined
  /** A scanner's run has ended with Enter; its text is in the field. */
  onScan(): void
  /** A badge was scanned into a field of an open dialog; its Enter was held back. */
  onScanIntoForm(): void
}

/**
 * The keys of a screen with a field for scans, wherever the focus is. What is typed while nothing that takes text has the focus goes
 * into the field, so a scan is never lost on a button. While a dialog is open it has the keys for itself, but a scanner's Enter does
 * not send its form.
 */
export function useScannerKeys(field: RefObject<HTMLInputElement | null>, isCovered: boolean, keys: ScannerKeys): void {
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
    const act = keys.shortcut(pressed)
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

/** Whether a text is or was meant to be a badge code; the host has the last word. */
export function looksLikeCode(text: string): boolean {
  const { codes, isIncomplete } = readings(text)
  return codes.length > 0 || isIncomplete
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
