import './badge.css'
import type { BadgeDrawing, DrawnText } from './badge-drawing.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** An SVG element with these attributes. */
export function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const key in attributes) element.setAttribute(key, String(attributes[key]))
  return element
}

/**
 * A badge as SVG elements in units of a millimetre: the same on screen and on paper.
 * Made without React, which would double the time that a thousand badges take.
 */
export function createBadge({ areas, texts, pictures, qr }: BadgeDrawing): DocumentFragment {
  const badge = document.createDocumentFragment()
  for (const { x, y, width, height, color } of areas) {
    badge.append(svgElement('rect', { x, y, width, height, fill: color }))
  }
  for (const picture of pictures) badge.append(svgElement('image', { ...picture }))
  for (const text of texts) badge.append(createText(text))
  if (qr) {
    const transform = `translate(${millimetres(qr.x)} ${millimetres(qr.y)}) scale(${qr.sizeMm / qr.moduleCount})`
    badge.append(svgElement('path', { d: qr.path, transform, 'shape-rendering': 'crispEdges' }))
  }
  return badge
}

/**
 * Every text has this font size and is scaled to its own: for each size of a variable font Chromium puts a font of its own
 * into the PDF, and a hundred of them take longer than the badges.
 */
const FONT_SIZE = 10

function createText({ x, y, text, face, sizeMm, color, anchor, spacingMm }: DrawnText): SVGElement {
  const scale = millimetres(sizeMm) / FONT_SIZE
  const line = svgElement('text', {
    transform: `translate(${millimetres(x)} ${millimetres(y)}) scale(${scale})`,
    'font-size': FONT_SIZE,
    fill: color,
    class: `badge-text badge-face-${face}`,
  })
  if (anchor !== 'start') line.setAttribute('text-anchor', anchor)
  if (spacingMm > 0) line.setAttribute('letter-spacing', String(millimetres(spacingMm / scale)))
  line.textContent = text
  return line
}

/** Hundredths are below what any printer can place. */
function millimetres(value: number): number {
  return Math.round(value * 1000) / 1000
}
