import { describe, expect, it } from 'vitest'
import type { SignatureSheet } from '#main/features/sessions/contract.ts'
import { readEntry, withMarks } from '#renderer/features/doors/sheet-rules.ts'

const row = (number: number, isSigned = false) => ({
  number,
  isSigned,
  participantId: `person-${number}`,
  titleBefore: '',
  name: `Orang ${number}`,
  titleAfter: '',
})

describe('what Enter does with the numbers in the field', () => {
  const rows = [row(1), row(2, true), row(3), row(5)]

  it('tells new ticks, old ones and what is not on the sheet apart', () => {
    const { fresh, again, left } = readEntry('1-5 9 x', rows)
    expect(fresh.map(({ number }) => number)).toEqual([1, 3, 5])
    expect(again.map(({ number }) => number)).toEqual([2])
    expect(left).toEqual(['4', '9', 'x'])
  })

  it('shows marks on the rows meant and on no other', () => {
    const sheet: SignatureSheet = {
      id: 's',
      code: 'K7QX',
      dayId: 'd',
      sessionId: null,
      title: 'Hari 1',
      madeAt: 0,
      rows,
    }
    const signedIn = (shown: SignatureSheet) => shown.rows.filter(one => one.isSigned).map(({ number }) => number)
    expect(signedIn(withMarks(sheet, [1, 5], true))).toEqual([1, 2, 5])
    expect(signedIn(withMarks(sheet, [2], false))).toEqual([])
  })
})
