import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { type Caller, getLastSequence, hasActsSince } from '#main/features/audit/service.ts'
import { getDelegations } from '#main/features/participants/delegation-service.ts'
import { getPerson, listPeopleForMatching } from '#main/features/participants/person-service.ts'
import { getRoles } from '#main/features/participants/role-service.ts'
import type { TableSheet } from '#main/features/table-import/cell-rules.ts'
import { mappingOf } from '#main/features/table-import/mapping-rules.ts'
import { type HeldTable, requireSheet } from '#main/features/table-import/table-desk-service.ts'
import { runInSlices } from '#main/jobs/run-in-slices.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import {
  type AnalysedRow,
  type AnalyseInput,
  analyseInSteps,
  analyseRows,
  type ImportAnalysis,
  type KnownPerson,
  type LikelyDouble,
} from './analyse-rules.ts'
import type { ImportRow, ImportSettings, ImportVerdict, ShownFields, VerdictCounts } from './contract.ts'
import { shownDraft, shownPerson } from './draft-rules.ts'
import { PEOPLE_TABLE, type PeopleColumn } from './header-rules.ts'
import { listImportedKeys } from './import-queries.ts'
import type { RowDraft } from './row-rules.ts'
import { applyRoleChoices, unknownRoleOf } from './settings-rules.ts'
import { peopleDesk } from './upload-service.ts'

/** Names of roles and delegations by their ids, as the event has them now. */
export interface EventNames {
  /** Those that are in use, in their order. */
  roles: ReadonlyMap<string, string>
  /** All, archived ones too: people keep them. */
  allRoles: ReadonlyMap<string, string>
  delegations: ReadonlyMap<string, string>
  activeDelegations: ReadonlyMap<string, string>
}

/** A list with every row judged. */
export interface JudgedTable {
  table: HeldTable
  sheet: TableSheet
  mapping: PeopleColumn[]
  analysis: ImportAnalysis
  /** Roles that the event does not know, also those for which a choice was made. */
  unknownRoles: { written: string; rowCount: number }[]
  names: EventNames
}

interface Kept {
  question: string
  /** The newest act when the list was judged. */
  lastAct: number
  judged: JudgedTable
}

/** What desks do all the time and no list is judged by. After any other act a list is judged anew. */
const UNRELATED_VERBS = [
  'registration.scan',
  'registration.check-in',
  'registration.check-in-group',
  'registration.mark',
  'registration.unmark',
  'sessions.scan',
  'sessions.pick',
  'sessions.override',
  'sessions.sign',
  'sessions.tick-sheet',
  'sessions.untick-sheet',
]

/** The last analysis of each list: paging through a preview must not judge 10,000 rows again. */
const keptByTable = new WeakMap<HeldTable, Kept>()

export function getEventNames(event: EventFile, at: number): EventNames {
  const roles = getRoles(event.db)
  const delegations = getDelegations(event, at)
  const isActive = ({ archivedAt }: { archivedAt: number | null }): boolean => archivedAt === null
  const named = ({ id, name }: { id: string; name: string }): [string, string] => [id, name]
  return {
    roles: new Map(roles.filter(isActive).map(named)),
    allRoles: new Map(roles.map(named)),
    delegations: new Map(delegations.map(named)),
    activeDelegations: new Map(delegations.filter(isActive).map(named)),
  }
}

/** Judges the rows of the list in memory against the event as it is now. */
export function judge(event: EventFile, caller: Caller, settings: ImportSettings, at: number): JudgedTable {
  const table = peopleDesk.require(event, caller, settings.uploadId, at)
  const kept = findKept(event, table, settings)
  if (kept) return kept
  const { input, keep } = askAbout(event, table, settings, at)
  return keep(analyseRows(input))
}

/** The same as {@link judge} in slices. When the event changes meanwhile the list is judged anew when it is needed. */
export async function judgeAhead(
  event: EventFile,
  caller: Caller,
  settings: ImportSettings,
  at: number,
): Promise<JudgedTable> {
  const table = peopleDesk.require(event, caller, settings.uploadId, at)
  const kept = findKept(event, table, settings)
  if (kept) return kept
  const { input, keep } = askAbout(event, table, settings, at)
  return keep(await runInSlices(analyseInSteps(input)))
}

function findKept(event: EventFile, table: HeldTable, settings: ImportSettings): JudgedTable | undefined {
  const kept = keptByTable.get(table)
  if (kept?.question !== JSON.stringify(settings)) return undefined
  return hasActsSince(event, kept.lastAct, UNRELATED_VERBS) ? undefined : kept.judged
}

interface Question {
  input: AnalyseInput
  /** Keeps the answer as that of the event as it was when asked. */
  keep: (found: ImportAnalysis) => JudgedTable
}

