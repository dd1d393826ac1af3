import { type Cell, cellText } from '#main/features/table-import/cell-rules.ts'
import { readWrittenDate } from '#main/features/table-import/written-date-rules.ts'
import { isDash } from './clock-rules.ts'

/** A day of the event, as far as a rundown can name it. */
export interface KnownDay {
  id: string
  /** YYYY-MM-DD */
  date: string
  label: string
}

/** Which day a text names. `contradictory`: its parts name different days, such as a date and a weekday that it does not fall on. */
export type DayReading =
  | { kind: 'none' }
  | { kind: 'day'; id: string }
  | { kind: 'unknown' | 'ambiguous' | 'contradictory' }

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii']
const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh']
const NUMBERED =
  /^(?:(?:hari|day|tahap)\s*(?:ke\s*)?[-.:]?\s*|ke\s*-?\s*|h(?=\d))?(\d{1,2}|[iv]{1,3})(?![\p{L}\d])[.)]?|^(?:hari\s*)?(pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh)(?!\p{L})/u
/** From Sunday on, as `Date.getUTCDay` counts. */
const WEEKDAYS: readonly RegExp[] = [
  /^(minggu|mgg|ahad|sunday|sun)$/u,
  /^(senin|sen|monday|mon)$/u,
  /^(selasa|sel|tuesday|tue)$/u,
  /^(rabu|rab|wednesday|wed)$/u,
  /^(kamis|kam|thursday|thu)$/u,
  /^(jum'?at|jum|friday|fri)$/u,
  /^(sabtu|sab|saturday|sat)$/u,
]

/**
 * Which of the event's days a text names: by number (`1`, `Hari ke-2`, `Hari II`, `Hari Pertama`), date in any common form with or
 * without the year, weekday, or the day's own label. Parts that stand together must agree. `days` in the order of their dates.
 */
export function readDay(cell: Cell | undefined, days: readonly KnownDay[]): DayReading {
  const written = cellText(cell)
  if (isDash(written)) return { kind: 'none' }
  const labelled = days.filter(day => plain(day.label) === plain(written))
  if (labelled.length === 1 && labelled[0]) return { kind: 'day', id: labelled[0].id }
  const named = readParts(plain(written), days)
  if (named === undefined || named.length === 0) return { kind: 'unknown' }
  const [first = [], ...others] = named
  const agreed = first.filter(id => others.every(ids => ids.includes(id)))
  const [id] = agreed
  if (agreed.length === 1 && id !== undefined) return { kind: 'day', id }
  if (agreed.length > 1) return { kind: 'ambiguous' }
  return { kind: named.some(ids => ids.length === 0) ? 'unknown' : 'contradictory' }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** For each part of the text the days that it may name; undefined when something is left that names no day. */
function readParts(text: string, days: readonly KnownDay[]): string[][] | undefined {
  const whole = readDate(text, days)
  if (whole) return [whole]
  const named: string[][] = []
  let rest = text
  const numbered = NUMBERED.exec(rest)
  if (
    numbered &&
    !/^\s*[/.-]?\s*(\d|jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|nop|des)/u.test(rest.slice(numbered[0].length))
  ) {
    const day = days[numberOf(numbered[1] ?? numbered[2] ?? '') - 1]
    named.push(day ? [day.id] : [])
    rest = rest.slice(numbered[0].length)
  }
  rest = rest
    .replaceAll(/[():;,|–—]+|(?<!\d)-|-(?!\d)|(?<!\p{L})(hari|tanggal|tgl|date)(?!\p{L})\.?/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const [word = ''] = rest.split(' ')
  const weekday = WEEKDAYS.findIndex(pattern => pattern.test(word))
  if (weekday >= 0) {
    named.push(days.filter(day => weekdayOf(day.date) === weekday).map(day => day.id))
    rest = rest.slice(word.length).trim()
  }
  if (rest === '') return named
  const dated = readDate(rest, days)
  return dated && [...named, dated]
}

function numberOf(written: string): number {
  const place = ORDINALS.includes(written) ? ORDINALS.indexOf(written) : ROMAN.indexOf(written)
  return place >= 0 ? place + 1 : Number(written)
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/** The days of a date; one without a year may be a day of any year. Undefined when it is no date. */
function readDate(text: string, days: readonly KnownDay[]): string[] | undefined {
  if (/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b/u.test(text)) return undefined
  const date = readWrittenDate(text)
  if (date !== '') return days.filter(day => day.date === date).map(day => day.id)
  if (!/^\d{1,2}\s*(?:[/.-]\s*\d{1,2}|[\s-]\s*\p{L}{3,}\.?)$/u.test(text)) return undefined
  const years = [...new Set(days.map(day => day.date.slice(0, 4)))]
  const dates = years.map(year => readWrittenDate(withYear(text, year)))
  if (dates.every(found => found === '')) return undefined
  return days.filter(day => dates.includes(day.date)).map(day => day.id)
}

function withYear(text: string, year: string): string {
  const numeric = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/u.exec(text)
  return numeric ? `${numeric[1]}/${numeric[2]}/${year}` : `${text} ${year}`
}
