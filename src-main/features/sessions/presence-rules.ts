import type { Admission } from './contract.ts'
import { countScans } from './minutes-rules.ts'
import { type PlannedSession, possibleMinutes } from './schedule-rules.ts'
import type { Stay } from './stay-rules.ts'

/** What was noted about somebody by hand: a ticked sheet, a signature on screen, a correction with its reason. */
export interface Mark {
  source: 'sheet' | 'signature' | 'correction'
  isPresent: boolean
  /** Null = the whole session. */
  minutes: number | null
  reason: string
  /** UTC epoch milliseconds. */
  at: number
  /** Who says so: the person at the device, or the device. */
  by: string
}

/** What somebody's presence rests on. */
export type Evidence = 'scan' | Mark['source']

/** How one person stands to a session or a day. */
export interface Attendance {
  state: 'present' | 'absent' | 'archived'
  minutes: number
  evidence: Evidence | null
  firstIn: number | null
  lastOut: number | null
  isLate: boolean
  hasLeftEarly: boolean
  isExitMissing: boolean
  /** For marks by hand: why, and who says so. */
  note: string
}

/** What decides whether somebody may enter a session. */
export interface Admissible {
  roleId: string
  delegationId: string | null
  /** Whether they, or whom they stand in for, are on the session's sign-up list. */
  isSignedUp: boolean
}

/** The condition of a session that somebody does not meet; null when they may enter. */
export function refusalOf(admission: Admission, person: Admissible): 'role' | 'delegation' | 'sign-up' | null {
  const { roleIds, delegationIds, isSignUpOnly } = admission
  if (roleIds.length > 0 && !roleIds.includes(person.roleId)) return 'role'
  if (delegationIds.length > 0 && !(person.delegationId && delegationIds.includes(person.delegationId))) {
    return 'delegation'
  }
  return isSignUpOnly && !person.isSignedUp ? 'sign-up' : null
}

/**
 * How somebody stands to a session; null when they are not registered for it: neither may they enter nor did they come.
 * A correction wins over everything; otherwise a presence rests on what gives it the most minutes, on scans first.
 */
export function attendSession(
  session: PlannedSession,
  who: { isEligible: boolean; isArchived: boolean },
  stays: readonly Stay[],
  marks: readonly Mark[],
  at: number,
): Attendance | null {
  const { hasCome, isEnough, ...scanned } = countScans(session, stays, at)
  const mark = decidingMark(marks)
  const isPresent = mark?.source === 'correction' ? mark.isPresent : isEnough || mark !== undefined
  if (!who.isEligible && !hasCome && !mark) return null
  if (!isPresent) {
    const isCorrected = mark?.source === 'correction'
    return {
      ...scanned,
      state: who.isArchived ? 'archived' : 'absent',
      minutes: isCorrected ? 0 : scanned.minutes,
      evidence: isCorrected ? 'correction' : hasCome ? 'scan' : null,
      note: mark ? noteOf(mark) : '',
    }
  }
  const possible = possibleMinutes(session)
  if (mark?.source === 'correction') {
    const minutes = Math.min(mark.minutes ?? possible, possible)
    return { ...scanned, state: 'present', minutes, evidence: 'correction', isLate: false, note: noteOf(mark) }
  }
  if (mark && (!isEnough || scanned.minutes < possible)) {
    return { ...scanned, state: 'present', minutes: possible, evidence: mark.source, note: noteOf(mark) }
  }
  return { ...scanned, state: 'present', evidence: 'scan', note: '' }
}

/** How somebody stands to a day: present is who checked in at the desk or has a mark for the day as a whole. */
export function attendDay(
  who: { isArchived: boolean },
  checkedInAt: number | null,
  marks: readonly Mark[],
  minutes: number,
): Attendance {
  const mark = decidingMark(marks)
  const isCorrected = mark?.source === 'correction'
  const isPresent = isCorrected ? mark.isPresent : checkedInAt !== null || mark !== undefined
  const isByHand = mark !== undefined && (isCorrected || checkedInAt === null)
  return {
    state: isPresent ? 'present' : who.isArchived ? 'archived' : 'absent',
    minutes: isPresent && isCorrected ? (mark.minutes ?? minutes) : minutes,
    evidence: isByHand ? mark.source : checkedInAt === null ? null : 'scan',
    firstIn: checkedInAt,
    lastOut: null,
    isLate: false,
    hasLeftEarly: false,
    isExitMissing: false,
    note: isByHand ? noteOf(mark) : '',
  }
}

/** The newest correction, else a signature, else a tick on a sheet. */
function decidingMark(marks: readonly Mark[]): Mark | undefined {
  if (marks.length === 0) return undefined
  const newest = (source: Mark['source']): Mark | undefined =>
    marks.filter(mark => mark.source === source).toSorted((one, other) => other.at - one.at)[0]
  return newest('correction') ?? newest('signature') ?? newest('sheet')
}

function noteOf({ reason, by }: Mark): string {
  return [reason, by].filter(part => part !== '').join(' · ')
}
