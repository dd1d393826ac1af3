import type { Cell, CellKind } from './paper-rules.ts'

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const ZONE_LABELS: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR

interface CalendarDate {
  weekday: string
  day: number
  month: string
  monthNumber: number
  year: number
}

/** Reads YYYY-MM-DD; null when it is no date. The weekday is computed, never taken from anybody's word. */
function readDate(date: string): CalendarDate | null {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(at)) return null
  const read = new Date(at)
  const monthNumber = read.getUTCMonth() + 1
  return {
    weekday: DAYS[read.getUTCDay()] ?? '',
    day: read.getUTCDate(),
    month: MONTHS[monthNumber - 1] ?? '',
    monthNumber,
    year: read.getUTCFullYear(),
  }
}

/** `18 Desember 2023`; the text itself when it is no date. */
export function formatDate(date: string): string {
  const read = readDate(date)
  return read ? `${read.day} ${read.month} ${read.year}` : date
}

/** `Senin, 18 Desember 2023`. */
export function formatLongDate(date: string): string {
  const read = readDate(date)
  return read ? `${read.weekday}, ${formatDate(date)}` : date
}

/** `18-12-2023`, for narrow columns. */
export function formatShortDate(date: string): string {
  const read = readDate(date)
  return read ? `${twoDigits(read.day)}-${twoDigits(read.monthNumber)}-${read.year}` : date
}

/** `Senin s.d. Rabu, 13 s.d. 15 Maret 2023`; the month and year are named once where they are the same. */
export function formatDateRange(first: string, last: string): string {
  const [from, to] = [readDate(first), readDate(last)]
  if (!from || !to || first === last) return formatLongDate(first)
  const year = from.year === to.year ? '' : ` ${from.year}`
  const month = from.month === to.month && year === '' ? '' : ` ${from.month}`
  return `${from.weekday} s.d. ${to.weekday}, ${from.day}${month}${year} s.d. ${to.day} ${to.month} ${to.year}`
}

/** `08.30`, in the event's zone. */
export function formatTime(at: number, timeZone: string): string {
  return formatMinuteOfDay(minuteOfDay(at, timeZone))
}

/** `08.30` for minutes after midnight; past midnight it is the next day's time. */
export function formatMinuteOfDay(minute: number): string {
  const inDay = minute % MINUTES_PER_DAY
  return `${twoDigits(Math.floor(inDay / MINUTES_PER_HOUR))}.${twoDigits(inDay % MINUTES_PER_HOUR)}`
}

/** WIB, WITA or WIT; the zone's own name for any other. */
export function zoneLabel(timeZone: string): string {
  return ZONE_LABELS[timeZone] ?? timeZone
}

const timeFormats = new Map<string, Intl.DateTimeFormat>()

function minuteOfDay(at: number, timeZone: string): number {
  let format = timeFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    timeFormats.set(timeZone, format)
  }
  const [hours = 0, minutes = 0] = format.format(at).split(':').map(Number)
  return hours * MINUTES_PER_HOUR + minutes
}

/** `1.250.000`; decimals after a comma, at most two. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(2).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')
  const fraction = decimals.replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === '' ? '' : `,${fraction}`}`
}

/** `Rp1.250.000,00`. */
export function formatMoney(rupiah: number): string {
  const [whole = '0', decimals = '00'] = Math.abs(rupiah).toFixed(2).split('.')
  return `${rupiah < 0 ? '-' : ''}Rp${whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')},${decimals}`
}

/** A cell as it stands on paper; '' for what is not known. Signatures are drawn, not written. */
export function formatCell(value: Cell, kind: CellKind, timeZone: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'string') return kind === 'date' ? formatShortDate(value) : kind === 'signature' ? '' : value
  if (kind === 'time') return formatTime(value, timeZone)
  return kind === 'percent' ? `${formatNumber(value)}%` : formatNumber(value)
}

/** A text that every file system takes as a name: `Daftar Hadir - Senin, 18 Desember 2023`. */
export function asFileName(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 150)
    .replace(/[. ]+$/, '')
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
