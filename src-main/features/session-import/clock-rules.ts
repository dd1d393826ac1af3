import { type Cell, cellKind, cellText } from '#main/features/table-import/cell-rules.ts'

const MINUTES_OF_A_DAY = 24 * 60
/** Ends after a start from here on up to {@link MORNING_UNTIL} are proposed as times of the next day. */
const EVENING_FROM = 17 * 60
const MORNING_UNTIL = 6 * 60

/** What a cell says about time, in minutes after midnight; null = not said. */
export interface ClockReading {
  start: number | null
  end: number | null
  /** "selesai": the end is left open, on purpose. */
  isEndOpen: boolean
  /** A spreadsheet had made a number of it: 7.3 for 07.30. */
  wasNumber: boolean
}

const NOTHING: ClockReading = { start: null, end: null, isEndOpen: false, wasNumber: false }
const OPEN_END = /^(selesai|tuntas|end|finish)$/u
const RANGE = /\s*(?:(?<![\p{L}])(?:s\s*\.?\s*\/?\s*d|sampai(?: dengan)?|hingga|to|until)(?![\p{L}])\.?|[-–—−~]|→)\s*/u
const ZONE_OR_WORD = /(?<![\p{L}])(?:wib|wita|wit|pukul|pkl|jam)(?![\p{L}])\.?:?/gu

/**
 * Reads a time or a span of times as rundowns write them: `07.30`, `7:30`, `07.30-08.30`, `07.30 s.d. 08.30 WIB`, `15.45 - selesai`,
 * `0730`, `1:15 pm`, and what spreadsheets make of them (time cells, fractions of a day, 7.3). Undefined when it says something
 * that is no time.
 */
export function readClock(cell: Cell | undefined): ClockReading | undefined {
  const text = cellText(cell)
  if (isDash(text)) return NOTHING
  if (cellKind(cell) === 'number') return readNumber(text)
  if (cellKind(cell) === 'date') return readTimeCell(text)
  return readText(text)
}

/** Signs with which a table says that there is nothing. */
export const isDash = (text: string): boolean => /^[\s\-–—.…_]*$/u.test(text)

function readNumber(text: string): ClockReading | undefined {
  const value = Number(text)
  if (value >= 0 && value < 1) return { ...NOTHING, start: Math.round(value * MINUTES_OF_A_DAY) }
  // 730 and 1330 are times without a sign between, 7.3 and 10 are what a spreadsheet leaves of 7.30 and 10.00.
  const start = readTime(/^\d{3,4}$/u.test(text) ? text : withMinutes(text))
  return start === undefined ? undefined : { ...NOTHING, start, wasNumber: true }
}

const withMinutes = (text: string): string => {
  const [hour = '', minute = ''] = text.split('.')
  return `${hour}.${minute.padEnd(2, '0')}`
}

/** A bare midnight comes as the day zero of spreadsheets. */
function readTimeCell(text: string): ClockReading | undefined {
  const time = /(?:^| )(\d{2}):(\d{2})$/u.exec(text)
  if (time) return { ...NOTHING, start: Number(time[1]) * 60 + Number(time[2]) }
  return /^1(899|90[04])-/u.test(text) ? { ...NOTHING, start: 0 } : undefined
}

function readText(written: string): ClockReading | undefined {
  const text = written.toLowerCase().replaceAll(ZONE_OR_WORD, ' ').replaceAll(/\s+/gu, ' ').trim()
  if (OPEN_END.test(text)) return { ...NOTHING, isEndOpen: true }
  const single = /^\d{1,2}[.,]\d$/u.test(text) ? readNumber(text.replace(',', '.')) : undefined
  if (single) return single
  const parts = text.split(RANGE)
  if (parts.length === 1) {
    const start = readTime(text)
    return start === undefined ? undefined : { ...NOTHING, start }
  }
  return parts.length === 2 ? readSpan(parts[0] ?? '', parts[1] ?? '') : undefined
}

function readSpan(from: string, to: string): ClockReading | undefined {
  const start = readTime(from) ?? readHour(from)
  if (start === undefined) return undefined
  if (to === '' || OPEN_END.test(to)) return { ...NOTHING, start, isEndOpen: true }
  const end = readTime(to) ?? readHour(to)
  return end === undefined ? undefined : { ...NOTHING, start, end }
}

/** Minutes after midnight of one time; 24.00 is the end of the day. */
function readTime(text: string): number | undefined {
  const match =
    /^(\d{1,2})\s*[.:,;]\s*(\d{2})(?:[.:]\d{2})?\s*([ap])?\.?m?\.?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text)
  return match ? toMinutes(Number(match[1]), Number(match[2]), match[3]) : undefined
}

function readHour(text: string): number | undefined {
  const match = /^(\d{1,2})\s*(?:([ap])\.?m\.?)?$/u.exec(text)
  return match ? toMinutes(Number(match[1]), 0, match[2]) : undefined
}

function toMinutes(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  const full = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  const minutes = full * 60 + minute
  return minutes <= MINUTES_OF_A_DAY ? minutes : undefined
}

/** Minutes of a duration of less than a day: `15`, `15 menit`, `60'`, `1 jam`, `1 jam 30 menit`, `1,5 jam`; undefined when it is none. */
export function readDuration(cell: Cell | undefined): number | undefined {
  const text = cellText(cell).toLowerCase()
  const match =
    /^(?:(\d{1,2}(?:[.,]\d)?)\s*(?:jam|jp?l?|hours?|h))?\s*(?:(\d{1,3})\s*(?:menit|mnt|min(?:utes?)?|m|['’′])?)?$/u.exec(
      text,
    )
  if (text === '' || !match || /\d\s*jp/u.test(text)) return undefined
  const minutes = Math.round(Number((match[1] ?? '0').replace(',', '.')) * 60) + Number(match[2] ?? 0)
  return minutes > 0 && minutes < MINUTES_OF_A_DAY ? minutes : undefined
}

/** The end on the next day that a span from evening to morning probably means; null for other spans. */
export function nextDayEnd(start: number, end: number): number | null {
  return start >= EVENING_FROM && end <= MORNING_UNTIL ? end + MINUTES_OF_A_DAY : null
}
