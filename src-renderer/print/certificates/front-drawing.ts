import type { CertificateSnapshot, PrintedCertificate } from '#main/features/certificates/contract.ts'
import type { BadgeDrawing } from '#renderer/ui/badge/badge-drawing.ts'
import { nameUnits } from '#renderer/ui/badge/badge-texts.ts'
import type { Measure } from '#renderer/ui/badge/fit-text.ts'
import type { LogoPicture } from '#renderer/ui/badge/logo-pictures.ts'
import { qrPath } from '#renderer/ui/badge/qr-path.ts'
import { CONTENT, PAGE } from './ornaments.ts'
import { type Block, type Draft, heightOf, nameBlock, spaceBlock, stack, textBlock, unitsOf } from './text-blocks.ts'

/** What all certificates of one print have in common. */
export interface CertificateSetting {
  logos: readonly LogoPicture[]
  measure: Measure
}

const INK = '#22262b'
const QUIET = '#565c63'
const GOLD = '#b98b3a'
const CENTER = PAGE.width / 2
const TEXT_WIDTH = 222
const LOGO_HEIGHT = 17
const LOGO_GAP = 6
const QR = { x: 35, sizeMm: 22 } as const
const LEAST_SCALE = 0.6
/** With one signatory it stands right of the middle, with two they share the width beside the QR. */
const SIGNATURE_CENTERS = { 1: [212], 2: [122, 218] } as const
const SIGNATURE_WIDTH = { 1: 100, 2: 88 } as const

/** Lays out the front: what is said in the upper part, who signs and the QR in the lower. Everything shrinks until it fits. */
export function drawFront({ logos, measure }: CertificateSetting, certificate: PrintedCertificate): BadgeDrawing {
  const { snapshot } = certificate
  const draft: Draft = { areas: [], texts: [], pictures: [] }
  const footTop = drawSignatures(draft, snapshot, measure)
  const room = footTop - CONTENT.top
  let scale = 1
  let blocks = statement(snapshot, logos.length > 0, scale, measure)
  while (heightOf(blocks) > room && scale > LEAST_SCALE) {
    scale -= 0.04
    blocks = statement(snapshot, logos.length > 0, scale, measure)
  }
  const gaps = blocks.reduce((sum, { gapMm }) => sum + gapMm, 0)
  const stretch = Math.min(1.7, 1 + (room - heightOf(blocks)) / gaps)
  const left = room - heightOf(blocks) - gaps * (stretch - 1)
  const tops = stack(draft.texts, blocks, { centerX: CENTER, top: CONTENT.top + left / 2, stretch })
  if (logos.length > 0) drawLogos(draft, logos, tops[0] ?? CONTENT.top, LOGO_HEIGHT * scale)
  const nameIndex = blocks.length - (snapshot.nip + snapshot.institution === '' ? 4 : 5)
  drawRuleUnder(draft, (tops[nameIndex] ?? 0) + (blocks[nameIndex]?.heightMm ?? 0) + 1.1)
  return { size: { widthMm: PAGE.width, heightMm: PAGE.height }, ...draft, qr: drawQr(draft, certificate, measure) }
}

/** From the logos to the last sentence. */
function statement(snapshot: CertificateSnapshot, hasLogos: boolean, scale: number, measure: Measure): Block[] {
  const { accentColor: accent, hostInstitution, nip } = snapshot
  const text = (
    words: string,
    sizeMm: number,
    gapMm: number,
    more: { maxLines?: number; color?: string } = {},
  ): Block =>
    textBlock(
      words,
      {
        face: 'text',
        sizeMm: sizeMm * scale,
        color: more.color ?? INK,
        widthMm: TEXT_WIDTH,
        maxLines: more.maxLines ?? 1,
      },
      gapMm * scale,
      measure,
    )
  const large = (words: string, face: 'name' | 'strong', sizeMm: number, spacing: number, gapMm: number): Block =>
    textBlock(
      words,
      { face, sizeMm: sizeMm * scale, color: accent, widthMm: TEXT_WIDTH, spacingMm: spacing * scale },
      gapMm * scale,
      measure,
    )
  const origin = [nip === '' ? '' : `NIP ${nip}`, snapshot.institution].filter(part => part !== '').join('  ·  ')
  return [
    ...(hasLogos ? [spaceBlock(LOGO_HEIGHT * scale)] : []),
    ...(hostInstitution === '' ? [] : [large(hostInstitution.toLocaleUpperCase('id'), 'strong', 3.5, 0.35, 2)]),
    large(snapshot.title, 'name', 14, 2.6, 1.5),
    text(`Nomor: ${snapshot.number}`, 4, 0.6, { color: QUIET }),
    text(snapshot.intro, 4.1, 3.2, { color: QUIET }),
    nameBlock(
      nameUnits(snapshot),
      { face: 'name', sizeMm: 11.6 * scale, color: INK, widthMm: TEXT_WIDTH },
      1.2 * scale,
      measure,
    ),
    ...(origin === '' ? [] : [text(origin, 4, 2.8, { maxLines: 2 })]),
    text(snapshot.phrase, 4.1, origin === '' ? 4 : 2.4, { color: QUIET }),
    large(snapshot.as.toLocaleUpperCase('id'), 'strong', 6.6, 1.4, 0.6),
    text(snapshot.body, 4.1, 1.8, { maxLines: 4 }),
  ]
}

