import { type Cell, cellKind, cellText, type TableSheet } from './cell-rules.ts'

/** What a column of a list can become. `extra` keeps the column under its own header; only `ignore` leaves it out. */
export const IMPORT_FIELDS = [
  'nameWithTitles',
  'titleBefore',
  'name',
  'titleAfter',
  'gender',
  'nipOrNik',
  'nip',
  'nik',
  'rank',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'province',
  'phone',
  'email',
  'role',
  'delegation',
  'assignmentLetterNumber',
  'assignmentLetterDate',
  'room',
  'note',
  'rowId',
  'extra',
  'ignore',
] as const

export type ImportField = (typeof IMPORT_FIELDS)[number]

/** One column of a list and what it is to become. */
export interface ColumnMapping {
  /** 0-based. */
  column: number
  /** As written; `Kolom 5` style names are left to the renderer (empty here). */
  header: string
  field: ImportField
}

export interface HeaderFinding {
  /** 0-based row of the header; -1: none was recognised, a person has to say. */
  headerRow: number
  mapping: ColumnMapping[]
  /** Equal for lists with the same set of headers in any order and spelling of case and signs; remembers mappings. */
  signature: string
}

/** Headers of the columns that a report adds in front of the original ones; recognised when a mended report comes back. */
export const REPORT_HEADERS = { rowId: 'ID Gelar', state: 'Status Gelar', reasons: 'Catatan Gelar' } as const

/** Tried in order on the normalised header; the first that fits wins. [K] headers of domain.md part 3 and of real lists. */
const SYNONYMS: readonly (readonly [ImportField, RegExp])[] = [
  ['rowId', /^id gelar$/],
  ['ignore', /^(status|catatan) gelar$/],
  ['ignore', /^(no|nomor|no urut|nomor urut|nr|ttd|tanda tangan|paraf)$/],
  ['nameWithTitles', /^nama .*gelar.*$/],
  ['titleBefore', /^gelar (di )?depan$|^gelar awal$/],
  ['titleAfter', /^gelar (di )?belakang$|^gelar akhir$|^gelar$/],
  [
    'name',
    /^(nama|name|nama lengkap|nama peserta|nama lengkap peserta|nama tanpa gelar|full name|nama undangan|nama pegawai)$/,
  ],
  ['gender', /^(l p|lk pr|p l|jk|j k|jenis kelamin|kelamin|gender|sex)$/],
  ['nipOrNik', /^(nip|no nip) (nik|no ktp|ktp)$|^nik nip$|^nip nik .*|^nip nik$/],
  ['nip', /^(no |nomor |no induk )?nip( baru| pegawai| pns| asn)?$|^nomor induk pegawai$|^nip nipppk$|^nip nrp$/],
  ['nik', /^(no |nomor )?(nik|ktp)( ktp)?$|^nomor induk kependudukan$/],
  ['rank', /^(pangkat|gol|golongan)( gol(ongan)?| pangkat)?( ruang)?$|^gol ruang$/],
  ['position', /^jabatan.*$|^pekerjaan$/],
  [
    'village',
    /^(nama )?(desa|kelurahan|kel|ds|nagari|gampong|kampung|desa kelurahan|desa kel|kelurahan desa|asal desa)( mitra)?$/,
  ],
  ['district', /^(kecamatan|kec|distrik)$/],
  ['regency', /^(asal )?(kab|kabupaten|kota|kab kota|kabupaten kota|kota kabupaten|kota kab)( asal)?$|^asal daerah$/],
  ['province', /^(asal )?(provinsi|propinsi|prov)( asal)?$/],
  ['delegation', /^(delegasi|kontingen|rombongan|utusan|perwakilan|asal delegasi)$/],
  [
    'institution',
    /^(instansi|asal instansi|nama instansi|lembaga|organisasi|unit kerja|opd|skpd|dinas|perpustakaan|nama perpustakaan|kantor|satker|satuan kerja)( (perpustakaan|lembaga|unit kerja|organisasi|asal|instansi|opd|dinas))*$/,
  ],
  [
    'phone',
    /^(no|nomor|nmr)? ?(hp|h p|handphone|telepon|telp|tlp|telpon|ponsel|wa|whatsapp|kontak|hp wa|hp whatsapp|wa hp|telp hp|hp telp|telepon hp|telp wa|telepon wa|kontak wa|wa aktif|hp wa aktif|hp aktif)( peserta)?$|^(contact|phone)( person| number)?$/,
  ],
  ['email', /^(alamat )?(e ?mail|surel)( aktif)?$/],
  [
    'role',
    /^(sebagai|peran|kepesertaan|status peserta|status kepesertaan|keikutsertaan|kategori( peserta)?|role|hadir sebagai|ikut sebagai)$/,
  ],
  ['assignmentLetterNumber', /^(no|nomor) (surat tugas|st|spt)( .*)?$|^surat tugas$/],
  ['assignmentLetterDate', /^(tgl|tanggal) (surat tugas|st|spt)$/],
  ['room', /^(no |nomor )?kamar( hotel)?$/],
  ['note', /^(ket|keterangan|catatan)$/],
]

