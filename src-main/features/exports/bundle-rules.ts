import { paperRequestSchema, type PaperRequest } from '#main/features/documents/contract.ts'
import {
  asFileName,
  formatDate,
  formatLongDate,
  formatMinuteOfDay,
  zoneLabel,
} from '#main/features/documents/format-rules.ts'
import { PAPER_IDS, type PaperId } from '#main/features/documents/settings-rules.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { type ExportSubject, LIST_IDS, type ListId, type PrivateColumns } from './contract.ts'

/** A day of the event, and how many were there. */
interface BundleDay {
  id: string
  date: string
  label: string
  presentCount: number
}
/** A session whose attendance is taken, and how many were there. */
interface BundleSession {
  id: string
  dayId: string
  title: string
  date: string
  startMinute: number
  endMinute: number
  roomName: string
  presentCount: number
}
/** What the ZIP of an event is made from. */
export interface BundleFacts {
  event: EventSummary
  registeredCount: number
  days: readonly BundleDay[]
  sessions: readonly BundleSession[]
}
/** A place in the ZIP without an ending, and what stands there. */
export interface BundleEntry {
  place: string
  subject: ExportSubject
}

const FOLDERS: Record<PaperId, { folder: string; name: string }> = {
  'daftar-hadir': { folder: 'Daftar hadir', name: 'Daftar hadir' },
  'rekap-kehadiran': { folder: 'Rekap kehadiran', name: 'Rekap kehadiran' },
  'tanda-terima-perlengkapan': { folder: 'Tanda terima', name: 'Tanda terima perlengkapan' },
  'tanda-terima-transport': { folder: 'Tanda terima', name: 'Tanda terima uang transport' },
  'tanda-terima-uang-harian': { folder: 'Tanda terima', name: 'Tanda terima uang harian' },
  'register-berkas': { folder: 'Register berkas', name: 'Register berkas' },
  biodata: { folder: 'Biodata', name: 'Biodata peserta' },
  'rooming-list': { folder: 'Rooming list', name: 'Rooming list' },
}
const DATA_FOLDER = 'Data'
/** In their order; each is numbered by its place here. */
const ALL_FOLDERS = [...new Set([...PAPER_IDS.map(id => FOLDERS[id].folder), DATA_FOLDER, 'Sertifikat'])]
const folderOf = (name: string): string => `${String(ALL_FOLDERS.indexOf(name) + 1).padStart(2, '0')} ${name}`
/** Where the report to go on writing lies, and the certificates as they were issued. */
export const REPORT_PLACE = 'Laporan kegiatan.docx'
export const CERTIFICATES_PLACE = `${folderOf('Sertifikat')}/Sertifikat.pdf`
const LIST_NAMES: Record<ListId, string> = {
  participants: 'Daftar peserta',
  'check-ins': 'Check-in',
  attendance: 'Kehadiran per sesi',
  passes: 'Lintasan pintu',
  acts: 'Jejak audit',
}

/** Everything that goes into the ZIP of an event, in its order: papers by folder, dates first in names, then the lists. */
export function planBundle(facts: BundleFacts, ticked: PrivateColumns): BundleEntry[] {
  const paper = (id: PaperId, name: string, more: Partial<PaperRequest> = {}): BundleEntry => ({
    place: `${folderOf(FOLDERS[id].folder)}/${asEntryName(name)}`,
    subject: { kind: 'paper', request: paperRequestSchema.parse({ paper: id, ...ticked, ...more }) },
  })
  const papers = PAPER_IDS.flatMap(id => {
    const { name } = FOLDERS[id]
    if (id === 'daftar-hadir') return daftarHadir(facts, (title, more) => paper(id, title, more))
    if (id !== 'rekap-kehadiran' || facts.sessions.length === 0) return [paper(id, name)]
    return [
      paper(id, `${name} per hari`, { recapBy: 'day' }),
      paper(id, `${name} per sesi`),
      paper(id, `${name} per sesi dalam menit`, { hasTimes: true }),
    ]
  })
  const list = (id: ListId, name: string, dayId: string | null = null): BundleEntry => ({
    place: `${folderOf(DATA_FOLDER)}/${asEntryName(name)}`,
    subject: { kind: 'list', request: { list: id, dayId, ...ticked } },
  })
  const lists = LIST_IDS.flatMap(id =>
    id === 'check-ins'
      ? facts.days.map(day => list(id, `${LIST_NAMES[id]} ${day.date}`, day.id))
      : [list(id, LIST_NAMES[id])],
  )
  return withDistinctPlaces([...papers, ...lists])
}

