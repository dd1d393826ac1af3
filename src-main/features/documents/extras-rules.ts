/** What papers look for among the columns of an imported list that have no field of their own, by the headings that lists have. */
const HEADINGS = {
  birthPlaceAndDate: /^(tempat (dan|&|,)? ?(tgl|tanggal) ?lahir|ttl)$/,
  birthPlace: /^tempat lahir$/,
  birthDate: /^(tgl|tanggal) lahir$/,
  religion: /^agama$/,
  maritalStatus: /^status( (per)?kawin(an)?| nikah| pernikahan)$/,
  address: /^alamat( rumah| lengkap| tinggal| domisili)?$/,
  npwp: /^(no(mor)? )?npwp$/,
  bank: /^(nama )?bank$/,
  account: /^(no(mor)? )?rek(ening)?( bank)?$/,
  travelOrder: /^(no(mor)? )?(spd|sppd)$/,
} as const
/** A fact that only lists bring along. */
export type ExtraFact = keyof typeof HEADINGS

/** The value under the first heading that fits; '' when the list had none. */
export function readExtra(extras: Readonly<Record<string, string>>, fact: ExtraFact): string {
  const found = Object.entries(extras).find(
    ([heading, value]) => HEADINGS[fact].test(plain(heading)) && !/^[-–—.\s]*$/.test(value),
  )
  return found?.[1].trim() ?? ''
}

/** `Pangkajene, 12 Agustus 1971`, from one column or two. */
export function birthOf(extras: Readonly<Record<string, string>>): string {
  const whole = readExtra(extras, 'birthPlaceAndDate')
  if (whole !== '') return whole
  return [readExtra(extras, 'birthPlace'), readExtra(extras, 'birthDate')].filter(part => part !== '').join(', ')
}

const NIK_HEADING = /\b(nik|ktp|kk|no(mor)? induk kependudukan|kartu keluarga)\b/
const PRIVATE_LIFE: readonly ExtraFact[] = ['religion', 'maritalStatus']
const MONEY: readonly ExtraFact[] = ['npwp', 'bank', 'account']

/** Whether a column of an imported list stands in no file unless its kind was ticked; religion and marital status never do. */
export function isPrivateHeading(heading: string, ticked: { hasNik: boolean; hasAccount: boolean }): boolean {
  const words = plain(heading)
  const isAbout = (facts: readonly ExtraFact[]): boolean => facts.some(fact => HEADINGS[fact].test(words))
  if (isAbout(PRIVATE_LIFE)) return true
  if (isAbout(MONEY) || /\b(rekening|npwp)\b/.test(words)) return !ticked.hasAccount
  return NIK_HEADING.test(words) && !ticked.hasNik
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[./,_-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
