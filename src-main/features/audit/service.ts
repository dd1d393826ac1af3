import { hash } from 'node:crypto'
import { inTransaction, type WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { Refusal, type CallerRole } from '#main/rpc/base-contract.ts'
import {
  type AuditRow,
  getAuditRow,
  getLastHash,
  getUndoOf,
  hasRowsAfter,
  insertAuditRow,
  iterateAuditRows,
  listRowsByVerb,
  listStandingRowsOf,
  listAuditRowsOf,
  selectLastSequence,
} from './queries.ts'

/** Who acts: the device and role that the transport knows, and the person at it where there is a PIN. */
export interface Caller {
  deviceId: string
  deviceName: string
  operator: string
  role: CallerRole
}

/** An act as it is asked for. `verb` is `feature.act`; `undoes` names the act that this one takes back. */
export interface ActRequest {
  actId: string
  at: number
  verb: string
  subjectId: string
  undoes?: string
}

/** What an act did: the answer, what the audit keeps of before and after, and the topics that have changed. */
export interface ActOutcome<Result> {
  result: Result
  before?: unknown
  after?: unknown
  topics: readonly string[]
}

/** What the audit kept of an act. */
export interface Payload<Result = unknown> {
  result: Result
  before?: unknown
  after?: unknown
}

/**
 * The one door for writes: runs the work in a transaction together with its audit row, and tells the change feed after the commit.
 * An act id that was seen before does nothing and gets the first answer again, so a retry counts once.
 */
export function act<Result>(
  event: EventFile,
  caller: Caller,
  request: ActRequest,
  work: (db: WriteHandle) => ActOutcome<Result>,
): Result {
  let topics: readonly string[] = []
  const result = inTransaction(event.db, (): Result => {
    const earlier = getAuditRow(event.db, request.actId)
    if (earlier) return answerAgain<Result>(earlier, request)
    const outcome = work(event.db)
    record(event.db, caller, request, outcome)
    topics = outcome.topics
    return outcome.result
  })
  event.changes.publish(topics)
  return result
}

function answerAgain<Result>(row: AuditRow, request: ActRequest): Result {
  if (row.verb !== request.verb) throw new Refusal('ACT_ID_REUSED')
  return (JSON.parse(row.payload ?? '{}') as Payload<Result>).result
}

function record(db: WriteHandle, caller: Caller, request: ActRequest, outcome: ActOutcome<unknown>): void {
  const payload = JSON.stringify({
    result: outcome.result,
    before: outcome.before,
    after: outcome.after,
  } satisfies Payload)
  const row = {
    act_id: request.actId,
    at: request.at,
    device_id: caller.deviceId,
    device_name: caller.deviceName,
    operator: caller.operator,
    verb: request.verb,
    subject_id: request.subjectId,
    undoes: request.undoes ?? null,
    payload_hash: sha256(payload),
  }
  insertAuditRow(db, { ...row, payload, hash: chainHash(getLastHash(db), row) })
}

type ChainedFields = Omit<AuditRow, 'sequence' | 'payload' | 'hash'>

/** The chain covers the payload's hash, not the payload: personal data can be erased later without breaking the chain. */
function chainHash(previous: string, row: ChainedFields): string {
  const fields = [
    previous,
    row.act_id,
    row.at,
    row.device_id,
    row.device_name,
    row.operator,
    row.verb,
    row.subject_id,
    row.undoes,
    row.payload_hash,
  ]
  return sha256(JSON.stringify(fields))
}

function sha256(text: string): string {
  return hash('sha256', text)
}

/** The sequence of the first audit row that was changed, removed or put in from outside; null when the chain is whole. */
export function findBrokenLink(event: EventFile): number | null {
  let previous = ''
  for (const row of iterateAuditRows(event.db)) {
    const isWhole =
      row.hash === chainHash(previous, row) && (row.payload === null || row.payload_hash === sha256(row.payload))
    if (!isWhole) return row.sequence
    previous = row.hash
  }
  return null
}

/** An act as it was recorded, with what it kept of before and after; an act that changed nothing kept no `after`. */
export type RecordedAct = AuditRow & { kept: Payload }

/** Takes back an act inside the act that undoes it; answers with the topics that change. Refuses where the world has moved on. */
export type Reverser = (reversal: {
  db: WriteHandle
  target: RecordedAct
  /** The undoing act. */
  actId: string
  at: number
}) => readonly string[]

/** The act of this id; undefined when there is none. */
export function getAct(event: EventFile, actId: string): RecordedAct | undefined {
  const row = getAuditRow(event.db, actId)
  return row && recorded(row)
}

/** The newest acts of some verbs. */
export function listActs(
  event: EventFile,
  verbs: readonly string[],
  limit: number,
): (RecordedAct & { isUndone: boolean })[] {
  return listRowsByVerb(event.db, verbs, limit).map(row => ({ ...recorded(row), isUndone: row.is_undone === 1 }))
}

/** A device's newest acts of some verbs that have not been taken back. */
export function listStandingActs(
  event: EventFile,
  deviceId: string,
  verbs: readonly string[],
  limit: number,
): RecordedAct[] {
  return listStandingRowsOf(event.db, deviceId, verbs, limit).map(recorded)
}

function recorded<Row extends AuditRow>(row: Row): Row & { kept: Payload } {
  return { ...row, kept: JSON.parse(row.payload ?? '{}') as Payload }
}

/** The sequence of the newest act; 0 when there is none. */
export function getLastSequence(event: EventFile): number {
  return selectLastSequence(event.db)
}

/** Whether anything but acts of these verbs has happened since an act. */
export function hasActsSince(event: EventFile, sequence: number, exceptVerbs: readonly string[]): boolean {
  return hasRowsAfter(event.db, sequence, exceptVerbs)
}

/** Whether an act has been taken back. */
export function isUndone(event: EventFile, actId: string): boolean {
  return getUndoOf(event.db, actId) !== undefined
}

/** What happened to one person or thing, the newest first. */
export function listActsOn(
  event: EventFile,
  subjectId: string,
  limit: number,
): (RecordedAct & { isUndone: boolean })[] {
  return listAuditRowsOf(event.db, subjectId, limit).map(row => ({
    ...recorded(row),
    isUndone: getUndoOf(event.db, row.act_id) !== undefined,
  }))
}
