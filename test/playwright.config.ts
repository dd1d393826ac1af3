import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'

// The npm package `electron` gives out the path of its binary and starts a download when there is none. Where the binary
// is absent we point the package at the stand-in; _electron.launch() and the specs then need no other change.
const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const pathFile = join(electronFolder, 'path.txt')
const hasElectron = existsSync(pathFile) && existsSync(join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')))
if (!hasElectron || process.env['GELAR_E2E'] === 'standin') {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= resolve(import.meta.dirname, 'standin')
  process.env['GELAR_STANDIN_NODE'] ??= process.execPath
}
const browser = findBrowser()
if (browser) process.env['GELAR_CHROMIUM'] = browser.path

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  // Generous: the machines are shared, and a limit is no measurement.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  // One more try on the shared machines of CI, where a starved browser may miss a beat; the summary tells how many needed it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: !!process.env['CI'],
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      args: ['--no-sandbox', '--disable-background-networking'],
      ...(browser ? { executablePath: browser.path } : {}),
    },
  },
})
