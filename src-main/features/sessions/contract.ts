import { z } from 'zod'
import { actIdSchema, adminProcedure, deskProcedure, idSchema, lineSchema } from '#main/rpc/base-contract.ts'
import { SCAN_MAX_LENGTH } from '#main/features/registration/contract.ts'
import { attendanceRuleSchema } from './attendance-rules.ts'

const MINUTES_OF_TWO_DAYS = 2 * 24 * 60
/** The list behind a number ends here; who wants more narrows it down. */
export const PEOPLE_LIMIT = 20_000
export const RECENT_LIMIT = 20
/** A sheet is read back in one go. */
export const SHEET_MARKS_MAX = 2000
/** A signature is at most so long as text. */
export const STROKES_MAX_LENGTH = 20_000

/** Kinds of a session that the form offers; others are typed. What is done in a break is no session to attend. */
export const SESSION_KINDS = [
  'Registrasi',
  'Pembukaan',
  'Sambutan',
  'Pembicara Kunci',
  'Apresiasi',
  'Paparan',
  'Talk Show',
  'Kelas',
  'RTL',
  'Jeda',
  'Penutupan',
] as const

export const roomInputSchema = z.object({ name: lineSchema.min(1), capacity: z.int().min(1).max(100_000).nullable() })
/** What is written down about a room. */
export type RoomInput = z.infer<typeof roomInputSchema>
export const roomSchema = roomInputSchema.extend({ id: idSchema })
/** Where sessions take place and doors are; capacity null = no limit. */
export type Room = z.infer<typeof roomSchema>

/** Who may enter: all conditions that are set must hold; empty lists are no condition. */
export const admissionSchema = z.object({
  roleIds: z.array(idSchema).max(100),
  delegationIds: z.array(idSchema).max(1000),
  /** Only those on the sign-up list (parallel classes). */
  isSignUpOnly: z.boolean(),
})
export type Admission = z.infer<typeof admissionSchema>

/** No condition: whoever is registered may enter. */
export const EVERYBODY: Admission = { roleIds: [], delegationIds: [], isSignUpOnly: false }

/** Times are minutes after midnight of the day in the event's zone; an end past midnight is beyond 1440. */
export const sessionInputSchema = z
  .object({
    dayId: idSchema,
    title: lineSchema.min(1),
    kind: lineSchema,
    roomId: idSchema,
    startMinute: z.int().min(0).max(MINUTES_OF_TWO_DAYS),
    endMinute: z.int().min(1).max(MINUTES_OF_TWO_DAYS),
    /** Null = the room's. */
    capacity: z.int().min(1).max(100_000).nullable(),
    /** Whether attendance is taken. */
    isCounted: z.boolean(),
    /** A break is left out of the minutes of sessions that run through it; its own attendance is never taken. */
    isBreak: z.boolean(),
    admission: admissionSchema,
    /** Null = the event's. */
    rule: attendanceRuleSchema.nullable(),
    speakers: z.array(lineSchema.min(1)).max(50),
    moderator: lineSchema,
    note: z.string().trim().max(4000),
  })
  .refine(({ startMinute, endMinute }) => endMinute > startMinute, { path: ['endMinute'] })
export type SessionInput = z.infer<typeof sessionInputSchema>

export const sessionSchema = sessionInputSchema.safeExtend({
  id: idSchema,
  date: z.iso.date(),
  roomName: z.string(),
  /** Planned instants, UTC epoch milliseconds. */
  startsAt: z.number(),
  endsAt: z.number(),
  /** The session's own limit, else the room's; null = none. */
  limit: z.number().nullable(),
})
/** A session as it stands in the programme. */
export type Session = z.infer<typeof sessionSchema>

export const settingsSchema = z.object({
  rule: attendanceRuleSchema,
  /** A room is open for its next session this long before its start, unless another one still runs in it. */
  opensMinutesBefore: z.int().min(0).max(240),
  /** Whether people sign on a screen. */
  isSignatureOnScreen: z.boolean(),
})
/** How attendance is taken in this event. */
export type SessionSettings = z.infer<typeof settingsSchema>

