import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { getLayouts } from '#main/features/badges/layout-service.ts'
import { mergePdfs } from '#main/features/printing/merge-pdfs.ts'
import { documentsOf } from '#main/features/badges/print-rules.ts'
import { queuePrint } from '#main/features/badges/print-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { findBrowser } from '#test/browser.ts'
import { addPerson } from '#test/unit/badges/people.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { startHost } from './host-client.ts'
import { buildVocabulary, generatePeople } from './people.ts'

const BADGES = 1000
const RUNS = 7
const TARGET = 1.5

/** 1,000 badges to one PDF, from the address of the print page to the joined document, against as many plain pages of the same size with the same path on each. */
export async function benchBadges(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  const { path, jobId } = makeEvent(folder)
  const host = await startHost(folder, ['--event', path])
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(host.pageUrl)
    const badges = (from: number, count: number): string =>
      new URL(`/print.html?job=${jobId}&from=${from}&count=${count}`, host.pageUrl).href
    const pathOfBadge = await readPath(page, badges(0, 1))
    const ours: number[] = []
    const plain: number[] = []
    for (let run = 0; run <= RUNS; run++) {
      const plainMs = await measure((_from, count) => printPlain(page, pathOfBadge, count))
      const oursMs = await measure((from, count) => printBadges(page, badges(from, count)))
      // The first round warms up the browser's caches for both.
      if (run === 0) continue
      plain.push(plainMs)
      ours.push(oursMs)
    }
    return [row(ours, plain)]
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true })
  }
}

function row(ours: number[], plain: number[]): BenchRow {
  const median = percentile(ours, 0.5)
  const limitMedian = percentile(plain, 0.5)
  const ratio = median / limitMedian
  return {
    name: `${BADGES} badges to PDF`,
    unit: 'ms',
    median,
    p95: percentile(ours, 0.95),
    limit: {
      name: `${BADGES} plain pages, one path each`,
      median: limitMedian,
      p95: percentile(plain, 0.95),
    },
    ratio,
    target: `<= ${TARGET}x (median)`,
    met: ratio <= TARGET,
  }
}

function makeEvent(folder: string): { path: string; jobId: string } {
  const workspace = new Workspace(folder)
  const details = { hostInstitution: '', theme: '', venue: '', level: 'kabupaten', timeZone: 'Asia/Makassar' } as const
  createEvent(workspace, { ...details, name: 'PLM Kabupaten Maros 2023', days: ['2023-12-18'] }, Date.now())
  const event = workspace.current
  if (!event) throw new Error('no event')
  const participantIds = generatePeople(BADGES, 5, buildVocabulary('tuning')).map(({ name, ...person }) =>
    addPerson(event, name, person),
  )
  const caller = { deviceId: 'bench', deviceName: 'Bench', operator: '', role: 'admin' } as const
  const layoutId = getLayouts(event)[0]?.id
  const order = { participantIds, layoutId, target: 'dialog', printer: '' } as const
  const answer = queuePrint(event, caller, newId(), order, Date.now())
  workspace.close()
  if (answer.status !== 'queued') throw new Error(answer.status)
  return { path: event.path, jobId: answer.jobId }
}

function launch(): Promise<Browser> {
  const found = findBrowser()
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(found && { executablePath: found.path }),
  })
}

/** The path that every plain page gets too, and proof that a badge has no more than one. */
async function readPath(page: Page, address: string): Promise<string> {
  await page.goto(address)
  await page.evaluate('window.printPageReady')
  const paths = await page
    .locator('path')
    .evaluateAll(all => all.map(path => [path.getAttribute('d'), path.getAttribute('transform')] as const))
  if (paths.length !== 1) throw new Error(`a badge has ${paths.length} paths`)
  return `<path d="${paths[0]?.[0]}" transform="${paths[0]?.[1]}"/>`
}

/** Prints all documents of a job and joins them, both sides in the same way; in milliseconds. */
async function measure(print: (from: number, count: number) => Promise<Uint8Array>): Promise<number> {
  const startedAt = performance.now()
  const documents: Uint8Array[] = []
  for (const { from, count } of documentsOf(BADGES, 1)) documents.push(await print(from, count))
  await mergePdfs(documents)
  return performance.now() - startedAt
}

async function printBadges(page: Page, address: string): Promise<Uint8Array> {
  await page.goto(address)
  await page.evaluate('window.printPageReady')
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}

async function printPlain(page: Page, path: string, count: number): Promise<Uint8Array> {
  await page.goto('about:blank')
  await page.setContent(
    `<style>@page { size: 86mm 54mm; margin: 0 } body { margin: 0 } svg { display: block; width: 86mm; height: 54mm; break-after: page } svg:last-of-type { break-after: auto }</style>${`<svg viewBox="0 0 86 54">${path}</svg>`.repeat(count)}`,
  )
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}
