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
  if (request === null) {
    globalThis.window.drawPaper = paper => drawPaper(root, paper)
    return
  }
  const { client } = await import('#renderer/rpc/client.ts')
  await drawPaper(root, await client.documents.paper(paperRequestSchema.parse(JSON.parse(request))))
}

async function drawPaper(root: HTMLElement, paper: PaperDocument): Promise<number> {
  document.title = paper.fileName
  root.replaceChildren()
  const { widthMm, heightMm } = pageSizeOf(paper)
  const pageRule = document.createElement('style')
  pageRule.textContent = `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0 }
    .sheet { width: ${widthMm}mm; height: ${heightMm}mm }`
  root.append(pageRule)
  const pages = paper.kind === 'table' ? await drawTablePages(root, paper) : await drawFormPages(root, paper)
  return pages
}
