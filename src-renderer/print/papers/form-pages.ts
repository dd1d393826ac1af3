import { formatCell } from '#main/features/documents/format-rules.ts'
import type { FormPaper } from '#main/features/documents/paper-rules.ts'
import { drawSignatures } from './closing-block.ts'
import { element, loadPictures, sheet } from './elements.ts'
import { drawHead } from './paper-head.ts'

/** One page for each person; what is not known is a dotted line to write on. Answers with the number of pages. */
export async function drawFormPages(root: HTMLElement, paper: FormPaper): Promise<number> {
  const pages = paper.pages.map(({ fields, signatures }, index) => {
    const { page, body } = sheet({
      left: paper.fileName,
      right: `Halaman ${index + 1} dari ${paper.pages.length}`,
    })
    const lines = fields.map(({ label, value, kind }, position) => {
      const text = formatCell(value, kind, paper.timeZone)
      return element(
        'div',
        'field',
        element('span', 'field-number', `${position + 1}.`),
        element('span', '', label),
        element('span', '', ':'),
        element('span', text === '' ? 'to-write' : '', text),
      )
    })
    body.append(drawHead(paper), element('div', 'fields', ...lines))
    if (signatures.blocks.length > 0) body.append(drawSignatures(signatures))
    return page
  })
  root.append(...pages)
  await loadPictures(root)
  return pages.length
}
