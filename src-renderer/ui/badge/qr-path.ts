import { create } from 'qrcode'

/** A QR symbol as one SVG path in units of a module. */
export interface QrPath {
  path: string
  moduleCount: number
}

/** Modules that must stay white around a symbol (ISO/IEC 18004, 9.1). */
export const QUIET_ZONE_MODULES = 4

/**
 * Masks are chosen to break up regular data; codes are random, so one mask is as good as another,
 * and trying all eight takes ten times as long.
 */
const MASK_PATTERN = 3

/** The symbol of a badge's code: version 2, error correction M, alphanumeric. */
export function qrPath(code: string): QrPath {
  const { modules } = create([{ data: code, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
    maskPattern: MASK_PATTERN,
  })
  return { path: outline(modules.data, modules.size), moduleCount: modules.size }
}

const [RIGHT, DOWN, LEFT, UP] = [0, 1, 2, 3] as const
const COMMANDS = ['h', 'v', 'h-', 'v-']

/**
 * The outline of the dark areas. One rectangle per module or row would leave hairlines between them on paper,
 * and make the document twice as large.
 */
function outline(modules: Uint8Array, size: number): string {
  const width = size + 1
  const steps = [1, width, -1, -width] as const
  const ways = waysAlongEdges(modules, size)
  let path = ''
  for (let start = 0; start < ways.length; start++) {
    while (ways[start]) {
      path += `M${start % width} ${Math.floor(start / width)}`
      let at = start
      let direction = -1
      let length = 0
      do {
        const next = turnAt(ways[at] ?? 0, direction)
        if (next !== direction && length > 0) {
          path += `${COMMANDS[direction]}${length}`
          length = 0
        }
        ways[at] = (ways[at] ?? 0) & ~(1 << next)
        direction = next
        length++
        at += steps[next as 0 | 1 | 2 | 3]
      } while (at !== start)
      path += 'z'
    }
  }
  return path
}

/** For each corner of the grid the directions in which an edge between dark and light leaves it, dark on the right hand, as bits. */
function waysAlongEdges(modules: Uint8Array, size: number): Uint8Array {
  const width = size + 1
  const ways = new Uint8Array(width * width)
  const add = (corner: number, direction: number): void => {
    ways[corner] = (ways[corner] ?? 0) | (1 << direction)
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const index = row * size + column
      if (!modules[index]) continue
      const corner = row * width + column
      if (row === 0 || !modules[index - size]) add(corner, RIGHT)
      if (column === size - 1 || !modules[index + 1]) add(corner + 1, DOWN)
      if (row === size - 1 || !modules[index + size]) add(corner + width + 1, LEFT)
      if (column === 0 || !modules[index - 1]) add(corner + width, UP)
    }
  }
  return ways
}

/** Where two dark areas touch at a corner, the turn to the right stays with the same one. */
function turnAt(ways: number, direction: number): number {
  const right = (direction + 1) % 4
  if (direction >= 0 && ways & (1 << right)) return right
  return [RIGHT, DOWN, LEFT, UP].find(way => ways & (1 << way)) ?? RIGHT
}
