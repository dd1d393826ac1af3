const MONTHS = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ')
const OTHER_MONTH_NAMES: Readonly<Record<string, string>> = {
  may: 'mei',
  aug: 'agu',
  ags: 'agu',
  oct: 'okt',
  nop: 'nov',
  dec: 'des',
  peb: 'feb',
}

/** `YYYY-MM-DD` from a date as Indonesia writes it (2/8/2021, 2-8-21, 2 Agustus 2021, ISO); '' when it is no date. Day before month. */
export function readWrittenDate(written: string): string {
  const text = written.replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)[\s,]+/iu, '').trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/u.exec(text)
  if (iso) return toIso(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/u.exec(text)
  if (numeric) return toIso(numeric[3], numeric[2], numeric[1])
  const worded = /^(\d{1,2})[\s-]+(\p{L}{3,})\.?[\s-]+(\d{4})$/u.exec(text)
  return worded ? toIso(worded[3], String(monthOf(worded[2] ?? '')), worded[1]) : ''
}

function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase()
  return MONTHS.indexOf(OTHER_MONTH_NAMES[start] ?? start) + 1
}

function toIso(year = '', month = '', day = ''): string {
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year)
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && fullYear >= 1900
  return isReal ? date.toISOString().slice(0, 10) : ''
}
