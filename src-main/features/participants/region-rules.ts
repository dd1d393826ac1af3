import type { Region } from './contract.ts'

/** Places of one level as the official list has them: lines `code,code above,name` (provinces: `code,name`), each between `\n`. */
export interface RegionIndex {
  written: string
  /** The same in lower case; offsets are equal. */
  searchable: string
}

const CANDIDATES_MAX = 3000
const SHORTEST_TEXT = 2

/** The words of a place as somebody types it; "Desa Bentenge, Kec. Mallawa" is `bentenge mallawa`. */
export function regionWords(text: string): string[] {
  const kinds = new Set(['desa', 'kelurahan', 'kel', 'kec', 'kecamatan', 'kab', 'provinsi', 'prov'])
  const words = text.toLowerCase().split(/[\s,;/]+/)
  const named = words.filter(word => word !== '' && !kinds.has(word.replace('.', '')))
  return named.join('').length < SHORTEST_TEXT ? [] : named
}

/** The lines (code and name) in which some word of a name begins with `word`; at most some thousands. */
export function findLines(index: RegionIndex, word: string): { code: string; name: string }[] {
  const found = new Map<number, { code: string; name: string }>()
  for (const before of [',', ' ', '-', '(']) {
    const needle = before + word
    for (
      let at = index.searchable.indexOf(needle);
      at >= 0 && found.size < CANDIDATES_MAX;
      at = index.searchable.indexOf(needle, at + 1)
    ) {
      const start = index.written.lastIndexOf('\n', at) + 1
      if (found.has(start)) continue
      found.set(start, readLine(index.written.slice(start, index.written.indexOf('\n', at))))
    }
  }
  return [...found.values()]
}

/** Every place of a list. */
export function allLines(written: string): { code: string; name: string }[] {
  return written
    .split('\n')
    .filter(line => line.includes(','))
    .map(readLine)
}

function readLine(line: string): { code: string; name: string } {
  const code = line.slice(0, line.indexOf(','))
  const name = line.slice(code.length + 1).replace(/^[\d.]+,/, '')
  return { code, name: name.replaceAll('"', '').trim() }
}

/** Whether every word begins a word in one of the place's names. */
export function holdsAllWords(region: Region, words: readonly string[]): boolean {
  const names = ` ${region.village} ${region.district} ${region.regency} ${region.province}`
    .toLowerCase()
    .replaceAll(/[-(]/g, ' ')
  return words.every(word => names.includes(` ${word}`))
}

/** Sorts the likeliest first: near, whole name, beginning of the name, larger places, code. */
export function byLikelihood(words: readonly string[], near: string): (one: Region, other: Region) => number {
  const text = words.join(' ')
  const rank = (region: Region): number => {
    const own = ownName(region).toLowerCase()
    const likeness = own === text ? 0 : own.startsWith(text) ? 1 : own.startsWith(words[0] ?? '') ? 2 : 3
    const distance = near !== '' && region.code.startsWith(near) ? 0 : 1
    return distance * 100 + likeness * 10 + region.code.split('.').length
  }
  return (one, other) => rank(one) - rank(other) || (one.code < other.code ? -1 : 1)
}

/** The name of the place itself, without what is above it. */
export function ownName(region: Region): string {
  return region.village || region.district || region.regency || region.province
}
