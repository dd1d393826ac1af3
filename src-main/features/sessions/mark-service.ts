import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { requirePerson } from '#main/features/participants/person-service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import {
  findStandingMark,
  insertMark,
  listStrokes,
  type MarkRow,
  type PlaceKey,
  restoreMark,
  voidMark,
} from './mark-queries.ts'
import { listEventDays } from './plan-queries.ts'
import { readPlan, readSettings, requireSession } from './plan-service.ts'

const TOPICS = ['sessions'] as const

/** What an act did to the marks, for its undo: the rows themselves hold signatures and stay out of the audit. */
export interface MarkChange {
  addedIds: string[]
  voidedIds: string[]
}

/** Refuses a place that is not in the programme. */
export function requirePlace(db: ReadHandle, { dayId, sessionId }: PlaceKey): void {
  if (!listEventDays(db).some(day => day.id === dayId)) throw notFound('day')
  if (sessionId !== null && requireSession(readPlan(db), sessionId).dayId !== dayId) throw notFound('session')
}

/** A new mark by this caller; what is not said is empty. */
export function newMark(
  caller: Caller,
  place: PlaceKey,
  mark: Pick<MarkRow, 'participant_id' | 'source' | 'at' | 'act_id'> & Partial<MarkRow>,
): MarkRow {
  return {
    id: newId(),
    day_id: place.dayId,
    session_id: place.sessionId,
    is_present: 1,
    minutes: null,
    reason: '',
    sheet_id: null,
    strokes: '',
    device_name: caller.deviceName,
    operator: caller.operator,
    ...mark,
  }
}

/** Writes a mark in place of the one of its source that stands. */
function replaceMark(db: WriteHandle, place: PlaceKey, mark: MarkRow): MarkChange {
  const standing = findStandingMark(db, mark.participant_id, place, mark.source)
  if (standing !== undefined) voidMark(db, standing, mark.at, mark.act_id)
  insertMark(db, mark)
  return { addedIds: [mark.id], voidedIds: standing === undefined ? [] : [standing] }
}

interface Correction extends PlaceKey {
  actId: string
  participantId: string
  isPresent: boolean
  minutes: number | null
  reason: string
}

/** Records a correction; the newest one of a person and place counts. */
export function correct(event: EventFile, caller: Caller, input: Correction, at: number): void {
  const { actId, participantId, isPresent, minutes, reason } = input
  act(event, caller, { actId, at, verb: 'sessions.correct', subjectId: participantId }, db => {
    requirePerson(db, participantId)
    requirePlace(db, input)
    const details = { is_present: Number(isPresent), minutes: isPresent ? minutes : null, reason }
    const mark = newMark(caller, input, {
      participant_id: participantId,
      source: 'correction',
      at,
      act_id: actId,
      ...details,
    })
    return { result: null, after: replaceMark(db, input, mark), topics: TOPICS }
  })
}

/** Keeps a signature that was drawn on a screen; refuses (rule `signature-off`) where the event does not use them. */
export function sign(
  event: EventFile,
  caller: Caller,
  input: PlaceKey & { actId: string; participantId: string; strokes: string },
  at: number,
): void {
  const { actId, participantId, strokes } = input
  act(event, caller, { actId, at, verb: 'sessions.sign', subjectId: participantId }, db => {
    if (!readSettings(db).isSignatureOnScreen) throw ruleBroken('signature-off')
    requirePerson(db, participantId)
    requirePlace(db, input)
    const mark = newMark(caller, input, {
      participant_id: participantId,
      source: 'signature',
      at,
      act_id: actId,
      strokes,
    })
    return { result: null, after: replaceMark(db, input, mark), topics: TOPICS }
  })
}

/** The signatures of a day or session by whose they are, as SVG paths in a box of 300 x 100 units. */
export function signaturesOf(db: ReadHandle, place: PlaceKey): Map<string, string> {
  return new Map(listStrokes(db, place).map(({ participantId, strokes }) => [participantId, strokes]))
}

/** Takes back what an act did to the marks; refuses (rule `undo-changed-since`) where nothing of it stands. */
export function reverseMarksIn(
  db: WriteHandle,
  change: MarkChange,
  { targetActId, actId, at }: { targetActId: string; actId: string; at: number },
): void {
  const voided = change.addedIds.filter(id => voidMark(db, id, at, actId))
  const restored = change.voidedIds.filter(id => restoreMark(db, id, targetActId))
  if (voided.length + restored.length === 0) throw ruleBroken('undo-changed-since')
}
