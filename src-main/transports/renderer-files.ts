import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The same for every page of ours, in both shells: our own origin only; WASM for the code reader; inline styles for the UI library. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** A built file of the renderer. */
export interface RendererFile {
  mime: string
  body: Buffer<ArrayBuffer>
  /** Its name carries a hash of its content, so it never changes. */
  isImmutable: boolean
}

/**
 * Every file of the built renderer by its URL path, read on first use. Only listed paths can be asked for:
 * no path from outside ever reaches the file system.
 */
export class RendererFiles {
  readonly #paths = new Map<string, string>()
  readonly #read = new Map<string, RendererFile>()

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      this.#paths.set(file.slice(folder.length).replaceAll('\\', '/'), file)
    }
  }

  /** The file at a URL path such as `/assets/desk-1a2b3c.js`; `/` is the operator's page. */
  get(urlPath: string): RendererFile | undefined {
    const path = urlPath === '/' ? '/index.html' : urlPath
    const known = this.#read.get(path)
    if (known) return known
    const file = this.#paths.get(path)
    const mime = MIME_TYPES[extname(path)]
    if (!file || !mime) return undefined
    const loaded = { mime, body: readFileSync(file), isImmutable: path.startsWith('/assets/') }
    this.#read.set(path, loaded)
    return loaded
  }
}
