import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import type { Desktop } from './rpc/desktop.ts'
import { startPrintRunner } from './features/badges/print-runner.ts'
import { startDayWatch } from './features/events/day-watch-service.ts'
import { Workspace } from './features/events/workspace.ts'
import { describeFailure } from './rpc/boundary.ts'
import type { Program } from './rpc/context.ts'

/** Puts the program together: the data folder, the log in it, the workspace, and the desktop where there is one. */
export function createProgram(dataFolder: string, desktop: Desktop | null): Program {
  mkdirSync(join(dataFolder, 'log'), { recursive: true })
  // Synchronous: what was logged before a crash is in the file.
  const destination = pino.destination({ dest: join(dataFolder, 'log', 'gelar.log'), sync: true })
  const log = pino({ base: null, redact: ['*.name', '*.nip', '*.nik', '*.phone'] }, destination)
  const workspace = new Workspace(dataFolder)
  const program = { version: packageJson.version, workspace, log, desktop, now: () => Date.now() }
  startPrintRunner(program)
  startDayWatch(program)
  return program
}

/** Writes down what nobody has caught: a stray rejection may not end the desk of everybody; an exception still ends the program. */
export function logStrayFailures({ log }: Program): void {
  process.on('unhandledRejection', reason => log.error({ failure: describeFailure(reason) }, 'stray rejection'))
  process.on('uncaughtExceptionMonitor', error => log.fatal({ failure: describeFailure(error) }, 'uncaught exception'))
}

/** Where events and the log live in both shells: a folder that people find. `GELAR_DATA_DIR` names another. */
export function defaultDataFolder(): string {
  return process.env['GELAR_DATA_DIR'] || join(homedir(), 'Gelar')
}
