const LOCALE = 'id-ID'
const ZONE_LABELS: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LOCALE, options)))
  return format
}

/** `08.42`, in the event's zone. */
export function formatTime(at: number, timeZone: string): string {
  return formatFor({ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** `08.42 WITA`. */
export function formatTimeWithZone(at: number, timeZone: string): string {
  return `${formatTime(at, timeZone)} ${zoneLabel(timeZone)}`
}

/** `Senin, 18 Desember 2023` for a calendar date (YYYY-MM-DD); the weekday is computed. */
export function formatDate(date: string): string {
  return formatFor({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )
}

/** `18 Des 2023`: the calendar date of an instant in the event's zone. */
export function formatDay(at: number, timeZone: string): string {
  return formatFor({ timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

/** `18 Des 2023`. */
export function formatShortDate(date: string): string {
  return formatFor({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )
}

/** WIB, WITA or WIT; the zone's own name for any other. */
export function zoneLabel(timeZone: string): string {
  return ZONE_LABELS[timeZone] ?? timeZone
}

/** `1.100` */
export function formatNumber(value: number): string {
  return value.toLocaleString(LOCALE)
}
