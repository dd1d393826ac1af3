import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { buildVocabulary, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'

const PEOPLE = 20_000
const RUNS = 9
const READY_MS = 600
const MEMORY_MB = 200
const ROOT = resolve(import.meta.dirname, '../..')
const HOST = join(ROOT, 'out/main/host.js')
const BARE = join(import.meta.dirname, 'bare-host.mjs')
const LIMIT_NAME = 'bare Fastify + better-sqlite3 + ws'

interface Running {
  process: ChildProcess
  readyMs: number
  url: string
}

/** From spawn to the ready line, and the memory after a desk's first minutes, with 20,000 people; a bare process on the same file beside it. */
export async function benchHostReady(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-host-'))
  try {
    const event = makeEvent(folder)
    const bareEvent = join(folder, 'bare.gelar')
    copyFileSync(event, bareEvent)
    const ready: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
    const memory: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
    for (let run = 0; run < RUNS; run++) {
      const host = await launch([HOST, '--event', event], folder)
      ready.ours.push(host.readyMs)
      await work(host.url)
      memory.ours.push(memoryMb(host.process))
      await stop(host.process)
      const bare = await launch([BARE, bareEvent], folder)
      ready.bare.push(bare.readyMs)
      memory.bare.push(memoryMb(bare.process))
      await stop(bare.process)
    }
    return [
      row(`host ready, ${PEOPLE} people`, 'ms', ready, READY_MS),
      row(`host memory, ${PEOPLE} people, after work`, 'MB', memory, MEMORY_MB),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeEvent(folder: string): string {
  const path = join(folder, 'bench.gelar')
  const workspace = new Workspace(folder)
  const details = { level: 'nasional', hostInstitution: '', theme: '', venue: '', timeZone: 'Asia/Makassar' } as const
  createEvent(workspace, { ...details, name: 'Bench', days: ['2026-11-22'], path }, Date.now())
  const event = workspace.current
  if (!event) throw new Error('the event was not made')
  writePeople(event.db, generatePeople(PEOPLE, 1, buildVocabulary('tuning')), Date.now())
  workspace.close()
  return path
}

/** A bench that fails must not leave a host behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

async function launch(args: readonly string[], folder: string): Promise<Running> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, GELAR_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const readyMs = performance.now() - startedAt
  const { ready, url } = JSON.parse(String(line)) as { ready: boolean; url: string }
  if (!ready) throw new Error(`not ready: ${String(line)}`)
  return { process: child, readyMs, url }
}

/** What a desk asks in its first minutes: the screens' lists and counters, then many searches. */
async function work(url: string): Promise<void> {
  const paired = await fetch(url, { redirect: 'manual' })
  const cookie = paired.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = async (path: string, input: unknown = {}): Promise<void> => {
    const answer = await fetch(new URL(`/api/${path}`, url), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  for (const path of ['events/current', 'registration/counters', 'participants/counts', 'participants/roles/list']) {
    await ask(path)
  }
  for (let round = 0; round < 4; round++) {
    for (const query of ['siti', 'aminah', 'moh', 'abdul rahman', 'desa ba', '0812', 'sity amina', 'khadijah']) {
      await ask('registration/search', { text: query })
    }
  }
}

/** Resident memory as Linux counts it; elsewhere there is no such file, and no figure. */
function memoryMb(child: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
  running.delete(child)
}

function row(name: string, unit: string, samples: Record<'ours' | 'bare', number[]>, most: number): BenchRow {
  const of = (values: number[]): { median: number; p95: number } => ({
    median: percentile(values, 0.5),
    p95: percentile(values, 0.95),
  })
  const ours = of(samples.ours)
  const bare = of(samples.bare)
  return {
    name,
    unit,
    ...ours,
    limit: { name: LIMIT_NAME, ...bare },
    ratio: ours.p95 / bare.p95,
    target: `<= ${most} ${unit} (median)`,
    met: ours.median <= most,
  }
}
