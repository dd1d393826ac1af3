import { SESSION_KINDS } from '#main/features/sessions/contract.ts'

type Kind = (typeof SESSION_KINDS)[number]

/** The kind of breaks. */
export const BREAK_KIND: Kind = 'Jeda'
/** Shorter items (songs, prayers, a word of welcome) are not counted one by one unless somebody wants it so. */
export const COUNTED_FROM_MINUTES = 30

/** Words for a break; whoever sells coffee beside a registration has not made it one, so registration is asked first. */
const BREAK =
  /\b(jeda|ishoma|isoma|ishom|istirahat|rehat|break|makan (pagi|siang|malam)|sarapan|sh?ol?at|salat|shalat|ibadah)\b/iu

/** In this order: the first that fits wins. */
const BY_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/\b(registrasi|pendaftaran|check ?-?in|daftar ulang|registration)\b/iu, 'Registrasi'],
  [BREAK, BREAK_KIND],
  [/\b(penutupan|penutup|closing)\b/iu, 'Penutupan'],
  [/\b(pembicara kunci|keynote|kuliah umum|membuka (acara|kegiatan))\b/iu, 'Pembicara Kunci'],
  [/\b(apresiasi|penghargaan|awarding|awards?)\b/iu, 'Apresiasi'],
  [/\b(rtl|rencana tindak lanjut)\b/iu, 'RTL'],
  [/\b(talk ?show|gelar wicara|bincang(-bincang)?)\b/iu, 'Talk Show'],
  [/\b(kelas|class|workshop|lokakarya)\b/iu, 'Kelas'],
  [/\b(sambutan|arahan)\b/iu, 'Sambutan'],
  [/\b(paparan|pemaparan|presentasi|materi|pleno)\b/iu, 'Paparan'],
  [/\b(pembukaan|opening|indonesia raya|mars|doa|tari(an)?|laporan (ketua )?panitia|laporan ketua)\b/iu, 'Pembukaan'],
]

/** The kind that a rundown names: one of the known ones in their own spelling, else as it is written. */
export function kindOfWritten(written: string): string {
  const known = SESSION_KINDS.find(kind => kind.toLowerCase() === written.toLowerCase())
  if (known) return known
  if (BREAK.test(written) && !/\b(registrasi|pendaftaran)\b/iu.test(written)) return BREAK_KIND
  return BY_WORDS.find(([pattern]) => pattern.exec(written)?.[0] === written)?.[1] ?? written
}

/** The kind that a title speaks of; '' when none. */
export function kindOfTitle(title: string): string {
  return BY_WORDS.find(([pattern]) => pattern.test(title))?.[1] ?? ''
}

/** Whether attendance is taken unless somebody says otherwise. Stands in words on the preview. */
export function isCountedByDefault(kind: string, durationMinutes: number): boolean {
  return kind !== BREAK_KIND && kind !== 'Registrasi' && durationMinutes >= COUNTED_FROM_MINUTES
}