/**
 * What a door does with a scan; `both` = in when outside, out when inside. Before the session has begun, who is still in the
 * room from the one before is let out.
 */
export const DOOR_DIRECTIONS = ['in', 'out', 'both'] as const
export type DoorDirection = (typeof DOOR_DIRECTIONS)[number]

export const nameSchema = z.object({ titleBefore: z.string(), name: z.string(), titleAfter: z.string() })

export const doorPersonSchema = nameSchema.extend({
  id: z.string(),
  role: z.string(),
  roleColor: z.string(),
  delegation: z.string(),
  institution: z.string(),
  village: z.string(),
})
/** Somebody as a door shows them. */
export type DoorPerson = z.infer<typeof doorPersonSchema>

const personOnly = { participantId: z.string() }

/** The answer of a door. Only `entered` and `left` change anything. */
export const doorVerdictSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entered'),
    ...personOnly,
    sessionId: z.string(),
    /** Whole minutes since the start when that is beyond the grace; 0 = in time, or they were here before. */
    lateMinutes: z.number(),
    /** They were in this session before. */
    isReentry: z.boolean(),
    /** The room that this scan took them out of. */
    movedFrom: z.string().nullable(),
    /** Not checked in at the desk today. */
    isUnregistered: z.boolean(),
  }),
  z.object({
    kind: z.literal('left'),
    ...personOnly,
    sessionId: z.string(),
    /** Minutes in the session so far, as the rule counts them. */
    minutes: z.number(),
    /** Minutes before the end; 0 = after it. */
    earlyMinutes: z.number(),
  }),
  z.object({ kind: z.literal('already-inside'), ...personOnly, since: z.number() }),
  z.object({ kind: z.literal('not-inside'), ...personOnly, roomName: z.string().nullable() }),
  z.object({ kind: z.literal('full'), ...personOnly, inside: z.number(), limit: z.number() }),
  z.object({ kind: z.literal('not-on-list'), ...personOnly, reason: z.enum(['role', 'delegation', 'sign-up']) }),
  z.object({ kind: z.literal('no-session'), ...personOnly }),
  z.object({ kind: z.literal('revoked'), ...personOnly, reason: z.string() }),
  z.object({ kind: z.literal('archived'), ...personOnly, reason: z.string() }),
  z.object({ kind: z.literal('other-event') }),
  z.object({ kind: z.literal('altered') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('incomplete') }),
  z.object({ kind: z.literal('not-a-code') }),
])
export type DoorVerdict = z.infer<typeof doorVerdictSchema>

export const doorAnswerSchema = z.object({
  actId: z.string(),
  verdict: doorVerdictSchema,
  person: doorPersonSchema.nullable(),
  /** Whether staff may let them in all the same, with a reason (`full`, `not-on-list`). */
  canOverride: z.boolean(),
})
/** What a door answers to a scan. */
export type DoorAnswer = z.infer<typeof doorAnswerSchema>

export const doorRecentSchema = z.object({
  actId: z.string(),
  at: z.number(),
  deviceName: z.string(),
  verdict: z.string(),
  person: doorPersonSchema.nullable(),
  isUndone: z.boolean(),
  canUndo: z.boolean(),
})
/** One of the last scans of a room. */
export type DoorRecent = z.infer<typeof doorRecentSchema>

/** What a door shows besides the verdict. Numbers are people. */
export const doorStateSchema = z.object({
  room: roomSchema,
  /** The session that scans count for now; null before the first one opens and after the last one of the day. */
  session: sessionSchema.nullable(),
  /** The one that takes over next in this room, and when. */
  next: z.object({ session: sessionSchema, takesOverAt: z.number() }).nullable(),
  inside: z.number(),
  entries: z.number(),
  exits: z.number(),
  expected: z.number(),
  /** Who was let in for an earlier session of this room and has not been scanned since. */
  unscanned: z.number(),
  recent: z.array(doorRecentSchema),
})
export type DoorState = z.infer<typeof doorStateSchema>

/** Which door: the room, and the session that the operator holds (null = the room's current one). A hold ends with the session's day. */
export const doorSchema = z.object({ roomId: idSchema, heldSessionId: idSchema.nullable() })
const doorAct = doorSchema.extend({ actId: actIdSchema, direction: z.enum(DOOR_DIRECTIONS) })

