import type { TimeZone } from './contract.ts'

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date (YYYY-MM-DD) that it is in a time zone at an instant (UTC epoch milliseconds). */
export function dateInZone(at: number, timeZone: string): string {
  let format = dateFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dateFormats.set(timeZone, format)
  }
  return format.format(at)
}

/** The date some days after another, both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Hours ahead of UTC. Indonesia has no daylight saving. */
const OFFSET_HOURS: Readonly<Record<TimeZone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

/** The instant (UTC epoch milliseconds) of midnight at which a date (YYYY-MM-DD) begins in a zone. */
export function startOfDate(date: string, timeZone: TimeZone): number {
  return Date.parse(`${date}T00:00:00Z`) - OFFSET_HOURS[timeZone] * 3_600_000
}

/** What the clocks of a zone show at an instant, as though it were UTC (epoch milliseconds). */
export function wallClock(at: number, timeZone: string): number {
  return at + (OFFSET_HOURS[timeZone as TimeZone] ?? 0) * 3_600_000
}