/** Lower case letters and digits, every run of anything else one blank: "No. HP/WA" becomes "no hp wa". */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The field a header names by itself; `extra` when it is not known. */
export function fieldOfHeader(header: string): ImportField {
  const normal = normaliseHeader(header)
  return SYNONYMS.find(([, pattern]) => pattern.test(normal))?.[0] ?? 'extra'
}

const HEADER_SEARCH_ROWS = 40

/** Finds the header under title rows: the row among the first that names most fields, a name among them. */
export function findHeader(rows: readonly Cell[][]): HeaderFinding {
  let headerRow = -1
  let best = 1
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const score = headerScore(row)
    if (score > best) [headerRow, best] = [index, score]
  }
  const header = headerRow < 0 ? [] : (rows[headerRow] ?? [])
  return { headerRow, mapping: proposeMapping(header), signature: headerSignature(header) }
}

const NAMING: ReadonlySet<ImportField> = new Set(['name', 'nameWithTitles'])

function headerScore(row: readonly Cell[]): number {
  const fields = new Set<ImportField>()
  for (const cell of row) {
    const text = cellText(cell)
    if (cellKind(cell) === 'text' && text.length <= 60) fields.add(fieldOfHeader(text))
  }
  fields.delete('extra')
  const hasName = [...fields].some(field => NAMING.has(field))
  return hasName ? fields.size + 1 : fields.size >= 3 ? fields.size : 0
}

/** The sheet that most looks like a list of people, by the best header found; ties go to the one with more rows. */
export function chooseSheet(sheets: readonly TableSheet[]): number {
  let chosen = 0
  let best = -1
  for (const [index, sheet] of sheets.entries()) {
    const { headerRow } = findHeader(sheet.rows)
    const score = headerRow < 0 ? 0 : headerScore(sheet.rows[headerRow] ?? []) + sheet.rows.length / 1e7
    if (score > best) [chosen, best] = [index, score]
  }
  return chosen
}

/** One proposal per column of the header row. A field is proposed once; a second column of its kind stays an extra. */
export function proposeMapping(header: readonly Cell[]): ColumnMapping[] {
  const headers = header.map(cellText)
  const fields = headers.map(fieldOfHeader)
  const hasTitleColumns = fields.includes('titleBefore') || fields.includes('titleAfter')
  const used = new Set<ImportField>()
  return headers.map((text, column) => {
    let field = fields[column] ?? 'extra'
    if (field === 'name' && !hasTitleColumns) field = 'nameWithTitles'
    if (field === 'nameWithTitles' && used.has('name')) field = 'extra'
    if (field !== 'ignore' && field !== 'extra' && used.has(field)) field = 'extra'
    used.add(field)
    return { column, header: text, field }
  })
}

export function headerSignature(header: readonly Cell[]): string {
  const names = header.map(cell => normaliseHeader(cellText(cell))).filter(text => text !== '')
  return [...new Set(names)].sort().join('|')
}
