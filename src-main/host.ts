import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openExisting } from './features/events/creation-service.ts'
import { createProgram, defaultDataFolder, logStrayFailures } from './program.ts'
import { Refusal } from './rpc/base-contract.ts'
import { LanAccess } from './transports/lan-access.ts'
import { startLanServer } from './transports/lan-server.ts'
import { RendererFiles } from './transports/renderer-files.ts'

const FIRST_VISIT_MS = 10 * 60_000

/** The program without windows: `host --event FILE --port N` serves it on loopback and prints one JSON line when it is ready. */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { event: { type: 'string' }, port: { type: 'string', default: '0' } } })
  const program = createProgram(defaultDataFolder(), null)
  logStrayFailures(program)
  if (values.event) openExisting(program.workspace, resolve(values.event), program.now())
  const access = new LanAccess(program.now)
  const files = new RendererFiles(resolve(import.meta.dirname, '../renderer'))
  const options = { program, access, files, address: '127.0.0.1', port: Number(values.port) }
  const server = await startLanServer(options).catch((error: unknown) => {
    program.workspace.close()
    throw error
  })
  const token = access.invite('Komputer ini', 'admin', FIRST_VISIT_MS)
  say({ ready: true, url: `http://127.0.0.1:${server.port}/pair?token=${token}` })

  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await server.close()
    program.workspace.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

serve().catch((error: unknown) => {
  if (error instanceof Refusal) say({ ready: false, code: error.code, ...error.data })
  else if ((error as { code?: unknown }).code === 'EADDRINUSE') say({ ready: false, code: 'PORT_IN_USE' })
  else say({ ready: false, code: 'UNEXPECTED', message: String(error) })
  process.exitCode = 1
})
