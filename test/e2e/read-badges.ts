import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const MM_PER_POINT = 25.4 / 72
const DOTS_PER_INCH = '200'

/** Whether poppler's tools are on this machine; what needs them is skipped without. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0

/** Pages of a PDF and the size of the first, in millimetres. */
export function pdfPages(path: string): { pageCount: number; widthMm: number; heightMm: number } {
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
  const [, count] = /Pages:\s+(\d+)/.exec(info) ?? []
  return { pageCount: Number(count), widthMm: Number(width) * MM_PER_POINT, heightMm: Number(height) * MM_PER_POINT }
}

/** Draws each page as a picture and reads the QR codes on it, as a scanner would; page by page. */
export async function readCodes(path: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-pages-'))
  execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-png', path, join(folder, 'page')])
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } })
  const pages: string[][] = []
  for (const file of readdirSync(folder).sort()) {
    const found = await readBarcodes(readFileSync(join(folder, file)), { formats: ['QRCode'], tryHarder: true })
    pages.push(found.map(({ text }) => text))
  }
  return pages
}

/** The words on each page, as they can be selected in a PDF reader, with single blanks. */
export function pageWords(path: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  return text.split('\f').map(page => page.replaceAll(/\s+/g, ' '))
}
