/** A picture of a document: what it is and how wide it is for its height; null for a kind that Word can't show. */
export interface KnownPicture {
  type: 'png' | 'jpg' | 'svg'
  bytes: Buffer
  ratio: number
}

/** Reads a `data:` address of a logo. Pictures whose size can't be told are taken as square. */
export function readPicture(dataUrl: string): KnownPicture | null {
  const [, mime = '', base64 = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(dataUrl) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (mime === 'image/png')
    return { type: 'png', bytes, ratio: ratioOf(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) }
  if (mime === 'image/jpeg') return { type: 'jpg', bytes, ratio: jpegRatio(bytes) }
  return mime === 'image/svg+xml' ? { type: 'svg', bytes, ratio: svgRatio(bytes.toString('utf8')) } : null
}

function ratioOf(width: number, height: number): number {
  return width > 0 && height > 0 ? width / height : 1
}

/** The frame header (SOF0 to SOF15, without the tables among them) has height and width (ITU T.81, B.2.2). */
function jpegRatio(bytes: Buffer): number {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return ratioOf(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
  }
  return 1
}

function svgRatio(text: string): number {
  const [, width, height] = /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(text) ?? []
  return ratioOf(Number(width ?? 0), Number(height ?? 0))
}
