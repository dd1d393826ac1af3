import {
  type Cell,
  column,
  type FormPaper,
  type PaperColumn,
  type PaperDocument,
  type PaperRow,
  type TablePaper,
} from '#main/features/documents/paper-rules.ts'

/** A table on its way into a file: a paper, or a list of data. `rows` may be made while they are written, and are read once. */
export type ExportTable = Pick<
  TablePaper,
  'fileName' | 'title' | 'headingLines' | 'columns' | 'closingLines' | 'notes'
> &
  Pick<TablePaper, 'size' | 'isLandscape' | 'timeZone' | 'signatures'> & { rows: Iterable<PaperRow> }

const NO_SIGNATURES = { dateline: '', blocks: [] }

/** A paper as the table of a file; a form becomes a row for each person. */
export function tableOfPaper(paper: PaperDocument): ExportTable {
  return paper.kind === 'table' ? paper : tableOfForm(paper)
}

function tableOfForm({ pages, ...paper }: FormPaper): ExportTable {
  const fields = new Map(pages.flatMap(page => page.fields).map(({ label, kind }) => [label, kind]))
  const columns = [
    column('number', 'No.', 'number', { align: 'center' }),
    ...[...fields].map(([label, kind]) => column(label, label, kind, { widthMm: 30, flex: 1 })),
  ]
  const rows = pages.map((page, index): PaperRow => {
    const values = new Map(page.fields.map(({ label, value }) => [label, value]))
    const cells: Cell[] = [...fields.keys()].map(label => values.get(label) ?? null)
    return { style: 'row', label: '', number: index + 1, cells: [index + 1, ...cells] }
  })
  return { ...paper, isLandscape: true, columns, rows, closingLines: [], notes: [], signatures: NO_SIGNATURES }
}

/** A list of data without kop surat and signatures. */
export function dataTable(
  parts: Pick<ExportTable, 'fileName' | 'title' | 'headingLines' | 'rows' | 'size' | 'timeZone'> & {
    columns: PaperColumn[]
    notes?: string[]
  },
): ExportTable {
  return { notes: [], ...parts, closingLines: [], isLandscape: true, signatures: NO_SIGNATURES }
}

/** The heading of a column where there is one line for it: with the heading it stands under. */
export function headingOf({ groupLabel, label }: PaperColumn): string {
  return [groupLabel, label].filter(part => part !== '').join(' · ')
}
