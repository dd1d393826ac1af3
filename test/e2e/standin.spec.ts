// Proves the machinery of the other specs on a tiny app of its own. It holds in real Electron too, but for what is marked.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { findPoppler } from '../browser.ts'
import { expect, firstPage, isRealElectron, test as base } from './fixtures.ts'

const fixture = resolve(import.meta.dirname, '../fixtures/standin-app')

interface Bridge {
  call(channel: string, value?: unknown): Promise<unknown>
  onPush(listener: (value: unknown) => void): void
}
interface Printer {
  name: string
}
interface Standin {
  printers: Printer[]
  printJobs: { options: object; file: string }[]
}
declare global {
  var bridge: Bridge
  var standin: Standin
  var port: MessagePort
  var got: unknown[]
  var refused: string[]
  var closedPorts: number
  var second: Promise<string>
}

const test = base.extend<{ app: ElectronApplication; page: Page }>({
  app: async ({ launchDesktop }, use) => use(await launchDesktop({}, fixture)),
  page: async ({ app }, use) => use(await firstPage(app)),
})

/** [pages, width mm, height mm]; Chromium rounds a page up by as much as 0.4 mm. */
function pdfSize(file: string): number[] {
  const text = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(text)!
  const pages = Number(/Pages:\s+(\d+)/.exec(text)![1])
  return [pages, Math.round((Number(width) / 72) * 25.4), Math.round((Number(height) / 72) * 25.4)]
}

test('values cross IPC as structured clones, and errors as words', async ({ page }) => {
  const kinds = await page.evaluate(() => {
    const simple = { d: new Date(0), u: undefined, b: 5n, n: Number.NaN, r: /x/g, e: new TypeError('t'), $: 1 }
    const full = { m: new Map([[1, new Set([2])]]), a: new Uint8Array([1, 2]), f: new Float64Array([0.5]) }
    return bridge.call('kinds', { ...simple, ...full })
  })
  const simple = 'd:Date u:Undefined b:BigInt n:Number r:RegExp e:Error $:Number'
  expect(kinds).toEqual(`${simple} m:Map a:Uint8Array f:Float64Array`.split(' '))
  const back = await page.evaluate(async () => {
    const sent = { m: new Map([[1, new Set([2])]]), f: new Float64Array([0.5]), b: 5n, z: -0, $: { v: 1 } }
    const value = (await bridge.call('echo', sent)) as typeof sent
    return [value.m.get(1)?.has(2), value.f[0], value.b === 5n, Object.is(value.z, -0), value.$.v]
  })
  expect(back).toEqual([true, 0.5, true, true, 1])
  const message = (channel: string, sendFunction = false): Promise<string> =>
    page.evaluate(
      ([name, withFunction]) =>
        bridge.call(name!, withFunction ? { f() {} } : 1).then(
          () => 'no error',
          (error: Error) => error.message,
        ),
      [channel, sendFunction ? 'yes' : ''],
    )
  expect(await message('echo', true)).toBe('An object could not be cloned.')
  expect(await message('nope')).toBe("Error invoking remote method 'nope': Error: No handler registered for 'nope'")
  expect(await message('fail')).toBe("Error invoking remote method 'fail': TypeError: no such thing")
})

test('a thousand pushes arrive in order', async ({ app, page }) => {
  await page.evaluate(() => {
    globalThis.got = []
    bridge.onPush(value => globalThis.got.push(value))
  })
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    for (let n = 0; n < 1000; n += 1) window!.webContents.send('push', n)
  })
  await expect.poll(() => page.evaluate(() => globalThis.got.length)).toBe(1000)
  expect(await page.evaluate(() => globalThis.got.every((value, index) => value === index))).toBe(true)
})

