import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre'
import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import { badgeIdentityOf, issueBadgeIn } from '#main/features/badges/code-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { addDays, dateInZone } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { buildExport } from '#main/features/exports/build-service.ts'
import { exportSubjectSchema } from '#main/features/exports/contract.ts'
import { EVERYBODY } from '#main/features/sessions/contract.ts'
import { createRoomIn, createSessionIn } from '#main/features/sessions/programme-service.ts'
import { spreadsheetValue } from '#main/jobs/file-cells.ts'
import { type BenchRow, percentile } from './bench-row.ts'
import { type Client, connect, type RunningHost, startHost } from './host-client.ts'
import { buildVocabulary, generatePeople } from './people.ts'
import { writePeople } from './people-file.ts'

const PEOPLE = 10_000
const DAYS = 4
const SESSIONS_PER_DAY = 5
const RUNS = 5
const IDLE_SCANS = 300
const SCAN_PAUSE_MS = 20
const ZONE = 'Asia/Makassar'
const MINUTE_MS = 60_000
const MEGABYTE = 2 ** 20
const TARGETS = { time: 2, memoryMb: 300, scans: 1.5 }
const SUBJECT = exportSubjectSchema.parse({ kind: 'paper', request: { paper: 'rekap-kehadiran', size: 'F4' } })

/**
 * The recap of 10,000 people in 20 sessions as XLSX, asked of the built host over its socket until the last byte has come back,
 * against the library's streaming writer with the same cells ready in memory; the resident memory of the whole host meanwhile; and
 * scans at a desk of the same host meanwhile against scans while it is idle.
 */
export async function benchRecap(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  const { path, codes, rows } = prepareEvent(folder)
  const host = await startHost(folder, ['--event', path])
  const { client, close } = await connect(host)
  try {
    const desk = scanner(client, codes)
    await exportOnce(client)
    const idle: number[] = []
    await desk.scan(() => idle.length >= IDLE_SCANS, idle)
    const memory = watchMemory(host)
    const ours: number[] = []
    const bare: number[] = []
    const busy: number[] = []
    for (let run = 0; run < RUNS; run++) {
      ours.push(await exportOnce(client))
      bare.push(await writeBare(rows, join(folder, 'bare.xlsx')))
      let isDone = false
      const scanning = desk.scan(() => isDone, busy)
      await exportOnce(client)
      isDone = true
      await scanning
    }
    const peakMb = await memory.stop()
    return [timeRow(ours, bare), memoryRow(peakMb, memory.idleMb), scanRow(busy, idle)]
  } finally {
    close()
    await host.stop()
    rmSync(folder, { recursive: true })
  }
}

function prepareEvent(folder: string): { path: string; codes: string[]; rows: (string | number | null)[][] } {
  const workspace = new Workspace(folder)
  const path = join(folder, 'bench.gelar')
  const now = Date.now()
  const today = dateInZone(now, ZONE)
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1))
  const details = { hostInstitution: '', theme: '', venue: '', level: 'nasional', timeZone: ZONE } as const
  createEvent(workspace, { ...details, name: 'Bench', days, path }, now)
  const event = workspace.current as EventFile
  const people = generatePeople(PEOPLE, 3, buildVocabulary('tuning'))
  writePeople(event.db, people, now)
  writePasses(
    event,
    people.map(({ id }) => id),
  )
  const identity = badgeIdentityOf(event)
  const codes = event.db.transaction(() =>
    people.map(person => issueBadgeIn(event.db, identity, person.id, now).code),
  )()
  const { columns, rows, timeZone } = buildExport(event, SUBJECT, now)
  const cells = [...rows].map(row =>
    columns.map(({ kind }, index) => spreadsheetValue(row.cells[index] ?? null, kind, timeZone)),
  )
  workspace.close()
  return { path, codes, rows: cells }
}

