import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../..')
const DOWNLOAD_LIMIT_MS = 180_000
/** A desktop that fails sooner than this could not start at all: no screen, a missing system library. */
const FAILED_START_MS = 8000

/** Why an event file given on the command line is not served, in the words of the person at the terminal. */
const REFUSALS: Record<string, string> = {
  'not-found': 'berkas itu tidak ditemukan',
  'is-folder': 'itu folder, bukan berkas acara',
  'not-gelar': 'itu bukan berkas acara Gelar',
  unreadable: 'berkas itu tidak boleh dibaca',
  'from-the-future': 'berkas itu dibuat dengan Gelar yang lebih baru',
  'read-only': 'berkas itu hanya bisa dibaca',
  'disk-full': 'penyimpanan penuh',
  damaged: 'berkas itu rusak',
  'in-use': 'acara itu sedang dibuka Gelar lain; tutup dahulu di sana',
}

/** `npm start`: the desktop program, or the same in the browser where Electron's runtime can't be had. */
async function start(): Promise<void> {
  const electron = electronPath() ?? (await downloadElectron())
  if (electron && (await runDesktop(electron))) return
  say(
    electron
      ? 'Jendela Gelar tidak dapat dibuka di komputer ini; Gelar dibuka di browser dengan data yang sama.'
      : 'Electron tidak tersedia di komputer ini; Gelar dibuka di browser dengan data yang sama.',
  )
  await runInBrowser()
}

/** Runs the desktop until it is closed; false when it could not start. */
async function runDesktop(electron: string): Promise<boolean> {
  const startedAt = performance.now()
  const desktop = spawn(electron, [ROOT, ...process.argv.slice(2)], { stdio: 'inherit', env: withoutNodeMode() })
  const passOn = passSignalsTo(desktop)
  const code = await new Promise<number | null>(done => desktop.on('exit', done).on('error', () => done(null)))
  if (!passOn.wasAsked && code !== 0 && performance.now() - startedAt < FAILED_START_MS) return false
  process.exitCode = code ?? 0
  return true
}

async function runInBrowser(): Promise<void> {
  const host = spawn(process.execPath, [join(import.meta.dirname, 'host.js'), ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  passSignalsTo(host)
  host.on('exit', code => (process.exitCode = code ?? 0))
  const url = await readUrl(host)
  say(`Gelar: ${url}`)
  say('Ctrl+C menutup Gelar.')
  openBrowser(url)
}

/** Ctrl+C, a closed terminal or the system's request to stop end the child first; this process ends with it. */
function passSignalsTo(child: ChildProcess): { wasAsked: boolean } {
  const asked = { wasAsked: false }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked.wasAsked = true
      child.kill(signal)
    })
  }
  return asked
}

/** The path of Electron's binary when it is there. npm's `electron` package downloads it on first use, so it is not asked. */
function electronPath(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return join(override, process.platform === 'win32' ? 'electron.cmd' : 'electron')
  const folder = electronFolder()
  const pathFile = folder && join(folder, 'path.txt')
  if (!folder || !pathFile || !existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

function electronFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

async function downloadElectron(): Promise<string | undefined> {
  const folder = electronFolder()
  const installer = folder && join(folder, 'install.js')
  if (!installer || !existsSync(installer) || process.env['GELAR_NO_DOWNLOAD']) return undefined
  say('Mengambil Electron (sekali saja) ...')
  const download = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS })
  await new Promise(done => download.on('exit', done).on('error', done))
  return electronPath()
}

/** The address from the host's one line; rejects with words when it has none. */
function readUrl(host: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    const lines = createInterface({ input: host.stdout as NodeJS.ReadableStream })
    lines.once('line', line => {
      const answer = JSON.parse(line) as {
        ready: boolean
        url?: string
        code?: string
        problem?: string
        path?: string
      }
      if (answer.ready && answer.url) return resolveUrl(answer.url)
      const words = REFUSALS[answer.problem ?? ''] ?? answer.code ?? 'program berhenti'
      return reject(new Error(answer.path ? `${words} (${answer.path})` : words))
    })
    lines.once('close', () => reject(new Error('program berhenti sebelum siap')))
  })
}

function openBrowser(url: string): void {
  if (process.env['GELAR_NO_BROWSER']) return
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '""', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url]
  // Where there is no browser to open, the address above can be opened by hand.
  spawn(command as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

function withoutNodeMode(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _removed, ...environment } = process.env
  return environment
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

start().catch((error: unknown) => {
  say(`Gelar tidak dapat dimulai: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
