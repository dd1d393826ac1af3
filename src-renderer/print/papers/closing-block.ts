import type { SignatureBlock, TablePaper } from '#main/features/documents/paper-rules.ts'
import { element } from './elements.ts'

const BLOCKS_PER_ROW = 3

/** What comes after the last row and is never cut: sums in words, notes, signatures. */
export function drawClosing({
  closingLines,
  notes,
  signatures,
}: Pick<TablePaper, 'closingLines' | 'notes' | 'signatures'>): HTMLElement {
  const closing = element('div', 'closing')
  closing.append(...closingLines.map(line => element('p', 'closing-line', line)))
  if (notes.length > 0) {
    closing.append(
      element('p', 'notes-title', 'Keterangan:'),
      element('ul', 'notes', ...notes.map(note => element('li', '', note))),
    )
  }
  if (signatures.blocks.length > 0) closing.append(drawSignatures(signatures))
  return closing
}

/** One block stands on the right, two on the left and right, three beside each other; place and date over the last of the first row. */
export function drawSignatures({ dateline, blocks }: TablePaper['signatures']): HTMLElement {
  const columnCount = blocks.length <= 2 ? 2 : BLOCKS_PER_ROW
  const grid = element('div', 'signatures')
  grid.dataset['columns'] = String(columnCount)
  if (blocks.length === 1) grid.append(element('div', 'signature'))
  for (let from = 0; from < blocks.length; from += columnCount) {
    const neighbours = blocks.slice(from, from + columnCount)
    grid.append(...drawNeighbours(neighbours, from === 0 ? dateline : ''))
  }
  return grid
}

/** Blocks beside each other have the same lines, so that names stand on one line; the date stands over the last of them. */
function drawNeighbours(blocks: readonly SignatureBlock[], dateline: string): HTMLElement[] {
  const last = blocks.at(-1)
  const hasBoth = dateline !== '' && last?.heading !== ''
  const hasRanks = blocks.some(({ rank }) => rank !== '')
  return blocks.map(block => {
    const { heading, position, name, rank, nip } = block
    const date = block === last ? dateline : ''
    return element(
      'div',
      'signature',
      line(hasBoth ? date : date || heading),
      ...(hasBoth ? [line(heading)] : []),
      line(position === '' || /[,.]$/.test(position) ? position : `${position},`),
      element('div', 'space'),
      element('div', 'signer', name === '' ? EMPTY_NAME : name),
      ...(hasRanks ? [line(rank)] : []),
      line(nip === '' ? (name === '' ? 'NIP.' : '') : `NIP. ${nip}`),
    )
  })
}

const EMPTY_NAME = `(${'…'.repeat(10)})`

/** A line has its height without words, too. */
const line = (words: string): HTMLElement => element('div', '', words === '' ? '\u00A0' : words)
