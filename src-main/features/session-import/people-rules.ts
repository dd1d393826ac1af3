import { type Cell, cellText, collapseBlanks } from '#main/features/table-import/cell-rules.ts'
import { isDash } from './clock-rules.ts'

const MODERATOR = /^(moderator|pemandu|host|mc)\s*:\s*/iu
const LABEL = /^(narasumber|pembicara|pemateri|penyaji|fasilitator|panelis|instruktur|pengisi)( \d)?\s*:\s*/iu
const MARK = /^(?:\d{1,2}\s*[.)]|[-–—•*▪●])\s+/u

/** The people of a cell, and whom it calls the moderator. */
export interface CellPeople {
  names: string[]
  moderator: string
}

/**
 * Several people stand in one cell behind `;`, line breaks or numbers; a comma belongs to titles: `Dr. Andi, M.Si.` is one person.
 * Each is there once.
 */
export function readPeople(cell: Cell | undefined): CellPeople {
  const names: string[] = []
  let moderator = ''
  for (const piece of rawText(cell)
    .split(/[;\n\r]+/u)
    .flatMap(splitNumbers)) {
    const text = collapseBlanks(piece).replace(MARK, '')
    if (isDash(text)) continue
    if (MODERATOR.test(text)) moderator ||= text.replace(MODERATOR, '')
    else if (!names.includes(text.replace(LABEL, ''))) names.push(text.replace(LABEL, ''))
  }
  return { names: names.filter(name => name !== ''), moderator }
}

/** `1. Andi 2. Budi` */
function splitNumbers(piece: string): string[] {
  return /^\s*1\s*[.)]\s.*\s2\s*[.)]\s/u.test(piece) ? piece.split(/\s(?=\d{1,2}\s*[.)]\s)/u) : [piece]
}

/** With its line breaks, which `cellText` takes away. */
function rawText(cell: Cell | undefined): string {
  const raw = cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text
  return /[\n\r;]/u.test(raw) ? raw : cellText(cell)
}

const IN_NOTE =
  /\b(?:kapasitas|kuota|kap|maks(?:imal|imum)?|max)\b\s*[.:=]?\s*(?:peserta\s*)?[:=]?\s*(\d{1,3}(?:[.]\d{3})+|\d{1,6})(?!\d|\s*(?:menit|jam|%))/iu

/** How many a note says that fit: "Kapasitas 40", "maks. 40 orang"; null when it does not. */
export function capacityOfNote(note: string): number | null {
  const written = IN_NOTE.exec(note)?.[1]
  return written === undefined ? null : wholeNumber(written)
}

/** How many a column says that fit: `40`, `40 orang`, `1.100`; null = nothing said, undefined = it is no number of people. */
export function readCapacity(text: string): number | null | undefined {
  if (isDash(text) || /^tanpa batas$|^tidak terbatas$/iu.test(text)) return null
  const match =
    /^(?:(?:maks?(?:imal)?|max|kapasitas)\.?\s*)?(\d{1,3}(?:[.]\d{3})+|\d{1,6})(?:\.0+)?\s*(orang|org|peserta|kursi|pax|seat)?s?$/iu.exec(
      text,
    )
  return match?.[1] === undefined ? undefined : (wholeNumber(match[1]) ?? undefined)
}

function wholeNumber(written: string): number | null {
  const value = Number(written.replaceAll('.', ''))
  return value >= 1 && value <= 100_000 ? value : null
}
