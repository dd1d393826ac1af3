import { describe, expect, test } from 'vitest'
import { searchRegions } from '#main/features/participants/region-service.ts'

describe('regions of the official list', () => {
  test('a village comes with all the names above it', () => {
    expect(searchRegions('Desa Bentenge', '')).toEqual([
      {
        code: '73.09.06.2007',
        village: 'Bentenge',
        district: 'Malllawa',
        regency: 'Kabupaten Maros',
        province: 'Sulawesi Selatan',
      },
    ])
  })

  test.each(['bentenge maros', 'maros bentenge', 'bentenge, kec. malllawa'])('words in any order: %s', text => {
    expect(searchRegions(text, '').map(region => region.code)).toEqual(['73.09.06.2007'])
  })

  test('finds every level', () => {
    expect(searchRegions('sulawesi selatan', '')[0]).toMatchObject({ code: '73', regency: '', village: '' })
    expect(searchRegions('kabupaten maros', '')[0]).toMatchObject({ code: '73.09', district: '' })
    expect(searchRegions('bantimurung', '73.09')[0]).toMatchObject({ code: '73.09.03', village: '' })
  })

  test('of many namesakes the near ones come first', () => {
    const near = searchRegions('sukamaju', '32.01')
    expect(near.length).toBeGreaterThan(5)
    expect(near[0]?.regency).toBe('Kabupaten Bogor')
  })

  test.each(['', 'a', '   ', 'xqzw', '"', ',,,', '\n', '%'])('%j finds nothing and harms nothing', text => {
    expect(searchRegions(text, '')).toEqual([])
  })
})
