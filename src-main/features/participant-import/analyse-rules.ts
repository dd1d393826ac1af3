import { type Cell, cellText } from '#main/features/table-import/cell-rules.ts'
import { isColumnNumbers, makeHeaderAgain } from '#main/features/table-import/skip-rules.ts'
import { type Comparable, DoubleFinder, type DoubleReason } from './double-rules.ts'
import type { PeopleColumn } from './header-rules.ts'
import { contentOfKey, makeRowKeys } from './row-key-rules.ts'
import {
  makeRoleFinder,
  NEEDS_LOOK_CODES,
  type ReadRow,
  readRow,
  type RoleFinder,
  type RowDraft,
  type RowNote,
} from './row-rules.ts'

/** A person already in the event. Name without or with titles; both are compared alike. */
export interface KnownPerson extends Comparable {
  id: string
}

export interface AnalyseInput {
  rows: readonly Cell[][]
  /** 0-based; rows up to and with it are not read. -1: the list has no header row. */
  headerRow: number
  mapping: readonly PeopleColumn[]
  /** Names of the event's roles. */
  roles: readonly string[]
  people: readonly KnownPerson[]
  /** Row key -> id of the person it was imported as (or joined to), from every earlier import of this event. */
  importedKeys: ReadonlyMap<string, string>
}

export type SkipReason = 'blank' | 'total-row' | 'repeated-header' | 'column-numbers' | 'already-imported'
export type RowState = 'taken' | 'likelyDouble' | 'needsLook' | 'skipped'

export interface LikelyDouble {
  with: { kind: 'row'; rowNumber: number } | { kind: 'person'; id: string }
  reasons: DoubleReason[]
}

export interface AnalysedRow {
  /** 1-based, as the spreadsheet program counts. */
  rowNumber: number
  state: RowState
  /** Stable content key; '' for rows that are skipped as blank, total, header or column numbers. */
  key: string
  draft?: RowDraft
  notes: RowNote[]
  skipReason?: SkipReason
  double?: LikelyDouble
  /** already-imported: the person. taken with `mends`: the person whose row was mended in the report. */
  personId?: string
  /** Key of the row of an earlier import that this row of a mended report replaces. */
  mends?: string
}

export interface ImportAnalysis {
  rows: AnalysedRow[]
  counts: Record<RowState, number> & {
    /** Rows that name a person: all but blank ones, totals, headers and column numbers. */
    read: number
    alreadyImported: number
  }
}

/**
 * Judges every row below the header: taken, likely double, needs a look or skipped, each with its reasons. Pure: the same
 * input gives the same result; nothing is left out, and what a person must decide is left undecided.
 */
