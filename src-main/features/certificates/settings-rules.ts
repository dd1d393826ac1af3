import { z } from 'zod'
import { patternProblem } from './number-rules.ts'

const wordsSchema = z.string().trim().max(300)
const idSchema = z.string().min(1).max(64)

/** The ways to round, in the order in which they are offered. */
export const ROUNDINGS = ['down', 'nearest', 'up'] as const
/** What becomes of the part of a JP that was not attended. */
export type Rounding = (typeof ROUNDINGS)[number]

const jpSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('minutes') }),
  z.object({ by: z.literal('fixed'), jp: z.int().min(1).max(999) }),
  z.object({ by: z.literal('none') }),
])

/** `rule` = the event's minimum, `presence` = recorded as there at least once, `nothing` = only being on the list. */
export const REQUIREMENTS = ['rule', 'presence', 'nothing'] as const

export const roleCertificateSchema = z.object({
  roleId: idSchema,
  isIssued: z.boolean(),
  /** `Peserta`, `Narasumber`, ... as it stands in large letters. */
  as: wordsSchema.min(1),
  /** What leads to it: `atas partisipasinya sebagai`. */
  phrase: wordsSchema,
  jp: jpSchema,
  requirement: z.enum(REQUIREMENTS),
})
/** What people of one role get. */
export type RoleCertificate = z.infer<typeof roleCertificateSchema>

const minimumSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('share'), percent: z.int().min(1).max(100) }),
  z.object({ by: z.literal('minutes'), minutes: z.int().min(1).max(100_000) }),
  z.object({ by: z.literal('jp'), jp: z.int().min(1).max(999) }),
])
/** What has to be attended for a certificate. */
export type Minimum = z.infer<typeof minimumSchema>

/** In which order numbers are given. */
export const NUMBER_ORDERS = ['role', 'name', 'delegation'] as const

const DEFAULT_BODY = 'pada kegiatan {kegiatan} {tema} {penyelenggara} {waktu} {tempat}.'
const BODY_PLACEHOLDERS = ['kegiatan', 'tema', 'penyelenggara', 'waktu', 'tempat'] as const

/** How certificates of an event look and who gets one; one row in the event file. */
export const certificateSettingsSchema = z.object({
  numberPattern: z
    .string()
    .trim()
    .max(120)
    .refine(pattern => patternProblem(pattern) === null)
    .default('{nomor:3}/SERT/{bulan-romawi}/{tahun}'),
  /** The office's own book may go on from another event. */
  firstNumber: z.int().min(1).max(999_999).default(1),
  order: z.enum(NUMBER_ORDERS).default('role'),
  title: wordsSchema.min(1).default('SERTIFIKAT'),
  intro: wordsSchema.default('diberikan kepada'),
  /** With the placeholders of {@link fillBody}. */
  body: z.string().trim().max(600).default(DEFAULT_BODY),
  roles: z.array(roleCertificateSchema).max(100).default([]),
  minutesPerJp: z.int().min(1).max(240).default(45),
  rounding: z.enum(ROUNDINGS).default('down'),
  minimum: minimumSchema.default({ by: 'share', percent: 80 }),
  /** Of the event's papers, by their ids; none = the first one there. */
  signatoryIds: z.array(idSchema).max(2).default([]),
  /** '' = the place of the papers. */
  place: wordsSchema.default(''),
  /** YYYY-MM-DD; null = the last day of the event. */
  date: z.iso.date().nullable().default(null),
  accentColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#7a1f2b'),
  hasReverse: z.boolean().default(true),
  hasNip: z.boolean().default(true),
})
export type CertificateSettings = z.infer<typeof certificateSettingsSchema>

/** What a new event starts with. */
export const DEFAULT_CERTIFICATE_SETTINGS: CertificateSettings = certificateSettingsSchema.parse({})

const CONTRIBUTORS = /narasumber|pembicara|moderator|fasilitator|panitia|instruktur|pengajar/i

/** What a role gets until the office says otherwise: participants by the rule, contributors once they were there, guests none. */
export function roleCertificateOf(settings: CertificateSettings, role: { id: string; name: string }): RoleCertificate {
  const chosen = settings.roles.find(({ roleId }) => roleId === role.id)
  if (chosen) return chosen
  const isContributor = CONTRIBUTORS.test(role.name)
  const isParticipant = /peserta/i.test(role.name)
  return {
    roleId: role.id,
    isIssued: isContributor || isParticipant,
    as: role.name,
    phrase: isContributor ? 'atas kontribusinya sebagai' : 'atas partisipasinya sebagai',
    jp: { by: isParticipant ? 'minutes' : 'none' },
    requirement: isParticipant ? 'rule' : 'presence',
  }
}

/** The sentence on the front. A placeholder without a value goes with the blank before it. */
export function fillBody(body: string, values: Record<(typeof BODY_PLACEHOLDERS)[number], string>): string {
  const isKnown = (name: string): name is (typeof BODY_PLACEHOLDERS)[number] =>
    (BODY_PLACEHOLDERS as readonly string[]).includes(name)
  return body
    .replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => (isKnown(name) ? values[name] : whole))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;])/g, '$1')
    .trim()
}

/** The placeholder in a sentence that means nothing; null when all are known. */
export function unknownBodyPlaceholder(body: string): string | null {
  const known = BODY_PLACEHOLDERS.map(name => `{${name}}`)
  return [...body.matchAll(/\{[^{}]*\}/g)].map(([found]) => found).find(found => !known.includes(found)) ?? null
}

/** The minimum as it stands on the reverse. */
export function minimumInWords(minimum: Minimum, minutesPerJp: number): string {
  const needed =
    minimum.by === 'share'
      ? `sekurang-kurangnya ${minimum.percent}% waktu sesi yang dapat diikutinya`
      : minimum.by === 'minutes'
        ? `sekurang-kurangnya ${minimum.minutes} menit sesi`
        : `sekurang-kurangnya ${minimum.jp} JP (${minimum.jp * minutesPerJp} menit) sesi`
  return `Sertifikat diberikan kepada peserta yang tercatat mengikuti ${needed}.`
}
