import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
import type { CertificateSheet, PrintedCertificate } from '#main/features/certificates/contract.ts'
import type { BadgeDrawing } from '#renderer/ui/badge/badge-drawing.ts'
import { createBadge, svgElement } from '#renderer/ui/badge/badge-elements.ts'
import { createMeasure, loadBadgeFonts } from '#renderer/ui/badge/badge-fonts.ts'
import { loadLogoPictures } from '#renderer/ui/badge/logo-pictures.ts'
import { type CertificateSetting, drawFront } from './front-drawing.ts'
import { createFrontOrnament, createReverseOrnament, PAGE } from './ornaments.ts'
import { drawReverse } from './reverse-drawing.ts'

declare global {
  interface Window {
    /** Of a framed print page: draws certificates in place of those before, and answers with the number of pages. */
    drawCertificates?: (sheet: CertificateSheet) => Promise<number>
  }
}

/**
 * Draws the certificates with these numbers; '' = this page stands in a frame of a screen, which hands them over
 * (frames have no line of their own to the program).
 */
export async function showCertificates(root: HTMLElement, ranges: string): Promise<void> {
  if (ranges === '') {
    globalThis.window.drawCertificates = sheet => drawSheet(root, sheet)
    return
  }
  const { client } = await import('#renderer/rpc/client.ts')
  await drawSheet(root, await client.certificates.sheet({ ranges }))
}

async function drawSheet(root: HTMLElement, { logos, certificates }: CertificateSheet): Promise<number> {
  const [pictures] = await Promise.all([loadLogoPictures(logos), loadBadgeFonts()])
  const setting = { logos: pictures, measure: createMeasure() }
  document.title = certificates.length === 1 ? `Sertifikat ${certificates[0]?.snapshot.number}` : 'Sertifikat'
  const pages = document.createDocumentFragment()
  const style = document.createElement('style')
  const size = `${PAGE.width}mm ${PAGE.height}mm`
  style.textContent = `@page { size: ${size}; margin: 0 }
    .page, .page > svg { width: ${PAGE.width}mm; height: ${PAGE.height}mm }`
  pages.append(style, ...certificates.flatMap(certificate => pagesOf(certificate, setting)))
  root.replaceChildren(pages)
  return root.querySelectorAll('.page').length
}

function pagesOf(certificate: PrintedCertificate, setting: CertificateSetting): HTMLElement[] {
  const { accentColor, hasReverse } = certificate.snapshot
  const front = createPage(ornament(createFrontOrnament, accentColor), drawFront(setting, certificate))
  if (!hasReverse) return [front]
  const reverse = drawReverse(certificate.snapshot, setting.measure)
  return [front, createPage(ornament(createReverseOrnament, accentColor), reverse)]
}

const ornaments = new Map<string, SVGElement>()

/** The same on every page of a colour: made once, copied. */
function ornament(create: (color: string) => SVGElement, color: string): Node {
  const key = `${create.name} ${color}`
  let made = ornaments.get(key)
  if (!made) ornaments.set(key, (made = create(color)))
  return made.cloneNode(true)
}

function createPage(decoration: Node, drawing: BadgeDrawing): HTMLElement {
  const picture = svgElement('svg', { viewBox: `0 0 ${PAGE.width} ${PAGE.height}` })
  picture.append(decoration, createBadge(drawing))
  const page = document.createElement('div')
  page.className = 'page'
  page.append(picture)
  return page
}
