import { constants, crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip made for a test; the declared size may lie. */
export interface ZipPart {
  name: string
  content: Buffer | string
  /** Bytes already deflated, for content too large to hold. */
  deflated?: Buffer
  declaredBytes?: number
  crc?: number
}

/** A zip built by hand, so that its headers can say what we want. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = part.deflated ?? deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(part.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.declaredBytes ?? content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(part.name), 22)
    const name = Buffer.from(part.name)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name]))
    chunks.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, list, end])
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a one-sheet workbook around the given sheet XML. */
export function workbookParts(sheet: string | ZipPart, extra: readonly ZipPart[] = [], relations = ''): ZipPart[] {
  const path = 'xl/worksheets/sheet1.xml'
  return [
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Peserta" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>${relations}</Relationships>`,
    },
    typeof sheet === 'string' ? { name: path, content: sheet } : { ...sheet, name: path },
    ...extra,
  ]
}

export const sheetXml = (rows: string, prolog = ''): string =>
  `<?xml version="1.0"?>${prolog}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A deflate stream of `megabytes` MiB of blanks between two texts: one packed MiB, repeated (each block ends on a full flush). */
export function deflatedBlanks(before: string, megabytes: number, after: string): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH }
  const block = deflateRawSync(Buffer.alloc(2 ** 20, ' '), flush)
  return Buffer.concat([
    deflateRawSync(Buffer.from(before), flush),
    ...Array.from({ length: megabytes }, () => block),
    deflateRawSync(Buffer.from(after)),
  ])
}
