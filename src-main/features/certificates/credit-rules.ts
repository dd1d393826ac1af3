import type { Rounding } from './settings-rules.ts'

/** How attended minutes become JP (jam pelajaran). */
export interface CreditRule {
  minutesPerJp: number
  rounding: Rounding
}

/** The JP for so many minutes. */
export function creditOf(minutes: number, { minutesPerJp, rounding }: CreditRule): number {
  const exact = minutes / minutesPerJp
  if (rounding === 'down') return Math.floor(exact)
  return rounding === 'up' ? Math.ceil(exact) : Math.round(exact)
}

/**
 * Shares the JP of a certificate among its sessions by their minutes, so that the column on the reverse adds up to the number on
 * the front: everybody gets the whole part of their share, the rest goes to the largest remainders (earlier ones first when equal).
 */
export function shareCredit(total: number, minutes: readonly number[]): number[] {
  const sum = minutes.reduce((all, one) => all + one, 0)
  if (sum === 0) return minutes.map(() => 0)
  const exact = minutes.map(one => (one * total) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((all, one) => all + one, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

const ROUNDING_WORDS: Record<Rounding, string> = {
  down: 'dibulatkan ke bawah',
  nearest: 'dibulatkan ke bilangan bulat terdekat',
  up: 'dibulatkan ke atas',
}

/** The sentence that stands beside every JP; papers are Indonesian. */
export function creditInWords({ minutesPerJp, rounding }: CreditRule): string {
  return `1 JP = ${minutesPerJp} menit, dihitung dari menit kehadiran yang tercatat dan ${ROUNDING_WORDS[rounding]}.`
}
