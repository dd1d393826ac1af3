import type { ReadRow, SessionDraft } from './row-rules.ts'

/** A session that the event has. */
export interface KnownSession extends Omit<SessionDraft, 'dayId' | 'startMinute' | 'endMinute'> {
  id: string
  dayId: string
  startMinute: number
  endMinute: number
  isCounted: boolean
  isBreak: boolean
}

/** Details of a session that a table may change; day, start, room and title make it the same one. */
export const DETAILS = [
  'endMinute',
  'kind',
  'speakers',
  'moderator',
  'capacity',
  'note',
  'isCounted',
  'isBreak',
] as const
export type Detail = (typeof DETAILS)[number]
export type DetailValue = string | number | boolean | null | string[]

/** One detail before and after. */
export interface DetailChange {
  detail: Detail
  before: DetailValue
  after: DetailValue
}

type Said = ReadRow & { isCounted: boolean; isBreak: boolean }

/** What a row says otherwise than its session. What it does not say stays: an empty cell takes nothing away. */
export function changesTo(session: KnownSession, said: Said): DetailChange[] {
  const { draft, isKindWritten, isCounted, isBreak } = said
  const details: Readonly<Record<Detail, DetailValue>> = {
    endMinute: draft.endMinute,
    kind: isKindWritten ? draft.kind : session.kind,
    speakers: draft.speakers,
    moderator: draft.moderator,
    capacity: draft.capacity,
    note: draft.note,
    isCounted,
    isBreak,
  }
  return DETAILS.map(detail => ({ detail, before: session[detail], after: details[detail] })).filter(
    ({ before, after }) => isSaid(after) && JSON.stringify(before) !== JSON.stringify(after),
  )
}

const isSaid = (value: DetailValue): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
