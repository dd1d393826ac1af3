import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { v7 as newId } from 'uuid'
import { type BenchRow, percentile } from './bench-row.ts'
import { connect, startHost } from './host-client.ts'
import { buildVocabulary, generatePeople } from './people.ts'

const ROWS = 10_000
const RUNS = 5
const TARGET = 2
const HEADER = [
  'No',
  'Nama Lengkap (beserta gelar)',
  'L/P',
  'NIP/NIK',
  'Pangkat/Gol.',
  'Jabatan',
  'Instansi / Perpustakaan',
  'Desa/Kelurahan',
  'Kecamatan',
  'Kab/Kota',
  'No. HP/WA',
  'Email',
  'Sebagai',
  'No Surat Tugas',
  'Keterangan',
]

/** What a fresh process needs for the library's bare `read()` of the file, without loading the library; in milliseconds. */
const BARE_READER = `
import { readFileSync } from 'node:fs'
import { read } from 'hucre'
const bytes = readFileSync(process.argv[1])
const startedAt = performance.now()
const workbook = await read(bytes)
if (workbook.sheets[0].rows.length <= ${ROWS}) throw new Error('not read')
process.stdout.write(String(performance.now() - startedAt))
`

/** A list of 10,000 people from the upload to the commit, through the host over a WebSocket, against the bare reader of the same file. Every run in fresh processes. */
export async function benchImport(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-bench-'))
  try {
    const path = join(folder, 'daftar.xlsx')
    writeFileSync(path, await writeList())
    const ours: number[] = []
    const limit: number[] = []
    for (let run = 0; run < RUNS; run++) {
      limit.push(readBare(path))
      ours.push(await importOnce(path, join(folder, `data-${run}`)))
    }
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
    name: `import of ${ROWS} rows x ${HEADER.length}, upload to commit`,
    unit: 'ms',
    median,
    p95: percentile(ours, 0.95),
    limit: { name: 'bare hucre read(), fresh process', median: limitMedian, p95: percentile(limit, 0.95) },
    ratio,
    target: `<= ${TARGET}x (median)`,
    met: ratio <= TARGET,
  }
}

async function writeList(): Promise<Uint8Array> {
  const people = generatePeople(ROWS, 5, buildVocabulary('tuning'))
  const rows = people.map((person, index) => [
    index + 1,
    [person.titleBefore, person.name].filter(Boolean).join(' ') + (person.titleAfter && `, ${person.titleAfter}`),
    person.gender,
    person.nip,
    '',
    'Pengelola Perpustakaan',
    person.institution,
    person.village,
    person.district,
    person.regency,
    person.phone,
    '',
    'Peserta',
    `090/${index + 1}/DPK/2026`,
    '',
  ])
  return writeXlsx({ sheets: [{ name: 'Peserta', rows: [['DAFTAR PESERTA'], [], HEADER, ...rows] }] })
}

function readBare(path: string): number {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', BARE_READER, path], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

async function importOnce(path: string, dataFolder: string): Promise<number> {
  const host = await startHost(dataFolder)
  const { client, close } = await connect(host)
  await client.events.create({
    actId: newId(),
    name: 'Bench',
    level: 'nasional',
    hostInstitution: '',
    theme: '',
    venue: '',
    timeZone: 'Asia/Jakarta',
    days: ['2026-11-22'],
  })
  const [role] = await client.participants.roles.list()
  const file = new File([readFileSync(path)], 'daftar.xlsx')
  const startedAt = performance.now()
  const { uploadId, suggestedSheet: sheet } = await client.participantImport.upload({ file })
  const proposal = await client.participantImport.propose({ uploadId, sheet, headerRow: null })
  const settings = {
    uploadId,
    sheet,
    headerRow: proposal.headerRow,
    fields: proposal.columns.map(column => column.field),
    delegationFrom: proposal.delegationFrom,
    defaultRoleId: role?.id ?? '',
    roleChoices: [],
  }
  const { counts } = await client.participantImport.commit({ actId: newId(), settings, decisions: [] })
  const durationMs = performance.now() - startedAt
  if (counts.added < ROWS * 0.9) throw new Error(`only ${JSON.stringify(counts)} came in`)
  close()
  await host.stop()
  return durationMs
}
