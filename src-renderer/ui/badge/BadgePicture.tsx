import { useLayoutEffect, useRef } from 'react'
import type { BadgeDrawing } from './badge-drawing.ts'
import { createBadge } from './badge-elements.ts'

/** One badge on the screen; `label` says whose it is. */
export function BadgePicture({
  drawing,
  label,
  className,
}: {
  drawing: BadgeDrawing
  label: string
  className?: string | undefined
}) {
  const picture = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => picture.current?.replaceChildren(createBadge(drawing)), [drawing])
  const { widthMm, heightMm } = drawing.size
  return (
    <svg ref={picture} role="img" aria-label={label} className={className} viewBox={`0 0 ${widthMm} ${heightMm}`} />
  )
}
