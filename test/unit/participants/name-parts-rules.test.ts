import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitName } from '#main/features/participants/name-parts-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'

describe('splitName', () => {
  it.each([
    ['Hj. Sitti Aminah Mappatunru, S.Sos., M.Si.', 'Hj.', 'Sitti Aminah Mappatunru', 'S.Sos., M.Si.'],
    ['Dra. Hj. Nurliani. M.AP', 'Dra. Hj.', 'Nurliani', '. M.AP'],
    ['Dr. dr. H. Andi Ridwan, Sp.A', 'Dr. dr. H.', 'Andi Ridwan', 'Sp.A'],
    ['DR. Irwan', 'DR.', 'Irwan', ''],
    ['Prof. Ir. Budi Santoso, M.Sc., Ph.D.', 'Prof. Ir.', 'Budi Santoso', 'M.Sc., Ph.D.'],
    ['Drs.  H.  Djamaluddin   Halim ', 'Drs. H.', 'Djamaluddin Halim', ''],
    ['Andi Tenri Patiroi, S.E.', '', 'Andi Tenri Patiroi', 'S.E.'],
    ['I Wayan Sudarta', '', 'I Wayan Sudarta', ''],
    ['Fatimah', '', 'Fatimah', ''],
    ['Hj. Siti Aminah S.Pd', 'Hj.', 'Siti Aminah S.Pd', ''],
    ['Siti Aminah,S.Pd', '', 'Siti Aminah', ',S.Pd'],
    ['Amiludin A., S.Pd.', '', 'Amiludin A.', 'S.Pd.'],
    ['Budi Santoso, XYZ.', '', 'Budi Santoso, XYZ.', ''],
    ['Muh. Yunus', '', 'Muh. Yunus', ''],
    ['SITI AMINAH, S.PD', '', 'SITI AMINAH', 'S.PD'],
  ])('%s', (written, titleBefore, name, titleAfter) => {
    expect(splitName(written)).toMatchObject({ titleBefore, name, titleAfter })
    expect(fullName(splitName(written))).toBe(written.replace(/\s+/gu, ' ').trim())
  })

  it('loses nothing, whatever is written', () => {
    const piece = fc.constantFrom(
      'Dr.',
      'Hj.',
      'H',
      'Siti',
      'A.',
      ', S.Pd.',
      ' M.Si',
      '. M.AP',
      'Andi',
      ',',
      '.',
      '-',
      '(alm)',
      "Ma'mun",
      'S.H',
    )
    const names = fc.oneof(
      fc.array(piece, { maxLength: 7 }).map(pieces => pieces.join(' ')),
      fc.array(piece, { maxLength: 7 }).map(pieces => pieces.join('')),
      fc.string(),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(names, written => {
        expect(fullName(splitName(written))).toBe(written.replace(/\s+/gu, ' ').trim())
      }),
      { numRuns: 2000 },
    )
  })
})
