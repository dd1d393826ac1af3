/**
 * The desk search beside an in-memory MiniSearch over the same people, on names whose words the tuning never saw (people.ts).
 * A query asks for one person and gets the name wrong in one way; search-cases.ts says when it adds the village and who counts as found.
 * MiniSearch gets the better of its stock settings twice: its time is that of the quick one (prefixes, fuzziness 0.2, all words),
 * its share also counts what the slow one (any word) finds where the quick one finds nobody.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { createEventFile, type EventFile } from '#main/event-file/open.ts'
import { searchPeople } from '#main/features/participants/search-service.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { buildVocabulary, type GeneratedPerson, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'
import { SLIP_KINDS, type SearchCase, searchCases, typedBeginnings } from './search-cases.ts'

const SIZES = [
  { count: 20_000, limitMs: 10, casesPerRun: 200, keystrokesPerRun: 100 },
  { count: 100_000, limitMs: 25, casesPerRun: 120, keystrokesPerRun: 60 },
] as const
const RUNS = 5
const FIRST = 10
const SHARE_MIN = 98
const SEED = 20_261_122

type Size = (typeof SIZES)[number]
type Engine = (query: string) => readonly string[]
type Peer = { quick: Engine; thorough: Engine }
type Timed = { gelar: number[]; peer: number[] }
type Found = { gelar: number; peer: number; total: number }

/** Per size three rows: time per wrong query, time per keystroke, and the share of people among the first ten. `only` takes one size. */
export async function benchSearch(only?: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const size of SIZES.filter(({ count }) => only === undefined || count === only)) {
    const { count } = size
    const people = generatePeople(count, SEED + count, buildVocabulary('held-out'))
    const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-search-'))
    const file = createEventFile(join(folder, 'bench.gelar'), db => writePeople(db, people, Date.UTC(2026, 10, 22)))
    try {
      rows.push(...measure(size, people, file))
    } finally {
      file.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return rows
}

function measure(size: Size, people: readonly GeneratedPerson[], file: EventFile): BenchRow[] {
  const gelar: Engine = query => searchPeople(file.db, query, { limit: FIRST }).map(hit => hit.participantId)
  const { quick: peer, thorough } = miniSearch(people)
  const { limitMs } = size
  const label = `${size.count.toLocaleString('en')} people`
  const queries: Timed[] = []
  const keystrokes: Timed[] = []
  const found = new Map(SLIP_KINDS.map(kind => [kind, { gelar: 0, peer: 0, total: 0 }]))
  for (let run = 0; run < RUNS; run += 1) {
    const cases = searchCases(people, size.casesPerRun, SEED + run)
    const typed = typedBeginnings(people, size.keystrokesPerRun, SEED + run)
    if (run === 0) for (const one of cases.slice(0, 50)) [gelar, peer].forEach(engine => engine(one.query))
    queries.push(timeCases(cases, gelar, { quick: peer, thorough }, found))
    keystrokes.push(timeEach(typed, gelar, peer))
  }
  return [
    timeRow(`search: wrong names, ${label}`, queries, limitMs),
    timeRow(`search: each keystroke, ${label}`, keystrokes, limitMs),
    shareRow(`search: found among the first ten, ${label} (p95 = worst kind of mistake)`, [...found.values()]),
  ]
}

function timeCases(cases: readonly SearchCase[], gelar: Engine, peer: Peer, found: Map<string, Found>): Timed {
  const answers: (readonly string[])[] = []
  const keep = (engine: Engine) => (query: string) => {
    const answer = engine(query)
    answers.push(answer)
    return answer
  }
  const timed = timeEach(
    cases.map(one => one.query),
    keep(gelar),
    keep(peer.quick),
  )
  for (const [index, { kind, query, sought }] of cases.entries()) {
    const sums = found.get(kind)
    const pair = answers.slice(2 * index, 2 * index + 2)
    const [own = [], quick = []] = index % 2 === 1 ? pair.reverse() : pair
    const has = (answer: readonly string[]) => (answer.some(id => sought.has(id)) ? 1 : 0)
    if (sums === undefined) continue
    sums.gelar += has(own)
    sums.peer += has(quick.length > 0 ? quick : peer.thorough(query))
    sums.total += 1
  }
  return timed
}

/** Both engines answer every query one after the other, each first in turn. */
function timeEach(queries: readonly string[], gelar: Engine, peer: Engine): Timed {
  const timed: Timed = { gelar: [], peer: [] }
  for (const [index, query] of queries.entries()) {
    const pair = [
      { engine: gelar, samples: timed.gelar },
      { engine: peer, samples: timed.peer },
    ]
    for (const { engine, samples } of index % 2 === 1 ? pair.reverse() : pair) {
      const start = performance.now()
      engine(query)
      samples.push(performance.now() - start)
    }
  }
  return timed
}

function timeRow(name: string, runs: readonly Timed[], limitMs: number): BenchRow {
  const over = (pick: (run: Timed) => number[], share: number) =>
    round(
      percentile(
        runs.map(run => percentile(pick(run), share)),
        0.5,
      ),
    )
  const gelar = { median: over(run => run.gelar, 0.5), p95: over(run => run.gelar, 0.95) }
  const peer = { median: over(run => run.peer, 0.5), p95: over(run => run.peer, 0.95) }
  return {
    name,
    unit: 'ms',
    ...gelar,
    limit: { name: 'MiniSearch in memory', ...peer },
    ratio: round(gelar.p95 / peer.p95),
    target: `p95 <= ${limitMs} ms and no slower than MiniSearch`,
    met: gelar.p95 <= limitMs && gelar.p95 <= peer.p95,
  }
}

function shareRow(name: string, kinds: readonly Found[]): BenchRow {
  const share = (pick: (kind: Found) => number, of: readonly Found[]) =>
    round((100 * of.reduce((sum, kind) => sum + pick(kind), 0)) / of.reduce((sum, kind) => sum + kind.total, 0))
  const worst = (pick: (kind: Found) => number) => Math.min(...kinds.map(kind => share(pick, [kind])))
  const gelar = { median: share(kind => kind.gelar, kinds), p95: worst(kind => kind.gelar) }
  const peer = { median: share(kind => kind.peer, kinds), p95: worst(kind => kind.peer) }
  return {
    name,
    unit: '%',
    ...gelar,
    limit: { name: 'MiniSearch in memory', ...peer },
    ratio: round(gelar.median / peer.median),
    target: `>= ${SHARE_MIN} % with every kind of mistake`,
    met: gelar.p95 >= SHARE_MIN,
  }
}

function miniSearch(people: readonly GeneratedPerson[]): Peer {
  const index = new MiniSearch<{ id: string; name: string; place: string }>({
    fields: ['name', 'place'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 2 } },
  })
  index.addAll(
    people.map(person => ({
      id: person.id,
      name: person.name,
      place: [person.village, person.district, person.regency, person.institution, person.delegation].join(' '),
    })),
  )
  const answer = (query: string, combineWith: 'AND' | 'OR') =>
    index
      .search(query, { combineWith })
      .slice(0, FIRST)
      .map(result => String(result.id))
  return { quick: query => answer(query, 'AND'), thorough: query => answer(query, 'OR') }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
