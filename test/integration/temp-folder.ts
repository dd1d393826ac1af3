import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of the running test's own; gone when the test is. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file below a folder with its content's hash: what must be the same before and after a refusal. */
export function snapshotOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).map(entry => {
    const path = join(entry.parentPath, entry.name)
    return [path, entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder'] as const
  })
  return Object.fromEntries(files)
}
