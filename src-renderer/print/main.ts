import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
import './print.css'
import type { BadgeSheet } from '#main/features/badges/contract.ts'
import { loadBadgeFonts } from '#renderer/ui/badge/badge-fonts.ts'
import { client } from '#renderer/rpc/client.ts'
import { createBadgePages } from './badge-pages.ts'

declare global {
  interface Window {
    /** Settles when everything is in its place; whoever prints this page waits for it. */
    printPageReady?: Promise<void>
  }
}

const parameters = new URLSearchParams(globalThis.location.search)

/** `?job=ID` (with `from` and `count`) draws a job, `?layout=ID` samples of a layout. */
async function fetchSheet(): Promise<BadgeSheet> {
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

async function show(): Promise<void> {
  const [sheet] = await Promise.all([fetchSheet(), loadBadgeFonts()])
  const pages = await createBadgePages(sheet)
  document.getElementById('root')?.append(pages)
}

globalThis.window.printPageReady = show()
