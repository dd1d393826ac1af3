import { fieldOfHeader, normaliseHeader } from '#main/features/table-import/mapping-rules.ts'
import { PEOPLE_TABLE, type PeopleColumn, REPORT_HEADERS } from './header-rules.ts'

/**
 * The content key of rows of one list: equal texts under equal headers give equal keys, whatever the order of columns,
 * the running number, the row's place or the chosen mapping. Takes the cell texts of a row (`cellText`). A text that occurs again gets `.2`, `.3`, ... so that every
 * row of a file has a key of its own and the same file gives the same keys each time.
 */
export function makeRowKeys(mapping: readonly PeopleColumn[]): (texts: readonly string[]) => string {
  const columns = mapping
    .map(({ column, header }) => ({ column, name: normaliseHeader(header) }))
    .filter(({ name }) => name === '' || !UNKEYED.has(name))
    .filter(({ name }) => fieldOfHeader(PEOPLE_TABLE, name) !== 'ignore')
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.column - b.column))
  const seen = new Map<string, number>()
  return texts => {
    const hash = startHash()
    for (const { column, name } of columns) {
      const text = texts[column] ?? ''
      if (text !== '') hash.add(name, text)
    }
    const key = `g${hash.end()}`
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return occurrence === 1 ? key : `${key}.${occurrence}`
  }
}

const UNKEYED: ReadonlySet<string> = new Set(Object.values(REPORT_HEADERS).map(normaliseHeader))

/** The key without its occurrence. */
export const contentOfKey = (key: string): string => key.replace(/\.\d+$/u, '')

/** The two 32-bit lanes of cyrb53 (public domain, github.com/bryc/code): quick, synchronous, the same in browser and Node. */
function startHash(): { add: (name: string, text: string) => void; end: () => string } {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const mix = (code: number) => {
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return {
    add: (name, text) => {
      for (let index = 0; index < name.length; index += 1) mix(name.charCodeAt(index))
      mix(1)
      for (let index = 0; index < text.length; index += 1) mix(text.charCodeAt(index))
      mix(2)
    },
    end: () => {
      high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
      low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
      return `${(high >>> 0).toString(36).padStart(7, '0')}${(low >>> 0).toString(36).padStart(7, '0')}`
    },
  }
}
