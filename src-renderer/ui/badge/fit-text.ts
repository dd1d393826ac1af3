/** Which face a text is set in. */
export type BadgeFace = 'name' | 'text' | 'strong'

/** The width of a text per millimetre of font size. Linear in the size, so one measurement serves all sizes. */
export type Measure = (text: string, face: BadgeFace) => number

/** Lines that fit, with their font size in millimetres. */
export interface FittedText {
  lines: readonly string[]
  sizeMm: number
}

/** Below this share of its size a name no longer stands out, and one more line is the lesser evil. */
const LEAST_SHARE = 0.62
/** How much smaller a name may get so that its line ends where its meaning does. */
const MEANING_IS_WORTH = 0.9
const MOST_LINES = 4

/**
 * Sets a name in at most two lines, as large as the width allows up to `maxSizeMm`, never cut. `units` are not broken.
 * A line rather ends after a comma (between name and degrees) than within the name. Three or four lines only where fewer would be too small to stand out.
 */
export function fitName(units: readonly string[], widthMm: number, maxSizeMm: number, measure: Measure): FittedText {
  const sizeOf = (lines: readonly string[]): number => {
    const widest = Math.max(...lines.map(line => measure(line, 'name')))
    return widest > 0 ? Math.min(maxSizeMm, widthMm / widest) : maxSizeMm
  }
  const oneLine = fitted([join(units)], sizeOf)
  if (oneLine.sizeMm === maxSizeMm || units.length < 2) return oneLine
  const twoLines = bestBreak(units, sizeOf)
  if (oneLine.sizeMm >= twoLines.sizeMm) return oneLine
  let best = twoLines
  for (let count = 3; count <= Math.min(MOST_LINES, units.length); count++) {
    if (best.sizeMm >= maxSizeMm * LEAST_SHARE) break
    for (const lines of breaksInto(units, count)) {
      const next = fitted(lines, sizeOf)
      if (next.sizeMm > best.sizeMm) best = next
    }
  }
  return best
}

function bestBreak(units: readonly string[], sizeOf: (lines: readonly string[]) => number): FittedText {
  const breaks = units.slice(1).map((_unit, index) => {
    const lines = [join(units.slice(0, index + 1)), join(units.slice(index + 1))]
    return {
      ...fitted(lines, sizeOf),
      isByMeaning: units[index]?.endsWith(',') === true,
      unevenness: unevenness(lines),
    }
  })
  const largest = Math.max(...breaks.map(({ sizeMm }) => sizeMm))
  const byMeaning = breaks.find(({ isByMeaning, sizeMm }) => isByMeaning && sizeMm >= largest * MEANING_IS_WORTH)
  if (byMeaning) return byMeaning
  const large = breaks.filter(({ sizeMm }) => sizeMm >= largest * 0.999)
  return large.reduce((best, next) => (next.unevenness < best.unevenness ? next : best))
}

function unevenness(lines: readonly string[]): number {
  const [first = '', second = ''] = lines
  return Math.abs(first.length - second.length)
}

/** Every way to set the units in so many lines. */
function breaksInto(units: readonly string[], count: number): string[][] {
  if (count === 1) return [[join(units)]]
  const firstLines = units.slice(0, units.length - count + 1)
  return firstLines.flatMap((_unit, last) => {
    const first = join(units.slice(0, last + 1))
    return breaksInto(units.slice(last + 1), count - 1).map(rest => [first, ...rest])
  })
}

function fitted(lines: readonly string[], sizeOf: (lines: readonly string[]) => number): FittedText {
  return { lines, sizeMm: sizeOf(lines) }
}

function join(units: readonly string[]): string {
  return units.join(' ')
}

const SHRINK = 0.96

/** Wraps a text at its size, and makes it smaller until it needs no more than `maxLines`, never cut. Only blanks are broken. */
export function fitLines(
  text: string,
  face: BadgeFace,
  box: { widthMm: number; sizeMm: number; maxLines: number },
  measure: Measure,
): FittedText {
  const words = text.split(/[^\S\u00A0]+/).filter(word => word !== '')
  const widest = Math.max(0, ...words.map(word => measure(word, face)))
  let sizeMm = widest > 0 ? Math.min(box.sizeMm, box.widthMm / widest) : box.sizeMm
  for (;;) {
    const lines = wrap(words, box.widthMm / sizeMm, face, measure)
    if (lines.length <= box.maxLines)
      return { lines: balanced(words, lines, box.widthMm / sizeMm, face, measure), sizeMm }
    sizeMm *= SHRINK
  }
}

const NARROW = 0.94

/** As many lines as there are, of more equal length: no word stands alone in the last one. */
function balanced(
  words: readonly string[],
  lines: readonly string[],
  width: number,
  face: BadgeFace,
  measure: Measure,
): readonly string[] {
  if (lines.length < 2) return lines
  const widest = Math.max(...words.map(word => measure(word, face)))
  const narrower = width * NARROW
  if (narrower < widest) return lines
  const next = wrap(words, narrower, face, measure)
  return next.length > lines.length ? lines : balanced(words, next, narrower, face, measure)
}

function wrap(words: readonly string[], width: number, face: BadgeFace, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    // Division and rounding may leave a hair between a word and the line made for it.
    if (lines.length > 0 && measure(longer, face) <= width * 1.0001) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
