import type { BadgeEvent } from '#main/features/badges/contract.ts'
import type { BadgeSetting } from './badge-drawing.ts'
import { createMeasure, loadBadgeFonts } from './badge-fonts.ts'
import { loadLogoPictures } from './logo-pictures.ts'

/** What badges need before they can be drawn: fonts to measure with and logos of known shape. */
export async function prepareBadges(event: BadgeEvent): Promise<Omit<BadgeSetting, 'definition'>> {
  const [logos] = await Promise.all([loadLogoPictures(event.logos), loadBadgeFonts()])
  return { eventName: event.name, dates: event.dates, logos, measure: createMeasure() }
}