export const ATTENDANCE_STATES = ['registered', 'present', 'absent', 'archived'] as const

/** registered = present + absent + archived. Each number is people and opens its list. */
export const attendanceCountsSchema = z.object({
  registered: z.number(),
  present: z.number(),
  absent: z.number(),
  archived: z.number(),
})
export type AttendanceCounts = z.infer<typeof attendanceCountsSchema>

export const overviewSchema = z.object({
  days: z.array(attendanceCountsSchema.extend({ dayId: z.string(), date: z.iso.date(), label: z.string() })),
  sessions: z.array(
    attendanceCountsSchema.extend({
      sessionId: z.string(),
      inside: z.number(),
      late: z.number(),
      /** Present by a sheet, a signature or a correction, not by scans. */
      byHand: z.number(),
      missingExits: z.number(),
    }),
  ),
  /** People who were at the event on any day. */
  uniquePresent: z.number(),
  registered: z.number(),
})
/** The numbers of all days and of all sessions whose attendance is taken; every number is people. */
export type Overview = z.infer<typeof overviewSchema>

/** A day as a whole, or one of its sessions. */
export const placeSchema = z.object({ dayId: idSchema, sessionId: idSchema.nullable() })

export const attendancePersonSchema = doorPersonSchema.extend({
  nip: z.string(),
  state: z.enum(['present', 'absent', 'archived']),
  minutes: z.number(),
  isLate: z.boolean(),
  hasLeftEarly: z.boolean(),
  isExitMissing: z.boolean(),
  /** What the presence rests on; null when absent without any evidence. */
  evidence: z.enum(['scan', 'sheet', 'signature', 'correction']).nullable(),
  firstIn: z.number().nullable(),
  lastOut: z.number().nullable(),
  /** Who says so and why, for marks by hand. */
  note: z.string(),
})
/** How one person stands to a day or a session. */
export type AttendancePerson = z.infer<typeof attendancePersonSchema>

export const timelineEntrySchema = z.object({
  at: z.number(),
  kind: z.enum([
    'check-in',
    'entered',
    'left',
    'refused',
    'signed',
    'sheet',
    'corrected',
    'badge-printed',
    'badge-revoked',
    'substituted',
    'substitutes',
  ]),
  /** Session, room, day or person, as it is shown. */
  detail: z.string(),
  /** Why, as somebody wrote it; for `refused` the verdict of the door. */
  reason: z.string(),
  deviceName: z.string(),
  isVoided: z.boolean(),
})
export const timelineSchema = z.object({
  entries: z.array(timelineEntrySchema),
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      title: z.string(),
      date: z.iso.date(),
      startsAt: z.number(),
      endsAt: z.number(),
      state: z.enum(['present', 'absent']),
      minutes: z.number(),
      possibleMinutes: z.number(),
    }),
  ),
  minutes: z.number(),
})
/** What one person did at the event, the newest first, and what of it counts. */
export type Timeline = z.infer<typeof timelineSchema>

export const sheetSchema = z.object({
  id: z.string(),
  /** Four to six characters that stand on the paper. */
  code: z.string(),
  dayId: z.string(),
  sessionId: z.string().nullable(),
  title: z.string(),
  madeAt: z.number(),
  rows: z.array(nameSchema.extend({ number: z.int(), participantId: z.string(), isSigned: z.boolean() })),
})
/** A printed signature sheet: its numbers stay what they were on the paper. */
export type SignatureSheet = z.infer<typeof sheetSchema>

const withId = z.object({ actId: actIdSchema, id: idSchema })

