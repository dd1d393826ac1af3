/** Signatures are drawn in a box of this size, whatever the screen's. */
export const SIGNATURE_BOX = { width: 300, height: 100 }
/** Points nearer to each other than this, in units of the box, are one. */
const LEAST_STEP = 1.2

export interface Point {
  x: number
  y: number
}
/** What was drawn from touching down to lifting off. */
export type Stroke = readonly Point[]

/** Adds a point unless it is where the stroke already ends. */
export function withPoint(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1)
  return last && Math.hypot(point.x - last.x, point.y - last.y) < LEAST_STEP ? stroke : [...stroke, point]
}

/** The strokes as one SVG path: curves through the middles between points, so that a quick hand leaves no corners. A tap is a dot. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes.map(strokePath).filter(Boolean).join(' ')
}

function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  const last = rest.at(-1)
  const start = `M${at(first)}`
  if (!last) return `${start} L${at({ x: first.x + 0.1, y: first.y })}`
  const bends = rest.slice(0, -1).map((point, index) => `Q${at(point)} ${at(middle(point, rest[index + 1] ?? last))}`)
  return [start, ...bends, `L${at(last)}`].join(' ')
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
}

function at({ x, y }: Point): string {
  return `${within(x, SIGNATURE_BOX.width)} ${within(y, SIGNATURE_BOX.height)}`
}

function within(value: number, limit: number): number {
  return Math.round(Math.min(limit, Math.max(0, value)) * 10) / 10
}
