import yauzl from 'yauzl'

/** Far above a participant list (10,000 x 15 cells are 11 MB of XML), far below what hurts a 4 GB laptop. */
export const ZIP_LIMITS = { entries: 1000, entryBytes: 128 * 2 ** 20, totalBytes: 256 * 2 ** 20 } as const

export type ZipVerdict = { names: string[] } | { refused: 'broken-file' | 'zip-bomb' | 'encrypted' }

/**
 * Reads only the directory of a zip and refuses what could not be unpacked within bounds. The reader behind it unpacks
 * no entry beyond its declared size, so a header that lies about its size is stopped there; what is refused here are
 * honest bombs, entries that share bytes (overlap), and directories that list more than the file holds.
 */
export function inspectZip(bytes: Uint8Array): Promise<ZipVerdict> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise(resolve => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return resolve({ refused: 'broken-file' })
      const seen: yauzl.Entry[] = []
      let totalBytes = 0
      const finish = (verdict: ZipVerdict) => {
        zip.close()
        resolve(verdict)
      }
      if (zip.entryCount > ZIP_LIMITS.entries) return finish({ refused: 'zip-bomb' })
      zip.on('error', () => finish({ refused: 'broken-file' }))
      zip.on('entry', (entry: yauzl.Entry) => {
        totalBytes += entry.uncompressedSize
        seen.push(entry)
        if (entry.uncompressedSize > ZIP_LIMITS.entryBytes || totalBytes > ZIP_LIMITS.totalBytes)
          return finish({ refused: 'zip-bomb' })
        zip.readEntry()
      })
      zip.on('end', () => finish(judgeEntries(seen, bytes.byteLength)))
      zip.readEntry()
    })
  })
}

const LOCAL_HEADER_BYTES = 30

function judgeEntries(entries: readonly yauzl.Entry[], fileBytes: number): ZipVerdict {
  const inFileOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let nextFreeByte = 0
  for (const entry of inFileOrder) {
    if (entry.relativeOffsetOfLocalHeader < nextFreeByte) return { refused: 'zip-bomb' }
    nextFreeByte = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize
    if (nextFreeByte > fileBytes) return { refused: 'broken-file' }
    if (entry.isEncrypted()) return { refused: 'encrypted' }
  }
  return { names: entries.map(entry => entry.fileName) }
}
