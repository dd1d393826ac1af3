import type { CertificateSnapshot } from '#main/features/certificates/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { BadgeDrawing, DrawnText } from '#renderer/ui/badge/badge-drawing.ts'
import { fitLines, type Measure } from '#renderer/ui/badge/fit-text.ts'
import { PAGE } from './ornaments.ts'
import { type Draft, stack, textBlock } from './text-blocks.ts'

const INK = '#22262b'
const QUIET = '#565c63'
const LINE_COLOR = '#c9c2b2'
const LEFT = 26
const RIGHT = PAGE.width - LEFT
const CENTER = PAGE.width / 2
const TABLE_TOP = 47
const BOTTOM = PAGE.height - 20
const LEAST_SIZE = 1.7
const ASCENT = 0.78

interface Column {
  label: string
  x: number
  widthMm: number
  anchor: DrawnText['anchor']
}

/** Lays out the reverse: what the JP are made of, and by which rules. Letters shrink until all sessions stand on the page. */
export function drawReverse(snapshot: CertificateSnapshot, measure: Measure): BadgeDrawing {
  const draft: Draft = { areas: [], texts: [], pictures: [] }
  drawHeading(draft, snapshot, measure)
  const rulesTop = drawRules(draft, snapshot, measure)
  drawTable(draft, snapshot, rulesTop - 4, measure)
  return { size: { widthMm: PAGE.width, heightMm: PAGE.height }, ...draft, qr: null }
}

function drawHeading(draft: Draft, snapshot: CertificateSnapshot, measure: Measure): void {
  const { accentColor, eventName, number } = snapshot
  const style = { face: 'text' as const, sizeMm: 3.7, color: QUIET, widthMm: RIGHT - LEFT }
  const blocks = [
    textBlock('MATERI KEGIATAN', { ...style, face: 'name', sizeMm: 7, color: accentColor, spacingMm: 0.9 }, 0, measure),
    textBlock(eventName, { ...style, color: INK }, 1, measure),
    textBlock(`${fullName(snapshot)}  ·  Nomor: ${number}`, style, 0, measure),
  ]
  stack(draft.texts, blocks, { centerX: CENTER, top: 20 })
}

/** The sentences at the foot; answers with the top of the first. */
function drawRules(draft: Draft, { rules }: CertificateSnapshot, measure: Measure): number {
  const sizeMm = rules.length > 4 ? 2.4 : 2.9
  const lines = rules.flatMap(
    rule => fitLines(rule, 'text', { widthMm: RIGHT - LEFT, sizeMm, maxLines: 3 }, measure).lines,
  )
  const lineMm = sizeMm * 1.4
  const top = BOTTOM - lines.length * lineMm
  lines.forEach((text, index) => {
    const y = top + index * lineMm + sizeMm * ASCENT
    draft.texts.push({ x: LEFT, y, text, face: 'text', sizeMm, color: QUIET, anchor: 'start', spacingMm: 0 })
  })
  return top
}

function columnsFor({ materials }: CertificateSnapshot): Column[] {
  const hasMinutes = materials.some(({ minutes }) => minutes !== null)
  const hasSpeakers = materials.some(({ speakers }) => speakers !== '')
  const numbers = hasMinutes ? 40 : 0
  const text = RIGHT - LEFT - 12 - numbers
  const title = hasSpeakers ? text * 0.6 : text
  const columns: Column[] = [
    { label: 'No', x: LEFT + 5, widthMm: 10, anchor: 'middle' },
    { label: 'Materi', x: LEFT + 12, widthMm: title - 4, anchor: 'start' },
  ]
  if (hasSpeakers)
    columns.push({ label: 'Narasumber', x: LEFT + 12 + title, widthMm: text - title - 4, anchor: 'start' })
  if (hasMinutes) {
    columns.push({ label: 'Menit', x: RIGHT - 23, widthMm: 16, anchor: 'end' })
    columns.push({ label: 'JP', x: RIGHT - 4, widthMm: 16, anchor: 'end' })
  }
  return columns
}

