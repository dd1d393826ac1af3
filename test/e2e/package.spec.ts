import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { expect, firstPage, test } from './fixtures.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

/** A folder that looks enough like Electron for electron-builder to pack around it. */
function dummyElectron(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const file of ['electron', 'chrome-sandbox', 'LICENSE']) writeFileSync(join(folder, file), '', { mode: 0o755 })
  return folder
}

/** The real configuration, without what needs a real binary: fuses are flipped inside it. */
function configuration(folder: string): string {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8').replace(/^electronFuses:\n(?: .*\n)+/m, '')
  const path = join(folder, 'builder.yml')
  writeFileSync(path, `${config}\nelectronDist: ${JSON.stringify(dummyElectron(join(folder, 'electron')))}\n`)
  return path
}

test('the packed archive holds everything that the program needs, and little else', async ({
  dataDir,
  launchDesktop,
}) => {
  test.skip(process.platform !== 'linux', 'packs for Linux')
  const manifest = createRequire(import.meta.url).resolve('electron-builder/package.json')
  const output = join(dataDir, 'dist')
  const cli = join(dirname(manifest), 'cli.js')
  await run(
    process.execPath,
    [cli, '--linux', '--dir', '--config', configuration(dataDir), `-c.directories.output=${output}`],
    {
      cwd: root,
    },
  )
  const archive = join(output, 'linux-unpacked/resources/app.asar')
  const modules = new Set(
    listPackage(archive, { isPack: false }).flatMap(path => /^[/\\]node_modules[/\\]([^/\\]+)/.exec(path)?.[1] ?? []),
  )
  expect([...modules]).toEqual(['better-sqlite3', 'idn-area-data'])

  const app = join(dataDir, 'app')
  extractAll(archive, app)
  const desktop = await launchDesktop({}, app)
  const page = await firstPage(desktop)
  await page.getByRole('button', { name: 'Buka acara contoh' }).click()
  await expect(page.getByRole('navigation')).toContainText('PLM Kabupaten Maros')
})
