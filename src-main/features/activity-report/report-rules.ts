import {
  formatDate,
  formatLongDate,
  formatMinuteOfDay,
  formatNumber,
  zoneLabel,
} from '#main/features/documents/format-rules.ts'
import type { Letterhead, SignatureBlock } from '#main/features/documents/paper-rules.ts'

/** A part of the report, in the order of reading. `fill` is for the office to write: it stands out until it is replaced. */
export type ReportPiece =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'fill'; text: string }
  | { kind: 'facts'; lines: readonly { label: string; value: string }[] }
  | {
      kind: 'table'
      columns: readonly ReportColumn[]
      rows: readonly (readonly string[])[]
      total: readonly string[] | null
    }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'signatures'; dateline: string; blocks: readonly SignatureBlock[] }

/** A column of a table; `share` of the page's width in percent. */
export interface ReportColumn {
  label: string
  share: number
  align: 'left' | 'center' | 'right'
}

/** The whole laporan kegiatan before it becomes a file. */
export interface Report {
  fileName: string
  size: 'A4' | 'F4'
  letterhead: Letterhead | null
  title: readonly string[]
  pieces: readonly ReportPiece[]
}

/** registered = present + absent + archived. */
export interface Counted {
  registered: number
  present: number
  absent: number
  archived: number
}

/** A role or delegation with its people: how many are on the lists, and how many of them were there on any day. */
export interface Group {
  name: string
  listed: number
  present: number
}

/** What the report tells, read from the event. */
export interface ReportFacts {
  name: string
  theme: string
  hostInstitution: string
  venue: string
  /** `Senin, 18 Desember 2023`, or from the first to the last day. */
  dates: string
  year: string
  timeZone: string
  size: 'A4' | 'F4'
  letterhead: Letterhead | null
  roles: readonly Group[]
  delegations: readonly Group[]
  sessions: readonly {
    date: string
    startMinute: number
    endMinute: number
    title: string
    speakers: readonly string[]
    moderator: string
    room: string
  }[]
  days: readonly (Counted & { date: string; label: string })[]
  attended: readonly (Counted & { title: string; date: string; late: number; byHand: number })[]
  uniquePresent: number
  registered: number
  rules: readonly string[]
  dateline: string
  signatures: readonly SignatureBlock[]
}

const ATTACHMENTS = [
  'SK panitia',
  'Undangan',
  'Susunan acara (rundown)',
  'Daftar hadir',
  'Materi',
  'Dokumentasi',
  'Rencana Tindak Lanjut (RTL)',
  'Evaluasi',
]

/** Writes the laporan kegiatan: the skeleton that offices use, with everything filled in that the event knows. */
export function buildReport(facts: ReportFacts): Report {
  return {
    fileName: `Laporan Kegiatan - ${facts.name}`,
    size: facts.size,
    letterhead: facts.letterhead,
    title: [
      'LAPORAN KEGIATAN',
      facts.name.toLocaleUpperCase('id'),
      ...(facts.year === '' ? [] : [`TAHUN ${facts.year}`]),
    ],
    pieces: [...introduction(facts), ...course(facts), ...results(facts), ...closing(facts)],
  }
}

const heading = (level: 1 | 2, text: string): ReportPiece => ({ kind: 'heading', level, text })
const fill = (text: string): ReportPiece => ({ kind: 'fill', text: `[${text}]` })
const text = (words: string): ReportPiece => ({ kind: 'text', text: words })

function introduction({ name, theme }: ReportFacts): ReportPiece[] {
  const aim = theme === '' ? '' : ` dengan tema “${theme}”`
  return [
    heading(1, 'I. Pendahuluan'),
    heading(2, 'A. Latar Belakang'),
    fill('Isi latar belakang: keadaan perpustakaan dan masyarakat di daerah, mengapa kegiatan ini perlu.'),
    heading(2, 'B. Dasar Hukum'),
    fill('Isi dasar hukum: undang-undang, peraturan daerah, keputusan dan DPA yang mendasari kegiatan.'),
    heading(2, 'C. Maksud dan Tujuan'),
    text(`${name}${aim} dimaksudkan sebagai sarana belajar bersama antarpengelola perpustakaan.`),
    fill('Isi tujuan yang ingin dicapai.'),
  ]
}

