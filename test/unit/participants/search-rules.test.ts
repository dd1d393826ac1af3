import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseQuery,
  queryWord,
  scoreDigits,
  scoreWords,
  searchDocument,
} from '#main/features/participants/search-rules.ts'

function documentOf(name: string, places: string[] = [], numbers: { phone?: string; nip?: string } = {}) {
  return searchDocument({ name, nip: numbers.nip ?? '', phone: numbers.phone ?? '', phoneMatch: '', places })
}

function score(query: string, name: string, places: string[] = []): number {
  return scoreWords(parseQuery(query).words, documentOf(name, places))?.score ?? 0
}

const words = (query: string) => parseQuery(query).words.map(word => word.plain)

describe('reading a query', () => {
  it.each([
    ['Hj. sit', ['sit']],
    ['Dra. Hj. Nurliani. M.AP', ['nurliani']],
    ['Ratna, S.Pd. Bontoa', ['ratna', 'bontoa']],
    ['pak amir', ['amir']],
    ['h', ['h']],
    ['siti desa bontoa', ['siti', 'bontoa']],
    ['desa', ['desa']],
    ['siti 0812', ['siti']],
    ['karya baru 2', ['karya', 'baru', '2']],
    ['"siti" OR * NEAR(', ['siti', 'or', 'near']],
    ['', []],
  ])('%s: words %j', (query, expected) => {
    expect(words(query)).toEqual(expected)
  })

  it.each([
    ['0812', [['0812']]],
    ['+62 812-3456', [['08123456']]],
    ['62812', [['62812', '0812']]],
    ['0812 3456 7890', [['081234567890']]],
    ['siti 4432', [['4432']]],
    ['12', []],
  ])('%s: digits %j', (query, expected) => {
    expect(parseQuery(query).digits).toEqual(expected)
  })

  it.each([
    ['muc', 'muh'],
    ['djok', 'joh'],
    ['t', 'c'],
    ['d', 'j'],
    ['vic', 'fic'],
    ['mo', 'mu'],
  ])('an unfinished %s may go on as %s', (typed, form) => {
    expect(queryWord(typed).forms).toContain(form)
  })
})

describe('what is kept of a person', () => {
  it('holds folded name and place words without titles and words that every place carries', () => {
    expect(
      documentOf('Hj. Sitti Aminah, S.Sos.', ['Desa Bontomanurung', 'Perpustakaan Desa Bontomanurung']),
    ).toMatchObject({
      nameText: 'siti amina',
      plainText: 'sitti aminah',
      placeText: 'bontomanurung',
    })
  })

  it.each([
    ['+62 812-3456-7890', '081234567890'],
    ['812 3456 7890', '081234567890'],
    ['0812.3456.7890 / 62813 1111 2222', '081234567890 081311112222'],
    ['-', ''],
  ])('phone %s becomes %s', (phone, digits) => {
    expect(documentOf('A', [], { phone }).phoneDigits).toBe(digits)
  })
})

describe('ranking', () => {
  it.each([
    ['siti', 'Siti Aminah', 'Aminah Siti'],
    ['siti aminah', 'Siti Aminah', 'Siti Aminah Rahman'],
    ['siti aminah', 'Siti Aminah', 'Aminah Siti'],
    ['siti', 'Siti Rahma', 'Sitirahma'],
    ['siti', 'Siti Rahma', 'Sitti Rahma'],
    ['situ', 'Situmorang', 'Siti'],
  ])('%s: %s before %s', (query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse))
    expect(score(query, worse)).toBeGreaterThan(0)
  })

  it('puts a name before a place of the same name', () => {
    expect(score('bontoa', 'Bontoa Rahman')).toBeGreaterThan(score('bontoa', 'Siti', ['Desa Bontoa']))
  })

  it('finds nothing where a word fits nowhere, unless told to be lenient', () => {
    const document = documentOf('Siti Aminah')
    expect(scoreWords(parseQuery('siti qwert').words, document)).toBeNull()
    expect(scoreWords(parseQuery('siti qwert').words, document, true)?.score).toBeLessThan(score('siti', 'Siti Aminah'))
    expect(scoreWords(parseQuery('bcd qwert').words, document, true)).toBeNull()
  })

  it('says where it fits', () => {
    const document = documentOf('Siti Aminah', ['Bontoa'], { nip: '197908172005012003', phone: '081234567890' })
    expect(scoreWords(parseQuery('siti bontoa').words, document)?.matched).toEqual(['name', 'place'])
    expect(scoreDigits(['1979'], document)?.matched).toEqual(['nip'])
    expect(scoreDigits(['7890'], document)?.matched).toEqual(['phone'])
    expect(scoreDigits(['5555'], document)).toBeNull()
  })

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (query, person) => {
        const parsed = parseQuery(query)
        const scored = scoreWords(parsed.words, documentOf(person, [query]))
        expect(scored === null || Number.isFinite(scored.score) || parsed.words.length === 0).toBe(true)
      }),
    )
  })
})
