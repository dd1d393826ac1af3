import { formatCell } from '#main/features/documents/format-rules.ts'
import type { Cell, PaperColumn, PaperRow, TablePaper } from '#main/features/documents/paper-rules.ts'
import { element } from './elements.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The header rows, which every page repeats; neighbours of one group stand under one heading. */
export function drawTableHeader(columns: readonly PaperColumn[]): HTMLElement {
  const hasGroups = columns.some(({ groupLabel }) => groupLabel !== '')
  const [upper, lower] = [element('tr'), element('tr')]
  columns.forEach(({ label, groupLabel }, index) => {
    const cell = element('th', '', ...breakingAfterSlashes(label))
    if (groupLabel === '') {
      if (hasGroups) cell.setAttribute('rowspan', '2')
      upper.append(cell)
      return
    }
    lower.append(cell)
    if (columns[index - 1]?.groupLabel === groupLabel) return
    const heading = element('th', '', groupLabel)
    heading.setAttribute('colspan', String(widthOfGroup(columns, index)))
    upper.append(heading)
  })
  return hasGroups ? element('thead', '', upper, lower) : element('thead', '', upper)
}

function widthOfGroup(columns: readonly PaperColumn[], from: number): number {
  const end = columns.findIndex(({ groupLabel }, index) => index > from && groupLabel !== columns[from]?.groupLabel)
  return (end < 0 ? columns.length : end) - from
}

/** One row as it stands on paper. */
export function drawRow(row: PaperRow, { columns, timeZone }: Pick<TablePaper, 'columns' | 'timeZone'>): HTMLElement {
  if (row.style === 'group') {
    const cell = element('td', 'group', row.label)
    cell.setAttribute('colspan', String(columns.length))
    return element('tr', '', cell)
  }
  const drawn = element('tr', row.style === 'total' ? 'total' : '')
  let next = 0
  if (row.style === 'total') {
    const firstSum = row.cells.findIndex(cell => cell !== null)
    next = Math.max(1, firstSum < 0 ? columns.length : firstSum)
    const cell = element('td', 'total-label', row.label)
    cell.setAttribute('colspan', String(next))
    drawn.append(cell)
  }
  for (; next < columns.length; next++) {
    const column = columns[next]
    if (column) drawn.append(drawCell(row.cells[next] ?? null, column, row, timeZone))
  }
  return drawn
}

function drawCell(value: Cell, { kind, align }: PaperColumn, row: PaperRow, timeZone: string): HTMLElement {
  if (kind === 'signature') return row.number === null ? element('td') : drawSignature(value, row.number)
  const text = formatCell(value, kind, timeZone)
  const content = kind === 'name' ? [withWholeDegrees(text)] : breakingAfterSlashes(text)
  return element('td', `${kind} ${align}`, ...content)
}

/** Odd numbers sign on the left, even ones on the right, so that each has the height of two rows. */
function drawSignature(value: Cell, number: number): HTMLElement {
  const place = element('div', number % 2 === 1 ? 'sign left' : 'sign right', `${number}.`)
  if (typeof value === 'string' && value !== '') {
    const picture = document.createElementNS(SVG, 'svg')
    picture.setAttribute('viewBox', '0 0 300 100')
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', value)
    picture.append(path)
    place.append(picture)
  }
  return element('td', 'signature-cell', place)
}

/** Names break between degrees, never within one: `A.Ma. Pust.` stays on its line. */
export function withWholeDegrees(name: string): string {
  const [front = '', ...degrees] = name.split(', ')
  return [front, ...degrees.map(degree => (degree.includes('.') ? degree.replaceAll(' ', '\u00A0') : degree))].join(
    ', ',
  )
}

/** Shorter words with a slash (`II/c`, `L/P`) stay whole. */
const BROKEN_WORD_LENGTH = 7

/** `094/116/ST/XII/2023` and `Kab/Kota` break after a slash rather than within a word; dates not at all. */
function breakingAfterSlashes(text: string): (string | Node)[] {
  if (!/\/|\d-\d/.test(text)) return [text]
  return text.split(/( )/).flatMap(word => {
    const [, date, behind = ''] = /^(\d{2}-\d{2}-\d{4})(\W*)$/.exec(word) ?? []
    if (date !== undefined) return [element('span', 'date-in-text', date + behind)]
    if (word.length < BROKEN_WORD_LENGTH) return [word]
    const parts = word.split(/(?<=\/)/)
    return parts.flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part]))
  })
}
