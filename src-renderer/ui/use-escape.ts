import { useEffect } from 'react'

const OPEN_LAYERS = '[role="dialog"], [role="listbox"]'

/** Calls `leave` on Escape, unless a dialog, list or calendar is open: then Escape closes that one. */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isLayerOpen()) leave()
    }
    // Captured, so that the layer is still seen open.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [leave])
}

/** Lists stay in the page while they are closed, hidden. */
function isLayerOpen(): boolean {
  return [...document.querySelectorAll(OPEN_LAYERS)].some(layer => layer.checkVisibility())
}
