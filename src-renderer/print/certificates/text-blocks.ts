import type { BadgeDrawing, DrawnText } from '#renderer/ui/badge/badge-drawing.ts'
import { type BadgeFace, fitLines, fitName, type FittedText, type Measure } from '#renderer/ui/badge/fit-text.ts'

/** Share of the font size above the baseline that a line needs, and the whole line. */
const ASCENT = 0.78
const LINE: Record<BadgeFace, number> = { name: 1.14, text: 1.36, strong: 1.3 }

/** How a text is set. */
export interface TextStyle {
  face: BadgeFace
  sizeMm: number
  color: string
  widthMm: number
  maxLines?: number
  spacingMm?: number
}

/** A part of a page with a height of its own; `place` puts it where it belongs. */
export interface Block {
  heightMm: number
  /** Room above it at least. */
  gapMm: number
  place: (centerX: number, top: number) => DrawnText[]
}

/** A text in as many lines as it needs, centred; smaller when it would need more than allowed. Never cut. */
export function textBlock(text: string, style: TextStyle, gapMm: number, measure: Measure): Block {
  const { face, widthMm, sizeMm, maxLines = 1, spacingMm = 0 } = style
  // Letters set apart are wider than they measure.
  const roomMm = widthMm - spacingMm * (maxLines === 1 ? text.length : 0)
  return linesBlock(fitLines(text, face, { widthMm: roomMm, sizeMm, maxLines }, measure), style, gapMm)
}

/** A name that breaks by its meaning: `units` stay whole. */
export function nameBlock(units: readonly string[], style: TextStyle, gapMm: number, measure: Measure): Block {
  return linesBlock(fitName(units, style.widthMm, style.sizeMm, measure), style, gapMm)
}

function linesBlock({ lines, sizeMm }: FittedText, { face, color, spacingMm = 0 }: TextStyle, gapMm: number): Block {
  const lineMm = sizeMm * LINE[face]
  return {
    heightMm: lines.length * lineMm,
    gapMm,
    place: (x, top) =>
      lines.map((text, index) => {
        const y = top + index * lineMm + sizeMm * ASCENT + (lineMm - sizeMm) / 2
        return { x: x + spacingMm / 2, y, text, face, sizeMm, color, anchor: 'middle' as const, spacingMm }
      }),
  }
}

/** Room that only a picture or nothing stands in. */
export function spaceBlock(heightMm: number, gapMm = 0): Block {
  return { heightMm, gapMm, place: () => [] }
}

/** The height of blocks one below the other. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { heightMm, gapMm }) => sum + heightMm + gapMm, 0)
}

/** Puts blocks one below the other; `stretch` makes the gaps wider. Answers with the top of each. */
export function stack(
  texts: DrawnText[],
  blocks: readonly Block[],
  at: { centerX: number; top: number; stretch?: number },
): number[] {
  let top = at.top
  return blocks.map(block => {
    top += block.gapMm * (at.stretch ?? 1)
    texts.push(...block.place(at.centerX, top))
    const start = top
    top += block.heightMm
    return start
  })
}

/** A name written as one text in parts that stay together: words, and each degree with its stop and comma. */
export function unitsOf(name: string): string[] {
  const [front = '', ...degrees] = name.split(', ')
  const whole = degrees.map(degree => degree.replaceAll(' ', '\u00A0'))
  const words = front.split(/\s+/).filter(word => word !== '')
  if (whole.length > 0) words.push(`${words.pop() ?? ''},`)
  return [...words, ...whole.map((degree, index) => (index < whole.length - 1 ? `${degree},` : degree))]
}

/** A drawing to add to. */
export interface Draft {
  areas: BadgeDrawing['areas'][number][]
  texts: DrawnText[]
  pictures: BadgeDrawing['pictures'][number][]
}