function askAbout(event: EventFile, table: HeldTable, settings: ImportSettings, at: number): Question {
  const sheet = requireSheet(table, settings.sheet)
  const names = getEventNames(event, at)
  if (!names.roles.has(settings.defaultRoleId)) throw notFound('role')
  const mapping = mappingOf(PEOPLE_TABLE, sheet.rows[settings.headerRow] ?? [], settings.fields)
  const lastAct = getLastSequence(event)
  const input = {
    rows: sheet.rows,
    headerRow: settings.headerRow,
    mapping,
    roles: [...names.roles.values()],
    people: listKnownPeople(event.db, names, settings),
    importedKeys: listImportedKeys(event.db),
  }
  const keep = (found: ImportAnalysis): JudgedTable => {
    const analysis = applyRoleChoices(found, settings.roleChoices, names.roles)
    const judged = { table, sheet, mapping, names, analysis, unknownRoles: countUnknownRoles(found.rows) }
    keptByTable.set(table, { question: JSON.stringify(settings), lastAct, judged })
    return judged
  }
  return { input, keep }
}

function listKnownPeople(db: ReadHandle, names: EventNames, settings: ImportSettings): KnownPerson[] {
  const isDelegationNamed = settings.delegationFrom === 'delegation'
  return listPeopleForMatching(db).map(person => ({
    ...person,
    nip: person.nip.replaceAll(/[\s.]/g, ''),
    phones: person.phoneMatch === '' ? [] : [person.phoneMatch],
    delegation: isDelegationNamed ? (names.delegations.get(person.delegationId ?? '') ?? '') : '',
  }))
}

interface Preview {
  counts: VerdictCounts
  noteCounts: Record<string, number>
  unknownRoles: { written: string; rowCount: number }[]
  total: number
  rows: ImportRow[]
}

/** Counts of all rows, and a window of those with one verdict as they are shown. */
export function preview(
  event: EventFile,
  caller: Caller,
  input: { settings: ImportSettings; verdict: ImportVerdict; offset: number; limit: number },
  at: number,
): Preview {
  const judged = judge(event, caller, input.settings, at)
  const { rows, counts } = judged.analysis
  const wanted = rows.filter(row => row.state === input.verdict)
  const draftOf = draftsByRow(rows)
  return {
    counts,
    noteCounts: countNotes(rows),
    unknownRoles: judged.unknownRoles,
    total: wanted.length,
    rows: wanted
      .slice(input.offset, input.offset + input.limit)
      .map(row => showRow(event.db, row, draftOf, input.settings, judged.names)),
  }
}

function countNotes(rows: readonly AnalysedRow[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const code of new Set(row.notes.map(note => note.code))) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

function countUnknownRoles(rows: readonly AnalysedRow[]): { written: string; rowCount: number }[] {
  const counts = new Map<string, number>()
  for (const { notes, state } of rows) {
    const unknown = state === 'skipped' ? undefined : unknownRoleOf(notes)
    if (unknown !== undefined) counts.set(unknown, (counts.get(unknown) ?? 0) + 1)
  }
  return [...counts].map(([written, rowCount]) => ({ written, rowCount }))
}

/** Finds the draft of another row of the same list. */
export type DraftOfRow = (rowNumber: number) => RowDraft | undefined

function draftsByRow(rows: readonly AnalysedRow[]): DraftOfRow {
  const first = rows[0]?.rowNumber ?? 1
  return rowNumber => rows[rowNumber - first]?.draft
}

/** A judged row as the screens show it, with whom it is held against. */
export function showRow(
  db: ReadHandle,
  row: AnalysedRow,
  draftOf: DraftOfRow,
  settings: Reading,
  names: EventNames,
): ImportRow {
  const own = showDraft(row.draft, settings, names)
  return {
    ...own,
    rowNumber: row.rowNumber,
    verdict: row.state,
    notes: row.notes,
    skipReason: row.skipReason ?? null,
    isMending: row.mends !== undefined && row.personId !== undefined,
    double: row.double ? showDouble(db, row.double, draftOf, settings, names) : null,
  }
}

type Reading = Pick<ImportSettings, 'delegationFrom' | 'defaultRoleId'>

function showDraft(draft: RowDraft | undefined, reading: Reading, names: EventNames): ShownFields {
  if (!draft) return { fullName: '', fields: {} }
  const role = draft.role || (names.allRoles.get(reading.defaultRoleId) ?? '')
  return shownDraft({ ...draft, role }, reading.delegationFrom)
}

function showDouble(
  db: ReadHandle,
  double: LikelyDouble,
  draftOf: DraftOfRow,
  settings: Reading,
  names: EventNames,
): ImportRow['double'] {
  const { reasons } = double
  if (double.with.kind === 'row') {
    const { rowNumber } = double.with
    const other = showDraft(draftOf(rowNumber), settings, names)
    return { ...other, kind: 'row', rowNumber, personId: null, isArchived: false, reasons }
  }
  const { id } = double.with
  const person = getPerson(db, id)
  const role = names.allRoles.get(person?.roleId ?? '') ?? ''
  const delegation = names.delegations.get(person?.delegationId ?? '') ?? ''
  const other: ShownFields = person ? shownPerson(person, role, delegation) : { fullName: '', fields: {} }
  const isArchived = person !== undefined && person.archivedAt !== null
  return { ...other, kind: 'person', rowNumber: null, personId: id, isArchived, reasons }
}
