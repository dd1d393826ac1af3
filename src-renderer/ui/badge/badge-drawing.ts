import type { BadgeContent } from '#main/features/badges/contract.ts'
import {
  BADGE_SIZES,
  type BadgeField,
  type BadgeFieldSetting,
  type BadgeLayoutDefinition,
  INK,
  readableOn,
  type SizeMm,
} from '#main/features/badges/layout-rules.ts'
import { dateRange, fieldText, nameUnits } from './badge-texts.ts'
import { type BadgeFace, fitLines, fitName, type FittedText, type Measure } from './fit-text.ts'
import type { LogoPicture } from './logo-pictures.ts'
import { QUIET_ZONE_MODULES, type QrPath, qrPath } from './qr-path.ts'

/** What is drawn on white ground, in millimetres from the upper left corner of the badge. */
export interface BadgeDrawing {
  size: SizeMm
  areas: readonly { x: number; y: number; width: number; height: number; color: string }[]
  texts: readonly DrawnText[]
  pictures: readonly { x: number; y: number; width: number; height: number; href: string }[]
  qr: (QrPath & { x: number; y: number; sizeMm: number }) | null
}

/** One line of text; `y` is its baseline. */
export interface DrawnText {
  x: number
  y: number
  text: string
  face: BadgeFace
  sizeMm: number
  color: string
  anchor: 'start' | 'middle' | 'end'
  spacingMm: number
}

/** What all badges of one print have in common. */
export interface BadgeSetting {
  definition: BadgeLayoutDefinition
  eventName: string
  dates: readonly string[]
  logos: readonly LogoPicture[]
  measure: Measure
}

const MM_PER_PT = 25.4 / 72
const QUIET_TEXT = '#3d4c54'
const GOLD = '#e2b65f'
/** Share of the font size above the baseline that a line needs, and the whole line. */
const ASCENT = 0.78
const LINE: Record<BadgeFace, number> = { name: 1.12, text: 1.3, strong: 1.2 }

interface Draft {
  size: SizeMm
  isUpright: boolean
  pad: number
  setting: BadgeSetting
  areas: BadgeDrawing['areas'][number][]
  texts: DrawnText[]
  pictures: BadgeDrawing['pictures'][number][]
}

/** Lays out one badge. Texts shrink until everything fits; nothing is ever cut off. */
export function drawBadge(setting: BadgeSetting, person: BadgeContent): BadgeDrawing {
  const { definition } = setting
  const size = BADGE_SIZES[definition.size]
  const isUpright = size.heightMm > size.widthMm
  const pad = Math.min(size.widthMm, size.heightMm) * 0.074
  const draft: Draft = { size, isUpright, pad, setting, areas: [], texts: [], pictures: [] }
  const headerEnd = isUpright ? drawUprightHeader(draft) : drawWideHeader(draft)
  const bandHeight = drawBand(draft, person, headerEnd)
  const isBandOnTop = isBefore(definition, 'role', 'name')
  const top = headerEnd + (isBandOnTop ? bandHeight : 0)
  const bottom = size.heightMm - (isBandOnTop ? 0 : bandHeight)
  const qr = drawBody(draft, person, top, bottom)
  return { size, areas: draft.areas, texts: draft.texts, pictures: draft.pictures, qr }
}

function settingOf(definition: BadgeLayoutDefinition, field: BadgeField): BadgeFieldSetting | undefined {
  return definition.fields.find(candidate => candidate.field === field && candidate.isOn)
}

function isBefore(definition: BadgeLayoutDefinition, one: BadgeField, other: BadgeField): boolean {
  const place = (field: BadgeField): number => definition.fields.findIndex(candidate => candidate.field === field)
  return place(one) < place(other)
}

interface HeaderParts {
  logos: { heightMm: number; widthMm: number } | null
  eventName: BadgeFieldSetting | undefined
  date: BadgeFieldSetting | undefined
}

const LOGO_GAP_SHARE = 0.22

function headerParts({ setting }: Draft): HeaderParts {
  const { definition, logos, eventName, dates } = setting
  const logoField = settingOf(definition, 'logos')
  const heightMm = (logoField?.fontSizePt ?? 0) * MM_PER_PT
  const widthMm =
    heightMm * (logos.reduce((sum, { ratio }) => sum + ratio, 0) + LOGO_GAP_SHARE * Math.max(0, logos.length - 1))
  return {
    logos: logoField && logos.length > 0 ? { heightMm, widthMm } : null,
    eventName: eventName === '' ? undefined : settingOf(definition, 'eventName'),
    date: dates.length === 0 ? undefined : settingOf(definition, 'date'),
  }
}

