// What every spec starts from: a data folder of its own, the desktop program (Electron or its stand-in) and the host
// (plain Node, driven through a browser). `shells` runs one spec in both.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** True when the specs drive a real Electron; printers and second displays are then the machine's own. */
export const isRealElectron = !process.env['ELECTRON_OVERRIDE_DIST_PATH']

type Environment = Record<string, string>

/** How a program is started: further environment, and a CommonJS module that runs before anything of its own. */
export interface Start {
  env?: Environment
  preload?: string
}

/** How to start the host: the event file to serve, further arguments and environment. */
export interface HostOptions extends Start {
  event?: string
  args?: string[]
}

/** A running host. `url` carries the one-time token and changes with every start. */
export interface Host {
  url: string
  process: ChildProcess
  /** Ends the process (SIGTERM unless told) and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Ends it the hard way, as a power cut would, and starts it again on the same data. */
  restart(): Promise<void>
}

/** One program under test in one of its shells. `page` is a new object after `restart()`. */
export interface Shell {
  shellName: ShellName
  page: Page
  /** The desktop program, to script its dialogs; null in front of the host. */
  app: ElectronApplication | null
  /** Ends the program (the host the hard way) and starts it again on the same data. */
  restart(): Promise<void>
  /** Ends the program for good, so that its files can be looked at. */
  end(): Promise<void>
}

export type ShellName = 'desktop' | 'host'

/** The shells a spec is run in: `for (const shell of shells) test(..., async ({ openShell }) => ... openShell(shell))`. */
export const shells: readonly ShellName[] = ['desktop', 'host']

interface Fixtures {
  dataDir: string
  launchDesktop(env?: Environment, app?: string, preload?: string): Promise<ElectronApplication>
  desktop: ElectronApplication
  window: Page
  launchHost(options?: HostOptions): Promise<Host>
  openShell(shell: ShellName, start?: Start): Promise<Shell>
}

/** Our own environment, but for the colours that Playwright asks of its workers. */
function inherited(): Environment {
  const { FORCE_COLOR: _forced, ...env } = process.env
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]))
}

async function gone(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

/** Reads the one line of JSON with which the host says that it is ready. */
async function readyUrl(child: ChildProcess): Promise<string> {
  const { promise, resolve: done, reject } = Promise.withResolvers<string>()
  child.once('exit', code => reject(new Error(`the host ended with ${code} before it was ready`)))
  createInterface({ input: child.stdout! }).on('line', line => {
    if (!line.startsWith('{"ready":')) return
    const { ready, url } = JSON.parse(line) as { ready: boolean; url: string }
    if (ready) done(url)
    else reject(new Error(`the host refused to start: ${line}`))
  })
  return promise
}

async function startHost(dataDir: string, { event, args = [], env = {}, preload }: HostOptions): Promise<Host> {
  const given = [
    ...(preload ? ['-r', preload] : []),
    'out/main/host.js',
    ...(event ? ['--event', event] : []),
    '--port',
    '0',
    ...args,
  ]
  const start = async (): Promise<Pick<Host, 'url' | 'process'>> => {
    const child = spawn(process.execPath, given, {
      cwd: root,
      env: { ...inherited(), GELAR_DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { url: await readyUrl(child), process: child }
  }
  const host: Host = {
    ...(await start()),
    kill: (signal = 'SIGTERM') => gone(host.process, signal),
    async restart() {
      await host.kill('SIGKILL')
      Object.assign(host, await start())
    },
  }
  return host
}

/** Closes the desktop program; does nothing when it has already ended. */
async function closeDesktop(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await app.close()
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  dataDir: async ({}, use, info) => {
    const folder = info.outputPath('data')
    mkdirSync(folder, { recursive: true })
    await use(folder)
  },
  launchDesktop: async ({ dataDir }, use) => {
    const running: (() => Promise<void>)[] = []
    await use(async (env = {}, app = root, preload) => {
      const args = [
        ...(preload ? ['-r', preload] : []),
        ...(process.platform === 'linux' && isRealElectron ? ['--no-sandbox'] : []),
        app,
      ]
      const launched = await _electron.launch({
        args,
        cwd: root,
        env: { ...inherited(), GELAR_DATA_DIR: dataDir, ...env },
      })
      const child = launched.process() // not to be asked for later, when it may have ended
      running.push(() => closeDesktop(launched, child))
      return launched
    })
    await Promise.all(running.map(close => close()))
  },
  desktop: async ({ launchDesktop }, use) => use(await launchDesktop()),
  window: async ({ desktop }, use) => use(await firstPage(desktop)),
  launchHost: async ({ dataDir }, use) => {
    const hosts: Host[] = []
    await use(async (options = {}) => {
      const host = await startHost(dataDir, options)
      hosts.push(host)
      return host
    })
    await Promise.all(hosts.map(host => host.kill('SIGKILL')))
  },
  openShell: async ({ launchDesktop, launchHost, context }, use) => {
    const openDesktop = async ({ env, preload }: Start): Promise<Shell> => {
      const launch = (): Promise<ElectronApplication> => launchDesktop(env, root, preload)
      let app = await launch()
      const shell: Shell = {
        shellName: 'desktop',
        page: await firstPage(app),
        app,
        async restart() {
          await app.close()
          app = await launch()
          Object.assign(shell, { app, page: await firstPage(app) })
        },
        end: () => app.close(),
      }
      return shell
    }
    const openHost = async (start: Start): Promise<Shell> => {
      const host = await launchHost(start)
      const shell: Shell = {
        shellName: 'host',
        page: await context.newPage(),
        app: null,
        async restart() {
          await host.restart()
          await shell.page.close()
          shell.page = await context.newPage()
          await shell.page.goto(host.url)
        },
        end: () => host.kill(),
      }
      await shell.page.goto(host.url)
      return shell
    }
    await use((shell, start = {}) => (shell === 'desktop' ? openDesktop(start) : openHost(start)))
  },
})

/** The first window, once it has left about:blank. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL(url => url.href !== 'about:blank', { waitUntil: 'domcontentloaded' })
  return page
}

export { expect } from '@playwright/test'