/** In and out of five of six sessions for everybody. */
function writePasses({ db }: EventFile, people: readonly string[]): void {
  const days = db.prepare('SELECT id, date FROM event_days ORDER BY date').all() as { id: string; date: string }[]
  const insert = db.prepare(
    `INSERT INTO passes (id, participant_id, session_id, room_id, direction, at, device_name, method, override_reason, act_id)
     VALUES (?, ?, ?, ?, ?, ?, 'Pintu', 'scan', '', 'bench')`,
  )
  const plain = { kind: '', capacity: null, isCounted: true, isBreak: false, rule: null, moderator: '', note: '' }
  db.transaction(() => {
    const roomId = createRoomIn(db, { name: 'Aula', capacity: null }).id
    days.forEach(({ id: dayId, date }, day) => {
      for (let index = 0; index < SESSIONS_PER_DAY; index++) {
        const startMinute = 480 + index * 90
        const times = { startMinute, endMinute: startMinute + 80 }
        const session = { ...plain, ...times, title: `Sesi ${day + 1}.${index + 1}`, dayId, roomId, speakers: [] }
        const sessionId = createSessionIn(db, { ...session, admission: EVERYBODY })
        const startsAt = Date.parse(`${date}T00:00:00+08:00`) + startMinute * MINUTE_MS
        people.forEach((person, number) => {
          if ((number + index) % 6 === 0) return
          const inAt = startsAt + (number % 5) * MINUTE_MS
          insert.run(newId(), person, sessionId, roomId, 'in', inAt)
          insert.run(newId(), person, sessionId, roomId, 'out', inAt + 70 * MINUTE_MS)
        })
      }
    })
  })()
}

async function exportOnce(client: Client): Promise<number> {
  const startedAt = performance.now()
  const { file } = await client.exports.file({ actId: newId(), subject: SUBJECT, format: 'xlsx' })
  if (!file || file.size === 0) throw new Error('nothing came back')
  return performance.now() - startedAt
}

async function writeBare(rows: (string | number | null)[][], path: string): Promise<number> {
  const startedAt = performance.now()
  await writeXlsxStream(rows, { name: 'Rekap' }).pipeTo(Writable.toWeb(createWriteStream(path)))
  return performance.now() - startedAt
}

/** Scans one badge after the other, each of somebody who was not here yet, with a short pause as people take. */
function scanner(client: Client, codes: string[]) {
  let next = 0
  return {
    async scan(isOver: () => boolean, samples: number[]): Promise<number[]> {
      while (!isOver() && samples.length < codes.length) {
        const text = codes[next++ % codes.length] as string
        const startedAt = performance.now()
        await client.registration.scan({ actId: newId(), text })
        samples.push(performance.now() - startedAt)
        await wait(SCAN_PAUSE_MS)
      }
      return samples
    },
  }
}

/** Resident memory of the host, looked at every 10 ms; Linux only (NaN elsewhere). */
function watchMemory({ process: { pid } }: RunningHost): { idleMb: number; stop: () => Promise<number> } {
  const pageBytes = 4096
  const look = (): number => {
    try {
      return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes) / MEGABYTE
    } catch {
      return Number.NaN
    }
  }
  let peakMb = look()
  const timer = setInterval(() => (peakMb = Math.max(peakMb, look())), 10)
  return {
    idleMb: peakMb,
    stop: async () => {
      clearInterval(timer)
      return peakMb
    },
  }
}

function timeRow(ours: number[], bare: number[]): BenchRow {
  const [median, limit] = [percentile(ours, 0.5), percentile(bare, 0.5)]
  return {
    name: `recap ${PEOPLE} x ${DAYS * SESSIONS_PER_DAY} as XLSX, asked of the host`,
    unit: 'ms',
    median,
    p95: percentile(ours, 0.95),
    limit: { name: 'bare streaming writer, same cells', median: limit, p95: percentile(bare, 0.95) },
    ratio: median / limit,
    target: `<= ${TARGETS.time}x (median)`,
    met: median / limit <= TARGETS.time,
  }
}

function memoryRow(peakMb: number, idleMb: number): BenchRow {
  return {
    name: 'resident memory of the whole host during recaps and scans (peak)',
    unit: 'MB',
    median: peakMb,
    p95: peakMb,
    limit: { name: 'the same host before', median: idleMb, p95: idleMb },
    ratio: peakMb / idleMb,
    target: `<= ${TARGETS.memoryMb} MB`,
    met: peakMb <= TARGETS.memoryMb,
  }
}

function scanRow(busy: number[], idle: number[]): BenchRow {
  const [p95, limit] = [percentile(busy, 0.95), percentile(idle, 0.95)]
  return {
    name: 'scan at a desk while a recap is written',
    unit: 'ms',
    median: percentile(busy, 0.5),
    p95,
    limit: { name: 'the same while idle', median: percentile(idle, 0.5), p95: limit },
    ratio: p95 / limit,
    target: `<= ${TARGETS.scans}x (p95)`,
    met: p95 / limit <= TARGETS.scans,
  }
}