/** Header of a badge that is wider than high: logos and event name on the left, date on the right. Returns where it ends. */
function drawWideHeader(draft: Draft): number {
  const { size, pad, setting } = draft
  const parts = headerParts(draft)
  if (!parts.logos && !parts.eventName && !parts.date) return 0
  const ground = setting.definition.headerColor
  const dateSize = (parts.date?.fontSizePt ?? 0) * MM_PER_PT
  const dateText = parts.date ? dateRange(setting.dates) : ''
  const dateWidth = dateText === '' ? 0 : setting.measure(dateText, 'text') * dateSize + pad * 0.7
  const logoScale = parts.logos ? Math.min(1, (size.widthMm * 0.4) / parts.logos.widthMm) : 1
  const logoWidth = (parts.logos?.widthMm ?? 0) * logoScale
  const logoHeight = (parts.logos?.heightMm ?? 0) * logoScale
  const textStart = pad + (logoWidth > 0 ? logoWidth + pad * 0.6 : 0)
  const name = parts.eventName && {
    ...fitLines(
      setting.eventName,
      'strong',
      {
        widthMm: size.widthMm - textStart - pad - dateWidth,
        sizeMm: parts.eventName.fontSizePt * MM_PER_PT,
        maxLines: 2,
      },
      setting.measure,
    ),
    color: parts.eventName.color ?? readableOn(ground),
  }
  const nameHeight = name ? name.lines.length * name.sizeMm * LINE.strong : 0
  const height = Math.max(size.heightMm * 0.155, logoHeight + pad * 0.7, nameHeight + pad * 0.9)
  drawHeaderGround(draft, height)
  drawLogos(draft, pad, (height - logoHeight) / 2, logoHeight)
  if (name) {
    drawLines(draft, name, 'strong', { x: textStart, y: (height - nameHeight) / 2, color: name.color, anchor: 'start' })
  }
  if (parts.date) {
    const date = { lines: [dateText], sizeMm: dateSize }
    const y = (height - dateSize * LINE.text) / 2
    const color = parts.date.color ?? readableOn(ground)
    drawLines(draft, date, 'text', { x: size.widthMm - pad, y, color, anchor: 'end' })
  }
  return height
}

/** Header of a badge that is higher than wide: everything below each other, centred, in the order of the fields. */
function drawUprightHeader(draft: Draft): number {
  const { size, pad, setting } = draft
  const parts = headerParts(draft)
  if (!parts.logos && !parts.eventName && !parts.date) return 0
  const widthMm = size.widthMm - 2 * pad
  const ground = setting.definition.headerColor
  const drawings: { field: BadgeField; height: number; draw: (y: number) => void }[] = []
  if (parts.logos) {
    const scale = Math.min(1, widthMm / parts.logos.widthMm)
    const [logoWidth, height] = [parts.logos.widthMm * scale, parts.logos.heightMm * scale]
    const x = (size.widthMm - logoWidth) / 2
    drawings.push({ field: 'logos', height, draw: y => drawLogos(draft, x, y, height) })
  }
  for (const field of ['eventName', 'date'] as const) {
    const chosen = parts[field]
    if (!chosen) continue
    const face = field === 'eventName' ? 'strong' : 'text'
    const text = field === 'eventName' ? setting.eventName : dateRange(setting.dates)
    const box = { widthMm, sizeMm: chosen.fontSizePt * MM_PER_PT, maxLines: field === 'eventName' ? 3 : 1 }
    const lines = fitLines(text, face, box, setting.measure)
    const color = chosen.color ?? readableOn(ground)
    drawings.push({
      field,
      height: lines.lines.length * lines.sizeMm * LINE[face],
      draw: y => drawLines(draft, lines, face, { x: size.widthMm / 2, y, color, anchor: 'middle' }),
    })
  }
  drawings.sort((one, other) => (isBefore(setting.definition, one.field, other.field) ? -1 : 1))
  const gap = pad * 0.35
  const inside = drawings.reduce((sum, { height }) => sum + height, 0) + gap * (drawings.length - 1)
  const height = inside + pad * 1.5
  drawHeaderGround(draft, height)
  let y = pad * 0.75
  for (const drawing of drawings) {
    drawing.draw(y)
    y += drawing.height + gap
  }
  return height
}

