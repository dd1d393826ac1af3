import { write } from 'hucre'
import { describe, expect, it } from 'vitest'
import {
  type AnalyseInput,
  analyseRows,
  proposeDelegationField,
} from '#main/features/participant-import/analyse-rules.ts'
import { planImport, type RowDecision } from '#main/features/participant-import/plan-rules.ts'
import { reportOnPeople } from '#main/features/participant-import/report-rules.ts'
import { prepare, prepareSample } from './samples.ts'

/** What a service keeps of a carried-out plan: row keys and the people they became (here: `row-N`). */
function keysAfter(input: AnalyseInput, decisions: ReadonlyMap<number, RowDecision>): Map<string, string> {
  const plan = planImport(analyseRows(input), decisions)
  const keys = new Map(input.importedKeys)
  for (const { key, rowNumber } of plan.creates) keys.set(key, `row-${rowNumber}`)
  for (const { key, to } of plan.joins) keys.set(key, to.kind === 'person' ? to.id : `row-${to.rowNumber}`)
  for (const { key, personId } of plan.updates) keys.set(key, personId)
  return keys
}

const maros = await prepareSample('peserta-maros-2023.xlsx')
const decisions = new Map<number, RowDecision>([
  [33, 'same'],
  [109, 'same'],
  [131, 'same'],
  [121, 'import'],
])

describe('the Maros list', () => {
  const analysis = analyseRows(maros)
  const row = (rowNumber: number) => analysis.rows.find(row => row.rowNumber === rowNumber)!

  it('is read row by row: 136 people named, 3 likely doubles, 1 destroyed NIP, the rest taken', () => {
    expect(maros.headerRow).toBe(3)
    expect(analysis.counts).toEqual({
      read: 136,
      taken: 132,
      likelyDouble: 3,
      needsLook: 1,
      skipped: 3,
      alreadyImported: 0,
    })
    expect(analysis.rows.filter(row => row.state === 'skipped').map(row => [row.rowNumber, row.skipReason])).toEqual([
      [46, 'blank'],
      [142, 'blank'],
      [143, 'total-row'],
    ])
  })

  it('holds the three doubles against the right rows, and no namesake against another', () => {
    const doubles = analysis.rows.flatMap(({ rowNumber, double }) => (double ? [[rowNumber, double.with]] : []))
    expect(doubles).toEqual([
      [33, { kind: 'row', rowNumber: 8 }],
      [109, { kind: 'row', rowNumber: 32 }],
      [131, { kind: 'row', rowNumber: 64 }],
    ])
    expect(row(33).double?.reasons).toEqual([
      { code: 'phone', likeness: 'same' },
      { code: 'village', likeness: 'same' },
    ])
    // Indo Upe Idris, Mukhtar Makmur and Mariani Tahir are each two people.
    for (const name of ['Indo Upe Idris', 'Mukhtar Makmur', 'Mariani Tahir'])
      expect(analysis.rows.filter(row => row.draft?.name === name).map(row => row.state)).toEqual(['taken', 'taken'])
  })

  it('never takes the destroyed NIP and names the four phones that were numbers', () => {
    expect(row(121)).toMatchObject({
      state: 'needsLook',
      notes: [{ code: 'nip-destroyed', written: '197908132003092000' }],
      draft: { nip: '', nik: '', name: 'Fatimah Syarifuddin' },
    })
    const phones = analysis.rows.filter(row => row.notes.some(note => note.code === 'phone-was-number'))
    expect(phones.map(row => [row.rowNumber, row.draft?.phoneMatches])).toEqual([
      [40, ['+628534482830']],
      [43, ['+6281361612531']],
      [59, ['+628959445429']],
      [86, ['+628539003743']],
    ])
  })

  it('splits titles and keeps what is written', () => {
    expect(row(17).draft).toMatchObject({ titleBefore: 'Drs. H.', name: 'Djamaluddin Halim', titleAfter: '' })
    expect(row(39).draft).toMatchObject({ titleBefore: 'Ir.', titleAfter: 'S.IP., M.Hum.' })
    expect(row(115).draft).toMatchObject({ nip: '197404082002021007', rank: 'III/d', role: 'Panitia', village: '' })
    expect(row(125).draft).toMatchObject({ role: 'Tamu Undangan/VIP' })
  })

  it('waits for the four decisions and then makes 133 people', () => {
    expect(planImport(analysis, new Map()).undecided).toEqual([33, 109, 121, 131])
    const plan = planImport(analysis, decisions)
    expect(plan.creates).toHaveLength(133)
    expect(plan.joins.map(join => join.to)).toEqual([8, 32, 64].map(rowNumber => ({ kind: 'create', rowNumber })))
    expect(plan).toMatchObject({ undecided: [], leaves: [], updates: [] })
  })

  it('adds nobody when the same file comes again', () => {
    const again = { ...maros, importedKeys: keysAfter(maros, decisions) }
    const second = analyseRows(again)
    expect(second.counts).toMatchObject({ read: 136, alreadyImported: 136, taken: 0, likelyDouble: 0, needsLook: 0 })
    expect(planImport(second, new Map()).creates).toEqual([])
    expect(second.rows.find(row => row.rowNumber === 33)?.personId).toBe('row-8')
  })

  it('tells row keys apart and repeats them', () => {
    const keys = analysis.rows.filter(row => row.key !== '').map(row => row.key)
    expect(new Set(keys).size).toBe(136)
    expect(analyseRows(maros)).toEqual(analysis)
  })
})