function cellsOf(
  material: CertificateSnapshot['materials'][number],
  number: number,
  columns: readonly Column[],
): string[] {
  const { title, speakers, minutes, jp } = material
  const known: Record<string, string> = {
    No: String(number),
    Materi: title,
    Narasumber: speakers,
    Menit: minutes === null ? '' : String(minutes),
    JP: jp === null ? '' : String(jp),
  }
  return columns.map(({ label }) => known[label] ?? '')
}

interface Row {
  cells: string[]
  isStrong: boolean
}

function rowsFor(snapshot: CertificateSnapshot, columns: readonly Column[]): Row[] {
  const { materials, minutes, jp } = snapshot
  const rows = materials.map((one, index) => ({ cells: cellsOf(one, index + 1, columns), isStrong: false }))
  const total: Record<string, string> = {
    Materi: 'Jumlah',
    Menit: minutes === null ? '' : String(minutes),
    JP: jp === null ? '' : String(jp),
  }
  if (minutes !== null || jp !== null) {
    const hasOwnColumn = columns.some(({ label }) => label === 'JP')
    if (!hasOwnColumn) total['Materi'] = `Jumlah: ${jp} JP`
    rows.push({ cells: columns.map(({ label }) => total[label] ?? ''), isStrong: true })
  }
  return [{ cells: columns.map(({ label }) => label), isStrong: true }, ...rows]
}

interface SetRow extends Row {
  lines: (readonly string[])[]
  heightMm: number
}

function drawTable(draft: Draft, snapshot: CertificateSnapshot, bottom: number, measure: Measure): void {
  const columns = columnsFor(snapshot)
  const rows = rowsFor(snapshot, columns)
  let sizeMm = 3.7
  let set = setRows(rows, columns, sizeMm, measure)
  const heightOf = (): number => set.reduce((sum, { heightMm }) => sum + heightMm, 0)
  while (heightOf() > bottom - TABLE_TOP && sizeMm > LEAST_SIZE) {
    sizeMm *= 0.95
    set = setRows(rows, columns, sizeMm, measure)
  }
  let top = TABLE_TOP
  set.forEach((row, index) => {
    if (index === 0) {
      draft.areas.push({ x: LEFT, y: top, width: RIGHT - LEFT, height: row.heightMm, color: snapshot.accentColor })
    }
    drawRow(draft, row, { columns, top, sizeMm, color: index === 0 ? '#ffffff' : INK })
    top += row.heightMm
    draft.areas.push({ x: LEFT, y: top, width: RIGHT - LEFT, height: 0.18, color: LINE_COLOR })
  })
}

function setRows(rows: readonly Row[], columns: readonly Column[], sizeMm: number, measure: Measure): SetRow[] {
  return rows.map(row => {
    const lines = row.cells.map(
      (cell, index) =>
        fitLines(cell, 'strong', { widthMm: columns[index]?.widthMm ?? 10, sizeMm, maxLines: 2 }, measure).lines,
    )
    const most = Math.max(1, ...lines.map(({ length }) => length))
    return { ...row, lines, heightMm: (most * 1.3 + 0.75) * sizeMm }
  })
}

function drawRow(
  draft: Draft,
  row: SetRow,
  { columns, top, sizeMm, color }: { columns: readonly Column[]; top: number; sizeMm: number; color: string },
): void {
  columns.forEach(({ x, anchor }, index) => {
    const lines = row.lines[index] ?? []
    const start = top + (row.heightMm - lines.length * 1.3 * sizeMm) / 2
    lines.forEach((text, line) => {
      const y = start + line * 1.3 * sizeMm + sizeMm * (ASCENT + 0.15)
      draft.texts.push({ x, y, text, face: row.isStrong ? 'strong' : 'text', sizeMm, color, anchor, spacingMm: 0 })
    })
  })
}
