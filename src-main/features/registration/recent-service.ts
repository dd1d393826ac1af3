import type { EventFile } from '#main/event-file/open.ts'
import { type Caller, listActs, type RecordedAct } from '#main/features/audit/service.ts'
import type { GroupOutcome } from './check-in-service.ts'
import type { RecentAct } from './contract.ts'
import { type DeskPersonRow, listDeskPeople } from './desk-queries.ts'
import type { Verdict } from './rules.ts'
import { REVERSIBLE_REGISTRATION_VERBS } from './reverse-service.ts'

/** Who came or was turned away; ticks and notes would push that off the list. */
const KINDS: Readonly<Record<string, RecentAct['kind']>> = {
  'registration.scan': 'scan',
  'registration.check-in': 'check-in',
  'registration.check-in-group': 'group',
  'registration.walk-in': 'walk-in',
  'registration.substitute': 'substitute',
}
const SHOWN_VERBS = Object.keys(KINDS)

/** What the desks did last, newest first; refused scans and acts that were taken back are among them. */
export function listRecentActs(event: EventFile, caller: Caller, limit: number): RecentAct[] {
  const acts = listActs(event, SHOWN_VERBS, limit)
  const ids = new Set(acts.map(shownPersonId).filter(id => id !== ''))
  const people = new Map(listDeskPeople(event.db, [...ids], null).map(row => [row.id, row]))
  return acts.map(one => toRecentAct(one, people.get(shownPersonId(one)), caller))
}

function toRecentAct(
  one: RecordedAct & { isUndone: boolean },
  row: DeskPersonRow | undefined,
  caller: Caller,
): RecentAct {
  const kind = KINDS[one.verb] ?? 'scan'
  return {
    actId: one.act_id,
    at: one.at,
    deviceName: one.device_name,
    isOwnDevice: one.device_id === caller.deviceId,
    kind,
    verdict: verdictOf(one, kind),
    person: row ? { id: row.id, titleBefore: row.title_before, name: row.name, titleAfter: row.title_after } : null,
    from: row ? row.delegation || row.village || row.institution : '',
    count: countOf(one, kind),
    isUndone: one.isUndone,
    canUndo: !one.isUndone && one.kept.after !== undefined && REVERSIBLE_REGISTRATION_VERBS.includes(one.verb),
  }
}

/** A substitution is about the original; what the desk saw is who came. */
function shownPersonId(one: RecordedAct): string {
  if (one.verb !== 'registration.substitute') return one.subject_id
  return (one.kept.result as { participantId: string } | undefined)?.participantId ?? one.subject_id
}

function verdictOf(one: RecordedAct, kind: RecentAct['kind']): Verdict | null {
  const { result } = one.kept
  if (result === undefined) return null
  if (kind === 'scan' || kind === 'check-in') return result as Verdict
  if (kind === 'walk-in' || kind === 'substitute') return (result as { verdict: Verdict | null }).verdict
  return null
}

function countOf(one: RecordedAct, kind: RecentAct['kind']): number {
  return kind === 'group' ? ((one.kept.result as GroupOutcome | undefined)?.checkedIn.length ?? 0) : 1
}
