// `npm run bench`: measures, prints a table, writes docs/measurements/bench.json. `-- --only NAME` runs one module and
// replaces only its rows. A target that is missed says so.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import packageJson from '../../package.json' with { type: 'json' }
import type { BenchRow } from './bench-row.ts'

/** One file each, with one exported function `bench…` that measures and gives its rows. */
const MODULES = ['check-in', 'door', 'search', 'import', 'verdict', 'badges', 'host-ready', 'recap', 'daftar-hadir']
const REPORT = resolve(import.meta.dirname, '../../docs/measurements/bench.json')

type ReportRow = BenchRow & { module: string }
interface Report {
  measuredAt: string
  versions: Record<string, string>
  machine: Record<string, string | number>
  rows: ReportRow[]
}

async function measure(module: string): Promise<ReportRow[]> {
  const loaded = (await import(`./${module}.ts`)) as Record<string, unknown>
  const bench = Object.entries(loaded).find(([name]) => name.startsWith('bench'))?.[1]
  if (typeof bench !== 'function') throw new Error(`test/bench/${module}.ts exports no bench function`)
  const rows = (await (bench as () => Promise<BenchRow[]>)()) satisfies BenchRow[]
  return rows.map(row => ({ module, ...row }))
}

function rowsSoFar(): ReportRow[] {
  if (!existsSync(REPORT)) return []
  return (JSON.parse(readFileSync(REPORT, 'utf8')) as Report).rows
}

/** The rows of what ran now in place of their older ones, in the order of the modules. */
function merge(measured: ReportRow[], ran: readonly string[]): ReportRow[] {
  const all = [...rowsSoFar().filter(row => !ran.includes(row.module)), ...measured]
  return MODULES.flatMap(module => all.filter(row => row.module === module))
}

function writeReport(rows: ReportRow[]): void {
  const sqlite = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get() as string
  const report: Report = {
    measuredAt: new Date().toISOString(),
    versions: { gelar: packageJson.version, node: process.version, sqlite },
    machine: {
      system: `${process.platform} ${release()}`,
      processor: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryMb: Math.round(totalmem() / 1024 / 1024),
    },
    rows,
  }
  mkdirSync(dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify(report, rounded, 2)}\n`)
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value
}

function asTable(rows: readonly ReportRow[]): string {
  const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const lines = rows.map(row => [
    row.met ? 'met' : 'MISSED',
    row.name,
    `${figure(row.median)} / ${figure(row.p95)} ${row.unit}`,
    `${figure(row.limit.median)} / ${figure(row.limit.p95)}  ${row.limit.name}`,
    `${row.ratio.toFixed(2)}x`,
    row.target,
  ])
  const table = [['', 'figure', 'median / p95', 'limit or peer, same run', 'ratio', 'target'], ...lines]
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...table.map(line => line[column]?.length ?? 0)))
  return table.map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const present = MODULES.filter(module => existsSync(resolve(import.meta.dirname, `${module}.ts`)))
const wanted = present.filter(module => values.only === undefined || module === values.only)
if (wanted.length === 0) throw new Error(`no such bench: ${values.only}; there are ${present.join(', ')}`)
const measured: ReportRow[] = []
for (const module of wanted) {
  console.log(`measuring ${module} ...`)
  measured.push(...(await measure(module)))
}
writeReport(merge(measured, wanted))
console.log(`\n${asTable(measured)}\n`)
