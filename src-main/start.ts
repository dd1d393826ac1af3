import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../..')
const DOWNLOAD_LIMIT_MS = 180_000

/** `npm start`: the desktop program, or the same in the browser where Electron's runtime can't be had. */
async function start(): Promise<void> {
  const electron = electronPath() ?? (await downloadElectron())
  if (electron) {
    spawn(electron, [ROOT], { stdio: 'inherit', env: withoutNodeMode() }).on('exit', code => process.exit(code ?? 0))
    return
  }
  say('Electron tidak tersedia di komputer ini; Gelar dibuka di browser dengan data yang sama.')
  const host = spawn(process.execPath, [join(import.meta.dirname, 'host.js')], { stdio: ['ignore', 'pipe', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal))
  host.on('exit', code => process.exit(code ?? 0))
  const url = await readUrl(host)
  say(`Gelar: ${url}`)
  openBrowser(url)
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

function readUrl(host: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    const lines = createInterface({ input: host.stdout as NodeJS.ReadableStream })
    lines.once('line', line => {
      const answer = JSON.parse(line) as { ready: boolean; url?: string; code?: string }
      if (answer.ready && answer.url) resolveUrl(answer.url)
      else reject(new Error(answer.code ?? 'host failed'))
    })
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
  say(`Gelar tidak dapat dimulai: ${String(error)}`)
  process.exitCode = 1
})
