/** A seeded source of chance (mulberry32): the same seed gives the same sequence on every machine. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  is(share: number): boolean {
    return this.next() < share
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  /** Early values far more often than late ones, as names are. */
  pickSkewed<Value>(values: readonly Value[], exponent = 2): Value {
    const value = values[Math.floor(this.next() ** exponent * values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  shuffle<Value>(values: readonly Value[]): Value[] {
    const shuffled = [...values]
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1)
      const swap = shuffled[index] as Value
      shuffled[index] = shuffled[other] as Value
      shuffled[other] = swap
    }
    return shuffled
  }
}
