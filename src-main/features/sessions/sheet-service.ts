import { randomInt } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import type { SignatureSheet } from './contract.ts'
import {
  findStandingMark,
  getSheet,
  getSheetByCode,
  insertMark,
  insertSheet,
  listNames,
  listSheetRows,
  listTicked,
  type PlaceKey,
  type SheetRow,
  voidMark,
} from './mark-queries.ts'
import { type MarkChange, newMark, requirePlace } from './mark-service.ts'

const TOPICS = ['sessions'] as const
/** No characters that are mistaken for one another on paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 5

/** The sheets that were made, newest first. */
export function listSheets(
  db: ReadHandle,
): (Omit<SignatureSheet, 'rows'> & { rowCount: number; signedCount: number })[] {
  return listSheetRows(db).map(row => {
    const ids = idsOf(row)
    const ticked = new Set(listTicked(db, placeOf(row)))
    return { ...headOf(row), rowCount: ids.length, signedCount: ids.filter(id => ticked.has(id)).length }
  })
}

/** The sheet with this code on the paper, however it was typed. */
export function findSheet(db: ReadHandle, code: string): SignatureSheet {
  const row = getSheetByCode(db, code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  if (!row) throw notFound('sheet')
  return toSheet(db, row)
}

interface NewSheet extends PlaceKey {
  actId: string
  title: string
  participantIds: readonly string[]
}

/** Fixes the numbers of a sheet: row 1 is the first of `participantIds`. */
export function makeSheet(event: EventFile, caller: Caller, input: NewSheet, at: number): SignatureSheet {
  const { actId, dayId, sessionId, title, participantIds } = input
  const id = newId()
  const made = act(event, caller, { actId, at, verb: 'sessions.make-sheet', subjectId: id }, db => {
    requirePlace(db, input)
    const ids = [...new Set(participantIds)]
    if (listNames(db, ids).length !== ids.length) throw notFound('participant')
    const code = freeCode(db)
    insertSheet(db, {
      id,
      code,
      day_id: dayId,
      session_id: sessionId,
      title,
      participant_ids: JSON.stringify(ids),
      made_at: at,
      device_name: caller.deviceName,
    })
    return { result: { code }, topics: TOPICS }
  })
  return findSheet(event.db, made.code)
}

function freeCode(db: ReadHandle): string {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
    if (!getSheetByCode(db, code)) return code
  }
}

interface Ticks {
  actId: string
  sheetId: string
  numbers: readonly number[]
  isSigned: boolean
}

/** Ticks rows of a sheet by their numbers or takes ticks away; what stands so already is left. Says how many changed. */
export function markSheet(event: EventFile, caller: Caller, input: Ticks, at: number): { count: number } {
  const { actId, sheetId, numbers, isSigned } = input
  const verb = isSigned ? 'sessions.tick-sheet' : 'sessions.untick-sheet'
  return act(event, caller, { actId, at, verb, subjectId: sheetId }, db => {
    const sheet = getSheet(db, sheetId)
    if (!sheet) throw notFound('sheet')
    const ids = idsOf(sheet)
    const change: MarkChange = { addedIds: [], voidedIds: [] }
    for (const number of new Set(numbers)) {
      const participantId = ids[number - 1]
      if (participantId === undefined) throw ruleBroken('sheet-number-unknown', String(number))
      tick(db, caller, sheet, { participantId, isSigned, actId, at }, change)
    }
    const result = { count: change.addedIds.length + change.voidedIds.length }
    return result.count > 0 ? { result, after: change, topics: TOPICS } : { result, topics: [] }
  })
}

function tick(
  db: WriteHandle,
  caller: Caller,
  sheet: SheetRow,
  { participantId, isSigned, actId, at }: { participantId: string; isSigned: boolean; actId: string; at: number },
  change: MarkChange,
): void {
  const place = placeOf(sheet)
  const standing = findStandingMark(db, participantId, place, 'sheet')
  if (isSigned === (standing !== undefined)) return
  if (standing !== undefined) {
    voidMark(db, standing, at, actId)
    change.voidedIds.push(standing)
    return
  }
  const reason = `${sheet.title} · ${sheet.code}`
  const details = { participant_id: participantId, source: 'sheet', at, act_id: actId, reason } as const
  const mark = newMark(caller, place, { ...details, sheet_id: sheet.id })
  insertMark(db, mark)
  change.addedIds.push(mark.id)
}

function toSheet(db: ReadHandle, row: SheetRow): SignatureSheet {
  const ids = idsOf(row)
  const ticked = new Set(listTicked(db, placeOf(row)))
  const names = new Map(listNames(db, ids).map(({ id, ...name }) => [id, name]))
  const rows = ids.map((participantId, index) => ({
    number: index + 1,
    participantId,
    isSigned: ticked.has(participantId),
    ...(names.get(participantId) ?? { titleBefore: '', name: '', titleAfter: '' }),
  }))
  return { ...headOf(row), rows }
}

function headOf({ id, code, day_id, session_id, title, made_at }: SheetRow): Omit<SignatureSheet, 'rows'> {
  return { id, code, dayId: day_id, sessionId: session_id, title, madeAt: made_at }
}

function idsOf(row: SheetRow): string[] {
  return JSON.parse(row.participant_ids) as string[]
}

function placeOf(row: SheetRow): PlaceKey {
  return { dayId: row.day_id, sessionId: row.session_id }
}
