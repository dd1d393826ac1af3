// The papers of the day, opened again by other readers than their writers, against the plan of the day.
import { listIn, readCsv, readXlsx } from '#test/integration/exports/read-files.ts'
import type { DayPerson } from './day-people.ts'
import {
  DATE,
  type Expected,
  expectedOf,
  isRegistered,
  NAMESAKES,
  SESSION_KEYS,
  SESSIONS,
  type SessionKey,
  type Who,
} from './day-plan.ts'
import { readPaper } from './read-papers.ts'

const MS_PER_DAY = 86_400_000
const STATES = { present: 'Hadir', absent: 'Tidak hadir', archived: 'Diarsipkan' } as const
const EVIDENCE = { scan: 'Pemindaian', sheet: 'Lembar tanda tangan', correction: 'Koreksi' } as const

/** The columns of the list of attendance that are compared, each cell as CSV writes it. */
const COMPARED = [
  'Nama Lengkap dan Gelar',
  'NIP',
  'Tanggal',
  'Sesi',
  'Ruang',
  'Mulai',
  'Selesai',
  'Status',
  'Menit',
  'Masuk Pertama',
  'Keluar Terakhir',
  'Bukti',
  'Terlambat',
  'Pulang Lebih Awal',
  'Tanpa Pindai Keluar',
] as const
const TIMES: readonly string[] = ['Masuk Pertama', 'Keluar Terakhir']

const instant = (time: string): string => (time === '' ? '' : `${DATE} ${time.replace('.', ':')}:00`)

/** What the list of attendance must hold: a line for each person and session that they are registered for. */
export function plannedAttendance(people: readonly DayPerson[]): string[] {
  return people
    .flatMap(({ who, fullName, nip }) =>
      SESSION_KEYS.flatMap(key => {
        const one = expectedOf(who, key)
        if (!one) return []
        const { title, room, start, end } = SESSIONS[key]
        return [[fullName, nip, DATE, title, room, start, end, ...outcome(one)].join(' | ')]
      }),
    )
    .sort()
}

function outcome(one: Expected): string[] {
  const { state, minutes, firstIn, lastOut, evidence, isLate, hasLeftEarly, isExitMissing } = one
  return [
    STATES[state],
    String(minutes),
    instant(firstIn),
    instant(lastOut),
    evidence === null ? '' : EVIDENCE[evidence],
    ...[isLate, hasLeftEarly, isExitMissing].map(flag => (flag ? '1' : '0')),
  ]
}

