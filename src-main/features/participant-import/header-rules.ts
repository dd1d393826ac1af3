import type { ColumnMapping, TableTarget } from '#main/features/table-import/mapping-rules.ts'

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
export type PeopleColumn = ColumnMapping<ImportField>

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

const NAMING: readonly ImportField[] = ['name', 'nameWithTitles']

/** Lists of people, as an importer reads them. */
export const PEOPLE_TABLE: TableTarget<ImportField> = {
  memory: '',
  fields: IMPORT_FIELDS,
  words: SYNONYMS,
  otherwise: 'extra',
  repeatable: new Set<ImportField>(['extra', 'ignore']),
  likeness: fields => {
    if (NAMING.some(field => fields.has(field))) return fields.size + 1
    return fields.size >= 3 ? fields.size : 0
  },
  settle: settleNames,
}

/** A name holds its titles where no columns of their own stand beside it; one column is enough for the name. */
function settleNames(fields: readonly ImportField[]): ImportField[] {
  const hasTitleColumns = fields.includes('titleBefore') || fields.includes('titleAfter')
  const named = fields.map(field => (field === 'name' && !hasTitleColumns ? 'nameWithTitles' : field))
  return named.map((field, column) =>
    field === 'nameWithTitles' && named.slice(0, column).includes('name') ? 'extra' : field,
  )
}
