import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
import type { BadgeSheet } from '#main/features/badges/contract.ts'
import { loadBadgeFonts } from '#renderer/ui/badge/badge-fonts.ts'
import { client } from '#renderer/rpc/client.ts'
import { createBadgePages } from './badge-pages.ts'

async function fetchSheet(parameters: URLSearchParams): Promise<BadgeSheet> {
  const jobId = parameters.get('job')
  if (jobId !== null) {
    const number = (name: string): number | undefined => Number(parameters.get(name)) || undefined
    return client.badges.sheet({ jobId, from: number('from'), count: number('count') })
  }
  const [layouts, samples] = await Promise.all([client.badges.layouts.list(), client.badges.samples()])
  const layout = layouts.find(({ id }) => id === parameters.get('layout')) ?? layouts[0]
  if (!layout) throw new Error('no layout')
  return { ...samples, definition: layout.definition }
}

/** Draws the badges of a job or the samples of a layout. */
export async function showBadges(root: HTMLElement, parameters: URLSearchParams): Promise<void> {
  const [sheet] = await Promise.all([fetchSheet(parameters), loadBadgeFonts()])
  root.append(await createBadgePages(sheet))
}
