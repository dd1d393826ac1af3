import type { BadgeSheet } from '#main/features/badges/contract.ts'
import { arrangeSheet, BADGE_SIZES, type Sheet } from '#main/features/badges/layout-rules.ts'
import { type BadgeSetting, drawBadge } from '#renderer/ui/badge/badge-drawing.ts'
import { createMeasure, loadBadgeFonts } from '#renderer/ui/badge/badge-fonts.ts'
import { BadgeDrawingGroup } from '#renderer/ui/badge/BadgeDrawingGroup.tsx'
import { loadLogoPictures } from '#renderer/ui/badge/logo-pictures.ts'

/** What the pages of a job need before they can be drawn: fonts to measure with and logos of known shape. */
export async function prepareBadges({ definition, event }: BadgeSheet): Promise<BadgeSetting> {
  const [logos] = await Promise.all([loadLogoPictures(event.logos), loadBadgeFonts()])
  return { definition, eventName: event.name, dates: event.dates, logos, measure: createMeasure() }
}

/** A job as pages of exactly the size of its paper. */
export function BadgePages({ sheet, setting }: { sheet: BadgeSheet; setting: BadgeSetting }) {
  const arrangement = arrangeSheet(sheet.definition)
  const { page, places } = arrangement
  const pageCount = Math.ceil(sheet.badges.length / places.length)
  return (
    <>
      <style>{`@page { size: ${page.widthMm}mm ${page.heightMm}mm; margin: 0 }`}</style>
      {Array.from({ length: pageCount }, (_, index) => (
        <Page
          key={index}
          arrangement={arrangement}
          setting={setting}
          badges={sheet.badges.slice(index * places.length, (index + 1) * places.length)}
        />
      ))}
    </>
  )
}

function Page({
  arrangement,
  setting,
  badges,
}: {
  arrangement: Sheet
  setting: BadgeSetting
  badges: BadgeSheet['badges']
}) {
  const { page, places, isTurned, cuttingMarks } = arrangement
  const { heightMm } = BADGE_SIZES[setting.definition.size]
  return (
    <svg
      className="page"
      viewBox={`0 0 ${page.widthMm} ${page.heightMm}`}
      style={{ width: `${page.widthMm}mm`, height: `${page.heightMm}mm` }}
      textRendering="geometricPrecision"
    >
      {badges.map((badge, index) => {
        const { xMm = 0, yMm = 0 } = places[index] ?? {}
        const turn = isTurned ? `translate(${xMm + heightMm} ${yMm}) rotate(90)` : `translate(${xMm} ${yMm})`
        return (
          <g key={badge.code + index} transform={xMm === 0 && yMm === 0 ? undefined : turn}>
            <BadgeDrawingGroup drawing={drawBadge(setting, badge)} />
          </g>
        )
      })}
      {cuttingMarks.map((mark, index) => (
        <line key={index} {...mark} stroke="#000" strokeWidth={0.15} />
      ))}
    </svg>
  )
}
