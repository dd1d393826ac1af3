import { copyFile, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { refusalOfFailure } from '#main/jobs/export-failure.ts'
import { JobFailure, runJob } from '#main/jobs/run-job.ts'
import { Refusal, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import type { ExportFormat, ExportProgress, ExportSubject } from './contract.ts'
import { isPrivate, type PrivateParts, privatePartsOf } from './private-rules.ts'

const FILE_TIMEOUT_MS = 10 * 60_000
const MIME_TYPES: Record<ExportFormat | 'zip', string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  zip: 'application/zip',
}

/** How an export is run: who hears of it and who may give it up. */
export interface RunOptions {
  signal: AbortSignal | undefined
  report: (progress: ExportProgress) => void
}
/** Where a file went: a path that was chosen, or its bytes; both null when the person gave up. */
export interface HandedOver {
  savedAt: string | null
  file: File | null
}

/**
 * Writes a paper or a list as a file, and saves it where the dialog says or (`dialogs` null) gives its bytes. It is there whole or
 * not at all. A file with private numbers is for the administrator, and is written down before it leaves.
 */
export async function exportFile(
  event: EventFile,
  caller: Caller,
  input: { actId: string; subject: ExportSubject; format: ExportFormat },
  { dialogs, at, ...options }: RunOptions & { dialogs: Desktop | null; at: number },
): Promise<HandedOver> {
  const parts = privatePartsOf(input.subject)
  if (caller.role !== 'admin' && (input.subject.kind === 'list' || isPrivate(parts))) throw new Refusal('FORBIDDEN')
  return inTemporaryFolder(async folder => {
    const written = join(folder, `export.${input.format}`)
    const order = { path: event.path, subject: input.subject, format: input.format, at, to: written }
    const job = { timeoutMs: FILE_TIMEOUT_MS, onProgress: progressTo(options), ...signalOf(options) }
    const done = await asRefusals(() => runJob('write-export', order, job))
    if ('refusal' in done) throw new Refusal(done.refusal.code, done.refusal.data)
    const path = dialogs ? await dialogs.chooseSavePath(done.fileName, input.format) : null
    if (dialogs && path === null) return { savedAt: null, file: null }
    const what = input.subject.kind === 'paper' ? input.subject.request.paper : input.subject.request.list
    noteExport(
      event,
      caller,
      { actId: input.actId, at },
      { what, format: input.format, peopleCount: done.rowCount, parts },
    )
    return handOver(written, path, `${done.fileName}.${input.format}`)
  })
}

/** Writes down who took which private numbers of how many people; never the numbers. Nothing for files without any. */
export function noteExport(
  event: EventFile,
  caller: Caller,
  { actId, at }: { actId: string; at: number },
  { parts, ...what }: { what: string; format: string; peopleCount: number; parts: PrivateParts },
): void {
  if (!isPrivate(parts)) return
  act(event, caller, { actId, at, verb: 'documents.export', subjectId: 'documents' }, () => ({
    result: null,
    after: { ...what, ...parts },
    topics: [],
  }))
}

/** Moves a finished file to where it was to be saved, or reads its bytes. */
export async function handOver(written: string, path: string | null, fileName: string): Promise<HandedOver> {
  if (path !== null) {
    await asRefusals(() => placeWhole(written, path))
    return { savedAt: path, file: null }
  }
  const ending = fileName.split('.').at(-1) as keyof typeof MIME_TYPES
  return { savedAt: null, file: new File([await readFile(written)], fileName, { type: MIME_TYPES[ending] }) }
}

/** Under its name only once all of it is on that disk. */
async function placeWhole(written: string, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  try {
    await copyFile(written, unfinished)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** A folder for half-made files that is gone afterwards, come what may. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), `gelar-export-${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What goes wrong with disks and threads, as refusals with words of ours. */
export async function asRefusals<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof JobFailure && error.code === 'cancelled') throw new DOMException('given up', 'AbortError')
    if (error instanceof JobFailure && error.code !== 'crashed') throw ruleBroken('export-too-long')
    throw refusalOfFailure(error) ?? error
  }
}

/** The job's words as those of the contract. */
export function progressTo({
  report,
}: Pick<RunOptions, 'report'>): (progress: { done: number; total: number; phase: string }) => void {
  return ({ phase, done, total }) => report({ phase: phase as ExportProgress['phase'], done, total })
}

/** Only there when somebody can give up. */
export function signalOf({ signal }: Pick<RunOptions, 'signal'>): { signal?: AbortSignal } {
  return signal ? { signal } : {}
}