function drawHeaderGround({ areas, size, setting }: Draft, height: number): void {
  const color = setting.definition.headerColor
  const isWhite = color.toLowerCase() === '#ffffff'
  const rule = size.heightMm * (isWhite ? 0.004 : 0.012)
  areas.push({ x: 0, y: 0, width: size.widthMm, height, color })
  areas.push({ x: 0, y: height - rule, width: size.widthMm, height: rule, color: isWhite ? '#000000' : GOLD })
}

function drawLogos({ pictures, setting }: Draft, x: number, y: number, height: number): void {
  if (height <= 0) return
  let left = x
  for (const { href, ratio } of setting.logos) {
    pictures.push({ x: left, y, width: height * ratio, height, href })
    left += height * (ratio + LOGO_GAP_SHARE)
  }
}

/** The role in its colour over the whole width; returns its height. */
function drawBand(draft: Draft, person: BadgeContent, headerEnd: number): number {
  const { size, pad, setting } = draft
  const { definition } = setting
  const role = settingOf(definition, 'role')
  if (!role) return 0
  const color =
    definition.isBandInRoleColor && /^#[0-9a-f]{6}$/i.test(person.roleColor) ? person.roleColor : definition.bandColor
  const spacing = 0.13
  const text = person.roleName.toLocaleUpperCase('id')
  const roomFor = size.widthMm - 2 * pad
  const width = setting.measure(text, 'strong') + spacing * Math.max(0, text.length - 1)
  const sizeMm = Math.min(role.fontSizePt * MM_PER_PT, width > 0 ? roomFor / width : Infinity)
  const height = Math.max(size.heightMm * (draft.isUpright ? 0.11 : 0.145), role.fontSizePt * MM_PER_PT * 1.75)
  const y = isBefore(definition, 'role', 'name') ? headerEnd : size.heightMm - height
  draft.areas.push({ x: 0, y, width: size.widthMm, height, color })
  draft.texts.push({
    x: size.widthMm / 2 + (spacing * sizeMm) / 2,
    y: y + height / 2 + sizeMm * 0.36,
    text,
    face: 'strong',
    sizeMm,
    color: role.color ?? readableOn(color),
    anchor: 'middle',
    spacingMm: spacing * sizeMm,
  })
  return height
}

/** Texts and QR between header and band; returns where the QR is. */
function drawBody(draft: Draft, person: BadgeContent, top: number, bottom: number): BadgeDrawing['qr'] {
  const { size, pad, isUpright, setting } = draft
  const { definition } = setting
  const qr = settingOf(definition, 'qr') ? qrPath(person.code) : null
  const room = bottom - top
  const quietShare = qr ? QUIET_ZONE_MODULES / qr.moduleCount : 0
  const most = isUpright ? room * 0.62 : room
  const qrSize = qr ? Math.min(definition.qrSizeMm, most / (1 + 2 * quietShare), size.widthMm * 0.6) : 0
  const quiet = qrSize * quietShare
  const isQrFirst = isBefore(definition, 'qr', 'name')
  if (isUpright) {
    const block = qr ? qrSize + 2 * quiet : 0
    const area = {
      x: pad,
      y: top + pad * 0.5 + (isQrFirst ? block : 0),
      width: size.widthMm - 2 * pad,
      height: room - block - pad * 0.5 - (qr && !isQrFirst ? 0 : pad * 0.5),
    }
    drawTexts(draft, person, area)
    const y = isQrFirst ? top + quiet : bottom - quiet - qrSize
    return qr && { ...qr, sizeMm: qrSize, x: (size.widthMm - qrSize) / 2, y }
  }
  const outer = Math.max(pad, quiet)
  const column = qr ? outer + qrSize + Math.max(quiet, pad * 0.6) : pad
  const x = isQrFirst ? column : pad
  drawTexts(draft, person, { x, y: top + pad * 0.7, width: size.widthMm - pad - column, height: room - pad * 1.4 })
  const qrX = isQrFirst ? outer : size.widthMm - outer - qrSize
  return qr && { ...qr, sizeMm: qrSize, x: qrX, y: top + (room - qrSize) / 2 }
}

interface TextBlock extends FittedText {
  face: BadgeFace
  color: string
  gapBefore: number
}

