import './papers.css'
import { paperRequestSchema } from '#main/features/documents/contract.ts'
import { type PaperDocument, pageSizeOf } from '#main/features/documents/paper-rules.ts'
import { drawFormPages } from './form-pages.ts'
import { drawTablePages } from './table-pages.ts'

declare global {
  interface Window {
    /** Of a framed print page: draws a paper in place of the one before, and answers with the number of pages. */
    drawPaper?: (paper: PaperDocument) => Promise<number>
  }
}

/**
 * Draws the paper of a request; null = this page stands in a frame of a screen, which fetches the model and hands it over
 * (frames have no line of their own to the program).
 */
export async function showPaper(root: HTMLElement, request: string | null): Promise<void> {
  if (request === null) return showInFrame(root)
  const { client } = await import('#renderer/rpc/client.ts')
  await drawPaper(root, await client.documents.paper(paperRequestSchema.parse(JSON.parse(request))))
}

/** Pages of a frame are as wide as the frame on screen, and their own size on paper. */
function showInFrame(root: HTMLElement): void {
  document.body.className = 'framed'
  const fit = (): void => {
    const width = root.scrollWidth
    if (width > 0) root.style.setProperty('--fit', String(document.body.clientWidth / width))
  }
  globalThis.addEventListener('resize', fit)
  const draw = async (paper: PaperDocument): Promise<number> => {
    // Measured at its own size: letters wrap differently when they are drawn smaller.
    root.style.setProperty('--fit', '1')
    const place = document.title === paper.fileName ? globalThis.scrollY : 0
    const pageCount = await drawPaper(root, paper)
    fit()
    globalThis.scrollTo(0, place)
    return pageCount
  }
  // One after the other: two at once would both put their pages in.
  let last: Promise<unknown> = Promise.resolve()
  globalThis.window.drawPaper = paper => {
    const drawn = last.then(() => draw(paper))
    last = drawn.catch(() => undefined)
    return drawn
  }
}

async function drawPaper(root: HTMLElement, paper: PaperDocument): Promise<number> {
  document.title = paper.fileName
  root.replaceChildren()
  const { widthMm, heightMm } = pageSizeOf(paper)
  const pageRule = document.createElement('style')
  pageRule.textContent = `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0 }
    .sheet { width: ${widthMm}mm; height: ${heightMm}mm }`
  root.append(pageRule)
  return paper.kind === 'table' ? drawTablePages(root, paper) : drawFormPages(root, paper)
}
