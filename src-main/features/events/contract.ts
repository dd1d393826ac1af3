import { z } from 'zod'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'

/** The three Indonesian zones: WIB, WITA, WIT. None has daylight saving. */
export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
/** One of {@link TIME_ZONES}. */
export const timeZoneSchema = z.enum(TIME_ZONES)
export type TimeZone = z.infer<typeof timeZoneSchema>

/** Who holds the meeting: a district, a province, a round over several, the nation. */
export const EVENT_LEVELS = ['kabupaten', 'provinsi', 'regional', 'nasional', 'lainnya'] as const

/** When a badge is printed as someone is checked in. */
export const PRINT_ON_CHECK_IN = ['never', 'ask', 'always'] as const

/** How the desks of an event behave. */
export const eventSettingsSchema = z.object({
  printOnCheckIn: z.enum(PRINT_ON_CHECK_IN).default('ask'),
  isSoundOn: z.boolean().default(true),
})
/** See {@link eventSettingsSchema}. */
export type EventSettings = z.infer<typeof eventSettingsSchema>

/** A calendar date in the event's own zone. */
export const dateSchema = z.iso.date()

export const eventDaySchema = z.object({ id: idSchema, date: dateSchema, label: lineSchema })
/** A day of the event; the label is empty for most. */
export type EventDay = z.infer<typeof eventDaySchema>

/** Pictures that every browser engine draws and prints. */
export const LOGO_MIME_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml', 'image/webp'] as const
/** Larger pictures only slow the printing down. */
export const LOGO_MAX_BYTES = 2 * 1024 * 1024

/** A logo as a `data:` URL, ready for a page or a badge. */
export const logoSchema = z.object({
  id: idSchema,
  name: z.string(),
  mime: z.enum(LOGO_MIME_TYPES),
  dataUrl: z.string(),
})
export type Logo = z.infer<typeof logoSchema>

/** What an event is called, where and for whom it is; all but the name may be empty. */
export const eventDetailsSchema = z.object({
  name: lineSchema.min(1),
  level: z.enum(EVENT_LEVELS),
  hostInstitution: lineSchema,
  theme: lineSchema,
  venue: lineSchema,
  timeZone: timeZoneSchema,
})
/** See {@link eventDetailsSchema}. */
export type EventDetails = z.infer<typeof eventDetailsSchema>

export const newEventSchema = eventDetailsSchema.extend({ days: z.array(dateSchema).min(1).max(31) })
export type NewEvent = z.infer<typeof newEventSchema>

/** The open event as every screen needs it: its details, settings and days, and which day it is. */
export const eventSummarySchema = eventDetailsSchema.extend({
  id: z.string(),
  path: z.string(),
  isSample: z.boolean(),
  settings: eventSettingsSchema,
  days: z.array(eventDaySchema),
  /** The event day that it is now in the event's zone; null before, between and after. */
  todayId: z.string().nullable(),
})
export type EventSummary = z.infer<typeof eventSummarySchema>

export const recentEventSchema = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.number(),
  isThere: z.boolean(),
})
export type RecentEvent = z.infer<typeof recentEventSchema>

export const PROBLEMS = [
  'not-found',
  'is-folder',
  'not-gelar',
  'unreadable',
  'from-the-future',
  'read-only',
  'disk-full',
  'damaged',
  'in-use',
  'exists',
] as const

const fileErrors = {
  /** An event file could not be opened, made or copied; nothing on disk was changed. Words: i18n `errors.EVENT_FILE_REFUSED`. */
  EVENT_FILE_REFUSED: { status: 422, data: z.object({ problem: z.enum(PROBLEMS), path: z.string() }) },
}

const withFile = adminProcedure.errors(fileErrors)
const pathSchema = z.string().trim().min(1).max(2000)

/** Making, opening, copying and changing an event: its details, days and logos. */
export const eventsContract = {
  /** The open event; null on the start screen. */
  current: deskProcedure.output(eventSummarySchema.nullable()),
  recents: adminProcedure.output(z.array(recentEventSchema)),
  /** Takes a file off the list of recent ones; the file itself stays. */
  forgetRecent: adminProcedure.input(z.object({ path: pathSchema })).output(z.void()),
  /** Makes an event file in the program's folder (or at `path`) and opens it. */
  create: withFile
    .input(newEventSchema.extend({ actId: actIdSchema, path: pathSchema.optional() }))
    .output(eventSummarySchema),
  /** Makes and opens an event with invented people, for today and tomorrow. */
  createSample: withFile.input(z.object({ actId: actIdSchema, timeZone: timeZoneSchema })).output(eventSummarySchema),
  open: withFile.input(z.object({ path: pathSchema })).output(eventSummarySchema),
  close: adminProcedure.output(z.void()),
  /** Copies the open event to `path` (made up when left out) and says where it is. */
  saveCopy: withFile.input(z.object({ path: pathSchema.optional() })).output(z.object({ path: z.string() })),
  /** The desktop's file dialog; `isAvailable` is false in a browser, where the path is typed. */
  choosePath: adminProcedure
    .input(z.object({ purpose: z.enum(['open', 'copy']) }))
    .output(z.object({ isAvailable: z.boolean(), path: z.string().nullable() })),
  update: adminProcedure
    .input(z.object({ actId: actIdSchema, details: eventDetailsSchema, settings: eventSettingsSchema }))
    .output(eventSummarySchema),
  /** Replaces the list of days. A day on which somebody was checked in can't go (rule `day-has-check-ins`), nor one with sessions (`day-has-sessions`). */
  setDays: adminProcedure
    .input(
      z.object({
        actId: actIdSchema,
        days: z
          .array(z.object({ date: dateSchema, label: lineSchema }))
          .min(1)
          .max(31),
      }),
    )
    .output(eventSummarySchema),
  logos: deskProcedure.output(z.array(logoSchema)),
  addLogo: adminProcedure
    .input(
      z.object({
        actId: actIdSchema,
        name: lineSchema,
        mime: z.enum(LOGO_MIME_TYPES),
        base64: z.base64().max(3 * 1024 * 1024),
      }),
    )
    .output(z.object({ id: z.string() })),
  removeLogo: adminProcedure.input(z.object({ actId: actIdSchema, id: idSchema })).output(z.void()),
}
