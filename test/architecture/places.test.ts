// What may stand in a few places only. Imports between layers are dependency-cruiser's; this is about the rest.
import { describe, expect, test } from 'vitest'
import { listSources, type SourceFile, type TreeNode, visitNodes } from './source-files.ts'

const sources = listSources('.ts', '.tsx')
const MAX_LINES = 600

/** A word that only the named files may use, and why. */
const PLACES: readonly { pattern: RegExp; allowed: RegExp; reason: string }[] = [
  {
    pattern: /\.prepare\(|\.pragma\(/,
    allowed: /^src-main\/(event-file\/|features\/[^/]+\/[a-z-]*queries\.ts)/,
    reason: 'SQL lives in queries and in the event file',
  },
  { pattern: /\bipcMain\b/, allowed: /^src-main\/transports\/window-port\.ts$/, reason: 'one door for windows' },
  { pattern: /\bipcRenderer\b/, allowed: /^src-main\/preload\//, reason: 'only the preload sees it' },
  {
    pattern: /new BrowserWindow\(/,
    allowed: /^src-main\/shell\/windows\.ts$/,
    reason: 'all windows have the same walls',
  },
  {
    pattern: /\bopenExternal\(/,
    allowed: /^src-main\/shell\/open-external\.ts$/,
    reason: 'addresses are checked there',
  },
  {
    pattern:
      /crypto\.(subtle|randomUUID)|navigator\.(clipboard|mediaDevices|wakeLock|serviceWorker)|showSaveFilePicker/,
    allowed: /^src-(main|renderer\/platform)\//,
    reason: 'absent over plain HTTP; src-renderer/platform has the fallbacks',
  },
  { pattern: /dangerouslySetInnerHTML/, allowed: /^$/, reason: 'names come from foreign files' },
]

function misplaced(files: SourceFile[]): string[] {
  return PLACES.flatMap(({ pattern, allowed, reason }) =>
    files.filter(({ path, text }) => pattern.test(text) && !allowed.test(path)).map(({ path }) => `${path}: ${reason}`),
  )
}

const ISOMORPHIC = /^src-main\/(features\/[^/]+\/(contract|[a-z-]*rules)|rpc\/contract)\.ts$/

type Member = { object: { type: string; value?: string }; property: { value?: string } }

/** The clock and chance, which rules and contracts are given and never take. Types keep out the other globals. */
function impurity(node: TreeNode): string | undefined {
  if (node.type === 'NewExpression') {
    const { callee, arguments: given } = node as unknown as { callee: { value?: string }; arguments?: unknown[] }
    return callee.value === 'Date' && !given?.length ? 'new Date()' : undefined
  }
  if (node.type !== 'MemberExpression') return undefined
  const { object, property } = node as unknown as Member
  const name = `${object.value}.${property.value}`
  return ['Date.now', 'Math.random', 'Temporal.Now', 'performance.now', 'crypto.randomUUID'].find(word => word === name)
}

function impurities(files: SourceFile[]): string[] {
  const found: string[] = []
  for (const file of files.filter(({ path }) => ISOMORPHIC.test(path))) {
    visitNodes(file, node => {
      const word = impurity(node)
      if (word) found.push(`${file.path}: ${word}`)
    })
  }
  return found
}

describe('places', () => {
  test(`no file is longer than ${MAX_LINES} lines`, () => {
    const long = listSources('.ts', '.tsx', '.css').filter(({ text }) => text.split('\n').length > MAX_LINES)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('SQL, IPC, windows and browser powers stay where they belong', () => {
    expect(misplaced(sources)).toEqual([])
  })

  test('rules and contracts take neither the clock nor chance', () => {
    expect(sources.some(({ path }) => ISOMORPHIC.test(path))).toBe(true)
    expect(impurities(sources)).toEqual([])
  })

  test('the checks see what they forbid', () => {
    const path = 'src-main/features/a/day-rules.ts'
    const text =
      'export const a = new Date()\nexport const b = new Date(0)\nexport const c = Date.now() + Math.random()'
    expect(impurities([{ path, text }])).toEqual([`${path}: new Date()`, `${path}: Date.now`, `${path}: Math.random`])
    const service = { path: 'src-main/features/a/service.ts', text: "db.prepare('select 1')" }
    expect(misplaced([service, { ...service, path: 'src-main/features/a/queries.ts' }])).toHaveLength(1)
  })
})