/** Of each day with the times of check-in, and of each of its sessions. */
function daftarHadir(
  { days, sessions }: BundleFacts,
  paper: (name: string, more: Partial<PaperRequest>) => BundleEntry,
): BundleEntry[] {
  return days.flatMap(({ id, date }) => [
    paper(`${date} 0000 Daftar hadir sehari`, { dayId: id }),
    ...sessions
      .filter(({ dayId }) => dayId === id)
      .map(({ id: sessionId, title, startMinute }) =>
        paper(`${date} ${formatMinuteOfDay(startMinute).replace('.', '')} ${title}`, { dayId: id, sessionId }),
      ),
  ])
}

const NAME_MAX_LENGTH = 80

/** Short enough to be unpacked deep in somebody's folders. */
const asEntryName = (name: string): string => asFileName(asFileName(name).slice(0, NAME_MAX_LENGTH))

/** Two parallel classes of one title would overwrite each other where the ZIP is unpacked. */
function withDistinctPlaces(entries: readonly BundleEntry[]): BundleEntry[] {
  const seen = new Map<string, number>()
  return entries.map(entry => {
    const key = entry.place.toLowerCase()
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? entry : { ...entry, place: `${entry.place} (${count})` }
  })
}

/** How the ZIP of an event is called. */
export function bundleName({ event }: BundleFacts): string {
  return asEntryName(`Berkas kegiatan - ${event.name}`)
}

/** What the event was, for people: its details, how many came, and its sessions. */
export function factsText({ event, registeredCount, days, sessions }: BundleFacts): string {
  const people = (count: number): string => `${count} orang`
  return asTextFile([
    'DATA KEGIATAN',
    '',
    `Kegiatan       : ${event.name}`,
    `Penyelenggara  : ${event.hostInstitution || '-'}`,
    `Tema           : ${event.theme || '-'}`,
    `Tempat         : ${event.venue || '-'}`,
    `Tingkat        : ${event.level}`,
    `Zona waktu     : ${zoneLabel(event.timeZone)}`,
    `Terdaftar      : ${people(registeredCount)} (yang diarsipkan tidak dihitung)`,
    '',
    'HARI',
    ...days.map(
      ({ date, label, presentCount }) =>
        `- ${formatLongDate(date)}${label === '' ? '' : ` (${label})`}: hadir ${people(presentCount)}`,
    ),
    ...(sessions.length === 0 ? [] : ['', 'SESI']),
    ...sessions.map(
      ({ date, startMinute, endMinute, title, roomName, presentCount }) =>
        `- ${formatDate(date)} ${formatMinuteOfDay(startMinute)} s.d. ${formatMinuteOfDay(endMinute)}, ${roomName}: ${title}, hadir ${people(presentCount)}`,
    ),
  ])
}

/** What lies in the ZIP and how to read it. */
export function readmeText(
  { event }: BundleFacts,
  {
    places,
    hasPdf,
    ticked,
    madeAt,
  }: { places: readonly string[]; hasPdf: boolean; ticked: PrivateColumns; madeAt: string },
): string {
  const folders = [...new Set(places.filter(place => place.includes('/')).map(place => place.split('/')[0] ?? ''))]
  return asTextFile([
    `BERKAS KEGIATAN: ${event.name}`,
    `Dibuat ${madeAt} ${zoneLabel(event.timeZone)} dengan Gelar.`,
    '',
    'ISI',
    '- Data kegiatan.txt: ringkasan kegiatan dan jumlah yang hadir',
    `- ${REPORT_PLACE}: kerangka laporan untuk dilanjutkan di Word`,
    ...folders.map(folder => `- ${folder}`),
    '',
    'BENTUK BERKAS',
    hasPdf
      ? '- PDF: siap dicetak dan ditandatangani.'
      : '- PDF TIDAK DISERTAKAN: berkas ini dibuat tanpa aplikasi desktop Gelar, padahal hanya aplikasi itu yang dapat membuat PDF. Buka acara di aplikasi desktop lalu buat berkas ini sekali lagi, atau cetak dari XLSX.',
    '- XLSX: untuk Excel atau LibreOffice. NIP, nomor telepon, dan kode disimpan sebagai teks; tanggal dan angka dapat dihitung.',
    '- CSV: data saja, pemisah titik koma, UTF-8. Tanda petik tunggal di depan isi menjaga angka panjang dan mencegah rumus.',
    '',
    'DATA PRIBADI',
    ticked.hasNik ? '- NIK disertakan.' : '- NIK tidak disertakan.',
    ticked.hasAccount ? '- NPWP dan nomor rekening disertakan.' : '- NPWP dan nomor rekening tidak disertakan.',
    '- Simpan dan kirimkan berkas ini hanya kepada yang berhak.',
  ])
}

/** With a BOM and CRLF, so that every Notepad shows it rightly. */
const asTextFile = (lines: readonly string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`