test('a port comes from the main process, another goes there, and both carry 12 MB', async ({ app, page }) => {
  // The main process hands a port over with a message already waiting in it.
  await page.evaluate(() => {
    globalThis.got = []
    window.addEventListener('message', event => {
      if (event.data !== 'port') return
      globalThis.port = event.ports[0]!
      globalThis.port.addEventListener('message', message => globalThis.got.push(message.data))
      globalThis.port.start()
    })
  })
  await app.evaluate(async ({ BrowserWindow, MessageChannelMain }) => {
    const { port1, port2 } = new MessageChannelMain()
    port1.postMessage('posted before the hand-over')
    port1.on('message', message => port1.postMessage(message.data))
    port1.on('close', () => {
      globalThis.closedPorts = 100
    })
    port1.start()
    BrowserWindow.getAllWindows()[0]!.webContents.postMessage('port', null, [port2])
  })
  await expect.poll(() => page.evaluate(() => globalThis.got)).toEqual(['posted before the hand-over'])

  const roundTrip = (giveAway: boolean, size: number): Promise<number[]> =>
    page.evaluate(
      async ([give, length]) => {
        const channel = new MessageChannel()
        if (give) window.postMessage('give-port', '*', [channel.port2])
        const used = give ? channel.port1 : globalThis.port
        const answered = new Promise<Uint8Array>(done => {
          used.addEventListener('message', message => done(message.data as Uint8Array), { once: true })
        })
        used.start()
        const bytes = new Uint8Array(length).fill(7)
        used.postMessage(bytes, [bytes.buffer])
        const answer = await answered
        if (give) used.close()
        return [answer.length, answer[0]!, answer.at(-1)!]
      },
      [giveAway, size] as const,
    )
  expect(await roundTrip(false, 12 << 20)).toEqual([12 << 20, 7, 7])
  expect(await roundTrip(true, 1 << 20)).toEqual([1 << 20, 7, 7])

  await expect.poll(() => app.evaluate(() => globalThis.closedPorts)).toBeGreaterThan(0) // the page closed its own
  await page.reload()
  await expect.poll(() => app.evaluate(() => globalThis.closedPorts)).toBe(100) // its page has gone
})

test('the page is bare, frozen and locked in', async ({ app, page }) => {
  const seen = await page.evaluate(() => [
    Object.isFrozen(bridge),
    'require' in globalThis || 'process' in globalThis,
    Object.keys(globalThis).filter(key => /standin/i.test(key)).length,
    window.open('https://example.org/opened') === null,
  ])
  expect(seen).toEqual([true, false, 0, true])
  await page.getByText('A link out').click()
  await page.getByText('A way out').click()
  const refused = ['https://example.org/opened', 'https://example.org/linked', 'https://example.org/away']
  await expect.poll(() => app.evaluate(() => globalThis.refused)).toEqual(refused)
  await expect(page.getByRole('heading')).toHaveText('Stand-in app')
  await expect.poll(() => app.windows().length).toBe(1)
  await page.reload()
  expect(await page.evaluate(() => bridge.call('echo', 'after reload'))).toBe('after reload')
  const isStillThere = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window!.once('close', event => event.preventDefault())
    window!.close()
    return !window!.isDestroyed() && window!.webContents.getURL()
  })
  expect(isStillThere).toBe('app://fixture/page.html')
})

