import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Report, ReportColumn, ReportPiece } from '#main/features/activity-report/report-rules.ts'
import { PAPER_SIZES, type SignatureBlock } from '#main/features/documents/paper-rules.ts'
import { readPicture } from './picture-size.ts'

const FONT = 'Times New Roman'
const TWIPS_PER_MM = 1440 / 25.4
const MARGINS_MM = { top: 25, right: 25, bottom: 25, left: 30 }
const LOGO_HEIGHT_PX = 72
const BULLETS = 'lampiran'
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}
/** What shows a picture as SVG only in newer programs is this, a blank one, in older ones. */
const BLANK_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM)

/** The report as a Word file: headings are Word's own styles, table headers repeat, what is to be written is marked. */
export function reportDocument(report: Report): Promise<Uint8Array> {
  const { widthMm, heightMm } = PAPER_SIZES[report.size]
  const margin = Object.fromEntries(Object.entries(MARGINS_MM).map(([side, mm]) => [side, twips(mm)]))
  const textWidth = twips(widthMm - MARGINS_MM.left - MARGINS_MM.right)
  const document = new Document({
    title: report.fileName,
    creator: 'Gelar',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 24, language: { value: 'id-ID' } },
          paragraph: { spacing: { after: 120, line: 300 } },
        },
        heading1: {
          run: { font: FONT, size: 26, bold: true, color: '000000' },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading2: {
          run: { font: FONT, size: 24, bold: true, color: '000000' },
          paragraph: { spacing: { before: 200, after: 100 } },
        },
        title: { run: { font: FONT, size: 28, bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: twips(widthMm), height: twips(heightMm) }, margin } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...letterhead(report.letterhead, textWidth),
          ...report.title.map(line => new Paragraph({ heading: HeadingLevel.TITLE, text: line })),
          ...report.pieces.flatMap(piece => drawn(piece, textWidth)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function pageNumber(): Paragraph {
  const children = ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES]
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 18, children })] })
}

function letterhead(head: Report['letterhead'], textWidth: number): (Table | Paragraph)[] {
  if (!head) return []
  const side = Math.round(textWidth * 0.15)
  const line = { style: BorderStyle.THICK_THIN_MEDIUM_GAP, size: 18, color: '000000' }
  const words = head.lines.map((text, index) => {
    const isName = index < 2
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 0, line: 260 },
      children: [new TextRun({ text, bold: isName, size: isName ? 28 : 18 })],
    })
  })
  const cells = [
    [logo(head.logoLeft), side],
    [words, textWidth - 2 * side],
    [logo(head.logoRight), side],
  ] as const
  const row = new TableRow({
    children: cells.map(
      ([children, width]) =>
        new TableCell({
          children,
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          borders: { top: NO_BORDER, left: NO_BORDER, right: NO_BORDER, bottom: line },
        }),
    ),
  })
  return [
    table(
      [row],
      cells.map(([, width]) => width),
    ),
    new Paragraph(''),
  ]
}

function logo(address: string | null): Paragraph[] {
  const picture = address === null ? null : readPicture(address)
  if (!picture) return [new Paragraph('')]
  const transformation = { width: Math.round(LOGO_HEIGHT_PX * Math.min(picture.ratio, 1.2)), height: LOGO_HEIGHT_PX }
  const run =
    picture.type === 'svg'
      ? new ImageRun({ type: 'svg', data: picture.bytes, fallback: { type: 'png', data: BLANK_PNG }, transformation })
      : new ImageRun({ type: picture.type, data: picture.bytes, transformation })
  return [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })]
}

function drawn(piece: ReportPiece, textWidth: number): (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: piece.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          text: piece.text,
        }),
      ]
    case 'text':
      return [new Paragraph({ alignment: AlignmentType.BOTH, text: piece.text })]
    case 'fill':
      return [new Paragraph({ children: [new TextRun({ text: piece.text, italics: true, highlight: 'yellow' })] })]
    case 'list':
      return piece.items.map(text => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 } }))
    case 'facts':
      return [factLines(piece.lines, textWidth)]
    case 'table':
      return [dataTable(piece, textWidth), new Paragraph('')]
    case 'signatures':
      return signatures(piece.dateline, piece.blocks, textWidth)
  }
}

function factLines(lines: readonly { label: string; value: string }[], textWidth: number): Table {
  const widths = [0.28, 0.03, 0.69].map(share => Math.round(textWidth * share))
  const rows = lines.map(
    ({ label, value }) =>
      new TableRow({ children: [label, ':', value].map((text, index) => cell(text, widths[index] ?? 0, 'left')) }),
  )
  return table(rows, widths)
}

function dataTable({ columns, rows, total }: Extract<ReportPiece, { kind: 'table' }>, textWidth: number): Table {
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / 100))
  const rowOf = (texts: readonly string[], look: { isHeader?: boolean; isBold?: boolean }): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(look.isHeader ? { tableHeader: true } : {}),
      children: columns.map((column: ReportColumn, index) =>
        cell(texts[index] ?? '', widths[index] ?? 0, look.isHeader ? 'center' : column.align, {
          isBold: look.isHeader === true || look.isBold === true,
          isShaded: look.isHeader === true,
        }),
      ),
    })
  const all = [
    rowOf(
      columns.map(({ label }) => label),
      { isHeader: true },
    ),
    ...rows.map(texts => rowOf(texts, {})),
    ...(total ? [rowOf(total, { isBold: true })] : []),
  ]
  return new Table({
    rows: all,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
  })
}

function cell(
  text: string,
  width: number,
  align: ReportColumn['align'],
  look: { isBold?: boolean; isShaded?: boolean } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(look.isShaded ? { shading: { type: ShadingType.CLEAR, fill: 'E7E6E6' } } : {}),
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        spacing: { after: 0, line: 260 },
        children: [new TextRun({ text, size: 22, bold: look.isBold === true })],
      }),
    ],
  })
}

function table(rows: TableRow[], widths: readonly number[]): Table {
  const size = widths.reduce((sum, width) => sum + width, 0)
  return new Table({
    rows,
    borders: NO_BORDERS,
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size, type: WidthType.DXA },
  })
}

/** Two beside each other, as on every other paper; the date stands over the last. */
function signatures(dateline: string, blocks: readonly SignatureBlock[], textWidth: number): (Paragraph | Table)[] {
  if (blocks.length === 0) return [new Paragraph({ alignment: AlignmentType.RIGHT, text: dateline })]
  const padded = blocks.length % 2 === 1 ? [null, ...blocks] : blocks
  const half = Math.round(textWidth / 2)
  const rows: TableRow[] = []
  for (let from = 0; from < padded.length; from += 2) {
    rows.push(
      new TableRow({
        cantSplit: true,
        children: padded
          .slice(from, from + 2)
          .map((block, index) => signature(block, from + index === padded.length - 1 ? dateline : '', half)),
      }),
    )
  }
  return [new Paragraph(''), table(rows, [half, half])]
}

function signature(block: SignatureBlock | null, dateline: string, width: number): TableCell {
  const line = (text: string, look: { isBold?: boolean } = {}): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { after: 0, line: 260 },
      children: [new TextRun({ text, bold: look.isBold === true, ...(look.isBold ? { underline: {} } : {}) })],
    })
  const children = block
    ? [
        line(dateline || block.heading),
        line(block.position),
        ...[1, 2, 3].map(() => line('')),
        line(block.name || '(……………………………)', { isBold: true }),
        line(block.rank),
        line(block.nip === '' ? '' : `NIP. ${block.nip}`),
      ]
    : [line('')]
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children })
}