export function analyseRows(input: AnalyseInput): ImportAnalysis {
  const steps = analyseInSteps(input)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const STEP_ENTRIES = 50

/** The same as {@link analyseRows}, handing control back every few rows and people. */
export function* analyseInSteps(input: AnalyseInput): Generator<void, ImportAnalysis> {
  const analyst = new Analyst(input)
  for (const [index, person] of input.people.entries()) {
    if (index % STEP_ENTRIES === 0) yield
    analyst.know(person)
  }
  const analysed: AnalysedRow[] = []
  for (const [index, row] of input.rows.slice(input.headerRow + 1).entries()) {
    if (index % STEP_ENTRIES === 0) yield
    analysed.push(analyst.analyse(row, input.headerRow + 2 + index))
  }
  return summarise(analysed)
}

type Found = LikelyDouble['with']

class Analyst {
  private readonly input: AnalyseInput
  private readonly keyOf: (texts: readonly string[]) => string
  private readonly roleOf: RoleFinder
  private readonly finder = new DoubleFinder<Found>()
  private readonly isHeaderAgain: (texts: readonly string[]) => boolean

  constructor(input: AnalyseInput) {
    this.input = input
    this.keyOf = makeRowKeys(input.mapping)
    this.roleOf = makeRoleFinder(input.roles)
    this.isHeaderAgain = makeHeaderAgain(input.mapping)
  }

  know(person: KnownPerson): void {
    this.finder.add({ kind: 'person', id: person.id }, person)
  }

  analyse(row: readonly Cell[], rowNumber: number): AnalysedRow {
    const texts = row.map(cellText)
    const skipReason = this.skipReasonOf(texts)
    if (skipReason) return { rowNumber, state: 'skipped', key: '', notes: [], skipReason }
    const read = readRow(row, texts, this.input.mapping, this.roleOf)
    const key = ownKey(this.keyOf(texts), read.reportRowId)
    const { draft, notes } = read
    const personId = this.input.importedKeys.get(key)
    if (personId !== undefined)
      return { rowNumber, state: 'skipped', key, draft, notes, skipReason: 'already-imported', personId }
    return this.mendedRow(read, key, rowNumber) ?? this.newRow(read, key, rowNumber)
  }

  /** A changed row of a report that came back, whose person is already there: it mends that person. */
  private mendedRow(read: ReadRow, key: string, rowNumber: number): AnalysedRow | undefined {
    const { draft, notes, reportRowId } = read
    const personId = this.input.importedKeys.get(reportRowId)
    if (personId === undefined) return undefined
    const state = needsLook(notes) ? 'needsLook' : 'taken'
    return { rowNumber, state, key, draft, notes, personId, mends: reportRowId }
  }

  private newRow(read: ReadRow, key: string, rowNumber: number): AnalysedRow {
    const { draft, notes, reportRowId } = read
    const isNamed = draft.name !== ''
    const found = isNamed ? this.finder.findAndAdd({ kind: 'row', rowNumber }, comparableOf(draft)) : undefined
    const isMended = reportRowId !== '' && reportRowId !== key
    const base = { rowNumber, key, draft, notes, ...(isMended ? { mends: reportRowId } : {}) }
    if (found) return { ...base, state: 'likelyDouble', double: { with: found.id, reasons: found.reasons } }
    return { ...base, state: needsLook(notes) ? 'needsLook' : 'taken' }
  }

  private skipReasonOf(allTexts: readonly string[]): SkipReason | undefined {
    const texts = allTexts.filter(text => text !== '')
    if (texts.length === 0) return 'blank'
    if (isTotalRow(texts)) return 'total-row'
    if (isColumnNumbers(texts)) return 'column-numbers'
    return this.isHeaderAgain(texts) ? 'repeated-header' : undefined
  }
}

/** An unchanged row of a report keeps the key it had, also when equal rows before it are not in the report. */
const ownKey = (key: string, reportRowId: string) =>
  contentOfKey(reportRowId) === contentOfKey(key) ? reportRowId : key

const needsLook = (notes: readonly RowNote[]) => notes.some(note => NEEDS_LOOK_CODES.has(note.code))

function comparableOf(draft: RowDraft): Comparable {
  const { name, gender, nip, nik, village, district, institution, delegation, regency } = draft
  return { name, gender, nip, nik, phones: draft.phoneMatches, village, district, institution, delegation, regency }
}

const TOTAL =
  /^(sub ?|grand )?(total|jumlah)( (peserta|orang|keseluruhan|seluruhnya|semua|hadir|undangan|narasumber|panitia))*\s*[:=]?\s*\d*\s*(orang|peserta|org)?$/iu

const mayBeTotal = (text: string) => text.length < 60 && 'TtJjSsGg'.includes(text.charAt(0)) && TOTAL.test(text)

/** "Jumlah: 136 orang", alone or beside figures only: a person's row says more. */
function isTotalRow(texts: readonly string[]): boolean {
  if (!texts.some(mayBeTotal)) return false
  const others = texts.filter(text => !TOTAL.test(text))
  return others.length < texts.length && others.every(text => /^[\d.,\s]*(orang|org|peserta)?$/iu.test(text))
}

function summarise(rows: AnalysedRow[]): ImportAnalysis {
  const counts = { taken: 0, likelyDouble: 0, needsLook: 0, skipped: 0, read: 0, alreadyImported: 0 }
  for (const row of rows) {
    counts[row.state] += 1
    if (row.skipReason === 'already-imported') counts.alreadyImported += 1
    if (row.state !== 'skipped' || row.skipReason === 'already-imported') counts.read += 1
  }
  return { rows, counts }
}

/** The field that tells delegations apart in this list: a delegation column, else the widest region that differs between rows. */
export function proposeDelegationField(
  analysis: ImportAnalysis,
): 'delegation' | 'province' | 'regency' | 'village' | undefined {
  const drafts = analysis.rows.flatMap(row => (row.state !== 'skipped' && row.draft ? [row.draft] : []))
  const fields = ['delegation', 'province', 'regency', 'village'] as const
  return fields.find(field => {
    const values = new Set(drafts.map(draft => draft[field]).filter(value => value !== ''))
    return values.size > (field === 'delegation' ? 0 : 1)
  })
}
