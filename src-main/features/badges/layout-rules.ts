import { z } from 'zod'

/** The sizes of a badge, in millimetres. `label` sizes are for label printers, which print black only. */
export const BADGE_SIZES = {
  card: { widthMm: 86, heightMm: 54 },
  lanyard: { widthMm: 105, heightMm: 148 },
  label90: { widthMm: 90, heightMm: 60 },
  label62: { widthMm: 62, heightMm: 100 },
} as const
export type BadgeSizeName = keyof typeof BADGE_SIZES
/** The sizes in the order in which they are offered. */
export const BADGE_SIZE_NAMES = ['card', 'lanyard', 'label90', 'label62'] as const satisfies readonly BadgeSizeName[]

/** Width and height in millimetres. */
export interface SizeMm {
  widthMm: number
  heightMm: number
}

const A4: SizeMm = { widthMm: 210, heightMm: 297 }

/** What may stand on a badge. `qr` keeps its own size in millimetres; `logos` uses its font size as the height of the logos. */
export const BADGE_FIELDS = [
  'logos',
  'eventName',
  'date',
  'name',
  'institution',
  'region',
  'delegation',
  'freeText',
  'qr',
  'role',
] as const
export type BadgeField = (typeof BADGE_FIELDS)[number]

const hexColorSchema = z.string().regex(/^#[0-9a-f]{6}$/i)

export const badgeFieldSchema = z.object({
  field: z.enum(BADGE_FIELDS),
  isOn: z.boolean(),
  fontSizePt: z.number().min(4).max(72),
  /** null = whatever is readable on its ground. */
  color: hexColorSchema.nullable(),
})
/** How one field of a badge is set. */
export type BadgeFieldSetting = z.infer<typeof badgeFieldSchema>

/**
 * How badges look and how they come onto paper. The order of the fields is the order on the badge: within the header, within the text;
 * the QR before or after the name, the role band above or below.
 */
export const badgeLayoutDefinitionSchema = z.object({
  size: z.enum(BADGE_SIZE_NAMES),
  /** One badge per page, or as many as fit on A4 with cutting marks. */
  sheet: z.enum(['single', 'a4']),
  sheetMarginMm: z.number().min(0).max(40),
  sheetGapMm: z.number().min(0).max(20),
  headerColor: hexColorSchema,
  /** The band takes the colour of the role; otherwise `bandColor`. */
  isBandInRoleColor: z.boolean(),
  bandColor: hexColorSchema,
  /** Side of the symbol without its quiet zone. */
  qrSizeMm: z.number().min(12).max(80),
  freeText: z.string().max(200),
  fields: z
    .array(badgeFieldSchema)
    .length(BADGE_FIELDS.length)
    .refine(fields => new Set(fields.map(({ field }) => field)).size === BADGE_FIELDS.length),
})
export type BadgeLayoutDefinition = z.infer<typeof badgeLayoutDefinitionSchema>

/** The colour of text that has none of its own: nearly black, for contrast on any printer. */
export const INK = '#17242b'
const WHITE = '#ffffff'
const BLACK = '#000000'

const ENOUGH_CONTRAST = 4.5

/** Ink or white, whichever stands out more on a colour; black where neither is enough. Always 4.5:1 or more (WCAG 2.2, 1.4.3). */
export function readableOn(color: string): string {
  const best = contrast(color, INK) >= contrast(color, WHITE) ? INK : WHITE
  if (contrast(color, best) >= ENOUGH_CONTRAST) return best
  return contrast(color, BLACK) >= contrast(color, WHITE) ? BLACK : WHITE
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Where the badges of one page lie, in millimetres from its upper left corner; `isTurned` = a quarter turn, so that more fit. */
export interface Sheet {
  page: SizeMm
  isTurned: boolean
  places: readonly { xMm: number; yMm: number }[]
  /** Lines for the knife, outside of the badges. */
  cuttingMarks: readonly { x1: number; y1: number; x2: number; y2: number }[]
}

/** Whether at least one badge fits onto the page with these margins. */
export function sheetFits(definition: BadgeLayoutDefinition): boolean {
  return arrangeSheet(definition).places.length > 0
}

/** The page for a layout: exactly the badge, or an upright A4 filled with as many as its margins and gaps allow, centred. */
export function arrangeSheet(definition: BadgeLayoutDefinition): Sheet {
  const size = BADGE_SIZES[definition.size]
  if (definition.sheet === 'single') {
    return { page: size, isTurned: false, places: [{ xMm: 0, yMm: 0 }], cuttingMarks: [] }
  }
  const upright = grid(definition, size)
  const turned = grid(definition, { widthMm: size.heightMm, heightMm: size.widthMm })
  const isTurned = turned.columns * turned.rows > upright.columns * upright.rows
  const { columns, rows, cell } = isTurned ? turned : upright
  const left = starts(columns, cell.widthMm, definition.sheetGapMm, A4.widthMm)
  const top = starts(rows, cell.heightMm, definition.sheetGapMm, A4.heightMm)
  return {
    page: A4,
    isTurned,
    places: top.flatMap(yMm => left.map(xMm => ({ xMm, yMm }))),
    cuttingMarks: left.length * top.length > 0 ? marks(left, top, cell) : [],
  }
}

interface Grid {
  columns: number
  rows: number
  cell: SizeMm
}

/** Far below what a knife can follow; keeps sums of fractions from costing a row. */
const ROUNDING_MM = 1e-6

function grid({ sheetMarginMm, sheetGapMm }: BadgeLayoutDefinition, cell: SizeMm): Grid {
  const count = (room: number, each: number): number =>
    Math.max(0, Math.floor((room - 2 * sheetMarginMm + sheetGapMm + ROUNDING_MM) / (each + sheetGapMm)))
  return { columns: count(A4.widthMm, cell.widthMm), rows: count(A4.heightMm, cell.heightMm), cell }
}

function starts(count: number, each: number, gap: number, room: number): number[] {
  const used = count * each + (count - 1) * gap
  return Array.from({ length: count }, (_, index) => (room - used) / 2 + index * (each + gap))
}

const MARK_LENGTH_MM = 4
const MARK_DISTANCE_MM = 1

function marks(left: number[], top: number[], cell: SizeMm): Sheet['cuttingMarks'] {
  const edges = (from: number[], each: number): number[] => [...new Set(from.flatMap(start => [start, start + each]))]
  const reach = (from: number[], each: number, room: number): [number, number][] => {
    const before = Math.min(...from) - MARK_DISTANCE_MM
    const after = Math.max(...from) + each + MARK_DISTANCE_MM
    return [
      [Math.max(0, before - MARK_LENGTH_MM), Math.max(0, before)],
      [Math.min(room, after), Math.min(room, after + MARK_LENGTH_MM)],
    ]
  }
  const upright = edges(left, cell.widthMm).flatMap(x =>
    reach(top, cell.heightMm, A4.heightMm).map(([y1, y2]) => ({ x1: x, y1, x2: x, y2 })),
  )
  const level = edges(top, cell.heightMm).flatMap(y =>
    reach(left, cell.widthMm, A4.widthMm).map(([x1, x2]) => ({ x1, y1: y, x2, y2: y })),
  )
  return [...upright, ...level]
}

type FieldSizes = Record<Exclude<BadgeField, 'qr'>, number>

const FIELD_SIZES_PT: Record<BadgeSizeName, FieldSizes> = {
  card: {
    logos: 15,
    eventName: 8,
    date: 7,
    name: 15.5,
    institution: 8.5,
    region: 8.5,
    delegation: 8,
    freeText: 7.5,
    role: 10.5,
  },
  label90: {
    logos: 15,
    eventName: 8,
    date: 7,
    name: 17,
    institution: 9,
    region: 9,
    delegation: 8.5,
    freeText: 7.5,
    role: 11.5,
  },
  label62: {
    logos: 16,
    eventName: 8.5,
    date: 7.5,
    name: 18,
    institution: 9.5,
    region: 9.5,
    delegation: 9,
    freeText: 8,
    role: 13,
  },
  lanyard: {
    logos: 32,
    eventName: 13.5,
    date: 10.5,
    name: 30,
    institution: 15,
    region: 15,
    delegation: 14,
    freeText: 11,
    role: 21,
  },
}
const QR_SIZES_MM: Record<BadgeSizeName, number> = { card: 22, label90: 24, label62: 24, lanyard: 33 }
const FIELDS_OFF: readonly BadgeField[] = ['delegation', 'freeText']
const TEAL = '#0e5a63'

/** How a badge of this size looks when nobody has changed anything. */
export function defaultDefinition(size: BadgeSizeName, sheet: BadgeLayoutDefinition['sheet']): BadgeLayoutDefinition {
  const isLabel = size === 'label90' || size === 'label62'
  return {
    size,
    sheet,
    sheetMarginMm: 8,
    sheetGapMm: 2,
    headerColor: isLabel ? WHITE : TEAL,
    isBandInRoleColor: !isLabel,
    bandColor: BLACK,
    qrSizeMm: QR_SIZES_MM[size],
    freeText: '',
    fields: BADGE_FIELDS.map(field => ({
      field,
      isOn: !FIELDS_OFF.includes(field),
      fontSizePt: field === 'qr' ? 8 : FIELD_SIZES_PT[size][field],
      color: null,
    })),
  }
}
