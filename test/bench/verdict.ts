import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { v7 as newId } from 'uuid'
import { WebSocketServer } from 'ws'
import { act } from '#main/features/audit/service.ts'
import { badgeIdentityOf, issueBadgeIn } from '#main/features/badges/code-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { findBrowser } from '../browser.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { startHost } from './host-client.ts'
import { buildVocabulary, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'

const PEOPLE = 20_000
const ROUNDS = 6
const SCANS_PER_ROUND = 20
const WARM_UP = 10
/** A scanner's, from key to key. */
const SCANNER_GAP_MS = 5
const TARGET_MS = 50
const ZONE = 'Asia/Makassar'

interface Badge {
  code: string
  name: string
}

declare global {
  /** Watches for the frame that shows this name. */
  var expectName: (name: string) => void
  /** When that frame was shown, in milliseconds after the Enter that asked for it. */
  var shownAfterMs: Promise<number>
  /** The name that the bare page is to be answered with. */
  var expectedName: string
}

/**
 * From the Enter of a scanner to the frame that shows the name of the person scanned, in Chromium, through the built host with
 * 20,000 people; beside it a page that sends a frame of the same size to a bare WebSocket, is answered with one of the same size once
 * the frame is durably in a bare SQLite file, and shows the name in a plain element. Both take the time that Chromium gives for the paint (Element Timing).
 */
export async function benchVerdict(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-verdict-'))
  const { path, badges } = makeEvent(folder)
  const host = await startHost(folder, ['--event', path])
  const found = findBrowser()
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(found && { executablePath: found.path }),
  })
  const bare = startBare(join(folder, 'bare.db'))
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    await context.addInitScript(installWatch)
    const desk = await context.newPage()
    const sizes = watchFrames(desk)
    await desk.goto(host.pageUrl)
    await desk.getByRole('combobox').waitFor()
    await scanAll(desk, badges.splice(0, WARM_UP))
    const plain = await context.newPage()
    await plain.goto(`${bare.url}?sent=${sizes.sent}&received=${sizes.received}`)
    await plain.locator('input').focus()
    await scanAll(plain, badges.slice(0, WARM_UP))
    const ours: number[] = []
    const limit: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const some = badges.splice(0, SCANS_PER_ROUND)
      limit.push(...(await scanAll(plain, some)))
      ours.push(...(await scanAll(desk, some)))
    }
    return [row(ours, limit, sizes.received)]
  } finally {
    await browser.close()
    bare.stop()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeEvent(folder: string): { path: string; badges: Badge[] } {
  const now = Date.now()
  const workspace = new Workspace(folder)
  const details = { level: 'nasional', hostInstitution: '', theme: '', venue: '', timeZone: ZONE } as const
  createEvent(workspace, { ...details, name: 'Bench', days: [dateInZone(now, ZONE)] }, now)
  const event = workspace.current
  if (!event) throw new Error('the event was not made')
  const people = generatePeople(PEOPLE, 1, buildVocabulary('tuning'))
  writePeople(event.db, people, now)
  const wanted = WARM_UP + ROUNDS * SCANS_PER_ROUND
  const step = Math.floor(PEOPLE / wanted)
  const chosen = people.filter((_person, index) => index % step === 0).slice(0, wanted)
  const identity = badgeIdentityOf(event)
  const caller = { deviceId: 'bench', deviceName: 'Bench', operator: '', role: 'admin' } as const
  const badges = act(event, caller, { actId: newId(), at: now, verb: 'test.set-up', subjectId: '' }, db => ({
    result: chosen.map(({ id, name }) => ({ name, code: issueBadgeIn(db, identity, id, now).code })),
    topics: [],
  }))
  const { path } = event
  workspace.close()
  return { path, badges }
}

/** Runs in the page. Marks the element that comes to hold the name before it is painted, and waits for what Chromium says of its paint. */
function installWatch(): void {
  let enteredAt = 0
  let wanted = ''
  let count = 0
  globalThis.addEventListener('keydown', ({ key, timeStamp }) => key === 'Enter' && (enteredAt = timeStamp), true)
  const mark = (): void => {
    if (wanted === '') return
    const holder = [...document.querySelectorAll('[data-verdict="welcome"] div, #plain div')].find(element =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(wanted)),
    )
    if (!holder || holder.hasAttribute('elementtiming')) return
    holder.setAttribute('elementtiming', `name-${count}`)
    wanted = ''
  }
  new MutationObserver(mark).observe(document, { childList: true, subtree: true, characterData: true })
  globalThis.expectName = name => {
    count += 1
    wanted = name
    globalThis.expectedName = name
    globalThis.shownAfterMs = new Promise(resolve => {
      const observer = new PerformanceObserver(list => {
        const entry = list.getEntries().find(each => (each as { identifier?: string }).identifier === `name-${count}`)
        if (!entry) return
        observer.disconnect()
        resolve((entry as PerformanceEntry & { renderTime: number }).renderTime - enteredAt)
      })
      observer.observe({ type: 'element' })
    })
  }
}

