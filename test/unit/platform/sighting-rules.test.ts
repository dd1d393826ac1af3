import { expect, it } from 'vitest'
import { isNewSighting } from '#renderer/platform/sighting-rules.ts'

it('takes a badge held before the camera as one scan, and another or a later showing as a new one', () => {
  const told: number[] = []
  let last = null
  for (let at = 0; at <= 10_000; at += 120) {
    if (isNewSighting(last, 'A', at)) told.push(at)
    last = { code: 'A', at }
  }
  expect(told).toEqual([0])
  expect(isNewSighting(last, 'B', 10_001)).toBe(true)
  expect(isNewSighting(last, 'A', 12_000)).toBe(false)
  expect(isNewSighting(last, 'A', 13_000)).toBe(true)
})
