// The single steps of `npm test` and `npm run check`: each runs one tool and counts what it proved.
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { styleText } from 'node:util'

const root = resolve(import.meta.dirname, '..')

/** What a step proved. `note` says in a few words what went wrong or was left out. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
  note?: string
}

/** One line of the summary: a named piece of work that never throws but counts a failure. */
export interface Step {
  name: string
  run(): Promise<Counts>
}

interface Ended {
  code: number
  output: string
}

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 }
const failed = (note: string): Counts => ({ passed: 0, failed: 1, skipped: 0, note })

/** Runs a program without a shell. `isQuiet` keeps its output for the caller instead of showing it. */
function run(command: string, args: string[], isQuiet: boolean, env: Record<string, string> = {}): Promise<Ended> {
  const colour = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += String(chunk)))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', code => done({ code: code ?? 1, output }))
  })
}

/** Runs a script of package.json, with the npm that runs us. */
function runScript(name: string): Promise<Ended> {
  const npm = process.env['npm_execpath']
  const args = ['run', '--silent', name]
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args], true) : run('npm', args, true)
}

/** The JavaScript behind a tool of node_modules, so that it can be run by this very Node on every system. */
function toolPath(packageName: string, tool: string): string {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[tool]
  if (!path) throw new Error(`${packageName} has no ${tool}`)
  return join(folder, path)
}

function complain({ output }: Ended): void {
  process.stdout.write(`${output.trimEnd()}\n`)
}

/** A static check: one script of package.json that counts as one test; `verify` may still find fault with its output. */
export function scriptStep(name: string, script: string, verify?: (output: string) => string | undefined): Step {
  return {
    name,
    async run() {
      const ended = await runScript(script)
      const fault = ended.code === 0 ? verify?.(ended.output) : `npm run ${script}`
      if (!fault) return PASSED
      complain(ended)
      return failed(fault)
    },
  }
}

/** Layers hold only when dependency-cruiser really read the sources: a parser that gives up finds no violations either. */
export function layersStep(): Step {
  return scriptStep('layers', 'layers', output => {
    const [, modules = '0', dependencies = '0'] = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(output) ?? []
    const sources = globSync('src-{main,renderer}/**/*.{ts,tsx}', { cwd: root }).length
    const hasReadAll = Number(modules) >= sources * 0.9 && Number(dependencies) >= sources
    return hasReadAll ? undefined : `read ${modules} modules and ${dependencies} imports of ${sources} files`
  })
}

/** Runs `work` with the path of a JSON report, and reads the report. Undefined when none was written. */
async function withReport<T>(work: (file: string) => Promise<Ended>): Promise<{ code: number; report: T | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-report-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await work(file)
    return { code, report: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A runner that says no while none of its tests failed (a file that could not be read, an error in the air) has failed. */
function judged(code: number, counts: Counts, name: string): Counts {
  if (code === 0 || counts.failed > 0) return counts
  return { ...counts, failed: 1, note: `${name} ended with ${code}` }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Unit, integration and architecture tests; `folders` narrows them down. */
export function vitestStep(name: string, folders: string[]): Step {
  return {
    name,
    async run() {
      const { code, report } = await withReport<VitestReport>(file => {
        const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
        const args = ['run', '--config', 'test/vitest.config.ts', ...reporters, ...folders]
        return run(process.execPath, [toolPath('vitest', 'vitest'), ...args], false)
      })
      if (!report) return failed('vitest wrote no report')
      const unread = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
      const counts = {
        passed: report.numPassedTests,
        failed: report.numFailedTests + unread.length,
        skipped: report.numPendingTests + report.numTodoTests,
      }
      return counts.passed + counts.failed === 0 ? failed('no test was run') : judged(code, counts, 'vitest')
    },
  }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** End to end in both shells, on the build of the step before. */
export function playwrightStep(): Step {
  return {
    name: 'end to end',
    async run() {
      const { code, report } = await withReport<PlaywrightReport>(file => {
        const args = ['test', '--config', 'test/playwright.config.ts', '--reporter=list,json']
        const cli = toolPath('@playwright/test', 'playwright')
        return run(process.execPath, [cli, ...args], false, { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
      })
      if (!report) return failed('playwright wrote no report')
      const { expected, unexpected, flaky, skipped } = report.stats
      const secondTry = flaky > 0 ? { note: `${flaky} on the second try` } : {}
      const counts = { passed: expected + flaky, failed: unexpected, skipped, ...secondTry }
      return counts.passed + counts.failed === 0 ? failed('no spec was run') : judged(code, counts, 'playwright')
    },
  }
}

/** A step that can't be taken, with the reason. */
export function missingStep(name: string, reason: string): Step {
  return { name, run: async () => failed(reason) }
}

function seconds(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`
}

/** One line per step, in a terminal with colour. */
function summaryLine(name: string, counts: Counts, duration: string): string {
  const isGood = counts.failed === 0
  const mark = styleText(isGood ? 'green' : 'red', isGood ? 'ok  ' : 'FAIL')
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
  const numbers = `${counts.passed} passed, ${counts.failed} failed${skipped}`
  return `${mark} ${name.padEnd(14)} ${duration.padStart(8)}  ${numbers}${counts.note ? ` (${counts.note})` : ''}`
}

/** Takes all steps in order, failures notwithstanding. The last line it prints is `N passed, N failed[, N skipped]`. */
export async function takeSteps(steps: Step[]): Promise<void> {
  const lines: string[] = []
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    console.log(`\n${styleText('bold', step.name)}`)
    const startedMs = performance.now()
    const counts = await step.run().catch((error: unknown) => failed(String(error)))
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    lines.push(summaryLine(step.name, counts, seconds(startedMs)))
    console.log(lines.at(-1))
  }
  const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exitCode = total.failed ? 1 : 0
}

/** What needs neither a build nor a browser. */
export const staticSteps: readonly Step[] = [
  scriptStep('types', 'typecheck'),
  scriptStep('lint, format', 'lint'),
  layersStep(),
  scriptStep('unused code', 'unused'),
]
