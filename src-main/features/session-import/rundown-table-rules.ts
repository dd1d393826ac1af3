import type { ColumnMapping, TableTarget } from '#main/features/table-import/mapping-rules.ts'

/** What a column of a rundown can become. `extra` goes into the note under its own header; only `ignore` leaves it out. */
export const RUNDOWN_FIELDS = [
  'day',
  'date',
  'time',
  'start',
  'end',
  'duration',
  'title',
  'kind',
  'room',
  'speakers',
  'moderator',
  'capacity',
  'note',
  'extra',
  'ignore',
] as const
export type RundownField = (typeof RUNDOWN_FIELDS)[number]
export type RundownColumn = ColumnMapping<RundownField>

/** Headers of the columns that a report adds in front of the original ones; left aside when a mended report comes back. */
export const RUNDOWN_REPORT_HEADERS = ['Status Gelar', 'Catatan Gelar'] as const

const ZONE = '( (wib|wita|wit))?'
const WORDS: readonly (readonly [RundownField, RegExp])[] = [
  ['ignore', /^(status|catatan|id) gelar$|^(no|nomor|no urut|nomor urut|nr)$/],
  ['day', /^(hari|day|hari ke|h|hari (dan )?(tanggal|tgl))$/],
  ['date', /^(tanggal|tgl|date|tanggal pelaksanaan)$/],
  ['start', new RegExp(`^((jam|waktu|pukul) )?(mulai|dimulai|awal|start|dari)${ZONE}$|^start time$`)],
  ['end', new RegExp(`^((jam|waktu|pukul) )?(selesai|berakhir|akhir|end|sampai|s d|sd|hingga)${ZONE}$|^end time$`)],
  ['time', new RegExp(`^(waktu|pukul|jam|time|waktu pelaksanaan|jam pelaksanaan|waktu pukul)${ZONE}$`)],
  ['duration', /^(durasi|lama|alokasi waktu|duration)( menit)?$|^menit$/],
  [
    'title',
    /^(nama |mata |susunan |uraian |rincian |judul )?(acara|kegiatan|agenda|sesi|materi|topik)$|^(uraian|judul|session|title|acara kegiatan|kegiatan acara|materi kegiatan|kegiatan materi)$/,
  ],
  ['kind', /^(jenis|kategori|tipe)( (acara|kegiatan|sesi))?$|^(kind|type)$/],
  ['room', /^(nama )?(tempat|ruang|ruangan|lokasi|venue|room|tempat ruang|ruang tempat|tempat kegiatan)$/],
  [
    'speakers',
    /^(nama )?(pengisi|pengisi acara|narasumber|nara sumber|pembicara|pemateri|penyaji|petugas|fasilitator|instruktur|panelis|speakers?)( .{0,30})?$/,
  ],
  ['moderator', /^(moderator|pemandu|pemandu acara|host|mc)$/],
  ['capacity', /^(kapasitas|kuota|daya tampung|capacity)( (peserta|ruang|ruangan|orang))?$/],
  ['note', /^(ket|keterangan|catatan|notes?)$/],
]

const TIMED: readonly RundownField[] = ['time', 'start', 'duration']

/** Rundowns, as an importer reads them. */
export const RUNDOWN_TABLE: TableTarget<RundownField> = {
  memory: 'rundown:',
  fields: RUNDOWN_FIELDS,
  words: WORDS,
  otherwise: 'extra',
  repeatable: new Set<RundownField>(['extra', 'ignore']),
  likeness: fields => {
    if (fields.has('title') && TIMED.some(field => fields.has(field))) return fields.size + 1
    return fields.size >= 3 ? fields.size : 0
  },
}
