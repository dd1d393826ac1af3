import type { EventFile } from '#main/event-file/open.ts'
import { listActsOn, type RecordedAct } from '#main/features/audit/service.ts'
import { type HistoryEntry, type Person, personInputSchema } from './contract.ts'
import { maskNumber } from './person-rules.ts'

const HISTORY_MAX = 200

/** What happened to a person, the newest first. Places and people are named by their ids; NIK is masked. */
export function getHistory(event: EventFile, id: string): HistoryEntry[] {
  return listActsOn(event, id, HISTORY_MAX).map(act => ({
    actId: act.act_id,
    at: act.at,
    verb: act.verb,
    deviceName: act.device_name,
    operator: act.operator,
    isUndone: act.isUndone,
    isUndo: act.undoes !== null,
    changes: act.verb === 'participants.edit' ? changesOf(act) : [],
  }))
}

function changesOf({ kept }: RecordedAct): HistoryEntry['changes'] {
  const before = (kept.before ?? {}) as Partial<Person>
  const after = (kept.after ?? {}) as Partial<Person>
  return personInputSchema
    .keyof()
    .options.map(field => ({ field, before: inWords(field, before[field]), after: inWords(field, after[field]) }))
    .filter(change => change.before !== change.after)
}

function inWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'nik') return maskNumber(String(value))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
