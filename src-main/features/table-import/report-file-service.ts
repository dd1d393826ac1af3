import { writeFile } from 'node:fs/promises'
import { runJob } from '#main/jobs/run-job.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import type { Desktop } from '#main/rpc/desktop.ts'

const MIME_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const
type Format = keyof typeof MIME_TYPES

/** A report's table as the bytes of a file, and the name that it should have beside the table it reports on. */
export async function writeReport(
  rows: string[][],
  options: { format: Format; tableName: string; hiddenColumns: number[] },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { format, hiddenColumns } = options
  const bytes = await runJob('write-table', { rows, format, sheetName: 'Laporan impor', hiddenColumns })
  return { fileName: `${stemOf(options.tableName)} - laporan impor`, bytes }
}

const stemOf = (fileName: string): string =>
  fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'Daftar'

/**
 * Saves a report where the desktop's dialog says, or gives its bytes to whoever has no dialog (`dialogs` null). Refused (rule
 * `report-not-written`) where it can't be written.
 */
export async function handOverReport(
  dialogs: Desktop | null,
  report: { fileName: string; bytes: Uint8Array },
  format: Format,
): Promise<{ savedAt: string | null; file: File | null }> {
  const { fileName, bytes } = report
  if (!dialogs) {
    const file = new File([bytes as Uint8Array<ArrayBuffer>], `${fileName}.${format}`, { type: MIME_TYPES[format] })
    return { savedAt: null, file }
  }
  const path = await dialogs.chooseSavePath(fileName, format)
  if (path !== null) await saveReport(path, bytes)
  return { savedAt: path, file: null }
}

async function saveReport(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch {
    throw ruleBroken('report-not-written', path)
  }
}
