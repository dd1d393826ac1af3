import type { Cell, CellKind } from '#main/features/documents/paper-rules.ts'
import { wallClock } from '#main/features/events/time-rules.ts'
import { inertText } from './inert-text.ts'

const MS_PER_DAY = 86_400_000
/** Day 0 of a spreadsheet's calendar. It has a 29 February 1900, so days are right from 1 March 1900 on. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
const FIRST_TRUE_DATE = '1900-03-01'
/** What stands in a file for a signature that was given on the screen. */
const SIGNED = 'ditandatangani di layar'

/** A cell as a spreadsheet holds it: texts stay texts, dates and times are serial numbers, a tick is 1 or 0; null = blank. */
export function spreadsheetValue(value: Cell, kind: CellKind, timeZone: string): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return Number(value)
  if (kind === 'signature') return SIGNED
  if (kind === 'date' && isDate(value)) return (Date.parse(`${value}T00:00:00Z`) - SERIAL_EPOCH) / MS_PER_DAY
  if (kind === 'time' && typeof value === 'number') return (wallClock(value, timeZone) - SERIAL_EPOCH) / MS_PER_DAY
  return isWord(kind) ? String(value) : value
}

/** A cell as CSV holds it: `1250000`, `87,5`, `2023-12-18`, `2023-12-18 08:30:05` in the event's zone, `1` or `0` for a tick. */
export function csvText(value: Cell, kind: CellKind, timeZone: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (kind === 'signature') return SIGNED
  if (kind === 'date' && isDate(value)) return value
  if (kind === 'time' && typeof value === 'number') return isoTime(wallClock(value, timeZone))
  return typeof value === 'number' && !isWord(kind) ? String(value).replace('.', ',') : inertText(String(value))
}

const isWord = (kind: CellKind): boolean => kind === 'name' || kind === 'text' || kind === 'code'

const isoTime = (wall: number): string => new Date(wall).toISOString().slice(0, 19).replace('T', ' ')

function isDate(value: Cell): value is string {
  return (
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= FIRST_TRUE_DATE && isOnCalendar(value)
  )
}

function isOnCalendar(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