/** Scans one badge after the other, each when the one before has been shown. Durations in milliseconds. */
async function scanAll(page: Page, badges: readonly Badge[]): Promise<number[]> {
  await page.bringToFront()
  const durations: number[] = []
  for (const { code, name } of badges) {
    await page.evaluate(expected => globalThis.expectName(expected), name)
    const keys: Promise<void>[] = []
    // Not waiting for each key to be handled: a scanner does not either.
    for (const key of [...code, 'Enter']) {
      keys.push(page.keyboard.press(key))
      await setTimeout(SCANNER_GAP_MS)
    }
    await Promise.all(keys)
    durations.push(await page.evaluate(() => globalThis.shownAfterMs))
  }
  return durations
}

/** The sizes of the scan that was sent last, and of the largest answer so far, in characters. */
function watchFrames(page: Page): { sent: number; received: number } {
  const sizes = { sent: 0, received: 0 }
  page.on('websocket', socket => {
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('registration/scan')) sizes.sent = payload.length
    })
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('welcome')) sizes.received = Math.max(sizes.received, payload.length)
    })
  })
  return sizes
}

/** The least that any such page must do. */
const BARE_PAGE = `<!doctype html><meta charset="utf-8"><title>bare</title>
<input autofocus><main id="plain"></main>
<script type="module">
  const field = document.querySelector('input')
  const socket = new WebSocket(location.href.replace('http', 'ws'))
  const size = Number(new URLSearchParams(location.search).get('sent'))
  const names = new Map()
  socket.onmessage = ({ data }) => {
    const shown = document.createElement('div')
    shown.style.font = '700 44px serif'
    shown.textContent = JSON.parse(data).name
    document.querySelector('main').replaceChildren(shown)
    field.value = ''
  }
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return
    const frame = JSON.stringify({ name: expectedName, code: field.value })
    socket.send(frame.padEnd(size))
  })
</script>`

/** Writes each frame down durably before it answers, as a check-in must. */
function startBare(path: string): { url: string; stop: () => void } {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE frames (frame TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO frames VALUES (?)')
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(BARE_PAGE))
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket, request) => {
    const size = Number(new URL(request.url ?? '', 'http://bare').searchParams.get('received'))
    socket.on('message', frame => {
      insert.run(String(frame))
      socket.send(String(frame).trimEnd().padEnd(size))
    })
  })
  server.listen(0, '127.0.0.1')
  const stop = (): void => {
    for (const socket of sockets.clients) socket.terminate()
    server.close()
    db.close()
  }
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    },
    stop,
  }
}

function row(ours: readonly number[], limit: readonly number[], answerLength: number): BenchRow {
  const median = percentile(ours, 0.5)
  const p95 = percentile(ours, 0.95)
  const limitP95 = percentile(limit, 0.95)
  return {
    name: `scan to painted verdict, ${PEOPLE} people, ${ours.length} scans`,
    unit: 'ms',
    median,
    p95,
    limit: {
      name: `bare WebSocket, one durable row, ${Math.round(answerLength / 1024)} kB back, plain element`,
      median: percentile(limit, 0.5),
      p95: limitP95,
    },
    ratio: p95 / limitP95,
    target: `<= ${TARGET_MS} ms (p95)`,
    met: p95 <= TARGET_MS,
  }
}
