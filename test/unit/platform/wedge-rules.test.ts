import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isScan, nextKey, NO_RUN } from '#renderer/platform/wedge-rules.ts'

/** The verdict about keys with these gaps (milliseconds), the last one before Enter. */
function typed(gaps: readonly number[], beforeEnter: number): boolean {
  let at = 1000
  let run = nextKey(NO_RUN, at)
  for (const gap of gaps) run = nextKey(run, (at += gap))
  return isScan(run, at + beforeEnter)
}

const fast = fc.integer({ min: 0, max: 30 })

describe('a scanner told from a person by its keys', () => {
  it('knows a burst of any length from eight keys on', () => {
    fc.assert(fc.property(fc.array(fast, { minLength: 7, maxLength: 60 }), fast, typed))
  })

  it('knows a burst that stalls once in the middle', () => {
    fc.assert(
      fc.property(fc.array(fast, { minLength: 37, maxLength: 37 }), fc.nat(36), (gaps, stall) =>
        typed(gaps.with(stall, 300), 5),
      ),
    )
  })

  it('never takes a person for a scanner', () => {
    const slow = fc.integer({ min: 60, max: 350 })
    fc.assert(fc.property(fc.array(slow, { minLength: 1, maxLength: 40 }), slow, (gaps, last) => !typed(gaps, last)))
  })

  it('does not join what was typed before to a scan', () => {
    let run = nextKey(nextKey(NO_RUN, 0), 200)
    for (let key = 0; key < 38; key++) run = nextKey(run, 5000 + key * 5)
    expect(run.keys).toBe(38)
    expect(isScan(run, 5200)).toBe(true)
  })
})