/** The list of attendance as CSV has it, in the same lines; an apostrophe keeps spreadsheet programs from rounding a NIP. */
export function attendanceInCsv(bytes: Uint8Array): string[] {
  const [headings = [], ...rows] = readCsv(bytes)
  return rows
    .map(row => {
      const nip = row[headings.indexOf('NIP')] ?? ''
      if (/^\d{15}/.test(nip)) throw new Error(`Excel would round ${nip}`)
      const cells = COMPARED.map(heading => row[headings.indexOf(heading)] ?? '?')
      return cells.map(cell => cell.replace(/^'(?=\d)/, '')).join(' | ')
    })
    .sort()
}

/** The list of attendance as XLSX has it, in the same lines; dates and times there are numbers of a calendar. */
export function attendanceInXlsx(bytes: Uint8Array): string[] {
  return listIn(readXlsx(bytes))
    .rows.map(row =>
      COMPARED.map(heading => {
        const cell = row[heading]
        if (cell === undefined) return ''
        if (heading === 'Tanggal') return calendar(cell.value).slice(0, 10)
        return TIMES.includes(heading) ? calendar(cell.value) : String(cell.value)
      }).join(' | '),
    )
    .sort()
}

function calendar(value: unknown): string {
  if (typeof value !== 'number') return `no date: ${String(value)}`
  const at = Date.UTC(1899, 11, 30) + Math.round((value * MS_PER_DAY) / 1000) * 1000
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

/** The rekap of minutes as it must be: per person the minutes of each session (blank: not registered), sessions attended, the minutes of those. */
export function plannedRekap(people: readonly DayPerson[]): string[] {
  return people
    .filter(({ who }) => expectedOf(who, 'talk')?.state !== 'archived')
    .map(({ who, fullName }) => [fullName, ...rekapCells(who)].join(' | '))
    .sort()
}

function rekapCells(who: Who): string[] {
  const outcomes = SESSION_KEYS.map(key => expectedOf(who, key))
  const attended = outcomes.filter(one => one?.state === 'present')
  return [
    ...outcomes.map(one => (one ? String(one.minutes) : '')),
    String(attended.length),
    String(attended.reduce((sum, one) => sum + (one?.minutes ?? 0), 0)),
  ]
}

/** The rekap as CSV has it, in the same lines. */
export function rekapInCsv(bytes: Uint8Array): string[] {
  const [, ...rows] = readCsv(bytes)
  // No., name, L/P, institution, regency, then the sessions and the sums.
  return rows.map(([, name = '', , , , ...cells]) => [name, ...cells].join(' | ')).sort()
}

/** What of a PDF is compared: the rows by name, in the order of their numbers. */
export interface PaperRows {
  numbers: number[]
  rows: string[]
}

/** The numbers and times of scans on the daftar hadir of a session, or minutes on a rekap; namesakes are left out. */
export function rowsInPdf(path: string, people: readonly DayPerson[], ofRow: (segment: string) => string): PaperRows {
  const text = readPaper(path)
    .pages.map(({ words }) => words)
    .join(' ')
    .replaceAll('\u00A0', ' ')
  const found = people
    .filter(({ who }) => !NAMESAKES.includes(who))
    .flatMap(person => {
      const row = new RegExp(String.raw`(?<= )(\d+)\.? ${escaped(person.fullName)} (?=[LP] )`).exec(text)
      return row ? [{ person, number: Number(row[1]), from: row.index + row[0].length }] : []
    })
    .sort((one, other) => one.from - other.from)
  return {
    numbers: found.map(({ number }) => number),
    rows: found
      .map(({ person, number, from }) => {
        const next = text.slice(from).search(new RegExp(String.raw` ${number + 1}\.? \p{Lu}`, 'u'))
        return `${person.fullName} | ${ofRow(text.slice(from, next < 0 ? undefined : from + next))}`
      })
      .sort(),
  }
}

/** Under which numbers people stand on a printed sheet, read from the paper. */
export function numbersOf(path: string, people: readonly DayPerson[], wanted: readonly Who[]): number[] {
  return wanted.map(who => rowsInPdf(path, [people[who]!], () => '').numbers[0]!)
}

/** The times of scans in a row of a daftar hadir. */
export const timesIn = (segment: string): string =>
  (beforeFoot(segment).match(/(?<![\d.])\d\d\.\d\d(?![\d.])/g) ?? []).join(' ')
/** The numbers at the end of a row of a rekap. */
export const numbersIn = (segment: string): string => (/(?: \d+)+$/.exec(beforeFoot(segment))?.[0] ?? '').trim()

const beforeFoot = (segment: string): string =>
  segment
    .split(/Rekapitulasi Kehadiran|Jumlah hadir \(orang\)|Daftar Hadir|Peserta dinyatakan| Lembar |Halaman \d/)[0]!
    .trim()

/** The rows of a daftar hadir with times, by name, as they must be. */
export function plannedTimes(people: readonly DayPerson[], session: SessionKey): string[] {
  return listed(people)
    .filter(({ who }) => isRegistered(who, session))
    .map(({ who, fullName }) => {
      const { firstIn = '', lastOut = '' } = expectedOf(who, session) ?? {}
      return `${fullName} | ${[firstIn, lastOut].filter(time => time !== '').join(' ')}`
    })
    .sort()
}

/** The rows of a rekap on paper, as they must be. */
export function plannedRekapOnPaper(people: readonly DayPerson[]): string[] {
  return listed(people)
    .map(
      ({ who, fullName }) =>
        `${fullName} | ${rekapCells(who)
          .filter(cell => cell !== '')
          .join(' ')}`,
    )
    .sort()
}

const listed = (people: readonly DayPerson[]): DayPerson[] =>
  people.filter(({ who }) => !NAMESAKES.includes(who) && expectedOf(who, 'talk')?.state !== 'archived')

const escaped = (text: string): string => text.replaceAll(/[()[\]{}.*+?^$|\\]/g, String.raw`\$&`)
