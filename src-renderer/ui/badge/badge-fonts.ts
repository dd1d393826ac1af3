import type { BadgeFace, Measure } from './fit-text.ts'

/** The faces of a badge as CSS knows them. */
export const FACES: Record<BadgeFace, { family: string; weight: number }> = {
  name: { family: 'Fraunces Variable', weight: 600 },
  text: { family: 'Plus Jakarta Sans Variable', weight: 500 },
  strong: { family: 'Plus Jakarta Sans Variable', weight: 700 },
}
const FALLBACK: Record<BadgeFace, string> = {
  name: 'Georgia, serif',
  text: 'system-ui, sans-serif',
  strong: 'system-ui, sans-serif',
}

/** The `font-family` of a face. */
export function familyOf(face: BadgeFace): string {
  return `'${FACES[face].family}', ${FALLBACK[face]}`
}

/** Loads the faces; without them every width would be wrong. */
export async function loadBadgeFonts(): Promise<void> {
  const faces = Object.values(FACES)
  await Promise.all(faces.map(({ family, weight }) => document.fonts.load(`${weight} 16px '${family}'`, 'AaÀé')))
}

const PROBE_PX = 100
/** Canvas and SVG differ by a hair; this keeps the hair inside. */
const SAFETY = 1.012

/** Measures with the fonts of this page; call {@link loadBadgeFonts} first. Remembers what it has measured. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  const known = new Map<string, number>()
  let current: BadgeFace | undefined
  return (text, face) => {
    const key = `${face} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (current !== face) {
        context.font = `${FACES[face].weight} ${PROBE_PX}px ${familyOf(face)}`
        current = face
      }
      width = (context.measureText(text).width / PROBE_PX) * SAFETY
      known.set(key, width)
    }
    return width
  }
}
