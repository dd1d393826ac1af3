import type { BadgeDrawing } from './badge-drawing.ts'
import { BadgeDrawingGroup } from './BadgeDrawingGroup.tsx'

/** One badge on the screen; `label` says whose it is. */
export function BadgePicture({
  drawing,
  label,
  className,
}: {
  drawing: BadgeDrawing
  label: string
  className?: string
}) {
  const { widthMm, heightMm } = drawing.size
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      textRendering="geometricPrecision"
    >
      <BadgeDrawingGroup drawing={drawing} />
    </svg>
  )
}
