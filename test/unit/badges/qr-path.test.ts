import { create } from 'qrcode'
import { expect, it } from 'vitest'
import { qrPath } from '#renderer/ui/badge/qr-path.ts'

const CODE = 'GLR17K2QX9M4N8P3R5T6V1W0ABCDEFGHJKMNPQ'

/** Fills an outline by counting the edges to the left of each module (even-odd). */
function fill(path: string, size: number): number[] {
  const upright = new Set<string>()
  for (const [, x = '', y = '', rest = ''] of path.matchAll(/M(\d+) (\d+)([^M]*)/g)) {
    let [column, row] = [Number(x), Number(y)]
    const moves = [...rest.matchAll(/([hv])(-?\d+)/g)]
    const start = [column, row]
    for (const [, axis, length] of [...moves, ['', 'v', String(start[1]! - closing(moves, row))]]) {
      if (axis === 'h') {
        column += Number(length)
        continue
      }
      const to = row + Number(length)
      for (let at = Math.min(row, to); at < Math.max(row, to); at++) upright.add(`${column} ${at}`)
      row = to
    }
  }
  return Array.from({ length: size * size }, (_, index) => {
    const [column, row] = [index % size, Math.floor(index / size)]
    let edges = 0
    for (let x = 0; x <= column; x++) if (upright.has(`${x} ${row}`)) edges++
    return edges % 2
  })
}

/** Where the pen is before `z` takes it back up or down to the start. */
function closing(moves: RegExpMatchArray[], row: number): number {
  return moves.reduce((at, [, axis, length]) => (axis === 'v' ? at + Number(length) : at), row)
}

it('is version 2 and covers exactly the dark modules', () => {
  const { modules, version } = create([{ data: CODE, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
    maskPattern: 3,
  })
  const { path, moduleCount } = qrPath(CODE)
  expect([version, moduleCount]).toEqual([2, 25])
  expect(fill(path, moduleCount)).toEqual([...modules.data].map(Number))
  expect(path.length).toBeLessThan(1600)
})
