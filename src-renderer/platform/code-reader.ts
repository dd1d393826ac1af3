import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

// The library would load its engine from a CDN; a hall has no internet.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

/** The text of a QR code in a picture; null when there is none that can be read. */
export async function readCodeFrom(picture: ImageData): Promise<string | null> {
  const results = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return results.find(result => result.isValid)?.text ?? null
}
