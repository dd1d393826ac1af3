import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { badgeIdentityOf, issueBadgeIn } from '#main/features/badges/code-service.ts'
import { scanAtDoor } from '#main/features/sessions/door-service.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { type Hall, HALL_CALLER, makeHall, writeEarlierScans } from './hall.ts'

const PEOPLE = 10_000
const SESSIONS = 20
const ROUNDS = 5
const SCANS_PER_ROUND = 300
const TARGET = 1.2

/** One scan at a door with 200,000 scans behind it against the same on an event without any; both with fsync, turn by turn. */
export async function benchDoor(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  try {
    const full = openDoor(folder, 'full')
    const empty = openDoor(folder, 'empty')
    const earlier = writeEarlierScans(full.hall)
    const ours: number[] = []
    const limit: number[] = []
    for (let index = 0; index < ROUNDS * SCANS_PER_ROUND; index++) {
      const [first, second] = index % 2 === 0 ? [full, empty] : [empty, full]
      const times = [timed(() => first.scan(index)), timed(() => second.scan(index))] as const
      ours.push(times[index % 2 === 0 ? 0 : 1])
      limit.push(times[index % 2 === 0 ? 1 : 0])
    }
    for (const { hall } of [full, empty]) hall.event.close()
    return [row(earlier, ours, limit)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function openDoor(folder: string, name: string): { hall: Hall; scan: (index: number) => void } {
  mkdirSync(join(folder, name))
  const hall = makeHall(join(folder, name), PEOPLE, SESSIONS)
  const { event, roomId } = hall
  const identity = badgeIdentityOf(event)
  const codes = event.db.transaction(() =>
    hall.personIds
      .slice(0, ROUNDS * SCANS_PER_ROUND)
      .map(personId => issueBadgeIn(event.db, identity, personId, Date.now()).code),
  )()
  event.db.pragma('wal_checkpoint(TRUNCATE)')
  const scan = (index: number): void => {
    const door = { roomId, heldSessionId: null, direction: 'both' as const }
    const { verdict } = scanAtDoor(
      event,
      HALL_CALLER,
      { ...door, actId: newId(), text: codes[index] ?? '' },
      Date.now(),
    )
    if (verdict.kind !== 'entered') throw new Error(`the door answered ${verdict.kind}`)
  }
  return { hall, scan }
}

function row(earlier: number, ours: number[], limit: number[]): BenchRow {
  const median = percentile(ours, 0.5)
  const limitMedian = percentile(limit, 0.5)
  const ratio = median / limitMedian
  return {
    name: `durable scan at a door, ${earlier} earlier scans`,
    unit: 'ms',
    median,
    p95: percentile(ours, 0.95),
    limit: { name: 'same, no earlier scans', median: limitMedian, p95: percentile(limit, 0.95) },
    ratio,
    target: `<= ${TARGET}x (median)`,
    met: ratio <= TARGET,
  }
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
