import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { badgeIdentityOf, issueBadgeIn } from '#main/features/badges/code-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { scanText } from '#main/features/registration/check-in-service.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { buildVocabulary, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'

const PEOPLE = 20_000
const ROUNDS = 5
const SCANS_PER_ROUND = 400
const TARGET = 1.5
const ZONE = 'Asia/Makassar'
const CALLER: Caller = { deviceId: 'bench', deviceName: 'Meja 1', operator: '', role: 'admin' }

/** A scan that checks somebody in, against the bare transaction that writes the same three rows; both with fsync, turn by turn. */
export async function benchCheckIn(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  try {
    const { event, codes, barePath } = prepareEvent(folder)
    const bare = openBare(barePath)
    const ours: number[] = []
    const limit: number[] = []
    for (let index = 0; index < ROUNDS * SCANS_PER_ROUND; index++) {
      const code = codes[index] as string
      const text = { actId: newId(), text: code }
      ours.push(timed(() => scanText(event, CALLER, text, Date.now())))
      limit.push(timed(() => bare(index)))
    }
    event.close()
    return [row(ours, limit)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function row(ours: number[], limit: number[]): BenchRow {
  const median = percentile(ours, 0.5)
  const limitMedian = percentile(limit, 0.5)
  const ratio = median / limitMedian
  return {
    name: `durable check-in, ${PEOPLE} people`,
    unit: 'ms',
    median,
    p95: percentile(ours, 0.95),
    limit: { name: 'bare transaction, same rows', median: limitMedian, p95: percentile(limit, 0.95) },
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

function prepareEvent(folder: string): { event: EventFile; codes: string[]; barePath: string } {
  const workspace = new Workspace(folder)
  const path = join(folder, 'bench.gelar')
  const now = Date.now()
  const days = [dateInZone(now, ZONE)]
  createEvent(
    workspace,
    { name: 'Bench', level: 'nasional', hostInstitution: '', theme: '', venue: '', timeZone: ZONE, days, path },
    now,
  )
  const event = workspace.current as EventFile
  const people = generatePeople(PEOPLE, 1, buildVocabulary('tuning'))
  writePeople(event.db, people, now)
  const identity = badgeIdentityOf(event)
  const codes = event.db.transaction(() =>
    people.slice(0, ROUNDS * SCANS_PER_ROUND).map(person => issueBadgeIn(event.db, identity, person.id, now).code),
  )()
  event.db.pragma('wal_checkpoint(TRUNCATE)')
  const barePath = join(folder, 'bare.db')
  copyFileSync(path, barePath)
  return { event, codes, barePath }
}

/** The least that can write the same: three prepared inserts with ready values in one immediate transaction. */
function openBare(path: string): (index: number) => void {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const ids = db.prepare('SELECT id FROM participants').pluck().all() as string[]
  const day = db.prepare('SELECT id FROM event_days').pluck().get() as string
  const checkIn = db.prepare(
    "INSERT INTO check_ins (id, participant_id, day_id, at, device_name, method, act_id) VALUES (?, ?, ?, ?, 'Meja 1', 'scan', ?)",
  )
  const scan = db.prepare(
    "INSERT INTO scans (id, at, device_name, verdict, participant_id, detail) VALUES (?, ?, 'Meja 1', 'welcome', ?, '')",
  )
  const audit = db.prepare(
    `INSERT INTO audit (act_id, at, device_id, device_name, operator, verb, subject_id, undoes, payload, payload_hash, hash)
     VALUES (?, ?, 'bench', 'Meja 1', '', 'registration.scan', ?, NULL, ?, ?, ?)`,
  )
  const hash = 'f'.repeat(64)
  const write = db.transaction((actId: string, participantId: string, payload: string) => {
    checkIn.run(newId(), participantId, day, Date.now(), actId)
    scan.run(actId, Date.now(), participantId)
    audit.run(actId, Date.now(), participantId, payload, hash, hash)
  })
  return index => {
    const participantId = ids[index] as string
    const result = { kind: 'welcome', participantId, dayId: day }
    write.immediate(newId(), participantId, JSON.stringify({ result, after: { checkInId: participantId } }))
  }
}
