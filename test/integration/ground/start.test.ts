import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { tempFolder } from '../temp-folder.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const FIXTURE = join(ROOT, 'test/fixtures/events/schema-1.gelar')

interface Started {
  process: ChildProcess
  output: () => string
}

/** Starts an entry from its source, with a data folder of its own and nothing on the path: no browser, no Electron. */
function run(entry: 'host' | 'start', args: readonly string[], folder: string): Started {
  const { ELECTRON_OVERRIDE_DIST_PATH: _standIn, ...inherited } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'out/main', `${entry}.js`), ...args], {
    env: { ...inherited, PATH: '/nowhere', GELAR_DATA_DIR: folder, GELAR_NO_DOWNLOAD: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', data => (output += String(data)))
  return { process: child, output: () => output }
}

async function seen({ process: child, output }: Started, text: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = text.exec(output())
    if (found) return found
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output()}`)
    await new Promise(done => setTimeout(done, 20))
  }
}

function anEvent(folder: string): string {
  const path = join(folder, 'acara.gelar')
  copyFileSync(FIXTURE, path)
  return path
}

/** A desk that stays connected, as an open browser does; the host must be able to end all the same. */
async function connectDesk(url: URL): Promise<void> {
  const paired = await fetch(url, { redirect: 'manual' })
  const cookie = paired.headers.getSetCookie()[0]!.split(';')[0]!
  const socket = new WebSocket(`ws://${url.host}/rpc`, { headers: { cookie } })
  socket.on('error', () => {})
  await once(socket, 'open')
}

// They run what was built: `npm test` builds first.
describe.skipIf(!existsSync(join(ROOT, 'out/main/host.js')))('starting', () => {
  it('the host prints one line of JSON, serves, and leaves nothing open when it is stopped', async () => {
    const folder = tempFolder()
    const event = anEvent(folder)
    const host = run('host', ['--event', event, '--port', '0'], folder)
    const url = new URL((await seen(host, /"url":"([^"]+)"/))[1]!)
    expect(JSON.parse(host.output())).toEqual({ ready: true, url: url.href })
    expect(await (await fetch(new URL('/health', url))).json()).toMatchObject({ state: 'event-open' })
    const second = run('host', ['--event', event], folder)
    await once(second.process, 'exit')
    expect([second.process.exitCode, JSON.parse(second.output())]).toEqual([
      1,
      { ready: false, code: 'EVENT_FILE_REFUSED', problem: 'in-use', path: event },
    ])
    const samePort = run('host', ['--port', url.port], folder)
    await once(samePort.process, 'exit')
    expect(JSON.parse(samePort.output())).toEqual({ ready: false, code: 'PORT_IN_USE' })
    await connectDesk(url)
    host.process.kill('SIGTERM')
    await once(host.process, 'exit')
    expect([host.process.exitCode, readdirSync(folder).filter(name => /-(wal|shm|lock)$/.test(name))]).toEqual([0, []])
  })

  it('npm start says in one line that there is no Electron, needs no browser, and Ctrl+C ends all of it', async () => {
    const folder = tempFolder()
    const event = anEvent(folder)
    const first = run('start', ['--event', event], folder)
    const address = (await seen(first, /Gelar: (http\S+)/))[1]!
    expect(first.output().split('\n')[0]).toContain('Electron tidak tersedia di komputer ini')
    const second = run('start', ['--event', event], folder)
    await once(second.process, 'exit')
    expect([second.process.exitCode, second.output()]).toEqual([
      1,
      expect.stringContaining(`acara itu sedang dibuka Gelar lain; tutup dahulu di sana (${event})`),
    ])
    first.process.kill('SIGINT')
    await once(first.process, 'exit')
    expect(first.process.exitCode).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })
})
