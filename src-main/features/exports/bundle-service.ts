import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { sendCertificates } from '#main/features/certificates/print-service.ts'
import { readRegister } from '#main/features/certificates/register-service.ts'
import { formatLongDate, formatTime } from '#main/features/documents/format-rules.ts'
import { sendPaper } from '#main/features/documents/service.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { Refusal } from '#main/rpc/base-contract.ts'
import type { Desktop } from '#main/rpc/desktop.ts'
import {
  type BundleEntry,
  type BundleFacts,
  bundleName,
  CERTIFICATES_PLACE,
  factsText,
  planBundle,
  readmeText,
  REPORT_PLACE,
} from './bundle-rules.ts'
import type { PrivateColumns } from './contract.ts'
import {
  asRefusals,
  type HandedOver,
  handOver,
  inTemporaryFolder,
  noteExport,
  progressTo,
  type RunOptions,
  signalOf,
} from './export-service.ts'

const BUNDLE_TIMEOUT_MS = 60 * 60_000

/** What the program lends for a ZIP: `desktop` draws PDFs, `dialogs` asks where to save; both may be missing. */
type BundleOptions = RunOptions & { desktop: Desktop | null; dialogs: Desktop | null; at: number }

/** One ZIP with every paper and list of the event, the report and the certificates, there whole or not at all. Refuses as {@link exportFile} and printing do. */
export async function exportBundle(
  event: EventFile,
  caller: Caller,
  { actId, ...ticked }: PrivateColumns & { actId: string },
  options: BundleOptions,
): Promise<HandedOver> {
  const facts = await asRefusals(() =>
    runJob('read-bundle-facts', { path: event.path, at: options.at }, signalOf(options)),
  )
  const name = bundleName(facts)
  const path = options.dialogs ? await options.dialogs.chooseSavePath(name, 'zip') : null
  if (options.dialogs && path === null) return { savedAt: null, file: null }
  return inTemporaryFolder(async folder => {
    const unfinished = path === null ? join(folder, 'bundle.zip') : `${path}.unfinished`
    try {
      await writeBundleTo(unfinished, { event, facts, ticked, folder }, options)
      const parts = { ...ticked, hasPrivateLife: false }
      const what = { what: 'bundle', format: 'zip', peopleCount: facts.registeredCount, parts }
      noteExport(event, caller, { actId, at: options.at }, what)
      if (path === null) return await handOver(unfinished, null, `${name}.zip`)
      await asRefusals(() => rename(unfinished, path))
      return { savedAt: path, file: null }
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}

interface Bundle {
  event: EventFile
  facts: BundleFacts
  ticked: PrivateColumns
  /** For what is made on the way. */
  folder: string
}

async function writeBundleTo(to: string, bundle: Bundle, options: BundleOptions): Promise<void> {
  const { event, facts, ticked } = bundle
  const entries = planBundle(facts, ticked)
  const { desktop } = options
  const pdfs = desktop ? await drawPapers(entries, bundle, desktop, options) : new Map<string, string>()
  const files = [await writeReport(bundle, options), ...(desktop ? await drawCertificates(bundle, desktop) : [])]
  const { timeZone } = facts.event
  const madeAt = `${formatLongDate(dateInZone(options.at, timeZone))} pukul ${formatTime(options.at, timeZone)}`
  const order = {
    path: event.path,
    at: options.at,
    to,
    texts: {
      'README.txt': readmeText(facts, {
        places: [...entries, ...files].map(({ place }) => place),
        hasPdf: pdfs.size > 0,
        ticked,
        madeAt,
      }),
      'Data kegiatan.txt': factsText(facts),
    },
    files,
    entries: entries.map(({ place, subject }) => ({ place, subject, pdf: pdfs.get(place) ?? null })),
  }
  const job = { timeoutMs: BUNDLE_TIMEOUT_MS, onProgress: progressTo(options), ...signalOf(options) }
  const { refusal } = await asRefusals(() => runJob('write-bundle', order, job))
  if (refusal) throw new Refusal(refusal.code, refusal.data)
}

/** A file that was made before the ZIP, and its place there. */
interface ReadyFile {
  place: string
  path: string
}

async function writeReport({ event, folder }: Bundle, options: BundleOptions): Promise<ReadyFile> {
  const order = { path: event.path, at: options.at }
  const { bytes } = await asRefusals(() => runJob('write-report', order, signalOf(options)))
  const path = join(folder, 'report.docx')
  await writeFile(path, bytes)
  return { place: REPORT_PLACE, path }
}

/** All certificates that are valid, in the order of their numbers; nothing where none was issued. */
async function drawCertificates({ event, folder }: Bundle, desktop: Desktop): Promise<ReadyFile[]> {
  const { sequences } = readRegister(event, '')
  if (sequences.length === 0) return []
  const path = join(folder, 'certificates.pdf')
  await sendCertificates(event, desktop, sequences, { target: 'pdf', path })
  return [{ place: CERTIFICATES_PLACE, path }]
}

/** Draws every paper as a PDF of its own; place in the ZIP -> file. */
async function drawPapers(
  entries: readonly BundleEntry[],
  { event, folder }: Bundle,
  desktop: Desktop,
  { signal, report, at }: BundleOptions,
): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const papers = entries.flatMap(({ place, subject }) => (subject.kind === 'paper' ? [{ place, ...subject }] : []))
  for (const [index, { place, request }] of papers.entries()) {
    if (signal?.aborted) throw new DOMException('given up', 'AbortError')
    report({ phase: 'pages', done: index, total: papers.length })
    const path = join(folder, `${index}.pdf`)
    await sendPaper(event, desktop, { request, to: { target: 'pdf', path } }, at)
    files.set(place, path)
  }
  return files
}
