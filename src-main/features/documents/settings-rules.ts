import { z } from 'zod'
import { paperSizeSchema } from './paper-rules.ts'

const wordsSchema = z.string().trim().max(300)
const idSchema = z.string().min(1).max(64)

/** The papers that Gelar writes, in the order in which an event needs them. */
export const PAPER_IDS = [
  'daftar-hadir',
  'rekap-kehadiran',
  'tanda-terima-perlengkapan',
  'tanda-terima-transport',
  'tanda-terima-uang-harian',
  'register-berkas',
  'biodata',
  'rooming-list',
] as const
export const paperIdSchema = z.enum(PAPER_IDS)
/** One of the papers above. */
export type PaperId = z.infer<typeof paperIdSchema>

export const signatorySchema = z.object({
  id: idSchema,
  /** `Mengetahui,` or nothing. */
  heading: wordsSchema,
  /** `Kepala Dinas Perpustakaan dan Kearsipan`, `Bendahara Pengeluaran`, `PPTK`. */
  position: wordsSchema,
  name: wordsSchema,
  /** `Pembina Utama Muda`; many offices leave it out. */
  rank: wordsSchema,
  nip: wordsSchema,
  /** The papers it stands under. */
  papers: z.array(paperIdSchema),
})

const allowanceSchema = z.object({
  /** Once for the event, or for each day that somebody was there. */
  isPerDay: z.boolean(),
  /** In rupiah for one time or day, for each role; a role that is not named gets nothing written in. */
  amounts: z.array(z.object({ roleId: idSchema, amount: z.number().min(0).max(1e9) })).max(100),
})
/** What is paid to whom; no amount comes with the program. */
export type Allowance = z.infer<typeof allowanceSchema>

/** PNS by their golongan; `lainnya` is everybody else (PPPK, villages, none written). */
export const TAX_GROUPS = ['I', 'II', 'III', 'IV', 'lainnya'] as const
export type TaxGroup = (typeof TAX_GROUPS)[number]

/** What the papers of an event have in common; one row in the event file. */
export const documentSettingsSchema = z.object({
  /** Over the line of the kop surat; the last lines (address, telephone) are set smaller. */
  letterheadLines: z.array(wordsSchema).max(8).default([]),
  logoLeftId: idSchema.nullable().default(null),
  logoRightId: idSchema.nullable().default(null),
  size: paperSizeSchema.default('F4'),
  /** Where papers are signed; the venue's town. */
  place: wordsSchema.default(''),
  signatories: z.array(signatorySchema).max(20).default([]),
  spareRowCount: z.int().min(0).max(100).default(5),
  transport: allowanceSchema.default({ isPerDay: false, amounts: [] }),
  daily: allowanceSchema.default({ isPerDay: true, amounts: [] }),
  /** PPh 21 in percent; a group that is not named pays none. */
  taxes: z.array(z.object({ group: z.enum(TAX_GROUPS), percent: z.number().min(0).max(100) })).default([]),
})
export type DocumentSettings = z.infer<typeof documentSettingsSchema>

/** What a new event starts with: no amounts, no names. */
export const DEFAULT_DOCUMENT_SETTINGS: DocumentSettings = documentSettingsSchema.parse({})

/** The group of a rank as people write it (`Penata Tk. I, III/d` -> III). */
export function taxGroupOf(rank: string): TaxGroup {
  const [, group] = /(?:^|[^A-Z])(IV|III|II|I)\s*[/.\s]\s*[a-e](?![a-z])/i.exec(rank.toUpperCase()) ?? []
  return (['IV', 'III', 'II', 'I'] as const).find(known => known === group) ?? 'lainnya'
}