describe('a report that comes back', () => {
  const describeRow = () => ({ state: 'x', reasons: 'y' })
  const asFile = async (report: string[][]) =>
    prepare(await write({ sheets: [{ name: 'Laporan', rows: report }] }), 'laporan.xlsx')
  const report = () => reportOnPeople(maros.rows, maros.headerRow, analyseRows(maros).rows, describeRow)

  it('unchanged, adds nobody', async () => {
    const back = await asFile(report())
    const { counts } = analyseRows({ ...back, importedKeys: keysAfter(maros, decisions) })
    expect(counts).toMatchObject({ read: 136, alreadyImported: 136 })
  })

  it('unchanged before anything was imported, is judged as the list itself', async () => {
    const { counts } = analyseRows(await asFile(report()))
    expect(counts).toMatchObject({ read: 136, taken: 132, likelyDouble: 3, needsLook: 1 })
  })

  it('mended, changes the person of its row, once', async () => {
    const mended = report()
    const nip = mended[0]!.indexOf('NIP/NIK')
    const line = mended.find(row => row.some(text => text.startsWith('Fatimah Syarifuddin')))!
    line[nip] = '197908132003092004'
    const back = { ...(await asFile(mended)), importedKeys: keysAfter(maros, decisions) }
    const plan = planImport(analyseRows(back), new Map())
    expect(plan).toMatchObject({ creates: [], undecided: [], joins: [] })
    expect(plan.updates).toMatchObject([{ personId: 'row-121', draft: { nip: '197908132003092004' }, mends: line[0] }])
    const third = analyseRows({ ...back, importedKeys: keysAfter(back, new Map()) })
    expect(third.counts).toMatchObject({ alreadyImported: 136, taken: 0 })
  })

  it('with the open rows only, and mended, adds the one that was left out', async () => {
    const left = new Map(decisions).set(121, 'leave')
    const open = analyseRows(maros).rows.filter(row => row.rowNumber === 121)
    const mended = reportOnPeople(maros.rows, maros.headerRow, open, describeRow)
    mended[1]![mended[0]!.indexOf('NIP/NIK')] = '197908132003092004'
    const back = { ...(await asFile(mended)), importedKeys: keysAfter(maros, left) }
    const plan = planImport(analyseRows(back), new Map())
    expect(plan.creates).toMatchObject([{ draft: { nip: '197908132003092004' }, mends: open[0]!.key }])
  })
})

describe('the other lists', () => {
  it('Kalteng: 98 rows, 14 delegations, nothing to decide', async () => {
    const input = await prepareSample('peserta-kalteng-2021.csv')
    const analysis = analyseRows(input)
    expect(analysis.counts).toMatchObject({ read: 98, taken: 98, likelyDouble: 0, needsLook: 0, skipped: 0 })
    expect(analysis.rows.flatMap(row => row.notes)).toEqual([])
    expect(proposeDelegationField(analysis)).toBe('regency')
    expect(new Set(analysis.rows.map(row => row.draft?.regency)).size).toBe(14)
    expect(analysis.rows[14]?.draft).toMatchObject({
      titleBefore: '',
      name: 'Sudirman Saleh; Sanusi',
      titleAfter: 'S.Sos.',
      nip: '199001132015051005',
      assignmentLetterNumber: '090/488/DISPURSIP/VIII/2021',
      assignmentLetterDate: '2021-08-01',
      room: '510',
    })
  })

  it('national: 1,100 rows of 38 provinces, equal names do not flood', async () => {
    const analysis = analyseRows(await prepareSample('peserta-nasional.xlsx'))
    expect(analysis.counts).toMatchObject({ read: 1100, taken: 1100, likelyDouble: 0, needsLook: 0 })
    expect(proposeDelegationField(analysis)).toBe('province')
    expect(new Set(analysis.rows.map(row => row.draft?.province)).size).toBe(38)
  })
})
