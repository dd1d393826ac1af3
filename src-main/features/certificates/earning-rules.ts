import type { Attendance } from '#main/features/sessions/presence-rules.ts'
import { breaksOff, lengthOutside, type PlannedSession } from '#main/features/sessions/schedule-rules.ts'
import { creditOf, type CreditRule } from './credit-rules.ts'
import type { Minimum, RoleCertificate } from './settings-rules.ts'

const MINUTE_MS = 60_000

/** Sessions that run at the same time count once: nobody can attend both. Minutes are whole. */
export interface AttendedPart {
  title: string
  attended: number
  possible: number
}

/** What one person has attended. */
export interface AttendanceRecord {
  minutes: number
  possible: number
  parts: readonly AttendedPart[]
  /** The sessions they were present in, with the minutes that count. */
  sessions: readonly { session: PlannedSession; minutes: number }[]
  /** Recorded as there on any day or in any session. */
  wasPresent: boolean
}

/** Sums up a person's attendance; the arrays go by the sessions, `null` where they are not registered for one. */
export function recordOf(
  sessions: readonly PlannedSession[],
  attended: readonly (Attendance | null)[],
  days: readonly Attendance[],
): AttendanceRecord {
  const own = sessions.flatMap((session, index) => {
    const one = attended[index]
    return one
      ? [{ session, minutes: one.state === 'present' ? one.minutes : 0, isPresent: one.state === 'present' }]
      : []
  })
  const parts = concurrent(own).map((group): AttendedPart => {
    const possible = possibleOf(group.map(({ session }) => session))
    const minutes = group.reduce((sum, one) => sum + one.minutes, 0)
    return {
      title: group.map(({ session }) => session.title).join(' / '),
      attended: Math.min(minutes, possible),
      possible,
    }
  })
  const present = own.filter(({ isPresent }) => isPresent)
  return {
    minutes: parts.reduce((sum, part) => sum + part.attended, 0),
    possible: parts.reduce((sum, part) => sum + part.possible, 0),
    parts,
    sessions: present.map(({ session, minutes }) => ({ session, minutes })),
    wasPresent: present.length > 0 || days.some(({ state }) => state === 'present'),
  }
}

interface Own {
  session: PlannedSession
  minutes: number
}

/** Groups sessions (in the order of time) whose times overlap. */
function concurrent<Item extends Own>(items: readonly Item[]): Item[][] {
  const groups: { items: Item[]; endsAt: number }[] = []
  for (const item of items.toSorted((one, other) => one.session.startsAt - other.session.startsAt)) {
    const last = groups.at(-1)
    if (last && item.session.startsAt < last.endsAt) {
      last.items.push(item)
      last.endsAt = Math.max(last.endsAt, item.session.endsAt)
    } else groups.push({ items: [item], endsAt: item.session.endsAt })
  }
  return groups.map(group => group.items)
}

function possibleOf(sessions: readonly PlannedSession[]): number {
  const [first] = sessions
  if (!first) return 0
  const span = {
    startsAt: Math.min(...sessions.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...sessions.map(({ endsAt }) => endsAt)),
  }
  return Math.floor(lengthOutside(span, breaksOff(first)) / MINUTE_MS)
}

/** Why somebody gets no certificate. */
export type Withheld =
  | { kind: 'never-present' }
  /** `lacking` are the sessions in which minutes are missing. */
  | { kind: 'too-few-minutes'; attended: number; needed: number; possible: number; lacking: AttendedPart[] }

/** What stands between a person and the certificate; null when it is earned. */
export function withheldBecause(
  record: AttendanceRecord,
  { requirement }: Pick<RoleCertificate, 'requirement'>,
  rule: CreditRule & { minimum: Minimum },
): Withheld | null {
  if (requirement === 'nothing') return null
  if (!record.wasPresent) return { kind: 'never-present' }
  if (requirement === 'presence') return null
  const needed = neededMinutes(record.possible, rule)
  const isEnough =
    rule.minimum.by === 'jp' ? creditOf(record.minutes, rule) >= rule.minimum.jp : record.minutes >= needed
  if (isEnough) return null
  const lacking = record.parts.filter(({ attended, possible }) => attended < possible)
  return { kind: 'too-few-minutes', attended: record.minutes, needed, possible: record.possible, lacking }
}

function neededMinutes(possible: number, { minimum, minutesPerJp }: CreditRule & { minimum: Minimum }): number {
  if (minimum.by === 'share') return Math.ceil((possible * minimum.percent) / 100)
  return minimum.by === 'minutes' ? minimum.minutes : minimum.jp * minutesPerJp
}

/** The JP on the certificate; null = none is printed. */
export function earnedCredit(
  record: AttendanceRecord,
  { jp }: Pick<RoleCertificate, 'jp'>,
  rule: CreditRule,
): number | null {
  if (jp.by === 'fixed') return jp.jp
  if (jp.by === 'none') return null
  return creditOf(record.minutes, rule) || null
}
