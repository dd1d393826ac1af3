import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listSources, root } from './source-files.ts'

const folder = join(root, 'src-renderer/i18n')
type Words = { [key: string]: string | Words }

/** All words of one language, flat: `participants.table.empty` -> text. The file's name is the first part of the key. */
function wordsOf(language: string): Map<string, string> {
  const words = new Map<string, string>()
  const add = (prefix: string, value: string | Words): void => {
    if (typeof value === 'string') words.set(prefix, value)
    else for (const [key, inner] of Object.entries(value)) add(`${prefix}.${key}`, inner)
  }
  for (const file of globSync('*.json', { cwd: join(folder, language) })) {
    add(basename(file, '.json'), JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Words)
  }
  return words
}

/** English counts one and other, Indonesian only other: the key without its plural form is what both must have. */
const withoutPlural = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '')
const keysOf = (words: Map<string, string>): Set<string> => new Set([...words.keys()].map(withoutPlural))
const placeholders = (text: string): string => [...new Set(text.match(/\{\{[^}]+\}\}/g))].toSorted().join(' ')

/** What is in one language and not in the other, as `language: key`. */
function differences(id: Map<string, string>, en: Map<string, string>): string[] {
  const [idKeys, enKeys] = [keysOf(id), keysOf(en)]
  const onlyId = [...idKeys].filter(key => !enKeys.has(key)).map(key => `only id: ${key}`)
  const onlyEn = [...enKeys].filter(key => !idKeys.has(key)).map(key => `only en: ${key}`)
  const unlike = [...id].filter(([key, text]) => en.has(key) && placeholders(text) !== placeholders(en.get(key)!))
  return [...onlyId, ...onlyEn, ...unlike.map(([key]) => `other placeholders: ${key}`)]
}

describe.skipIf(!existsSync(folder))('catalogues', () => {
  const [id, en] = [wordsOf('id'), wordsOf('en')]

  test('Indonesian and English have the same keys and placeholders', () => {
    expect(id.size).toBeGreaterThan(10)
    expect(differences(id, en)).toEqual([])
  })

  test('no text is empty', () => {
    const empty = [...id, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  test('every key written out in the renderer is in the catalogues', () => {
    const known = keysOf(id)
    const unknown = listSources('.ts', '.tsx').flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'|\bi18nKey="([\w.-]+)"/g)]
        .map(([, call, attribute]) => call ?? attribute!)
        .filter(key => !known.has(key))
        .map(key => `${path}: ${key}`),
    )
    expect(unknown).toEqual([])
  })
})

test('the check sees a key without its twin and a lost placeholder, but not a plural', () => {
  const id = new Map([
    ['a.people_other', '{{count}} orang'],
    ['a.only', 'x'],
    ['a.name', 'Halo {{name}}'],
  ])
  const en = new Map([
    ['a.people_one', '{{count}} person'],
    ['a.people_other', '{{count}} people'],
    ['a.name', 'Hi'],
  ])
  expect(differences(id, en)).toEqual(['only id: a.only', 'other placeholders: a.name'])
})
