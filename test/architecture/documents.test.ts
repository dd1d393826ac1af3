import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './source-files.ts'

interface Document {
  path: string
  text: string
}

const documents: Document[] = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })]
  .filter(path => existsSync(join(root, path)))
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))
const pictures = globSync('docs/**/*.png', { cwd: root }).map(path => path.replaceAll('\\', '/'))

/** What links and pictures point to, outside of code. */
function targets(text: string): string[] {
  const prose = text.replaceAll(/```.*?```|`[^`\n]*`/gs, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
}

/** The name under which a heading is linked: lower case, blanks as hyphens, no other marks. */
function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!)
  return new Set(
    headings.map(heading =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

/** `document: target` of each link into this repository that leads nowhere. */
function brokenLinks({ path, text }: Document): string[] {
  const isBroken = (target: string): boolean => {
    if (/^[a-z]+:/.test(target)) return false
    const [file = '', anchor] = target.split('#')
    const linked = file === '' ? path : join(dirname(path), file)
    if (file !== '' && !existsSync(join(root, linked))) return true
    return anchor !== undefined && !anchors(file === '' ? text : readFileSync(join(root, linked), 'utf8')).has(anchor)
  }
  return targets(text)
    .filter(isBroken)
    .map(target => `${path}: ${target}`)
}

describe('documents', () => {
  test('every link and every picture leads somewhere', () => {
    expect(documents.flatMap(({ text }) => targets(text)).length).toBeGreaterThan(40)
    expect(documents.flatMap(brokenLinks)).toEqual([])
  })

  test('every picture is shown somewhere', () => {
    const shown = new Set(
      documents.flatMap(({ path, text }) => targets(text).map(target => join(dirname(path), target))),
    )
    expect(pictures.filter(path => !shown.has(join(path)))).toEqual([])
  })

  test('decisions are numbered without gaps', () => {
    const numbers = documents.flatMap(({ path }) => /decisions\/(\d{4})-/.exec(path)?.[1] ?? [])
    expect(numbers.toSorted()).toEqual(numbers.map((_number, index) => String(index + 1).padStart(4, '0')))
  })

  test('the check sees a lost file and a lost heading, and leaves code and the web alone', () => {
    const text = '# Satu dua\n[a](#satu-dua) [b](#tiga) [c](nowhere.md) [d](https://x.id) `[e](no.md)` ![f](no.png)'
    const found = brokenLinks({ path: 'docs/x.md', text })
    expect(found).toEqual(['docs/x.md: #tiga', 'docs/x.md: nowhere.md', 'docs/x.md: no.png'])
  })
})
