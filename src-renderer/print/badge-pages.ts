import type { BadgeSheet } from '#main/features/badges/contract.ts'
import { arrangeSheet, BADGE_SIZES, type Sheet } from '#main/features/badges/layout-rules.ts'
import { type BadgeSetting, drawBadge } from '#renderer/ui/badge/badge-drawing.ts'
import { createBadge, svgElement } from '#renderer/ui/badge/badge-elements.ts'
import { prepareBadges } from '#renderer/ui/badge/badge-setting.ts'

/** The badges as pages of exactly the size of their paper. */
export async function createBadgePages({ definition, event, badges }: BadgeSheet): Promise<DocumentFragment> {
  const setting = { ...(await prepareBadges(event)), definition }
  const sheet = arrangeSheet(definition)
  const pages = document.createDocumentFragment()
  const style = document.createElement('style')
  style.textContent = `
    @page { size: ${sheet.page.widthMm}mm ${sheet.page.heightMm}mm; margin: 0 }
    .page, .page > svg { width: ${sheet.page.widthMm}mm; height: ${sheet.page.heightMm}mm }`
  pages.append(style)
  for (let first = 0; first < badges.length; first += sheet.places.length) {
    pages.append(createPage(sheet, setting, badges.slice(first, first + sheet.places.length)))
  }
  return pages
}

function createPage(sheet: Sheet, setting: BadgeSetting, badges: BadgeSheet['badges']): HTMLElement {
  const { page, places, isTurned, cuttingMarks } = sheet
  const { heightMm } = BADGE_SIZES[setting.definition.size]
  const element = svgElement('svg', { viewBox: `0 0 ${page.widthMm} ${page.heightMm}` })
  badges.forEach((badge, index) => {
    const { xMm = 0, yMm = 0 } = places[index] ?? {}
    const drawn = createBadge(drawBadge(setting, badge))
    if (xMm === 0 && yMm === 0) {
      element.append(drawn)
      return
    }
    const transform = isTurned ? `translate(${xMm + heightMm} ${yMm}) rotate(90)` : `translate(${xMm} ${yMm})`
    const group = svgElement('g', { transform })
    group.append(drawn)
    element.append(group)
  })
  for (const mark of cuttingMarks) {
    element.append(svgElement('line', { ...mark, stroke: '#000', 'stroke-width': 0.15 }))
  }
  const paper = document.createElement('div')
  paper.className = 'page'
  paper.append(element)
  return paper
}
