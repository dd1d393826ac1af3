export const MINUTES_OF_DAY = 24 * 60
/** From here on an end that is earlier than the start means the next day: a gala evening, not a slip of the hand. */
const EVENING_STARTS = 17 * 60

/** Minutes after midnight of a time as people type it: `08.30`, `8:30`, `0830`, `8`; null when it is none. `24.00` is the day's end. */
export function parseClock(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})(?:[.:,]?(\d{2}))?$/.exec(text.replaceAll(/\s|wi[bt]a?/giu, '')) ?? []
  if (hours === '') return null
  const minute = Number(hours) * 60 + Number(minutes || '0')
  return Number(minutes || '0') < 60 && minute <= MINUTES_OF_DAY ? minute : null
}

/** `08.30` for minutes after midnight; past midnight it is the clock of the next day. The end of the day is `24.00`, as it is typed. */
export function formatClock(minute: number): string {
  if (minute === MINUTES_OF_DAY) return '24.00'
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(hours).padStart(2, '0')}.${String(minutes).padStart(2, '0')}`
}

/** The end as minutes after midnight of the session's day, beyond 1440 for evenings that pass midnight; null when it is before the start. */
export function endAfter(startMinute: number, endMinute: number): number | null {
  if (endMinute > startMinute) return endMinute
  return startMinute >= EVENING_STARTS ? endMinute + MINUTES_OF_DAY : null
}
