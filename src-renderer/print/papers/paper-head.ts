import type { Letterhead, TablePaper } from '#main/features/documents/paper-rules.ts'
import { element } from './elements.ts'

/** Addresses and numbers at the end of a kop surat are set small. */
const ADDRESS = /^(jalan|jln?\b|telp|telepon|email|e-mail|laman|website|situs|kode ?pos|faks|pos-el)/i

/** Kop surat, title and the lines that say what the paper is about. */
export function drawHead({
  letterhead,
  title,
  headingLines,
}: Pick<TablePaper, 'letterhead' | 'title' | 'headingLines'>): HTMLElement {
  const head = element('header', 'head')
  if (letterhead) head.append(drawLetterhead(letterhead))
  head.append(element('div', 'title', ...title.map(line => element('div', '', line))))
  if (headingLines.length === 0) return head
  const lines = headingLines.map(({ label, value }) =>
    element('div', 'line', element('span', 'label', label), element('span', '', ':'), element('span', '', value)),
  )
  head.append(element('div', 'lines', ...lines))
  return head
}

function drawLetterhead({ lines, logoLeft, logoRight }: Letterhead): HTMLElement {
  const firstAddress = lines.findIndex(line => ADDRESS.test(line))
  const nameCount = firstAddress < 0 ? lines.length : firstAddress
  const words = element('div', 'words')
  lines.forEach((line, index) => {
    const isName = index < nameCount
    words.append(element('div', isName ? (index === nameCount - 1 ? 'office' : 'authority') : 'address', line))
  })
  return element('div', 'letterhead', logo(logoLeft), words, logo(logoRight))
}

function logo(address: string | null): HTMLElement {
  const place = element('div', 'logo')
  if (address === null) return place
  const picture = document.createElement('img')
  picture.src = address
  picture.alt = ''
  place.append(picture)
  return place
}
