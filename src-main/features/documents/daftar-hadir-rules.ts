import { phoneDisplay } from '#main/features/participants/phone-rules.ts'
import { formatLongDate, formatMinuteOfDay, zoneLabel } from './format-rules.ts'
import { type Cell, column, type PaperColumn, type TablePaper } from './paper-rules.ts'
import {
  headingLines,
  numberLabel,
  numberOf,
  originOf,
  type PaperContext,
  type PaperPerson,
  peopleRows,
  tablePaper,
  titleFor,
} from './paper-source-rules.ts'

/** Somebody's attendance of the day or session of the sheet. */
export interface SheetAttendance {
  /** UTC epoch milliseconds; null when no scan says so. */
  cameAt: number | null
  leftAt: number | null
  /** A signature given on the screen as an SVG path; '' = none. */
  strokes: string
}

/** The day or session that a daftar hadir is for. */
export interface SheetPlace {
  date: string
  dayLabel: string
  /** Null = the day as a whole. Minutes after midnight. */
  session: { title: string; roomName: string; startMinute: number; endMinute: number } | null
  /** Sentences on what counts as present. */
  rules: readonly string[]
}

/** Daftar hadir of a day or a session: to be signed by hand, or with the signatures that were given on the screen. */
export function buildDaftarHadir(
  people: readonly PaperPerson[],
  attendance: ReadonlyMap<string, SheetAttendance>,
  place: SheetPlace,
  context: PaperContext,
): TablePaper {
  const { request } = context
  const columns = columnsOf(request.hasNik, request.hasTimes, place.session !== null)
  const rows = peopleRows(people, columns, context, (person, number) => {
    const came = attendance.get(person.id)
    const times: Cell[] = place.session === null ? [came?.cameAt ?? null] : [came?.cameAt ?? null, came?.leftAt ?? null]
    return [
      number,
      nameWithStandIn(person),
      person.gender,
      numberOf(person, request.hasNik),
      person.rank,
      person.position,
      originOf(person),
      person.regency,
      phoneDisplay(person.phone),
      ...(request.hasTimes ? times : []),
      came?.strokes ?? '',
    ]
  })
  const title = titleFor('DAFTAR HADIR', people, request)
  return tablePaper('daftar-hadir', context, {
    title: place.session === null ? [title] : [title, place.session.title.toUpperCase()],
    fileNameParts: [asTitleCase(title), place.session?.title ?? place.dayLabel, formatLongDate(place.date)],
    headingLines: headingLines(context, { date: place.date, lines: placeLines(place, context) }),
    columns,
    rows,
    notes: [...place.rules],
    sheetCode: request.sheetCode,
  })
}

function placeLines({ session }: SheetPlace, { event }: PaperContext): { label: string; value: string }[] {
  if (session === null) return []
  const [start, end] = [formatMinuteOfDay(session.startMinute), formatMinuteOfDay(session.endMinute)]
  return [
    { label: 'Sesi', value: session.title },
    { label: 'Waktu', value: `${start} s.d. ${end} ${zoneLabel(event.timeZone)}` },
    { label: 'Ruang', value: session.roomName },
  ]
}

function columnsOf(hasNik: boolean, hasTimes: boolean, isSession: boolean): PaperColumn[] {
  const times = isSession
    ? [column('cameAt', 'Masuk', 'time', { widthMm: 13 }), column('leftAt', 'Keluar', 'time', { widthMm: 13 })]
    : [column('cameAt', 'Hadir pukul', 'time', { widthMm: 14 })]
  return [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 46, flex: 4 }),
    column('gender', 'L/P', 'text', { widthMm: 9, align: 'center' }),
    column('nip', numberLabel(hasNik), 'code', { widthMm: 36 }),
    column('rank', 'Pangkat/Gol.', 'text', { widthMm: 20, flex: 1 }),
    column('position', 'Jabatan', 'text', { widthMm: 24, flex: 2 }),
    column('institution', 'Instansi/Unit Kerja', 'text', { widthMm: 30, flex: 3 }),
    column('regency', 'Kab/Kota', 'text', { widthMm: 22, flex: 1 }),
    column('phone', 'No. HP', 'code', { widthMm: 26 }),
    ...(hasTimes ? times : []),
    column('signature', 'Tanda Tangan', 'signature', { widthMm: 48 }),
  ]
}

/** A stand-in signs with their own name; whom they stand in for is said beside it. */
function nameWithStandIn({ fullName, standsInFor }: PaperPerson): string {
  return standsInFor === '' ? fullName : `${fullName} (mewakili ${standsInFor})`
}

function asTitleCase(title: string): string {
  return title.toLowerCase().replaceAll(/\b\p{L}/gu, letter => letter.toUpperCase())
}
