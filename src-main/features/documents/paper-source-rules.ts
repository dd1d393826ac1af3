import type { EventDay, EventDetails, Logo } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { NO_DELEGATION } from '#main/features/participants/contract.ts'
import type { PaperRequest } from './contract.ts'
import { asFileName, formatDate, formatDateRange, formatLongDate } from './format-rules.ts'
import type { Letterhead, PaperColumn, PaperRow, SignatureBlock, TablePaper } from './paper-rules.ts'
import { groupRow, spareRows, withoutColumns } from './paper-rules.ts'
import type { DocumentSettings, PaperId } from './settings-rules.ts'

/** A person as papers show them; all texts as typed. */
export interface PaperPerson {
  id: string
  /** Without titles, for sorting. */
  name: string
  fullName: string
  gender: string
  nip: string
  nik: string
  rank: string
  position: string
  institution: string
  village: string
  district: string
  regency: string
  province: string
  phone: string
  email: string
  room: string
  costBearer: string
  note: string
  assignmentLetterNumber: string
  assignmentLetterDate: string
  extras: Readonly<Record<string, string>>
  roleId: string
  roleName: string
  rolePosition: number
  delegationId: string | null
  delegation: string
  standsInFor: string
  /** Listed only where they were there all the same. */
  isArchived: boolean
}

/** What every builder knows besides its own rows. */
export interface PaperContext {
  event: EventDetails & { days: readonly EventDay[] }
  settings: DocumentSettings
  logos: readonly Logo[]
  request: PaperRequest
  /** The date of signing, YYYY-MM-DD: the day of the paper, or the last day of the event. */
  date: string
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true })

/** Where somebody comes from, as the column `Instansi/Unit Kerja` shows it: the institution, else the village. */
export function originOf({ institution, village, district }: PaperPerson): string {
  if (institution !== '') return institution
  return [village, district && `Kec. ${district.replace(/^Kec(\.|amatan)\s*/i, '')}`].filter(part => part).join(', ')
}

/** NIP where there is one; the NIK only on papers that were asked to show it. */
export function numberOf({ nip, nik }: PaperPerson, hasNik: boolean): string {
  const isNone = /^[-–—.\s]*$/.test(nip)
  return isNone ? (hasNik ? nik : '') : nip
}

/** The heading of the column of {@link numberOf}. */
export const numberLabel = (hasNik: boolean): string => (hasNik ? 'NIP/NIK' : 'NIP')

/** Joins the parts of a stored name. */
export function asPaperPerson<Row extends { titleBefore: string; name: string; titleAfter: string }>(
  row: Row,
): Row & { fullName: string } {
  return { ...row, fullName: fullName(row) }
}

/** The people that a request is about, in its order. Sorted by the name, never by titles. */
export function choosePeople(
  people: readonly PaperPerson[],
  { roleIds, delegationId, sort, groupBy }: PaperRequest,
): PaperPerson[] {
  const chosen = people.filter(
    person =>
      (roleIds.length === 0 || roleIds.includes(person.roleId)) &&
      (delegationId === null || (person.delegationId ?? NO_DELEGATION) === delegationId),
  )
  const keys = [groupBy === 'none' ? 'name' : groupBy, sort, 'name'] as const
  return chosen.toSorted((one, other) => {
    for (const key of keys) {
      const order = compareBy(key, one, other)
      if (order !== 0) return order
    }
    return one.id < other.id ? -1 : 1
  })
}

function compareBy(key: PaperRequest['sort'], one: PaperPerson, other: PaperPerson): number {
  if (key === 'role') return one.rolePosition - other.rolePosition
  if (key === 'institution') return compareWithBlanksLast(originOf(one), originOf(other))
  if (key === 'delegation') return compareWithBlanksLast(one.delegation, other.delegation)
  return collator.compare(one.name, other.name)
}

function compareWithBlanksLast(one: string, other: string): number {
  if ((one === '') !== (other === '')) return one === '' ? 1 : -1
  return collator.compare(one, other)
}

