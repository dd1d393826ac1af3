import { type Cell, column, type PaperColumn, type TablePaper } from './paper-rules.ts'
import {
  originOf,
  type PaperContext,
  type PaperPerson,
  peopleRows,
  tablePaper,
  titleFor,
} from './paper-source-rules.ts'

/** A day or a session that attendance is counted for. */
export interface RecapColumn {
  id: string
  /** Over the column; long titles stand in the notes under their number. */
  title: string
  /** The day it belongs to, over its sessions; '' for days. */
  dayLabel: string
  /** Time and room of a session, for the notes. */
  detail: string
}

/** Whether somebody was there, and for how long where that is counted. */
export interface RecapCell {
  isPresent: boolean
  minutes: number
}

/** Who was where: participant id -> column id -> attendance. A missing entry: they were not expected there. */
export type Recap = ReadonlyMap<string, ReadonlyMap<string, RecapCell>>

/** As the certificates and a person's own timeline count them. */
const MINUTES_NOTE = 'Jumlah menit hanya dari kolom yang dihitung hadir.'
/** More columns than this, and their titles go into the notes. */
const TITLED_COLUMNS_MAX = 5
const TITLE_MAX_LENGTH = 24

/** Rekap kehadiran: people by days or sessions, as marks or (`hasTimes`) minutes, and how many were there. */
export function buildRekap(
  people: readonly PaperPerson[],
  recap: Recap,
  of: { columns: readonly RecapColumn[]; rules: readonly string[] },
  context: PaperContext,
): TablePaper {
  const { request } = context
  const isTitled =
    of.columns.length <= TITLED_COLUMNS_MAX && of.columns.every(({ title }) => title.length <= TITLE_MAX_LENGTH)
  const columns = [
    ...personColumns(),
    ...of.columns.map((place, index) => placeColumn(place, index, request.hasTimes, isTitled)),
    ...sumColumns(request.hasTimes),
  ]
  const rows = peopleRows(people, columns, context, (person, number) => {
    const cells = of.columns.map(({ id }) => recap.get(person.id)?.get(id))
    return [
      number,
      person.fullName,
      person.gender,
      originOf(person),
      person.regency,
      ...cells.map((cell): Cell => (request.hasTimes ? (cell?.minutes ?? null) : (cell?.isPresent ?? null))),
      ...sums(cells, request.hasTimes),
    ]
  })
  const title = titleFor('REKAPITULASI KEHADIRAN', people, request)
  const total = of.columns.map(({ id }) => people.filter(person => recap.get(person.id)?.get(id)?.isPresent).length)
  const blanks = sumColumns(request.hasTimes).map(() => null)
  return tablePaper('rekap-kehadiran', context, {
    title: [title],
    fileNameParts: ['Rekapitulasi Kehadiran'],
    columns,
    rows: [
      ...rows,
      {
        style: 'total',
        label: 'Jumlah hadir (orang)',
        number: null,
        cells: [null, null, null, null, null, ...total, ...blanks],
      },
    ],
    notes: [...of.rules, ...(request.hasTimes ? [MINUTES_NOTE] : []), ...(isTitled ? [] : of.columns.map(legend))],
  })
}

function personColumns(): PaperColumn[] {
  return [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 42, flex: 4 }),
    column('gender', 'L/P', 'text', { widthMm: 9, align: 'center' }),
    column('institution', 'Instansi/Unit Kerja', 'text', { widthMm: 30, flex: 3 }),
    column('regency', 'Kab/Kota', 'text', { widthMm: 20, flex: 1 }),
  ]
}

function placeColumn(
  { id, title, dayLabel }: RecapColumn,
  index: number,
  hasMinutes: boolean,
  isTitled: boolean,
): PaperColumn {
  return column(id, isTitled ? title : String(index + 1), hasMinutes ? 'minutes' : 'check', {
    widthMm: isTitled ? 20 : hasMinutes ? 11 : 9,
    align: 'center',
    groupLabel: dayLabel,
  })
}

function sumColumns(hasMinutes: boolean): PaperColumn[] {
  const count = column('presentCount', 'Jumlah hadir', 'number', { widthMm: 15, align: 'center' })
  return hasMinutes ? [count, column('minutes', 'Jumlah menit', 'minutes', { widthMm: 15, align: 'center' })] : [count]
}

function sums(cells: readonly (RecapCell | undefined)[], hasMinutes: boolean): Cell[] {
  const present = cells.filter(cell => cell?.isPresent)
  return hasMinutes ? [present.length, present.reduce((sum, cell) => sum + (cell?.minutes ?? 0), 0)] : [present.length]
}

function legend({ title, detail }: RecapColumn, index: number): string {
  return `Kolom ${index + 1}: ${[title, detail].filter(part => part !== '').join(', ')}`
}
