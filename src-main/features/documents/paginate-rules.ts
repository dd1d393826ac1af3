/** A row as it was measured. */
export interface MeasuredRow {
  height: number
  /** It may not be the last on its page: a group's heading, the row before a total. */
  isKeptWithNext: boolean
}

/** Room for rows on the pages, the table's own header taken off, and what must come after the last row. All in one unit. */
export interface PageRoom {
  first: number
  others: number
  /** The height of the closing block: sums in words, notes, signatures. It is never cut. */
  closing: number
}

/** Rows `from` up to, but without, `to` stand on this page. */
export interface PageCut {
  from: number
  to: number
  hasClosing: boolean
}

/**
 * Cuts measured rows into pages: every row once and in order, no page over its room unless a single row alone is, the closing
 * block whole and never on a page without rows where rows fit beside it.
 */
export function paginate(rows: readonly MeasuredRow[], room: PageRoom): PageCut[] {
  const pages: PageCut[] = []
  let from = 0
  do {
    const space = pages.length === 0 ? room.first : room.others
    const all = heightOf(rows, from, rows.length)
    if (all + room.closing <= space) {
      pages.push({ from, to: rows.length, hasClosing: true })
      return pages
    }
    const to = cutAfter(rows, from, space)
    pages.push({ from, to, hasClosing: false })
    from = to
  } while (from < rows.length)
  return withClosing(rows, pages, room)
}

/** As many rows as fit, fewer where the last one wants to stay with the next; at least one, so that it ends. */
function cutAfter(rows: readonly MeasuredRow[], from: number, space: number): number {
  let to = from
  let used = 0
  while (to < rows.length && used + (rows[to]?.height ?? 0) <= space) used += rows[to++]?.height ?? 0
  if (to === rows.length) return to
  let kept = to
  while (kept > from && rows[kept - 1]?.isKeptWithNext) kept--
  return kept > from ? kept : Math.max(to, Math.min(from + 1, rows.length))
}

/** The rows are on pages but the closing block is not: the last row, with what it is kept with, goes along to its page. */
function withClosing(rows: readonly MeasuredRow[], pages: PageCut[], room: PageRoom): PageCut[] {
  const last = pages.at(-1)
  if (!last || last.from === last.to) return [...pages, { from: rows.length, to: rows.length, hasClosing: true }]
  let from = last.to - 1
  while (from > last.from && rows[from - 1]?.isKeptWithNext) from--
  const isTooMuch = (first: number): boolean => heightOf(rows, first, last.to) + room.closing > room.others
  // What is kept together may be too much for one page with the closing block: then the very last row alone, or none.
  if (isTooMuch(from)) from = last.to - 1
  if (isTooMuch(from)) from = last.to
  return [...pages.slice(0, -1), { ...last, to: from }, { from, to: last.to, hasClosing: true }]
}

function heightOf(rows: readonly MeasuredRow[], from: number, to: number): number {
  let height = 0
  for (let index = from; index < to; index++) height += rows[index]?.height ?? 0
  return height
}
