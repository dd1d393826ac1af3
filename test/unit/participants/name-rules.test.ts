import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameWords, stripTitles } from '#main/features/participants/name-rules.ts'
import { foldWord } from '#main/features/participants/word-rules.ts'

describe('one fold for all spellings of a word', () => {
  it.each([
    ['Muchlis', 'Mukhlis'],
    ['Bachtiar', 'Bakhtiar'],
    ['Djoko', 'Joko'],
    ['Tjahjo', 'Cahjo'],
    ['Oemar', 'Umar'],
    ['Soekarno', 'Sukarno'],
    ['Syamsul', 'Samsul'],
    ['Sjamsul', 'Syamsul'],
    ['Yusuf', 'Iusuf'],
    ['Arifin', 'Arivin'],
    ['Sitti', 'Siti'],
    ['St.', 'Siti'],
    ['Muh.', 'Muhammad'],
    ['Mochamad', 'Muhammad'],
    ['Mohammad', 'Muhamad'],
    ['Achmad', 'Akhmad'],
    ['Achmad', 'Ahmad'],
    ["Ma'ruf", 'Maruf'],
    ['Ma’ruf', 'Maruf'],
    ['Nurul’aini', "Nurul'aini"],
    ['Taufiq', 'Taufik'],
    ['Rizky', 'Riski'],
    ['Ramadhan', 'Ramadan'],
    ['Zaenal', 'Zainal'],
    ['Arief', 'Arif'],
    ['Fatimah', 'Fatima'],
    ['Victor', 'Viktor'],
    ['Josephine', 'Josefine'],
    ['José', 'Jose'],
    ['WAYAN', 'wayan'],
  ])('%s = %s', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other))
  })

  it.each([
    ['Amiludin', 'Amaluddin'],
    ['Joko', 'Jaka'],
    ['Siti', 'Sita'],
    ['Umar', 'Amar'],
    ['Ida', 'Idah Ayu'],
  ])('%s and %s stay different', (one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other))
  })

  it('folds any text to lower case letters and digits, and folding twice changes no ordinary word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(foldWord(text)).toMatch(/^[\p{L}\p{N}]*$/u)
      }),
    )
  })
})

describe('titles', () => {
  it.each([
    ['Dra. Hj. Nurliani. M.AP', 'Nurliani'],
    ['Muhamad Ilyasa, S.H., S.E., M.M.', 'Muhamad Ilyasa'],
    ['Prof. Dr. H. Andi Ma’ruf Paturusi, S.Sos., M.Si.', 'Andi Ma’ruf Paturusi'],
    ['Ir. Soekarno', 'Soekarno'],
    ['H. M. Yusuf', 'M. Yusuf'],
    ['Siti Aminah S. Pd. I', 'Siti Aminah'],
    ['SITI AMINAH SE', 'SITI AMINAH'],
    ['Siti Aminah SPd MSi', 'Siti Aminah'],
    ['siti aminah spd', 'siti aminah'],
    ['Amiludin A', 'Amiludin A'],
    ['Dra. Hj. Ratna, S.Pd., M.Si. Bontoa', 'Ratna, Bontoa'],
    ['Drs. H. Radian, S.H., M.H. Bontoa', 'Radian, Bontoa'],
    ['Ahmad S.P. Hutabarat', 'Ahmad S.P. Hutabarat'],
    ['Sinaga, Ahmad', 'Sinaga, Ahmad'],
    ['Abdul H.', 'Abdul H.'],
    ['I Wayan Sudarma', 'I Wayan Sudarma'],
    ['S. P. Hutabarat', 'S. P. Hutabarat'],
    ['Andi', 'Andi'],
    ['Ani Mei', 'Ani Mei'],
    ['siti ma', 'siti ma'],
    ['ahmad se', 'ahmad se'],
    ['Budi dr', 'Budi dr'],
    ['Bu Siti', 'Siti'],
    ['Hj.', 'Hj.'],
    ['Drs. H.', 'H'],
    ['  ', ''],
  ])('%s -> %s', (written, name) => {
    expect(stripTitles(written)).toBe(name)
  })

  it('gives the folded words of the name alone', () => {
    expect(nameWords('Dra. Hj. Sitti Aminah, M.AP')).toEqual(['siti', 'amina'])
    expect(nameWords('I Wayan Oemar')).toEqual(['i', 'waian', 'umar'])
    expect(nameWords('- / ...')).toEqual([])
  })

  it('gives the same words for two spellings of one official', () => {
    expect(nameWords('Drs. Muchlis Bachtiar, M.Si')).toEqual(nameWords('MUKHLIS BAKHTIAR'))
  })

  it('never leaves a written name without words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const hasWord = /[a-z0-9]/i.test(text)
        expect(nameWords(text).length > 0 || !hasWord).toBe(true)
        expect(stripTitles(text).length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
