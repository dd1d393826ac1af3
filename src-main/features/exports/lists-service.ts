import type { Cell, PaperColumn, PaperRow } from '#main/features/documents/paper-rules.ts'
import { column } from '#main/features/documents/paper-rules.ts'
import { asFileName, formatMinuteOfDay, formatShortDate, zoneLabel } from '#main/features/documents/format-rules.ts'
import { isPrivateHeading } from '#main/features/documents/extras-rules.ts'
import { getDocumentSettings } from '#main/features/documents/settings-service.ts'
import { getSummary, type ReadableEvent } from '#main/features/events/service.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { attendanceOf } from '#main/features/sessions/attendance-service.ts'
import { ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import type { Attendance } from '#main/features/sessions/presence-rules.ts'
import type { PlannedSession } from '#main/features/sessions/schedule-rules.ts'
import { notFound } from '#main/rpc/base-contract.ts'
import type { ListId, ListRequest } from './contract.ts'
import {
  type FullPersonRow,
  iterateActs,
  iterateCheckIns,
  iteratePasses,
  listFullPeople,
  listNamedPeople,
  type NamedPersonRow,
} from './list-queries.ts'
import { dataTable, type ExportTable } from './table-rules.ts'

/** An event to read lists from. */
interface ListSource {
  event: ReadableEvent
  summary: EventSummary
  request: ListRequest
  at: number
}
/** What a list is made of; its rows are read while they are written. */
interface ListParts {
  columns: PaperColumn[]
  rows: Iterable<readonly Cell[]>
  notes?: string[]
}

/** The list of a request from any connection to the event file. Refuses a day that is not there. */
export function buildList(event: ReadableEvent, request: ListRequest, at: number): ExportTable {
  const summary = getSummary(event, at)
  const day = summary.days.find(({ id }) => id === request.dayId)
  if (request.dayId !== null && !day) throw notFound('day')
  const { title, build } = LISTS[request.list]
  const { columns, rows, notes = [] } = build({ event, summary, request, at })
  return dataTable({
    fileName: asFileName([title, day?.date ?? ''].filter(part => part !== '').join(' - ')),
    title: [title.toUpperCase()],
    headingLines: [
      { label: 'Kegiatan', value: summary.name },
      { label: 'Zona waktu', value: zoneLabel(summary.timeZone) },
    ],
    columns: [column('number', 'No.', 'number', { align: 'center' }), ...columns],
    rows: numbered(rows),
    notes,
    size: getDocumentSettings(event.db).size,
    timeZone: summary.timeZone,
  })
}

const LISTS: Record<ListId, { title: string; build: (source: ListSource) => ListParts }> = {
  participants: { title: 'Daftar Peserta', build: participants },
  'check-ins': { title: 'Check-in', build: checkIns },
  attendance: { title: 'Kehadiran per Sesi', build: attendance },
  passes: { title: 'Lintasan Pintu', build: passes },
  acts: { title: 'Jejak Audit', build: acts },
}

function* numbered(rows: Iterable<readonly Cell[]>): Generator<PaperRow> {
  let number = 0
  for (const cells of rows) {
    number++
    yield { style: 'row', label: '', number, cells: [number, ...cells] }
  }
}

const text = (key: string, label: string, widthMm = 24): PaperColumn => column(key, label, 'text', { widthMm })
const code = (key: string, label: string, widthMm = 30): PaperColumn => column(key, label, 'code', { widthMm })

const NAMED_COLUMNS = [
  column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 55 }),
  code('nip', 'NIP', 36),
  text('role', 'Peran'),
  text('delegation', 'Delegasi'),
  text('institution', 'Instansi/Unit Kerja', 45),
]
const WHEN_COLUMNS = [
  column('date', 'Tanggal', 'date', { widthMm: 21 }),
  column('at', 'Pukul', 'time', { widthMm: 14 }),
]

function named(person: Omit<NamedPersonRow, 'id'>): Cell[] {
  return [fullName(person), person.nip, person.role, person.delegation, person.institution]
}

