import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lock {
  packages: Record<string, { license?: string; resolved?: string; optionalDependencies?: Record<string, string> }>
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** Licences that let a library office use, change and hand on the program. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
])

test('every dependency is pinned to one exact version', () => {
  const versions = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })
  expect(versions.length).toBeGreaterThan(40)
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('every package in the lock file has a licence that we may use', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  expect(packages.length).toBeGreaterThan(300)
  const words = (license: string): string[] => license.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /)
  expect(packages.filter(([, { license }]) => !license || !words(license).every(word => ALLOWED.has(word)))).toEqual([])
})

test('the lock file records no download addresses', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

test('the lock file holds what every system needs, not only the one that wrote it', () => {
  const names = new Set(Object.keys(lock.packages).map(path => path.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(lock.packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}))
  expect(wanted.length).toBeGreaterThan(50)
  expect(wanted.filter(name => !names.has(name))).toEqual([])
})
