import { useLayoutEffect, useRef, useState } from 'react'

type Acts = Record<string, (...given: never[]) => unknown>

/**
 * The same functions in every render, each doing what its newest version does: what is given them is not drawn anew for their sake.
 * For event handlers only; the set of names is that of the first render.
 */
export function useStableActs<Given extends Acts>(acts: Given): Given {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const [stable] = useState(() => {
    const names = Object.keys(acts)
    return Object.fromEntries(
      names.map(name => [name, (...given: never[]) => latest.current[name]?.(...given)]),
    ) as Given
  })
  return stable
}
