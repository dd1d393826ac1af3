import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { paperRequestSchema } from '#main/features/documents/contract.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { findBrowser } from '#test/browser.ts'
import { makePaperEvent } from '#test/fixtures/paper-event.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { startHost } from './host-client.ts'

const PEOPLE = 1100
const RUNS = 5

/**
 * A daftar hadir of 1,100 people to PDF, from the address of its print page to the bytes, in pages a second; beside it as many plain
 * pages of the same size, with the same texts as plain lines.
 */
export async function benchDaftarHadir(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  const workspace = new Workspace(folder)
  const { path } = makePaperEvent(workspace, PEOPLE)
  workspace.close()
  const host = await startHost(folder, ['--event', path])
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(host.pageUrl)
    const request = JSON.stringify(paperRequestSchema.parse({ paper: 'daftar-hadir' }))
    const address = new URL(`/print.html?document=${encodeURIComponent(request)}`, host.pageUrl).href
    const pageCount = (await PDFDocument.load(await printPaper(page, address))).getPageCount()
    const texts = await textsOf(page)
    const ours: number[] = []
    const plain: number[] = []
    for (let run = 0; run <= RUNS; run++) {
      const plainMs = await timed(() => printPlain(page, texts, pageCount))
      const oursMs = await timed(() => printPaper(page, address))
      // The first round warms up the browser's caches for both.
      if (run === 0) continue
      plain.push((pageCount * 1000) / plainMs)
      ours.push((pageCount * 1000) / oursMs)
    }
    return [row(ours, plain, pageCount)]
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true })
  }
}

function row(ours: number[], plain: number[], pageCount: number): BenchRow {
  const [median, limit] = [percentile(ours, 0.5), percentile(plain, 0.5)]
  return {
    name: `daftar hadir, ${PEOPLE} people, ${pageCount} pages to PDF`,
    unit: 'pages/s',
    median,
    // The slow end of a rate is its low one.
    p95: percentile(ours, 0.05),
    limit: { name: 'plain pages, same texts', median: limit, p95: percentile(plain, 0.05) },
    ratio: median / limit,
    target: 'stated beside the limit',
    met: true,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function launch(): Promise<Browser> {
  const found = findBrowser()
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(found && { executablePath: found.path }),
  })
}

async function printPaper(page: Page, address: string): Promise<Uint8Array> {
  await page.goto(address)
  await page.evaluate('window.printPageReady')
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}

/** Every line of text of the paper that stands in the page. */
async function textsOf(page: Page): Promise<string[]> {
  return (await page.locator('body').innerText()).split('\n').filter(line => line.trim() !== '')
}

async function printPlain(page: Page, texts: readonly string[], pageCount: number): Promise<Uint8Array> {
  const perPage = Math.ceil(texts.length / pageCount)
  const escaped = texts.map(text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  const pages = Array.from({ length: pageCount }, (_, index) =>
    escaped.slice(index * perPage, (index + 1) * perPage).join(' '),
  )
  await page.goto('about:blank')
  await page.setContent(
    `<style>@page { size: 330mm 215mm; margin: 0 } body { margin: 0; font-size: 9pt } section { width: 330mm; height: 215mm; overflow: hidden; break-after: page } section:last-of-type { break-after: auto }</style>${pages.map(text => `<section>${text}</section>`).join('')}`,
  )
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}
