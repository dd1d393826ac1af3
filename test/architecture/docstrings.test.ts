import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Export, type Import, linksOf, listSources } from './source-files.ts'

const files = listSources('.ts', '.tsx').map(file => ({ path: file.path, ...linksOf(file) }))
const isInScope = (path: string): boolean => /^src-main\/|^src-renderer\/(rpc|ui)\//.test(path)

/** `file:name` of each export that another folder uses and that says nothing about itself. */
function silentExports(all: { path: string; exports: Export[]; imports: Import[] }[]): string[] {
  const crossing = new Set<string>()
  for (const { path, imports } of all) {
    for (const { name, from } of imports) if (dirname(from) !== dirname(path)) crossing.add(`${from}:${name}`)
  }
  const silent = all
    .filter(({ path }) => isInScope(path))
    .flatMap(({ path, exports }) =>
      exports.filter(({ hasDocstring }) => !hasDocstring).map(({ name }) => `${path}:${name}`),
    )
  return silent.filter(id => crossing.has(id))
}

describe('docstrings', () => {
  test('every export that another folder imports promises something in words', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(silentExports(files)).toEqual([])
  })

  test('the check sees a missing docstring, and only a docstring right before the export counts', () => {
    const text = `// Kopi é\n/** Promises. */\nexport function told(): void {}\n/* no */\nexport const silent = 1\n/** far */\nconst x = 2\nexport type Silent = typeof x`
    const maker = { path: 'src-main/a/maker.ts', ...linksOf({ path: 'src-main/a/maker.ts', text }) }
    const names = 'told, silent, type Silent'
    const user = linksOf({ path: 'src-main/b/user.ts', text: `import { ${names} } from '../a/maker.ts'` })
    const found = silentExports([maker, { path: 'src-main/b/user.ts', ...user }])
    expect(found).toEqual(['src-main/a/maker.ts:silent', 'src-main/a/maker.ts:Silent'])
    expect(silentExports([maker, { path: 'src-main/a/neighbour.ts', ...user }])).toEqual([])
  })
})
