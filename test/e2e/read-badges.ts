import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const MM_PER_POINT = 25.4 / 72
const DOTS_PER_INCH = 200

/** Whether poppler's tools are on this machine; what needs them is skipped without. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0

/** Pages of a PDF and the size of the first, in millimetres. */
export function pdfPages(path: string): { pageCount: number; widthMm: number; heightMm: number } {
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
  const [, count] = /Pages:\s+(\d+)/.exec(info) ?? []
  return { pageCount: Number(count), widthMm: Number(width) * MM_PER_POINT, heightMm: Number(height) * MM_PER_POINT }
}

/** A part of a page in millimetres from its upper left corner. */
interface AreaMm {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Draws each page as a picture and reads the QR codes on it, as a scanner would; page by page. With an area only what lies in it:
 * whoever scans a large page points at the code, and looking for one in ornaments takes seconds a page.
 */
export async function readCodes(path: string, area?: AreaMm): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-pages-'))
  const dots = (mm: number): string => String(Math.round((mm / 25.4) * DOTS_PER_INCH))
  const crop = area ? ['-x', dots(area.x), '-y', dots(area.y), '-W', dots(area.width), '-H', dots(area.height)] : []
  execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), ...crop, '-png', path, join(folder, 'page')])
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
