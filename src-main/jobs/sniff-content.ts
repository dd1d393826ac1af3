/** What a file is, judged by its bytes alone. */
export type ContentKind =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'csv'
  | 'encrypted'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'pdf'
  | 'image'
  | 'office-document'
  | 'archive'
  | 'binary'

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0) =>
  signature.every((byte, index) => bytes[offset + index] === byte)

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const SIGNATURES: readonly (readonly [readonly number[], ContentKind])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x52, 0x49, 0x46, 0x46], 'image'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
]

/**
 * Judges a file by its first bytes. A zip is told apart by the entry names its directory lists (`zipEntryNames`,
 * empty when it could not be read), an OLE container by the stream names inside.
 */
export function sniffContent(bytes: Uint8Array, zipEntryNames: readonly string[]): ContentKind {
  if (isZip(bytes)) return zipKind(zipEntryNames)
  if (startsWith(bytes, OLE)) return oleKind(bytes)
  const signature = SIGNATURES.find(([start]) => startsWith(bytes, start))
  return signature ? signature[1] : textKind(bytes)
}

export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])

function zipKind(names: readonly string[]): ContentKind {
  const has = (name: string) => names.includes(name)
  if (has('[Content_Types].xml')) {
    const isDocument = names.some(name => name.startsWith('word/') || name.startsWith('ppt/'))
    return isDocument ? 'office-document' : 'xlsx'
  }
  if (has('mimetype') && has('content.xml')) return 'ods'
  return 'archive'
}

function oleKind(bytes: Uint8Array): ContentKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hasStream = (name: string) => content.includes(Buffer.from(name, 'utf16le'))
  if (hasStream('EncryptedPackage')) return 'encrypted'
  if (!hasStream('Workbook') && !hasStream('Book')) return 'office-document'
  return hasFilePassRecord(content) ? 'encrypted' : 'xls'
}

/** [MS-XLS] 2.4.117: a FilePass record (0x2F) among the first records of the workbook stream means that it is encrypted. */
function hasFilePassRecord(content: Buffer): boolean {
  let offset = content.indexOf(Buffer.from([0x09, 0x08]), 512)
  for (let count = 0; offset >= 0 && offset + 4 <= content.length && count < 8; count += 1) {
    if (content.readUInt16LE(offset) === 0x2f) return true
    offset += 4 + content.readUInt16LE(offset + 2)
  }
  return false
}

function textKind(bytes: Uint8Array): ContentKind {
  const hasUtf16Mark = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  const start = bytes.subarray(0, 4096)
  if (!hasUtf16Mark && start.some(byte => byte < 9 || (byte > 13 && byte < 27))) return 'binary'
  const encoding = startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : hasUtf16Mark ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(encoding).decode(start).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/u.test(text)) return 'html'
  if (text.startsWith('<?xml')) return text.includes('<html') ? 'html' : 'xml'
  if (/^[[{]\s*["{[]/u.test(text)) return 'json'
  return 'csv'
}

/** What the file name promises; undefined when its ending promises nothing that we know. */
export function promisedKind(fileName: string): 'spreadsheet' | 'csv' | undefined {
  const ending = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (['xlsx', 'xlsm', 'xltx', 'xls', 'ods'].includes(ending)) return 'spreadsheet'
  if (['csv', 'tsv', 'tab', 'txt'].includes(ending)) return 'csv'
  return undefined
}