function drawLogos(draft: Draft, logos: readonly LogoPicture[], top: number, height: number): void {
  const widths = logos.map(({ ratio }) => Math.min(height * ratio, 60))
  let x = CENTER - (widths.reduce((sum, width) => sum + width, 0) + LOGO_GAP * (logos.length - 1)) / 2
  logos.forEach(({ href }, index) => {
    const width = widths[index] ?? height
    draft.pictures.push({ x, y: top, width, height, href })
    x += width + LOGO_GAP
  })
}

/** A gold line under the name, thicker in the middle. */
function drawRuleUnder(draft: Draft, y: number): void {
  draft.areas.push({ x: CENTER - 62, y: y + 0.15, width: 124, height: 0.2, color: GOLD })
  draft.areas.push({ x: CENTER - 14, y, width: 28, height: 0.5, color: GOLD })
}

/** Who signs, standing on the lower edge; answers with the top of it all. */
function drawSignatures(draft: Draft, { signatures, dateline }: CertificateSnapshot, measure: Measure): number {
  const least = CONTENT.bottom - 32
  if (signatures.length === 0) {
    if (dateline !== '') {
      const block = textBlock(dateline, { face: 'text', sizeMm: 4, color: INK, widthMm: 100 }, 0, measure)
      draft.texts.push(...block.place(SIGNATURE_CENTERS[1][0], least))
    }
    return least
  }
  const count = signatures.length === 1 ? 1 : 2
  const columns = signatures.map((signature, index) =>
    signatureBlocks(signature, index === signatures.length - 1 ? dateline : '', SIGNATURE_WIDTH[count], measure),
  )
  // Names stand on one line, and so do what is above and below them.
  const above = Math.max(...columns.map(({ upper }) => heightOf(upper)))
  const below = Math.max(...columns.map(({ lower }) => heightOf(lower)))
  const nameTop = CONTENT.bottom - below
  columns.forEach(({ upper, lower }, index) => {
    const centerX = SIGNATURE_CENTERS[count][index] ?? CENTER
    stack(draft.texts, upper, { centerX, top: nameTop - SIGNING_ROOM - above })
    stack(draft.texts, lower, { centerX, top: nameTop })
  })
  return Math.min(least, nameTop - SIGNING_ROOM - above - 2)
}

const SIGNING_ROOM = 14

function signatureBlocks(
  { position, name, rank, nip }: CertificateSnapshot['signatures'][number],
  dateline: string,
  widthMm: number,
  measure: Measure,
): { upper: Block[]; lower: Block[] } {
  const style = { face: 'text' as const, sizeMm: 3.9, color: INK, widthMm }
  const office = position === '' || /[,.]$/.test(position) ? position : `${position},`
  const named = name === '' ? `(${'.'.repeat(40)})` : name
  return {
    upper: [
      dateline === '' ? spaceBlock(3.9 * 1.36) : textBlock(dateline, style, 0, measure),
      textBlock(office, { ...style, maxLines: 3 }, 0, measure),
    ],
    lower: [
      nameBlock(unitsOf(named), { ...style, face: 'name', sizeMm: 4.5 }, 0, measure),
      ...(rank === '' ? [] : [textBlock(rank, { ...style, sizeMm: 3.6, color: QUIET }, 0, measure)]),
      ...(nip === '' ? [] : [textBlock(`NIP ${nip}`, { ...style, sizeMm: 3.6, color: QUIET }, 0, measure)]),
    ],
  }
}

function drawQr(draft: Draft, { code, version }: PrintedCertificate, measure: Measure): BadgeDrawing['qr'] {
  const y = CONTENT.bottom - QR.sizeMm - 7
  const caption =
    version > 1 ? `Keaslian: pindai dengan Gelar · terbitan ke-${version}` : 'Keaslian: pindai dengan Gelar'
  const style = { face: 'text' as const, sizeMm: 2.5, color: QUIET, widthMm: 34, maxLines: 2 }
  draft.texts.push(...textBlock(caption, style, 0, measure).place(QR.x + QR.sizeMm / 2, y + QR.sizeMm + 1.6))
  draft.areas.push({ x: QR.x - 2, y: y - 2, width: QR.sizeMm + 4, height: QR.sizeMm + 4, color: '#ffffff' })
  return { ...qrPath(code), x: QR.x, y, sizeMm: QR.sizeMm }
}
