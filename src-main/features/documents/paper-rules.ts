import { z } from 'zod'

/** Paper as offices in Indonesia have it, in millimetres upright. F4 (folio) is the usual one for administration. */
export const PAPER_SIZES = {
  A4: { widthMm: 210, heightMm: 297 },
  F4: { widthMm: 215, heightMm: 330 },
} as const
export const paperSizeSchema = z.enum(['A4', 'F4'])

/**
 * What a cell holds, which says how it is written everywhere: `name` and `text` are texts (names break between degrees only),
 * `code` is a text of digits that no program may round (NIP, NIK, phone, account), `date` a YYYY-MM-DD text, `time` UTC epoch
 * milliseconds, `minutes`, `percent` (0-100) and `money` (rupiah) numbers, `check` a boolean (null = unknown, left blank),
 * `signature` an SVG path in a box of 300 x 100 units, or '' for a place to sign.
 */
export const CELL_KINDS = [
  'name',
  'text',
  'code',
  'number',
  'money',
  'date',
  'time',
  'minutes',
  'percent',
  'check',
  'signature',
] as const
export type CellKind = (typeof CELL_KINDS)[number]

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** A value, not its writing: see {@link CELL_KINDS}. */
export type Cell = z.infer<typeof cellSchema>

const columnSchema = z.object({
  key: z.string(),
  label: z.string(),
  /** Neighbours with the same group stand under one heading; '' = none. */
  groupLabel: z.string(),
  kind: z.enum(CELL_KINDS),
  /** At least so wide; what is left of the page goes to the columns by their `flex`. */
  widthMm: z.number(),
  flex: z.number(),
  align: z.enum(['left', 'center', 'right']),
})
/** A column of a list and how wide it wants to be. */
export type PaperColumn = z.infer<typeof columnSchema>

const rowSchema = z.object({
  /** `group` is a heading over the rows below it, `spare` an empty row to write into. */
  style: z.enum(['row', 'group', 'total', 'spare']),
  /** The words of a `group` or `total`; '' otherwise. */
  label: z.string(),
  /** The running number, which also says on which side the signature goes; null in groups and totals. */
  number: z.int().nullable(),
  /** One for each column; none in a `group`. */
  cells: z.array(cellSchema),
})
/** A row of a list: somebody or something, a heading, a sum, or blank. */
export type PaperRow = z.infer<typeof rowSchema>

const letterheadSchema = z.object({
  lines: z.array(z.string()),
  /** `data:` addresses. */
  logoLeft: z.string().nullable(),
  logoRight: z.string().nullable(),
})
/** The kop surat. */
export type Letterhead = z.infer<typeof letterheadSchema>

const signatureBlockSchema = z.object({
  heading: z.string(),
  position: z.string(),
  name: z.string(),
  rank: z.string(),
  nip: z.string(),
})
/** Who signs under a paper, as it stands there. */
export type SignatureBlock = z.infer<typeof signatureBlockSchema>

const signaturesSchema = z.object({
  /** `Maros, 18 Desember 2023`, over the last block. */
  dateline: z.string(),
  blocks: z.array(signatureBlockSchema),
})

const lineSchema = z.object({ label: z.string(), value: z.string() })

const headSchema = {
  /** Without an ending; fit for every file system. */
  fileName: z.string(),
  title: z.array(z.string()),
  headingLines: z.array(lineSchema),
  letterhead: letterheadSchema.nullable(),
  size: paperSizeSchema,
  isLandscape: z.boolean(),
  /** For cells of kind `time`. */
  timeZone: z.string(),
}

const tablePaperSchema = z.object({
  kind: z.literal('table'),
  ...headSchema,
  columns: z.array(columnSchema).min(1),
  /** All columns that this paper could have, for choosing among them. */
  allColumns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(rowSchema),
  /** Sentences right under the table, such as the sum in words. */
  closingLines: z.array(z.string()),
  /** Small print: the attendance rule in words, what columns stand for. */
  notes: z.array(z.string()),
  signatures: signaturesSchema,
  /** The code under which a signed sheet is read back; null on a paper whose numbers are not fixed. */
  sheetCode: z.string().nullable(),
})
/** A paper that is a list; the same model is drawn as pages and written as XLSX and CSV. */
export type TablePaper = z.infer<typeof tablePaperSchema>

