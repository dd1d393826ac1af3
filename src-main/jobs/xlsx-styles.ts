import type { CellStyle } from 'hucre'
import type { CellKind, PaperColumn, PaperRow } from '#main/features/documents/paper-rules.ts'

/** Rupiah and times as Indonesia writes them; a program that knows the locale groups the digits with dots. */
const NUMBER_FORMATS: Record<CellKind, string> = {
  name: '@',
  text: '@',
  code: '@',
  number: '0',
  money: '[$-421]#,##0',
  date: 'dd-mm-yyyy',
  time: 'hh"."mm',
  minutes: '0',
  percent: '0.0"%"',
  check: '"✓";"✓";"–"',
  signature: '@',
}
const FONT = { name: 'Calibri', size: 11 }
const BOLD = { ...FONT, bold: true }
const LINE = { style: 'thin', color: { rgb: '808080' } } as const
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const TEXT = { numFmt: '@', font: FONT } satisfies CellStyle

/** The looks of cells outside the columns. */
export const LOOKS = {
  plain: TEXT,
  title: { numFmt: '@', font: { ...BOLD, size: 13 }, alignment: { horizontal: 'center', vertical: 'center' } },
  strong: { numFmt: '@', font: BOLD },
  signer: { numFmt: '@', font: { ...BOLD, underline: true } },
  heading: {
    numFmt: '@',
    font: BOLD,
    border: BOX,
    fill: fill('E7E6E6'),
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  group: { numFmt: '@', font: BOLD, border: BOX, fill: fill('F2F2F2') },
} satisfies Record<string, CellStyle>
export type Look = keyof typeof LOOKS

/** The look of the cells of a column in rows of a style. */
export function cellStyle({ kind, align }: PaperColumn, style: PaperRow['style']): CellStyle {
  const isWord = kind === 'name' || kind === 'text' || kind === 'code'
  return {
    numFmt: NUMBER_FORMATS[kind],
    font: style === 'total' ? BOLD : FONT,
    border: BOX,
    alignment: { horizontal: align, vertical: 'center', wrapText: isWord },
  }
}
