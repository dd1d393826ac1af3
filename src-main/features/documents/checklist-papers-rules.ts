import { type Cell, column, type PaperColumn, type TablePaper } from './paper-rules.ts'
import {
  originOf,
  type PaperContext,
  type PaperPerson,
  peopleRows,
  tablePaper,
  titleFor,
} from './paper-source-rules.ts'

/** Things that are handed out, or papers that are handed in. */
export interface ChecklistColumn {
  id: string
  name: string
}

/** Whether an item is ticked for somebody. */
export type IsTicked = (participantId: string, itemId: string) => boolean

/** Tanda terima perlengkapan: what was handed out is ticked, the rest is left blank to be ticked by hand. */
export function buildPerlengkapan(
  people: readonly PaperPerson[],
  items: readonly ChecklistColumn[],
  isTicked: IsTicked,
  context: PaperContext,
): TablePaper {
  const columns: PaperColumn[] = [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 46, flex: 4 }),
    column('position', 'Jabatan', 'text', { widthMm: 26, flex: 2 }),
    column('institution', 'Instansi/Unit Kerja', 'text', { widthMm: 34, flex: 3 }),
    column('regency', 'Kab/Kota', 'text', { widthMm: 22, flex: 1 }),
    ...items.map(({ id, name }) =>
      column(id, name, 'check', { widthMm: Math.max(18, 27 / items.length), groupLabel: 'Perlengkapan' }),
    ),
    column('signature', 'Tanda Tangan', 'signature', { widthMm: 48 }),
  ]
  const rows = peopleRows(people, columns, context, (person, number) => [
    number,
    person.fullName,
    person.position,
    originOf(person),
    person.regency,
    ...items.map(({ id }): Cell => (isTicked(person.id, id) ? true : null)),
    '',
  ])
  return tablePaper('tanda-terima-perlengkapan', context, {
    title: [titleFor('TANDA TERIMA PERLENGKAPAN', people, context.request)],
    fileNameParts: ['Tanda Terima Perlengkapan'],
    columns,
    rows,
  })
}

/** Register berkas: what everybody has handed in, and what is still missing. */
export function buildRegisterBerkas(
  people: readonly PaperPerson[],
  items: readonly ChecklistColumn[],
  isTicked: IsTicked,
  context: PaperContext,
): TablePaper {
  const missingOf = (person: PaperPerson): string[] =>
    items.filter(({ id }) => !isTicked(person.id, id)).map(({ name }) => name)
  const listed = context.request.isIncompleteOnly ? people.filter(person => missingOf(person).length > 0) : people
  const columns: PaperColumn[] = [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('name', 'Nama Lengkap dan Gelar', 'name', { widthMm: 46, flex: 4 }),
    column('institution', 'Instansi/Unit Kerja', 'text', { widthMm: 34, flex: 3 }),
    column('letter', 'No. Surat Tugas', 'text', { widthMm: 30, flex: 1 }),
    ...items.map(({ id, name }) => column(id, name, 'check', { widthMm: 20, groupLabel: 'Berkas' })),
    column('missing', 'Kurang', 'text', { widthMm: 34, flex: 2 }),
  ]
  const rows = peopleRows(listed, columns, context, (person, number) => [
    number,
    person.fullName,
    originOf(person),
    person.assignmentLetterNumber,
    ...items.map(({ id }): Cell => isTicked(person.id, id)),
    missingOf(person).join(', '),
  ])
  const complete = people.filter(person => missingOf(person).length === 0).length
  const missing = items.map(({ id }) => people.filter(person => isTicked(person.id, id)).length)
  return tablePaper('register-berkas', context, {
    title: [titleFor('REGISTER BERKAS', people, context.request)],
    fileNameParts: ['Register Berkas'],
    columns,
    rows: [
      ...rows,
      { style: 'total', label: 'Sudah ada', number: null, cells: [null, null, null, null, ...missing, null] },
    ],
    closingLines: [`Lengkap: ${complete} dari ${people.length} orang`],
  })
}
