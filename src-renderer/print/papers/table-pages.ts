import { paginate } from '#main/features/documents/paginate-rules.ts'
import { fitColumns, PAGE_MARGINS, pageSizeOf, type TablePaper } from '#main/features/documents/paper-rules.ts'
import { drawClosing } from './closing-block.ts'
import { element, loadPictures, sheet } from './elements.ts'
import { drawHead } from './paper-head.ts'
import { drawRow, drawTableHeader } from './table-parts.ts'

const FONT_POINTS = 9
/** Borders and rounding; a page is never filled to the last hair. */
const SLACK_PX = 3

/**
 * Lays the whole list out once, measures it, and puts its rows on pages of the exact size, each with the table's header and
 * `Halaman X dari Y`. Answers with the number of pages.
 */
export async function drawTablePages(root: HTMLElement, paper: TablePaper): Promise<number> {
  const head = drawHead(paper)
  const closing = drawClosing(paper)
  const { table, rows } = drawWholeTable(paper)
  const layout = sheet({ left: '', right: '' })
  layout.page.className = 'sheet measured'
  layout.body.append(head, table, closing)
  root.append(layout.page)
  await loadPictures(head)
  const cuts = paginate(measured(paper, rows), roomOn(layout.body, head, table, closing))
  const pages = cuts.map((cut, index) => {
    const foot = { left: footOf(paper), right: `Halaman ${index + 1} dari ${cuts.length}` }
    const { page, body } = sheet(foot)
    if (index === 0) body.append(head)
    if (cut.to > cut.from || (paper.rows.length === 0 && index === 0)) {
      body.append(tableWith(table, rows.slice(cut.from, cut.to)))
    }
    if (cut.hasClosing) body.append(closing)
    return page
  })
  layout.page.remove()
  root.append(...pages)
  return pages.length
}

function drawWholeTable(paper: TablePaper): { table: HTMLElement; rows: HTMLElement[] } {
  const { widthMm } = pageSizeOf(paper)
  const { widthsMm, scale } = fitColumns(paper.columns, widthMm - PAGE_MARGINS.left - PAGE_MARGINS.right)
  const columns = widthsMm.map(width => {
    const column = element('col')
    column.style.width = `${width}mm`
    return column
  })
  const rows = paper.rows.map(row => drawRow(row, paper))
  const isSigned = paper.columns.some(({ kind }) => kind === 'signature')
  const parts = [element('colgroup', '', ...columns), drawTableHeader(paper.columns), element('tbody', '', ...rows)]
  const table = element('table', isSigned ? 'list signed' : 'list', ...parts)
  table.style.fontSize = `${FONT_POINTS * scale}pt`
  return { table, rows }
}

function measured(paper: TablePaper, rows: readonly HTMLElement[]): { height: number; isKeptWithNext: boolean }[] {
  return rows.map((row, index) => ({
    height: row.getBoundingClientRect().height,
    isKeptWithNext: paper.rows[index]?.style === 'group' || paper.rows[index + 1]?.style === 'total',
  }))
}

function roomOn(
  body: HTMLElement,
  head: HTMLElement,
  table: HTMLElement,
  closing: HTMLElement,
): { first: number; others: number; closing: number } {
  const height = (part: Element | null): number => part?.getBoundingClientRect().height ?? 0
  const others = height(body) - height(table.querySelector('thead')) - SLACK_PX
  return { first: others - height(head), others, closing: height(closing) }
}

/** A table like the whole one with only these rows. */
function tableWith(whole: HTMLElement, rows: readonly HTMLElement[]): HTMLElement {
  const table = whole.cloneNode(false) as HTMLElement
  for (const part of whole.querySelectorAll('colgroup, thead')) table.append(part.cloneNode(true))
  table.append(element('tbody', '', ...rows))
  return table
}

function footOf({ fileName, sheetCode }: TablePaper): string {
  return sheetCode === null ? fileName : `${fileName} · Lembar ${sheetCode}`
}