/** Rooms, sessions, doors and who attended what. */
export const sessionsContract = {
  rooms: {
    list: deskProcedure.output(z.array(roomSchema)),
    add: adminProcedure.input(roomInputSchema.extend({ actId: actIdSchema })).output(roomSchema),
    update: adminProcedure.input(roomInputSchema.extend({ actId: actIdSchema, id: idSchema })).output(roomSchema),
    /** Rule `room-in-use`: a session that is not archived takes place there. */
    archive: adminProcedure.input(withId).output(z.void()),
  },
  settings: {
    get: deskProcedure.output(settingsSchema),
    set: adminProcedure.input(z.object({ actId: actIdSchema, settings: settingsSchema })).output(settingsSchema),
  },
  list: deskProcedure.input(z.object({ dayId: idSchema.nullable() })).output(z.array(sessionSchema)),
  add: adminProcedure.input(z.object({ actId: actIdSchema, session: sessionInputSchema })).output(sessionSchema),
  update: adminProcedure.input(withId.extend({ session: sessionInputSchema })).output(sessionSchema),
  /** Takes a session off the programme; what was scanned stays on record. */
  archive: adminProcedure.input(withId).output(z.void()),
  signUps: {
    list: deskProcedure.input(z.object({ sessionId: idSchema })).output(z.array(doorPersonSchema)),
    set: deskProcedure
      .input(
        z.object({
          actId: actIdSchema,
          sessionId: idSchema,
          participantIds: z.array(idSchema).min(1).max(5000),
          isSignedUp: z.boolean(),
        }),
      )
      .output(z.object({ count: z.number() })),
  },
  door: {
    state: deskProcedure.input(doorSchema).output(doorStateSchema),
    /** Decides about a scan and writes it down, whatever the verdict. */
    scan: deskProcedure.input(doorAct.extend({ text: z.string().max(SCAN_MAX_LENGTH) })).output(doorAnswerSchema),
    /** The same for a person picked from a search. */
    pick: deskProcedure.input(doorAct.extend({ participantId: idSchema })).output(doorAnswerSchema),
    /** Lets in somebody whom the door refused as `full` or `not-on-list`; the reason is kept with the pass. */
    override: deskProcedure
      .input(doorSchema.extend({ actId: actIdSchema, participantId: idSchema, reason: lineSchema.min(1) }))
      .output(doorAnswerSchema),
  },
  overview: deskProcedure.output(overviewSchema),
  people: deskProcedure
    .input(
      placeSchema.extend({
        state: z.enum([...ATTENDANCE_STATES, 'inside', 'late', 'by-hand', 'missing-exit']),
        text: z.string().max(200),
      }),
    )
    .output(z.array(attendancePersonSchema)),
  timeline: deskProcedure.input(z.object({ participantId: idSchema })).output(timelineSchema),
  /** A recorded correction, with its reason; `minutes` null = the whole session. */
  correct: deskProcedure
    .input(
      placeSchema.extend({
        actId: actIdSchema,
        participantId: idSchema,
        isPresent: z.boolean(),
        minutes: z.int().min(0).max(MINUTES_OF_TWO_DAYS).nullable(),
        reason: lineSchema.min(1),
      }),
    )
    .output(z.void()),
  sheets: {
    list: deskProcedure.output(
      z.array(sheetSchema.omit({ rows: true }).extend({ rowCount: z.int(), signedCount: z.int() })),
    ),
    /** By the code on the paper. */
    get: deskProcedure.input(z.object({ code: lineSchema.min(1).max(20) })).output(sheetSchema),
    /** Fixes the numbers of a sheet that is about to be printed; `participantIds` in the order of the rows. */
    make: deskProcedure
      .input(
        placeSchema.extend({
          actId: actIdSchema,
          title: lineSchema.min(1),
          participantIds: z.array(idSchema).max(20_000),
        }),
      )
      .output(sheetSchema),
    /** Ticks signed rows by their numbers, or takes ticks away. */
    mark: deskProcedure
      .input(
        z.object({
          actId: actIdSchema,
          sheetId: idSchema,
          numbers: z.array(z.int().min(1)).min(1).max(SHEET_MARKS_MAX),
          isSigned: z.boolean(),
        }),
      )
      .output(z.object({ count: z.number() })),
  },
  /** A signature on the screen: strokes as an SVG path in a box of 300 x 100 units. */
  sign: deskProcedure
    .input(
      placeSchema.extend({
        actId: actIdSchema,
        participantId: idSchema,
        strokes: z
          .string()
          .min(1)
          .max(STROKES_MAX_LENGTH)
          .regex(/^[MLQCZ0-9 .,-]+$/),
      }),
    )
    .output(z.void()),
}
