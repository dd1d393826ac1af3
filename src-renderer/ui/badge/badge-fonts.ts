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
/** Canvas and SVG differ by a hair, and so do the words of a line from the line; this keeps the hair inside. */
const SAFETY = 1.015

/**
 * Measures with the fonts of this page; call {@link loadBadgeFonts} first.
 * Goes word by word and remembers them: names are new on every badge, words are not.
 */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  const known: Record<BadgeFace, Map<string, number>> = { name: new Map(), text: new Map(), strong: new Map() }
  let current: BadgeFace | undefined
  const widthOf = (word: string, face: BadgeFace): number => {
    let width = known[face].get(word)
    if (width === undefined) {
      if (current !== face) {
        context.font = `${FACES[face].weight} ${PROBE_PX}px ${familyOf(face)}`
        current = face
      }
      width = (context.measureText(word).width / PROBE_PX) * SAFETY
      known[face].set(word, width)
    }
    return width
  }
  return (text, face) => {
    const words = text.split(' ')
    const blanks = (words.length - 1) * widthOf(' ', face)
    return words.reduce((sum, word) => sum + (word === '' ? 0 : widthOf(word, face)), blanks)
  }
}
