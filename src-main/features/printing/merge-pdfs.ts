/** Joins PDF documents in their order; a single one stays as it is. */
export async function mergePdfs(documents: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = documents
  if (only && documents.length === 1) return only
  // Large and seldom needed, so it is not part of the program's start.
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const whole = await PDFDocument.create()
  for (const bytes of documents) {
    const part = await PDFDocument.load(bytes)
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return whole.save({ useObjectStreams: false })
}
