import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { type Client, connect, type RunningHost, startHost } from '#test/bench/host-client.ts'
import { findBrowser } from '#test/browser.ts'
import { shiftDate, startClock } from './clock.ts'
import { type PreparedEvent, prepareEvent } from './prepared-event.ts'

export const SIZE = { width: 1366, height: 768 }
/** The first day of the event, 07.41 in Makassar. */
const MORNING = Date.parse('2026-11-24T07:41:00+08:00')
const PICTURES = resolve(import.meta.dirname, '../../docs/panduan/gambar')
/** The same at every run: its path is seen in the pictures. */
const FOLDER = join(tmpdir(), 'Dokumen', 'Gelar')
const SCANNER_GAP_MS = 4
const PERSON_GAP_MS = 60
/** Drawers and notices slide in; a picture is taken when they stand. */
const SETTLE_MS = 450

/** The program in front of a camera: the host on a folder of its own, one page of a browser, one client beside it. */
export interface Studio {
  event: PreparedEvent
  folder: string
  page: Page
  client: Client
  host: RunningHost
  /** Saves what the page shows, or a part of it, as `docs/panduan/gambar/NAME.png`. */
  shoot(name: string, part?: Locator): Promise<void>
  /** Types as a person does, or as a USB scanner with its Enter. */
  type(text: string): Promise<void>
  scan(code: string): Promise<void>
  go(screen: string): Promise<void>
  /** Makes it another time of the first day: `13.10`. */
  setTime(time: string): Promise<void>
  close(): Promise<void>
}

/** Opens the studio on a fresh data folder; the old pictures are thrown away. */
export async function openStudio(): Promise<Studio> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const folder = FOLDER
  const setClock = startClock(`${FOLDER}.clock`, MORNING)
  const event = prepareEvent(folder)
  const host = await startHost(folder)
  const browser = await launch()
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  const { client, cookie, close } = await connect(host)
  const page = await openPage(browser, host, cookie, setClock(MORNING))
  return {
    event,
    folder,
    page,
    client,
    host,
    shoot: (name, part) => shoot(page, name, part),
    type: text => page.keyboard.type(text, { delay: PERSON_GAP_MS }),
    async scan(code) {
      await page.keyboard.type(code, { delay: SCANNER_GAP_MS })
      await page.keyboard.press('Enter')
    },
    async go(screen) {
      await page.goto(new URL(`/#/${screen}`, host.pageUrl).href)
    },
    async setTime(time) {
      const offsetMs = setClock(Date.parse(`2026-11-24T${time.replace('.', ':')}:00+08:00`))
      await showClock(page, offsetMs)
      await page.reload()
    },
    async close() {
      close()
      await browser.close()
      if (host.process.exitCode === null) await host.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function launch(): Promise<Browser> {
  const found = findBrowser()
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking', '--hide-scrollbars', '--font-render-hinting=none'],
    ...(found && { executablePath: found.path }),
  })
}

/** The page is let in as the same device as the client: the token is good for one visit only. */
async function openPage(browser: Browser, host: RunningHost, cookie: string, offsetMs: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: 'light',
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
  })
  await context.addInitScript(`(${shiftDate})(() => globalThis.pictureClockMs)`)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: new URL('/', host.pageUrl).href }])
  const page = await context.newPage()
  await showClock(page, offsetMs)
  page.setDefaultTimeout(15_000)
  await page.goto(new URL('/', host.pageUrl).href)
  return page
}

/** Pages read the newest of these when they are loaded. */
async function showClock(page: Page, offsetMs: number): Promise<void> {
  await page.context().addInitScript(`globalThis.pictureClockMs = ${offsetMs}`)
}

async function shoot(page: Page, name: string, part: Page | Locator = page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(SIZE.width - 1, SIZE.height - 1) // no hint of a button in the way
  await page.waitForTimeout(SETTLE_MS)
  await part.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled', caret: 'initial' })
  console.log(name)
}

const FRAME = 'display:inline-flex;gap:18px;padding:18px;background:#d9dfe0;align-items:flex-start'

/** Prints the samples of a layout (longest, shortest and a usual name) as PDF and sets its pages side by side. */
export async function shootBadges(studio: Studio, name: string, layoutId: string): Promise<void> {
  await shootPages(studio, name, `layout=${layoutId}`, 'all')
}

/** Draws a print page as PDF and sets these of its pages side by side; without poppler nothing. */
export async function shootPages(
  studio: Studio,
  name: string,
  query: string,
  which: 'all' | 'first' | 'first-and-last',
): Promise<void> {
  const paper = await studio.page.context().newPage()
  await paper.goto(new URL(`/print.html?${query}`, studio.host.pageUrl).href)
  await paper.waitForFunction('window.printPageReady')
  await paper.evaluate('window.printPageReady')
  const drawn = drawPages(
    studio.folder,
    name,
    await paper.pdf({ preferCSSPageSize: true, printBackground: true }),
    which === 'first' ? ['-l', '1'] : [],
  )
  const shown = drawn.filter((_, index) => {
    return which === 'all' || index === 0 || (which === 'first-and-last' && index === drawn.length - 1)
  })
  if (shown.length > 0) {
    const images = shown.map(png => `<img src="data:image/png;base64,${png.toString('base64')}">`)
    await paper.setContent(`<div style="${FRAME}">${images.join('')}</div>`)
    await paper.locator('div').screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  console.log(drawn.length > 0 ? `${name}: ${drawn.length} pages` : `${name}: not drawn, poppler is missing`)
  await paper.close()
}

function drawPages(folder: string, name: string, pdf: Uint8Array, range: readonly string[]): Buffer[] {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, pdf)
  if (spawnSync('pdftoppm', ['-r', '110', '-png', ...range, path, join(folder, name)]).status !== 0) return []
  const pages = readdirSync(folder).filter(file => file.startsWith(`${name}-`) && file.endsWith('.png'))
  return pages.toSorted().map(file => readFileSync(join(folder, file)))
}
