import { PassThrough, type Readable } from 'node:stream'
import yazl from 'yazl'

/** A ZIP that is streamed while it is made; it fails when one of its entries fails. */
export class ZipStream {
  readonly #zip = new yazl.ZipFile()
  readonly #output = new PassThrough()
  readonly #options: { mtime?: Date }

  /** `at` = the time of all entries, UTC epoch milliseconds. */
  constructor(at?: number) {
    this.#options = at === undefined ? {} : { mtime: new Date(at) }
    this.#zip.outputStream.pipe(this.#output)
    this.#zip.on('error', error => this.#fail(error))
  }

  #fail(error: unknown): void {
    this.#output.destroy(error instanceof Error ? error : new Error(String(error)))
  }

  addText(name: string, text: string | Buffer): void {
    this.#zip.addBuffer(Buffer.from(text), name, this.#options)
  }

  addFile(name: string, path: string): void {
    this.#zip.addFile(path, name, this.#options)
  }

  /** `open` is called when it is this entry's turn. */
  addStream(name: string, open: () => Promise<Readable> | Readable): void {
    this.#zip.addReadStreamLazy(name, this.#options, give => {
      Promise.resolve()
        .then(open)
        .then(
          // The library does not listen for what goes wrong while it reads.
          stream =>
            give(
              null,
              stream.on('error', error => this.#fail(error)),
            ),
          (error: unknown) => this.#fail(error),
        )
    })
  }

  /** No entry comes any more; the bytes of all of them. */
  finish(): Readable {
    this.#zip.end()
    return this.#output
  }
}
