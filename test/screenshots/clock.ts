// The pictures are always of the same event day, whenever they are taken.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const VARIABLE = 'GELAR_PICTURE_CLOCK'

/** Moves the clock of whatever runs this; stands alone because browsers get its source. */
export function shiftDate(offsetMs: () => number): void {
  const Real = Date
  class Shifted extends Real {
    constructor(...values: [] | [number | string]) {
      if (values.length === 0) super(Real.now() + offsetMs())
      else super(...values)
    }
    static override now(): number {
      return Real.now() + offsetMs()
    }
  }
  globalThis.Date = Shifted as DateConstructor
}

const file = process.env[VARIABLE]
// A program that was started with the variable: it looks at the clock anew each time.
if (file) shiftDate(() => Number(readFileSync(file, 'utf8')))

/** A clock for this process and the programs that it starts; answers with what sets it, UTC epoch milliseconds; that answers with the shift. */
export function startClock(path: string, at: number): (at: number) => number {
  const realNow = Date.now.bind(Date)
  const set = (to: number): number => {
    const offsetMs = to - realNow()
    writeFileSync(path, String(offsetMs))
    return offsetMs
  }
  set(at)
  shiftDate(() => Number(readFileSync(path, 'utf8')))
  process.env[VARIABLE] = path
  process.env['NODE_OPTIONS'] = `--import=${pathToFileURL(import.meta.filename).href}`
  return set
}
