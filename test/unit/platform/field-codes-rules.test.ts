import { expect, it } from 'vitest'
import { codesIn } from '#renderer/platform/field-codes-rules.ts'

it('takes codes one behind another apart, so that together they are the text', () => {
  const text = 'GLR1AAA glr1bbbGLR1AAA'
  expect(codesIn(text)).toEqual(['GLR1AAA ', 'glr1bbb', 'GLR1AAA'])
  expect(codesIn(text).join('')).toBe(text)
  expect(codesIn('197805122005011003')).toEqual(['197805122005011003'])
  expect(codesIn(']Q1GLR1A]Q1GLR1A')).toEqual([']Q1GLR1A]Q1', 'GLR1A'])
})
