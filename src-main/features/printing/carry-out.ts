import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { type Refusal, ruleBroken } from '#main/rpc/base-contract.ts'
import type { Desktop, PageSize } from '#main/rpc/desktop.ts'
import { mergePdfs } from './merge-pdfs.ts'

/** Print pages of ours (`print.html?...`) that come out one behind the other on paper of one size, and where to. */
export interface PrintOrder {
  pages: readonly string[]
  size: PageSize
  to: { target: 'printer'; printer: string } | { target: 'pdf'; path: string }
}

/** Prints silently, or writes one PDF that is there whole or not at all. Rejects with the reason; see {@link reasonOf}. */
export async function carryOut(desktop: Desktop, { pages, size, to }: PrintOrder): Promise<void> {
  if (pages.length === 0) throw new Error('nothing-to-print')
  if (to.target === 'printer') {
    for (const page of pages) await desktop.print(page, { printer: to.printer, size, copies: 1 })
    return
  }
  const parts: Uint8Array[] = []
  for (const page of pages) parts.push(await desktop.renderPdf(page, size))
  writeWhole(to.path, await mergePdfs(parts))
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.unfinished`
  try {
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

const REASON_BY_CODE: Record<string, string> = {
  ENOSPC: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EBUSY: 'not-writable',
  ENOENT: 'folder-gone',
}
/** The reasons that Gelar has words for; anything else is in the printer's own. */
const KNOWN_REASONS = new Set([...Object.values(REASON_BY_CODE), 'printer-timeout', 'page-timeout'])
const REASON_MAX_LENGTH = 300

/** Why printing failed: a key of i18n `badges.reasons` where it is known, else the printer's own words. */
export function reasonOf(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? '')
  const message = error instanceof Error ? error.message : String(error)
  return REASON_BY_CODE[code] ?? message.slice(0, REASON_MAX_LENGTH)
}

/** The refusal for a print that somebody waits for: a rule `print-...` with words of ours, else `print-failed` with the printer's. */
export function asRefusal(error: unknown): Refusal {
  const reason = reasonOf(error)
  return KNOWN_REASONS.has(reason) ? ruleBroken(`print-${reason}`) : ruleBroken('print-failed', reason)
}