/** The columns of the fields that every event has; a field that is not to be shown has none. */
function personFields({ hasNik }: ListRequest): [PaperColumn, (person: FullPersonRow) => Cell][] {
  return [
    [text('titleBefore', 'Gelar Depan'), person => person.titleBefore],
    [column('bareName', 'Nama', 'name', { widthMm: 45 }), person => person.name],
    [text('titleAfter', 'Gelar Belakang'), person => person.titleAfter],
    [text('pronunciation', 'Cara Baca'), person => person.pronunciation],
    [text('gender', 'L/P', 9), person => person.gender],
    [code('nip', 'NIP', 36), person => person.nip],
    ...(hasNik
      ? [[code('nik', 'NIK', 34), person => person.nik] satisfies [PaperColumn, (p: FullPersonRow) => Cell]]
      : []),
    [text('rank', 'Pangkat/Gol.'), person => person.rank],
    [text('position', 'Jabatan', 40), person => person.position],
    [text('institution', 'Instansi/Unit Kerja', 45), person => person.institution],
    [text('village', 'Desa/Kelurahan'), person => person.village],
    [text('district', 'Kecamatan'), person => person.district],
    [text('regency', 'Kab/Kota'), person => person.regency],
    [text('province', 'Provinsi'), person => person.province],
    [code('regionCode', 'Kode Wilayah', 26), person => person.regionCode],
    [code('phone', 'No. HP'), person => person.phone],
    [text('email', 'Pos-el', 36), person => person.email],
    [text('role', 'Peran'), person => person.role],
    [text('delegation', 'Delegasi'), person => person.delegation],
    [text('standsInFor', 'Mewakili'), person => person.standsInFor],
    [text('letter', 'No. Surat Tugas'), person => person.assignmentLetterNumber],
    [column('letterDate', 'Tgl. Surat Tugas', 'date', { widthMm: 21 }), person => person.assignmentLetterDate],
    [code('room', 'Kamar', 15), person => person.room],
    [text('costBearer', 'Ditanggung Oleh'), person => person.costBearer],
    [column('isWalkIn', 'Peserta Tambahan', 'check', { widthMm: 18 }), person => person.isWalkIn === 1],
    [text('note', 'Catatan', 45), person => person.note],
    [column('isArchived', 'Diarsipkan', 'check', { widthMm: 18 }), person => person.archivedAt !== null],
    [text('archiveReason', 'Alasan Diarsipkan'), person => person.archiveReason],
  ]
}

function participants({ event, request }: ListSource): ListParts {
  const people = listFullPeople(event.db).map(person => ({
    person,
    extras: JSON.parse(person.extras) as Record<string, string>,
  }))
  const headings = [...new Set(people.flatMap(({ extras }) => Object.keys(extras)))].filter(
    heading => !isPrivateHeading(heading, request),
  )
  const fields = personFields(request)
  return {
    columns: [...fields.map(([field]) => field), ...headings.map(heading => code(`extra:${heading}`, heading))],
    rows: people.map(({ person, extras }) => [
      ...fields.map(([, valueOf]) => valueOf(person)),
      ...headings.map(heading => extras[heading] ?? ''),
    ]),
  }
}

const METHODS: Readonly<Record<string, string>> = {
  scan: 'Pindai',
  search: 'Cari nama',
  group: 'Rombongan',
  'walk-in': 'Peserta tambahan',
  substitute: 'Mewakili',
}

function checkIns({ event, request }: ListSource): ListParts {
  return {
    columns: [
      text('day', 'Hari ke-/Nama Hari'),
      ...WHEN_COLUMNS,
      ...NAMED_COLUMNS,
      text('device', 'Meja'),
      text('method', 'Cara'),
    ],
    rows: mapped(iterateCheckIns(event.db, request.dayId), row => [
      row.dayLabel,
      row.date,
      row.at,
      ...named(row),
      row.deviceName,
      METHODS[row.method] ?? row.method,
    ]),
  }
}

function passes({ event, summary }: ListSource): ListParts {
  return {
    columns: [
      ...WHEN_COLUMNS,
      ...NAMED_COLUMNS,
      text('session', 'Sesi', 45),
      text('place', 'Ruang'),
      text('direction', 'Arah', 15),
      text('device', 'Perangkat'),
      text('method', 'Cara'),
      text('reason', 'Alasan Pengecualian', 36),
      column('isVoided', 'Dibatalkan', 'check', { widthMm: 18 }),
    ],
    rows: mapped(iteratePasses(event.db), row => [
      dateInZone(row.at, summary.timeZone),
      row.at,
      ...named(row),
      row.session,
      row.room,
      row.direction === 'in' ? 'Masuk' : 'Keluar',
      row.deviceName,
      METHODS[row.method] ?? row.method,
      row.overrideReason,
      row.isVoided === 1,
    ]),
  }
}