function course(facts: ReportFacts): ReportPiece[] {
  const { venue, dates, hostInstitution } = facts
  const lines = [
    { label: 'Nama kegiatan', value: facts.name },
    { label: 'Tema', value: facts.theme },
    { label: 'Penyelenggara', value: hostInstitution },
    { label: 'Hari/Tanggal', value: dates },
    { label: 'Tempat', value: venue },
  ].filter(({ value }) => value !== '')
  return [
    heading(1, 'II. Pelaksanaan'),
    heading(2, 'A. Waktu dan Tempat'),
    { kind: 'facts', lines },
    heading(2, 'B. Peserta dan Petugas'),
    groupTable('Peran', facts.roles),
    ...(facts.delegations.length > 0 ? [heading(2, 'C. Delegasi'), groupTable('Delegasi', facts.delegations)] : []),
    heading(2, facts.delegations.length > 0 ? 'D. Susunan Acara' : 'C. Susunan Acara'),
    facts.sessions.length > 0 ? programme(facts) : fill('Isi susunan acara.'),
  ]
}

function groupTable(label: string, groups: readonly Group[]): ReportPiece {
  const sum = (key: 'listed' | 'present'): number => groups.reduce((all, group) => all + group[key], 0)
  return {
    kind: 'table',
    columns: [
      column('No', 8, 'center'),
      column(label, 56),
      column('Terdaftar', 18, 'right'),
      column('Hadir', 18, 'right'),
    ],
    rows: groups.map(({ name, listed, present }, index) => [
      String(index + 1),
      name,
      formatNumber(listed),
      formatNumber(present),
    ]),
    total: ['', 'Jumlah', formatNumber(sum('listed')), formatNumber(sum('present'))],
  }
}

function programme({ sessions, timeZone }: ReportFacts): ReportPiece {
  return {
    kind: 'table',
    columns: [
      column('Tanggal', 16),
      column(`Waktu (${zoneLabel(timeZone)})`, 15, 'center'),
      column('Materi/Acara', 30),
      column('Narasumber', 24),
      column('Ruang', 15),
    ],
    rows: sessions.map(session => [
      formatDate(session.date),
      `${formatMinuteOfDay(session.startMinute)} – ${formatMinuteOfDay(session.endMinute)}`,
      session.title,
      [...session.speakers, ...(session.moderator === '' ? [] : [`Moderator: ${session.moderator}`])].join('; '),
      session.room,
    ]),
    total: null,
  }
}

const COUNT_COLUMNS = [
  column('Terdaftar', 13, 'right'),
  column('Hadir', 12, 'right'),
  column('Tidak hadir', 13, 'right'),
  column('Diarsipkan', 14, 'right'),
]

const countCells = ({ registered, present, absent, archived }: Counted): string[] =>
  [registered, present, absent, archived].map(formatNumber)

function results(facts: ReportFacts): ReportPiece[] {
  const { days, attended, uniquePresent, registered, rules } = facts
  const sessions: ReportPiece[] =
    attended.length === 0
      ? []
      : [
          heading(2, 'B. Kehadiran per Sesi'),
          {
            kind: 'table',
            columns: [column('Sesi', 48), ...COUNT_COLUMNS],
            rows: attended.map(one => [`${one.title} (${formatDate(one.date)})`, ...countCells(one)]),
            total: null,
          },
          ...rules.map(text),
        ]
  return [
    heading(1, 'III. Hasil'),
    heading(2, 'A. Kehadiran per Hari'),
    text(
      `Dari ${formatNumber(registered)} orang yang pernah terdaftar, ${formatNumber(uniquePresent)} orang tercatat hadir sekurang-kurangnya satu hari. Terdaftar = hadir + tidak hadir + diarsipkan (dibatalkan atau digantikan).`,
    ),
    {
      kind: 'table',
      columns: [column('Hari', 48), ...COUNT_COLUMNS],
      rows: days.map(day => [
        day.label === '' ? formatLongDate(day.date) : `${formatLongDate(day.date)} (${day.label})`,
        ...countCells(day),
      ]),
      total: null,
    },
    ...sessions,
    heading(2, attended.length === 0 ? 'B. Capaian' : 'C. Capaian'),
    fill('Isi hasil kegiatan: kesepakatan, rencana tindak lanjut, hasil evaluasi.'),
  ]
}

function closing({ dateline, signatures }: ReportFacts): ReportPiece[] {
  return [
    heading(1, 'IV. Kendala'),
    fill('Isi kendala yang dihadapi dan cara mengatasinya.'),
    heading(1, 'V. Penutup'),
    text('Demikian laporan ini dibuat sebagai pertanggungjawaban pelaksanaan kegiatan.'),
    fill('Isi kesimpulan dan saran.'),
    { kind: 'signatures', dateline, blocks: signatures },
    heading(1, 'Lampiran'),
    { kind: 'list', items: ATTACHMENTS },
  ]
}

function column(label: string, share: number, align: ReportColumn['align'] = 'left'): ReportColumn {
  return { label, share, align }
}
