import { useEffect, useEffectEvent } from 'react'

/** Sees each key before whatever has the focus does. */
export function useKeyDown(onKeyDown: (pressed: KeyboardEvent) => void): void {
  const seen = useEffectEvent(onKeyDown)
  useEffect(() => {
    const listener = (pressed: KeyboardEvent): void => seen(pressed)
    globalThis.addEventListener('keydown', listener, { capture: true })
    return () => globalThis.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
