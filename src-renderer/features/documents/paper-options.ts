import { type PaperRequest, paperRequestSchema } from '#main/features/documents/contract.ts'
import type { PaperId } from '#main/features/documents/settings-rules.ts'
import { kept } from '#renderer/platform/kept.ts'

/** What can be chosen about a paper. */
export type PaperOption =
  | 'day'
  | 'anyDay'
  | 'session'
  | 'recapBy'
  | 'grouping'
  | 'times'
  | 'minutes'
  | 'spareRows'
  | 'incomplete'
  | 'nik'
  | 'account'
  | 'privateLife'
  | 'fixedNumbers'

/** Whose, in which order and on which paper can be chosen for every paper; this is what else each one offers. */
export const PAPER_OPTIONS: Record<PaperId, readonly PaperOption[]> = {
  'daftar-hadir': ['day', 'session', 'grouping', 'times', 'spareRows', 'nik', 'fixedNumbers'],
  'rekap-kehadiran': ['anyDay', 'recapBy', 'grouping', 'minutes'],
  'tanda-terima-perlengkapan': ['anyDay', 'grouping', 'spareRows'],
  'tanda-terima-transport': ['anyDay', 'grouping', 'spareRows', 'nik', 'account'],
  'tanda-terima-uang-harian': ['anyDay', 'grouping', 'spareRows', 'nik', 'account'],
  'register-berkas': ['anyDay', 'grouping', 'incomplete'],
  biodata: ['anyDay', 'nik', 'account', 'privateLife'],
  'rooming-list': ['anyDay'],
}

/** Money is for those who were there. */
const PRESENT_ONLY: readonly PaperId[] = ['tanda-terima-transport', 'tanda-terima-uang-harian']

/** A paper as it is first asked for; personal numbers are never on it. */
export function firstRequest(paper: PaperId, todayId: string | null): PaperRequest {
  const dayId = PAPER_OPTIONS[paper].includes('day') ? todayId : null
  return paperRequestSchema.parse({ paper, dayId, isPresentOnly: PRESENT_ONLY.includes(paper) })
}

const printerName = 'gelar.paperPrinter'

/** The printer that papers of this device went to last; '' for the standard one. Badges have their own. */
export const paperPrinter = {
  read: (): string => kept.read<string>(printerName) ?? '',
  write: (printer: string): void => kept.write(printerName, printer),
}
