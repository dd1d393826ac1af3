// Finds, and where it may installs, what the tests need from outside npm: a Chromium-like browser and poppler.
// Each answer is one plain line; nobody has to guess why a test was skipped.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

/** A program that was found: the executable's absolute path, and where it comes from, in words. */
export interface Found {
  path: string
  source: string
}

const { env, platform } = process

function onPath(names: string[]): string | undefined {
  const endings = platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const candidates = folders.flatMap(folder => names.flatMap(name => endings.map(end => join(folder, name + end))))
  return candidates.find(path => existsSync(path))
}

/** Where Chrome, Chromium and Edge install themselves; Debian's wrapper script comes after the program it starts. */
function installedBrowser(): string | undefined {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      root => root !== undefined,
    )
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap(program => roots.map(root => join(root, program))).find(path => existsSync(path))
  }
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return programs.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`).find(path => existsSync(path))
  }
  const fixed = ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
  const named = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return fixed.find(path => existsSync(path)) ?? onPath(named)
}

function playwrightBrowser(): string | undefined {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** The browser to test with, without installing anything. `GELAR_CHROMIUM` names one and goes before all others. */
export function findBrowser(): Found | undefined {
  const named = env['GELAR_CHROMIUM']
  if (named) return existsSync(named) ? { path: named, source: 'GELAR_CHROMIUM' } : undefined
  const downloaded = playwrightBrowser()
  if (downloaded) return { path: downloaded, source: "Playwright's own" }
  const installed = installedBrowser()
  return installed ? { path: installed, source: 'installed' } : undefined
}

/** poppler's pdftoppm, pdftotext and pdfinfo, with which tests look at papers; the path is pdftoppm's. */
export function findPoppler(): Found | undefined {
  const path = onPath(['pdftoppm'])
  return path && onPath(['pdftotext']) && onPath(['pdfinfo']) ? { path, source: 'installed' } : undefined
}

function tryRun(command: string, args: string[], limitMs: number): boolean {
  const options = { stdio: 'ignore', timeout: limitMs, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  return spawnSync(command, args, options).status === 0
}

const hasDebianPackages = (): boolean =>
  platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function installFromDebian(packages: string[]): boolean {
  if (!hasDebianPackages()) return false
  console.log(`Installing Debian's ${packages.join(' and ')} ...`)
  const update = tryRun('apt-get', ['update', '-qq'], 180_000)
  return update && tryRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 600_000)
}

function downloadFromPlaywright(): boolean {
  console.log("No browser found; trying Playwright's download ...")
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js')
  return tryRun(process.execPath, [cli, 'install', 'chromium'], 300_000)
}

/** Finds the browser or installs one: Playwright's download, else Debian's package when root. Undefined when neither came. */
export function ensureBrowser(): Found | undefined {
  const found = findBrowser()
  if (found || env['GELAR_CHROMIUM']) return found
  if (downloadFromPlaywright()) return findBrowser()
  installFromDebian(['chromium', 'fonts-dejavu-core'])
  return findBrowser()
}

/** Finds poppler or installs Debian's package when root. */
export function ensurePoppler(): Found | undefined {
  const found = findPoppler()
  if (found) return found
  installFromDebian(['poppler-utils'])
  return findPoppler()
}

/** Looks up both, installs what it may, and says in one line each what came of it. */
export function prepareTools(): { browser: Found | undefined; poppler: Found | undefined } {
  const browser = ensureBrowser()
  const noBrowser = env['GELAR_CHROMIUM']
    ? `GELAR_CHROMIUM names ${env['GELAR_CHROMIUM']}, which is not there`
    : 'none found and none could be installed: install Chrome, Edge or Chromium, or name one in GELAR_CHROMIUM'
  console.log(`browser: ${browser ? `${browser.path} (${browser.source})` : noBrowser}`)
  const poppler = ensurePoppler()
  const noPoppler = 'not found: tests that look at printed pages are skipped; install poppler-utils'
  console.log(`poppler: ${poppler ? `${poppler.path} (${poppler.source})` : noPoppler}`)
  return { browser, poppler }
}
