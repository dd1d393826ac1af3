import { readFileSync } from 'node:fs'
import type { Region } from './contract.ts'
import { allLines, byLikelihood, findLines, holdsAllWords, type RegionIndex, regionWords } from './region-rules.ts'

/** The edition of the official list in use, kept with every code, for codes change. The package does not say which decree it follows. */
export const REGION_EDITION = 'idn-area-data 4.0.1'

const LEVELS = ['provinces', 'regencies', 'districts', 'villages'] as const
type Level = (typeof LEVELS)[number]
const RESULTS_MAX = 20
/** Two letters begin thousands of villages: they find larger places only. */
const VILLAGE_TEXT_MIN = 3

interface Regions {
  levels: Record<Level, RegionIndex>
  /** Names of provinces, regencies and districts by code; villages are read from their line. */
  names: Map<string, string>
}

let regions: Regions | undefined

/** Provinces, regencies, districts and villages that hold all the words, the likeliest first; `near` is a code to prefer. */
export function searchRegions(text: string, near: string): Region[] {
  const words = regionWords(text)
  const [first] = words
  if (first === undefined) return []
  regions ??= loadRegions()
  const { levels, names } = regions
  const sought = words.join('').length < VILLAGE_TEXT_MIN ? LEVELS.slice(0, -1) : LEVELS
  // Also by the last word: what is said the other way round ("maros bentenge").
  const beginnings = new Set([first, words.at(-1) ?? first])
  return [...beginnings]
    .flatMap(word => sought.flatMap(level => findLines(levels[level], word).map(line => toRegion(line, level, names))))
    .filter(region => holdsAllWords(region, words))
    .sort(byLikelihood(words, near))
    .filter((region, index, all) => region.code !== all[index - 1]?.code)
    .slice(0, RESULTS_MAX)
}

function toRegion({ code, name }: { code: string; name: string }, level: Level, names: Map<string, string>): Region {
  const above = (depth: number): string => names.get(code.split('.').slice(0, depth).join('.')) ?? ''
  return {
    code,
    village: level === 'villages' ? name : '',
    district: level === 'villages' || level === 'districts' ? above(3) : '',
    regency: level === 'provinces' ? '' : above(2),
    province: above(1),
  }
}

/** Reads the lists on first use (3 MB of text): an event that types its places never pays for them. */
function loadRegions(): Regions {
  const names = new Map<string, string>()
  const index = (level: Level): RegionIndex => {
    const path = new URL(`../data/${level}.csv`, import.meta.resolve('idn-area-data'))
    const written = `\n${readFileSync(path, 'utf8')}\n`
    if (level !== 'villages') for (const { code, name } of allLines(written)) names.set(code, name)
    return { written, searchable: written.toLowerCase() }
  }
  return {
    levels: {
      provinces: index('provinces'),
      regencies: index('regencies'),
      districts: index('districts'),
      villages: index('villages'),
    },
    names,
  }
}