/** Rows of people with a heading over each group, numbered through, and the spare rows behind. */
export function peopleRows(
  people: readonly PaperPerson[],
  columns: readonly PaperColumn[],
  { request, settings }: PaperContext,
  cellsOf: (person: PaperPerson, number: number) => PaperRow['cells'],
): PaperRow[] {
  const rows: PaperRow[] = []
  let group: string | null = null
  people.forEach((person, index) => {
    const label = groupOf(person, request.groupBy)
    if (label !== null && label !== group) rows.push(groupRow((group = label)))
    rows.push({ style: 'row', label: '', number: index + 1, cells: cellsOf(person, index + 1) })
  })
  // Only what is signed or filled in by hand has room for those who come unannounced.
  const isSigned = columns.some(({ kind }) => kind === 'signature')
  const spareCount = isSigned ? (request.spareRowCount ?? settings.spareRowCount) : 0
  return [...rows, ...spareRows(columns, spareCount, people.length)]
}

function groupOf(person: PaperPerson, groupBy: PaperRequest['groupBy']): string | null {
  if (groupBy === 'none') return null
  return groupBy === 'role' ? person.roleName : person.delegation || 'Tanpa delegasi'
}

/** `DAFTAR HADIR NARASUMBER` when only one role is on it, else `... PESERTA` and the like as given. */
export function titleFor(title: string, people: readonly PaperPerson[], { roleIds }: PaperRequest): string {
  const names = new Set(people.filter(({ roleId }) => roleIds.includes(roleId)).map(({ roleName }) => roleName))
  return names.size === 0 || names.size > 2 ? title : `${title} ${[...names].join(' dan ').toUpperCase()}`
}

/** `Senin, 18 Desember 2023`, or the first and the last day. */
export function eventDates({ days }: PaperContext['event']): string {
  const dates = days.map(({ date }) => date).toSorted()
  return formatDateRange(dates[0] ?? '', dates.at(-1) ?? '')
}

/** The lines over the table that all papers have: the event, when and where. Empty ones are left out. */
export function headingLines(
  context: PaperContext,
  more: { date?: string; lines?: readonly { label: string; value: string }[] } = {},
): TablePaper['headingLines'] {
  const { event } = context
  return [
    { label: 'Kegiatan', value: event.name },
    { label: 'Tema', value: event.theme },
    { label: 'Hari/Tanggal', value: more.date === undefined ? eventDates(event) : formatLongDate(more.date) },
    ...(more.lines ?? []),
    { label: 'Tempat', value: event.venue },
  ].filter(({ value }) => value !== '')
}

/** The kop surat of the event; null when nothing is set for it. */
export function letterheadOf({ settings, logos }: Pick<PaperContext, 'settings' | 'logos'>): Letterhead | null {
  const logo = (id: string | null): string | null => logos.find(known => known.id === id)?.dataUrl ?? null
  const letterhead = {
    lines: settings.letterheadLines.filter(line => line !== ''),
    logoLeft: logo(settings.logoLeftId),
    logoRight: logo(settings.logoRightId),
  }
  return letterhead.lines.length > 0 || letterhead.logoLeft || letterhead.logoRight ? letterhead : null
}

/** Who signs under this paper, with place and date. */
export function signaturesUnder(paper: PaperId, { settings, date }: PaperContext): TablePaper['signatures'] {
  const blocks: SignatureBlock[] = settings.signatories
    .filter(({ papers }) => papers.includes(paper))
    .map(({ heading, position, name, rank, nip }) => ({ heading, position, name, rank, nip }))
  const dateline = [settings.place, formatDate(date)].filter(part => part !== '').join(', ')
  return { dateline: blocks.length > 0 ? dateline : '', blocks }
}

/** What differs from one list to the next. */
export type TableParts = Pick<TablePaper, 'title' | 'columns' | 'rows'> &
  Partial<Pick<TablePaper, 'headingLines' | 'closingLines' | 'notes' | 'sheetCode' | 'isLandscape'>> & {
    /** Joined to a file name. */
    fileNameParts: readonly string[]
  }

/** A list with the kop surat, paper and signatures of the event. */
export function tablePaper(paper: PaperId, context: PaperContext, parts: TableParts): TablePaper {
  const { fileNameParts, ...given } = parts
  const whole: TablePaper = {
    kind: 'table',
    headingLines: headingLines(context),
    closingLines: [],
    notes: [],
    sheetCode: null,
    isLandscape: true,
    allColumns: parts.columns.map(({ key, label }) => ({ key, label })),
    ...given,
    fileName: asFileName(fileNameParts.filter(part => part !== '').join(' - ')),
    letterhead: letterheadOf(context),
    size: context.request.size ?? context.settings.size,
    timeZone: context.event.timeZone,
    signatures: signaturesUnder(paper, context),
  }
  return withoutColumns(whole, context.request.hiddenColumns)
}