test('a PDF and a print job have the size that was asked for', async ({ app, page, dataDir }) => {
  test.skip(!findPoppler(), 'needs poppler (pdfinfo)')
  const file = join(dataDir, 'page.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  const made = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const inches = { width: 86 / 25.4, height: 54 / 25.4 }
    const margins = { top: 0, bottom: 0, left: 0, right: 0 }
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: inches, margins })
    return { ...(await dialog.showSaveDialog({})), base64: pdf.toString('base64') }
  })
  writeFileSync(made.filePath, Buffer.from(made.base64, 'base64'))
  expect(pdfSize(file)).toEqual([1, 86, 54])

  test.skip(isRealElectron, 'needs a printer')
  const print = (): Promise<string> =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>(done => {
          const microns = { width: 86_000, height: 54_000 }
          const options = {
            silent: true,
            deviceName: 'Zebra',
            pageSize: microns,
            margins: { marginType: 'none' },
          } as const
          BrowserWindow.getAllWindows()[0]!.webContents.print(options, (ok, reason) => done(`${ok} ${reason}`))
        }),
    )
  expect(await print()).toBe('false No printers available on the network')
  await app.evaluate(() => void globalThis.standin.printers.push({ name: 'Epson' }))
  expect(await print()).toBe('false Invalid deviceName provided')
  await app.evaluate(() => void globalThis.standin.printers.push({ name: 'Zebra' }))
  expect(await print()).toBe('true ')
  const [job] = await app.evaluate(() => globalThis.standin.printJobs)
  expect(job!.options).toMatchObject({ silent: true, deviceName: 'Zebra' })
  expect(pdfSize(job!.file)).toEqual([1, 86, 54])
  expect(await page.title()).toBe('Stand-in app')
})

test('a second copy hands over, and a killed one can be started again', async ({ launchDesktop, dataDir }) => {
  const first = await launchDesktop({}, fixture)
  await firstPage(first)
  await first.evaluate(({ app }) => {
    globalThis.second = new Promise(done => app.once('second-instance', (_event, argv) => done(argv.join(' '))))
  })
  const args = [...(isRealElectron ? ['--no-sandbox'] : []), fixture, 'opened.gelar']
  const env = { ...process.env, GELAR_DATA_DIR: dataDir }
  const copy = spawn(first.process().spawnfile, args, { env, stdio: 'ignore' })
  const exited = once(copy, 'exit')
  expect(await first.evaluate(() => globalThis.second)).toContain('opened.gelar')
  expect((await exited)[0]).toBe(0)
  const closed = once(first.process(), 'exit')
  first.process().kill('SIGKILL')
  await closed
  const again = await launchDesktop({}, fixture)
  await expect((await firstPage(again)).getByRole('heading')).toHaveText('Stand-in app')
})

test('a window goes to the second display and full screen there', async ({ launchDesktop }) => {
  test.skip(isRealElectron, 'needs a second display')
  const displays = [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]
  const app = await launchDesktop({ STANDIN_DISPLAYS: JSON.stringify(displays) }, fixture)
  const page = await firstPage(app)
  const place = (): Promise<number[]> => page.evaluate(() => [innerWidth, innerHeight, screenX])
  await expect.poll(place).toEqual([800, 500, 0])
  const moved = await app.evaluate(({ BrowserWindow, Menu, screen }) => {
    const { x, y } = screen.getAllDisplays()[1]!.bounds
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: x + 10, y: y + 10, width: 700, height: 400 })
    Menu.getApplicationMenu()!.getMenuItemById('full')!.click()
    return BrowserWindow.getAllWindows()[0]!.isFullScreen()
  })
  expect(moved).toBe(true)
  await expect.poll(place).toEqual([1280, 720, 1920])
})

test('what the stand-in lacks throws', async ({ app, page }) => {
  test.skip(isRealElectron, 'about the stand-in')
  const error = (name: 'utilityProcess' | 'app' | 'window'): Promise<string> =>
    app.evaluate((electron, what) => {
      try {
        if (what === 'app') electron.app.relaunch()
        else if (what === 'window') return new electron.BrowserWindow({ webPreferences: { sandbox: false } }).getTitle()
        else electron.utilityProcess.fork('x.js')
        return 'nothing'
      } catch (thrown) {
        return (thrown as Error).message
      }
    }, name)
  expect(await error('app')).toBe('electron stand-in: app.relaunch is not there')
  expect(await error('utilityProcess')).toBe('electron stand-in: utilityProcess.fork is not there')
  expect(await error('window')).toBe('electron stand-in: a page without sandbox and isolation is not there')
  await expect(page.getByRole('heading')).toBeVisible()
})