const SHRINK = 0.95
const TEXT_TO_NAME = 0.85
const LEAST_SHARE = 0.85

/** The person's texts in the order of the fields, all smaller by the same share until they fit the area. */
function drawTexts(
  draft: Draft,
  person: BadgeContent,
  area: { x: number; y: number; width: number; height: number },
): void {
  let scale = 1
  let blocks = textBlocks(draft, person, area.width, scale)
  while (heightOf(blocks) > area.height && scale > 0.05) {
    scale *= SHRINK
    blocks = textBlocks(draft, person, area.width, scale)
  }
  const x = draft.isUpright ? area.x + area.width / 2 : area.x
  const anchor = draft.isUpright ? 'middle' : 'start'
  let y = area.y + (area.height - heightOf(blocks)) * (draft.isUpright ? 0.5 : 0.42)
  for (const [index, block] of blocks.entries()) {
    if (index > 0) y += block.gapBefore
    drawLines(draft, block, block.face, { x, y, color: block.color, anchor })
    y += block.lines.length * block.sizeMm * LINE[block.face]
  }
}

function heightOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce(
    (sum, block, index) =>
      sum + block.lines.length * block.sizeMm * LINE[block.face] + (index > 0 ? block.gapBefore : 0),
    0,
  )
}

function textBlocks({ setting }: Draft, person: BadgeContent, widthMm: number, scale: number): TextBlock[] {
  const { definition, measure } = setting
  const blocks: TextBlock[] = []
  let before: BadgeField | null = null
  const nameField = settingOf(definition, 'name')
  const name = nameField && fitScaledName(nameUnits(person), widthMm, nameField.fontSizePt * MM_PER_PT, scale, measure)
  for (const { field, isOn, fontSizePt, color } of definition.fields) {
    if (!isOn) continue
    // However small a name had to become, it stays the largest.
    const sizeMm = Math.min(fontSizePt * MM_PER_PT * scale, (name?.sizeMm ?? Infinity) * TEXT_TO_NAME)
    if (field === 'name' && name) {
      blocks.push({ ...name, face: 'name', color: color ?? INK, gapBefore: sizeMm * 0.35 })
      before = field
      continue
    }
    const text = textOf(setting, person, field)
    if (text === '') continue
    const fitted = fitText(text, widthMm, sizeMm, measure)
    const gapBefore = before === 'name' ? sizeMm * 0.75 : sizeMm * 0.18
    blocks.push({ ...fitted, face: 'text', color: color ?? QUIET_TEXT, gapBefore })
    before = field
  }
  return blocks
}

/** How many lines a name gets depends on the width alone; the scale only makes them smaller. */
function fitScaledName(
  units: readonly string[],
  widthMm: number,
  sizeMm: number,
  scale: number,
  measure: Measure,
): FittedText {
  const fitted = fitName(units, widthMm, sizeMm, measure)
  return { ...fitted, sizeMm: Math.min(fitted.sizeMm, sizeMm * scale) }
}

/** Two lines, or three where two would make it much smaller. */
function fitText(text: string, widthMm: number, sizeMm: number, measure: Measure): FittedText {
  const twoLines = fitLines(text, 'text', { widthMm, sizeMm, maxLines: 2 }, measure)
  if (twoLines.sizeMm >= sizeMm * LEAST_SHARE) return twoLines
  return fitLines(text, 'text', { widthMm, sizeMm, maxLines: 3 }, measure)
}

function textOf({ definition }: BadgeSetting, person: BadgeContent, field: BadgeField): string {
  if (field === 'freeText') return definition.freeText.trim()
  if (field === 'institution' || field === 'region') return fieldText(person, field)
  // A delegation is often called like the region that stands there already.
  if (field === 'delegation')
    return fieldText(person, field, settingOf(definition, 'region') ? fieldText(person, 'region') : '')
  return ''
}

function drawLines(
  { texts }: Draft,
  { lines, sizeMm }: FittedText,
  face: BadgeFace,
  at: { x: number; y: number; color: string; anchor: DrawnText['anchor'] },
): void {
  const height = sizeMm * LINE[face]
  lines.forEach((text, index) => {
    const y = at.y + index * height + (height - sizeMm) / 2 + sizeMm * ASCENT
    texts.push({ x: at.x, y, text, face, sizeMm, color: at.color, anchor: at.anchor, spacingMm: 0 })
  })
}