function acts({ event, summary }: ListSource): ListParts {
  return {
    columns: [
      column('sequence', 'Urutan', 'number', { widthMm: 15 }),
      ...WHEN_COLUMNS,
      text('device', 'Perangkat'),
      text('operator', 'Petugas'),
      text('verb', 'Tindakan', 36),
      code('subject', 'Objek', 60),
      code('act', 'Nomor Tindakan', 60),
      code('undoes', 'Membatalkan Tindakan', 60),
      code('hash', 'Sidik Rantai', 60),
    ],
    rows: mapped(iterateActs(event.db), row => [
      row.sequence,
      dateInZone(row.at, summary.timeZone),
      row.at,
      row.deviceName,
      row.operator,
      row.verb,
      row.subjectId,
      row.actId,
      row.undoes,
      row.hash,
    ]),
  }
}

const STATES: Record<Attendance['state'], string> = {
  present: 'Hadir',
  absent: 'Tidak hadir',
  archived: 'Diarsipkan',
}
const EVIDENCE: Record<NonNullable<Attendance['evidence']>, string> = {
  scan: 'Pemindaian',
  sheet: 'Lembar tanda tangan',
  signature: 'Tanda tangan di layar',
  correction: 'Koreksi',
}

/** A row for each person and each session that they are registered for. */
function attendance({ event, request, at }: ListSource): ListParts {
  const known = attendanceOf(event.db, at, request.dayId === null ? {} : { dayId: request.dayId })
  return {
    columns: [
      ...NAMED_COLUMNS,
      column('date', 'Tanggal', 'date', { widthMm: 21 }),
      text('session', 'Sesi', 45),
      text('place', 'Ruang'),
      text('start', 'Mulai', 13),
      text('end', 'Selesai', 13),
      text('state', 'Status', 20),
      column('minutes', 'Menit', 'minutes', { widthMm: 13 }),
      column('firstIn', 'Masuk Pertama', 'time', { widthMm: 16 }),
      column('lastOut', 'Keluar Terakhir', 'time', { widthMm: 16 }),
      text('evidence', 'Bukti', 30),
      column('isLate', 'Terlambat', 'check', { widthMm: 16 }),
      column('hasLeftEarly', 'Pulang Lebih Awal', 'check', { widthMm: 16 }),
      column('isExitMissing', 'Tanpa Pindai Keluar', 'check', { widthMm: 16 }),
      text('note', 'Keterangan', 36),
    ],
    rows: attendanceRows(event, known),
    notes: known.sessions.map(
      ({ title, date, ruleInForce }) => `${title} (${formatShortDate(date)}): ${ruleInWords(ruleInForce)}`,
    ),
  }
}

function* attendanceRows(
  event: ReadableEvent,
  { people, sessions }: ReturnType<typeof attendanceOf>,
): Generator<Cell[]> {
  const byId = new Map([...people].map(person => [person.participantId, person.sessions]))
  for (const person of listNamedPeople(event.db)) {
    const attended = byId.get(person.id) ?? []
    for (const [index, session] of sessions.entries()) {
      const one = attended[index]
      if (one) yield [...named(person), ...sessionCells(session, one)]
    }
  }
}

function sessionCells(session: PlannedSession, one: Attendance): Cell[] {
  return [
    session.date,
    session.title,
    session.roomName,
    formatMinuteOfDay(session.startMinute),
    formatMinuteOfDay(session.endMinute),
    STATES[one.state],
    one.minutes,
    one.firstIn,
    one.lastOut,
    one.evidence === null ? '' : EVIDENCE[one.evidence],
    one.state === 'present' && one.isLate,
    one.hasLeftEarly,
    one.isExitMissing,
    one.note,
  ]
}

function* mapped<Row>(rows: Iterable<Row>, toCells: (row: Row) => Cell[]): Generator<Cell[]> {
  for (const row of rows) yield toCells(row)
}
