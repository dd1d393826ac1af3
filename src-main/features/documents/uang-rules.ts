import { formatShortDate } from './format-rules.ts'
import { readExtra } from './extras-rules.ts'
import { type Cell, column, type PaperColumn, type PaperRow, type TablePaper } from './paper-rules.ts'
import {
  numberLabel,
  numberOf,
  originOf,
  type PaperContext,
  type PaperPerson,
  peopleRows,
  tablePaper,
  titleFor,
} from './paper-source-rules.ts'
import { type Allowance, type DocumentSettings, taxGroupOf } from './settings-rules.ts'
import { terbilang } from './terbilang-rules.ts'

/** What somebody gets, in rupiah; all null while no amount is set for their role or they were never there. */
export interface Payment {
  days: number
  unit: number | null
  gross: number | null
  tax: number | null
  net: number | null
}

const NOTHING = { unit: null, gross: null, tax: null, net: null } as const

/** The sum for so many days of presence; PPh is rounded down to the rupiah. */
export function paymentOf(
  { roleId, rank }: Pick<PaperPerson, 'roleId' | 'rank'>,
  days: number,
  allowance: Allowance,
  taxes: DocumentSettings['taxes'],
): Payment {
  const unit = allowance.amounts.find(amount => amount.roleId === roleId)?.amount
  if (unit === undefined || days === 0) return { days, ...NOTHING }
  const gross = allowance.isPerDay ? unit * days : unit
  const percent = taxes.find(({ group }) => group === taxGroupOf(rank))?.percent ?? 0
  const tax = Math.floor((gross * percent) / 100)
  return { days, unit, gross, tax, net: gross - tax }
}

const WORDS = {
  'tanda-terima-transport': { title: 'TANDA TERIMA UANG TRANSPORT', fileName: 'Tanda Terima Uang Transport' },
  'tanda-terima-uang-harian': { title: 'TANDA TERIMA UANG HARIAN', fileName: 'Tanda Terima Uang Harian' },
} as const

/** Tanda terima of money: amounts from the settings, days from the check-ins, the total also in words. */
export function buildUang(
  paper: keyof typeof WORDS,
  people: readonly PaperPerson[],
  daysOf: (participantId: string) => number,
  context: PaperContext,
): TablePaper {
  const { request, settings } = context
  const allowance = paper === 'tanda-terima-transport' ? settings.transport : settings.daily
  const columns = columnsOf(context)
  const payments = new Map(
    people.map(person => [person.id, paymentOf(person, daysOf(person.id), allowance, settings.taxes)]),
  )
  const rows = peopleRows(people, columns, context, (person, number) =>
    cellsOf(person, number, payments.get(person.id), context),
  )
  const total = totalOf([...payments.values()])
  return tablePaper(paper, context, {
    title: [titleFor(WORDS[paper].title, people, request)],
    fileNameParts: [WORDS[paper].fileName],
    columns,
    rows: [...rows, totalRow(columns, total)],
    closingLines: total.net === null ? [] : [`Terbilang: ${terbilang(total.net)}`],
  })
}

function cellsOf(person: PaperPerson, number: number, payment: Payment | undefined, { request }: PaperContext): Cell[] {
  const letter = [person.assignmentLetterNumber, formatShortDate(person.assignmentLetterDate)]
  const account = [readExtra(person.extras, 'bank'), readExtra(person.extras, 'account')]
  return [
    number,
    person.fullName,
    numberOf(person, request.hasNik),
    person.rank,
    originOf(person),
    joined(letter),
    readExtra(person.extras, 'travelOrder'),
    ...(request.hasAccount ? [joined(account)] : []),
    payment?.days || null,
    payment?.unit ?? null,
    payment?.gross ?? null,
    payment?.tax ?? null,
    payment?.net ?? null,
    '',
  ]
}

function columnsOf({ request }: PaperContext): PaperColumn[] {
  return [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 40, flex: 4 }),
    column('nip', numberLabel(request.hasNik), 'code', { widthMm: 36 }),
    column('rank', 'Gol.', 'text', { widthMm: 20, flex: 1 }),
    column('institution', 'Instansi/Asal', 'text', { widthMm: 32, flex: 3 }),
    column('letter', 'No. & Tgl. Surat Tugas', 'text', { widthMm: 27, flex: 1 }),
    column('travelOrder', 'No. SPD', 'text', { widthMm: 17 }),
    ...(request.hasAccount ? [column('account', 'Bank/No. Rekening', 'code', { widthMm: 27 })] : []),
    column('days', 'Lama (hari)', 'number', { widthMm: 13, align: 'center' }),
    column('unit', 'Satuan (Rp)', 'money', { widthMm: 19 }),
    column('gross', 'Jumlah (Rp)', 'money', { widthMm: 21 }),
    column('tax', 'PPh 21 (Rp)', 'money', { widthMm: 18 }),
    column('net', 'Diterima (Rp)', 'money', { widthMm: 21 }),
    column('signature', 'Tanda Tangan', 'signature', { widthMm: 40 }),
  ]
}

type Total = Pick<Payment, 'gross' | 'tax' | 'net'>

/** Null while nobody gets anything. */
function totalOf(payments: readonly Payment[]): Total {
  const paid = payments.filter(({ net }) => net !== null)
  if (paid.length === 0) return { gross: null, tax: null, net: null }
  const sumOf = (key: keyof Total): number => paid.reduce((sum, payment) => sum + (payment[key] ?? 0), 0)
  return { gross: sumOf('gross'), tax: sumOf('tax'), net: sumOf('net') }
}

function totalRow(columns: readonly PaperColumn[], total: Total): PaperRow {
  const cells = columns.map(({ key }): Cell => (key === 'gross' || key === 'tax' || key === 'net' ? total[key] : null))
  return { style: 'total', label: 'Jumlah', number: null, cells }
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(', ')
