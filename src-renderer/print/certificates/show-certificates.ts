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
  const ornaments = createOrnaments()
  pages.append(style, ornaments.store, ...certificates.flatMap(one => pagesOf(one, setting, ornaments)))
  root.replaceChildren(pages)
  return root.querySelectorAll('.page').length
}

function pagesOf(certificate: PrintedCertificate, setting: CertificateSetting, { place }: Ornaments): HTMLElement[] {
  const { accentColor, hasReverse } = certificate.snapshot
  const front = createPage(place('front', accentColor), drawFront(setting, certificate))
  if (!hasReverse) return [front]
  return [front, createPage(place('reverse', accentColor), drawReverse(certificate.snapshot, setting.measure))]
}

const ORNAMENTS = { front: createFrontOrnament, reverse: createReverseOrnament }
type Side = keyof typeof ORNAMENTS

interface Ornaments {
  store: SVGElement
  place: (side: Side, color: string) => SVGElement
}

/** An ornament has hundreds of petals and is the same on every page of a colour: it stands in the document once. */
function createOrnaments(): Ornaments {
  const definitions = svgElement('defs', {})
  const store = svgElement('svg', { width: 0, height: 0, style: 'position: absolute' })
  store.append(definitions)
  const known = new Set<string>()
  return {
    store,
    place(side, color) {
      const id = `${side}-${color.slice(1)}`
      if (!known.has(id)) {
        known.add(id)
        const made = ORNAMENTS[side](color)
        made.id = id
        definitions.append(made)
      }
      return svgElement('use', { href: `#${id}` })
    },
  }
}

function createPage(decoration: Node, drawing: BadgeDrawing): HTMLElement {
  const picture = svgElement('svg', { viewBox: `0 0 ${PAGE.width} ${PAGE.height}` })
  picture.append(decoration, createBadge(drawing))
  const page = document.createElement('div')
  page.className = 'page'
  page.append(picture)
  return page
}