const formPageSchema = z.object({
  fields: z.array(z.object({ label: z.string(), value: cellSchema, kind: z.enum(CELL_KINDS) })),
  signatures: signaturesSchema,
})

const formPaperSchema = z.object({ kind: z.literal('form'), ...headSchema, pages: z.array(formPageSchema) })
/** A paper of one page for each person. */
export type FormPaper = z.infer<typeof formPaperSchema>

/** Everything that a print page draws and a file writer writes: values, never their formatting. */
export const paperDocumentSchema = z.discriminatedUnion('kind', [tablePaperSchema, formPaperSchema])
export type PaperDocument = z.infer<typeof paperDocumentSchema>

/** Width and height as the paper lies, in millimetres. */
export function pageSizeOf({ size, isLandscape }: Pick<TablePaper, 'size' | 'isLandscape'>): {
  widthMm: number
  heightMm: number
} {
  const { widthMm, heightMm } = PAPER_SIZES[size]
  return isLandscape ? { widthMm: heightMm, heightMm: widthMm } : { widthMm, heightMm }
}

/** The edge of every paper that stays blank, in millimetres; more on the left, where it is filed. */
export const PAGE_MARGINS = { top: 12, right: 12, bottom: 13, left: 17 } as const

const ALIGN_BY_KIND: Record<CellKind, PaperColumn['align']> = {
  name: 'left',
  text: 'left',
  code: 'left',
  number: 'right',
  money: 'right',
  date: 'center',
  time: 'center',
  minutes: 'right',
  percent: 'right',
  check: 'center',
  signature: 'left',
}

/** A column as wide as it says, or growing with `flex`; aligned as its kind is by custom. */
export function column(
  key: string,
  label: string,
  kind: CellKind,
  more: Partial<Pick<PaperColumn, 'widthMm' | 'flex' | 'align' | 'groupLabel'>> = {},
): PaperColumn {
  return { key, label, kind, groupLabel: '', widthMm: 10, flex: 0, align: ALIGN_BY_KIND[kind], ...more }
}

/** Smaller than this share of its size a list can't be read any more, and words rather break. */
const LEAST_SCALE = 0.72

/**
 * The widths of all columns in millimetres, filling the room. When the least widths need more, all shrink alike, and `scale` says
 * by how much the letters are to shrink with them.
 */
export function fitColumns(columns: readonly PaperColumn[], roomMm: number): { widthsMm: number[]; scale: number } {
  const least = columns.reduce((sum, { widthMm }) => sum + widthMm, 0)
  const shares = columns.reduce((sum, { flex }) => sum + flex, 0)
  const isTight = least >= roomMm || shares === 0
  const widthsMm = isTight
    ? columns.map(({ widthMm }) => (widthMm * roomMm) / least)
    : columns.map(({ widthMm, flex }) => widthMm + ((roomMm - least) * flex) / shares)
  return { widthsMm, scale: Math.min(1, Math.max(LEAST_SCALE, roomMm / least)) }
}

/** A heading over the rows below it. */
export function groupRow(label: string): PaperRow {
  return { style: 'group', label, number: null, cells: [] }
}

/** Empty rows to write into, numbered on from the last one; `cells` are blank but for the number. */
export function spareRows(columns: readonly PaperColumn[], count: number, lastNumber: number): PaperRow[] {
  return Array.from({ length: count }, (_, index) => {
    const number = lastNumber + index + 1
    const cells = columns.map(({ key, kind }): Cell => (key === 'number' ? number : kind === 'signature' ? '' : null))
    return { style: 'spare', label: '', number, cells }
  })
}

/** The same columns and cells without the columns of these keys. */
export function withoutColumns<Paper extends Pick<TablePaper, 'columns' | 'rows'>>(
  paper: Paper,
  keys: readonly string[],
): Paper {
  const isKept = paper.columns.map(({ key }) => !keys.includes(key))
  if (isKept.every(Boolean) || !isKept.some(Boolean)) return paper
  return {
    ...paper,
    columns: paper.columns.filter((_column, index) => isKept[index]),
    rows: paper.rows.map(row => ({ ...row, cells: row.cells.filter((_cell, index) => isKept[index]) })),
  }
}
