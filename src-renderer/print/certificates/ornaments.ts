import { svgElement } from '#renderer/ui/badge/badge-elements.ts'

/** A4 lying, in millimetres. */
export const PAGE = { width: 297, height: 210 } as const
/** What stands on a page stays within these edges. */
export const CONTENT = { left: 27, right: 270, top: 25, bottom: 186 } as const

const GOLD = '#e8c987'
const FRAME_GOLD = '#b98b3a'
const BAND_EDGE = 7
const TILES = { across: 26, down: 18 } as const
const TILE = {
  width: (PAGE.width - 2 * BAND_EDGE) / TILES.across,
  height: (PAGE.height - 2 * BAND_EDGE) / TILES.down,
}

/** The kawung band around the front, as in the cloth: four petals to a tile, a slit in each, a seed between. */
export function createFrontOrnament(color: string): SVGElement {
  const { petals, slits, seeds } = bandPaths()
  const inner = { x: BAND_EDGE + TILE.width, y: BAND_EDGE + TILE.height }
  return group(
    rectangle(BAND_EDGE, BAND_EDGE, { fill: color }),
    path(petals, { fill: GOLD }),
    path(slits, { fill: color }),
    path(seeds, { fill: GOLD }),
    rectangle(inner.x, inner.y, { fill: '#fffdf8' }),
    rectangle(inner.x + 1.6, inner.y + 1.6, { fill: 'none', stroke: FRAME_GOLD, 'stroke-width': 0.7 }),
    rectangle(inner.x + 2.9, inner.y + 2.9, { fill: 'none', stroke: color, 'stroke-width': 0.25 }),
    path(rosette(PAGE.width / 2, 99, 74), { fill: color, 'fill-opacity': 0.035 }),
  )
}

/** A quiet frame for the reverse: two lines and a kawung flower in each corner. */
export function createReverseOrnament(color: string): SVGElement {
  const edge = 12
  const corners = [
    [edge, edge],
    [PAGE.width - edge, edge],
    [edge, PAGE.height - edge],
    [PAGE.width - edge, PAGE.height - edge],
  ] as const
  return group(
    rectangle(edge, edge, { fill: 'none', stroke: color, 'stroke-width': 0.6 }),
    rectangle(edge + 1.6, edge + 1.6, { fill: 'none', stroke: FRAME_GOLD, 'stroke-width': 0.3 }),
    ...corners.map(([x, y]) => svgElement('circle', { cx: x, cy: y, r: 6.2, fill: '#fff' })),
    path(corners.map(([x, y]) => rosette(x, y, 6)).join(''), { fill: color }),
  )
}

function bandPaths(): { petals: string; slits: string; seeds: string } {
  let [petals, slits, seeds] = ['', '', '']
  for (let row = 0; row < TILES.down; row++) {
    for (let column = 0; column < TILES.across; column++) {
      const isBand = row === 0 || row === TILES.down - 1 || column === 0 || column === TILES.across - 1
      if (!isBand) continue
      const [x, y] = [BAND_EDGE + (column + 0.5) * TILE.width, BAND_EDGE + (row + 0.5) * TILE.height]
      petals += rosette(x, y, TILE.width / 2)
      slits += rosette(x, y, TILE.width / 2, { from: 0.3, to: 0.8, bulge: 0.09 })
      seeds += seed(x, y + TILE.height / 2 - 0.75) + seed(x, y - TILE.height / 2 + 0.75)
      seeds += seed(x + TILE.width / 2 - 0.75, y) + seed(x - TILE.width / 2 + 0.75, y)
    }
  }
  return { petals, slits, seeds }
}

/** Four lens-shaped petals on the diagonals; `reach` is half the width of the tile they fill. */
function rosette(x: number, y: number, reach: number, petal = { from: 0.1, to: 0.97, bulge: 0.36 }): string {
  const directions = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const
  return directions
    .map(([right, down]) => {
      const at = (along: number, aside: number): string =>
        `${round(x + reach * (right * along - down * aside))} ${round(y + reach * (down * along + right * aside))}`
      const middle = (petal.from + petal.to) / 2
      const [start, end] = [at(petal.from, 0), at(petal.to, 0)]
      return `M${start}Q${at(middle, petal.bulge * 1.35)} ${end}Q${at(middle, -petal.bulge * 1.35)} ${start}z`
    })
    .join('')
}

function seed(x: number, y: number): string {
  const r = 0.5
  return `M${round(x - r)} ${round(y)}L${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}z`
}

function rectangle(x: number, y: number, look: Record<string, string | number>): SVGElement {
  return svgElement('rect', { x, y, width: PAGE.width - 2 * x, height: PAGE.height - 2 * y, ...look })
}

function path(d: string, look: Record<string, string | number>): SVGElement {
  return svgElement('path', { d, ...look })
}

function group(...parts: SVGElement[]): SVGElement {
  const whole = svgElement('g', {})
  whole.append(...parts)
  return whole
}

const round = (value: number): number => Math.round(value * 100) / 100
