import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedWords, foldWord, plainWord, splitWords, tokensOf } from '#main/features/participants/word-rules.ts'

it('folds a word to the same after more strangers than are remembered', () => {
  const before = [foldWord('Muchlis'), foldedWords('Desa Bonto Bunga')]
  for (let stranger = 0; stranger < 20_500; stranger += 1) {
    foldWord(`orang${stranger}`)
    foldedWords(`tempat ${stranger}`)
  }
  expect([foldWord('Muchlis'), foldedWords('Desa Bonto Bunga')]).toEqual(before)
  expect(before).toEqual(['muhlis', ['desa', 'bonto', 'bunga']])
})

it('splits plain letters as it splits any others: an umlaut behind changes nothing before it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), text => {
      expect([...splitWords(text), 'ü']).toEqual(splitWords(`${text} ü`))
      expect(tokensOf(text).map(token => token.compact)).toEqual(splitWords(text).map(plainWord))
      expect(foldedWords(text)).toEqual(splitWords(text).map(foldWord))
    }),
  )
})
