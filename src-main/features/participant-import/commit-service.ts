import type { WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller, getAct } from '#main/features/audit/service.ts'
import { requirePerson, updatePersonIn } from '#main/features/participants/person-service.ts'
import type { PersonInput } from '#main/features/participants/contract.ts'
import { headerSignature } from '#main/features/table-import/mapping-rules.ts'
import { runInSlices } from '#main/jobs/run-in-slices.ts'
import { type CommitInput, type ComposedImport, composeInSteps } from './compose-service.ts'
import type { RunCounts } from './contract.ts'
import { filledUp, mended } from './draft-rules.ts'
import { findImportedRow, insertRun, settleEarlierRows } from './import-queries.ts'
import { judge, judgeAhead } from './preview-service.ts'
import { readStoredRow } from './stored-row-service.ts'
import { peopleDesk } from './upload-service.ts'

/** Whoever shows people, counts them or prints their badges looks again. */
export const IMPORT_TOPICS = ['participants', 'registration', 'badges', 'participantImport'] as const

interface Committed {
  runId: string
  counts: RunCounts
}

/** Judges and composes the import in slices, so that the transaction that follows is short; a retry gets the first answer. */
export async function importList(event: EventFile, caller: Caller, input: CommitInput, at: number): Promise<Committed> {
  const isRetry = getAct(event, input.actId) !== undefined
  const composed = isRetry ? undefined : await composeAhead(event, caller, input, at)
  try {
    return commitImport(event, caller, input, at, composed)
  } finally {
    composed?.drop()
  }
}

/** What {@link commitImport} writes, made in slices. It must be dropped in the end. */
export async function composeAhead(
  event: EventFile,
  caller: Caller,
  input: CommitInput,
  at: number,
): Promise<ComposedImport> {
  const judged = await judgeAhead(event, caller, input.settings, at)
  return runInSlices(composeInSteps(event.db, judged, input, at))
}

/**
 * Imports the list in memory: people, run, rows and mapping in one transaction. A retry gets the first answer. What was
 * composed ahead is taken while it rests on the judgement that holds now; else it is composed anew, at one go.
 */
export function commitImport(
  event: EventFile,
  caller: Caller,
  input: CommitInput,
  at: number,
  ahead?: ComposedImport,
): Committed {
  const runId = input.actId
  return act(event, caller, { actId: runId, at, verb: 'participant-import.commit', subjectId: runId }, db => {
    const judged = judge(event, caller, input.settings, at)
    const isCurrent = ahead?.judged === judged
    const composed = isCurrent ? ahead : composeAtOnce(db, judged, input, at)
    const changed = writeImport(db, composed, caller, at)
    if (!isCurrent) composed.drop()
    return {
      result: { runId, counts: composed.counts },
      before: { changed: changed.map(change => change.before) },
      after: {
        changed: changed.map(change => change.after),
        created: composed.created,
        fileName: judged.table.fileName,
      },
      topics: IMPORT_TOPICS,
    }
  })
}

function composeAtOnce(...args: Parameters<typeof composeInSteps>): ComposedImport {
  const steps = composeInSteps(...args)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

interface Change {
  before: unknown
  after: unknown
}

/** The order matters: roles and delegations, then people, then what refers to them. */
function writeImport(db: WriteHandle, composed: ComposedImport, caller: Caller, at: number): Change[] {
  const { judged, input } = composed
  const { mapping } = judged
  composed.places.writeNewIn(db)
  composed.people.writeIn(db)
  const changed = [...writeMends(db, composed, at), ...writeFills(db, composed, at)]
  insertRun(db, {
    id: input.actId,
    at,
    file_name: judged.table.fileName,
    sheet_name: judged.sheet.name,
    header_row: input.settings.headerRow,
    header: JSON.stringify(judged.sheet.rows[input.settings.headerRow] ?? []),
    settings: JSON.stringify(input.settings),
    signature: headerSignature(mapping.map(({ header }) => header)),
    device_name: caller.deviceName,
    row_count: judged.analysis.rows.length,
  })
  composed.rows.moveIn(db)
  for (const { key, personId } of composed.settled) settleEarlierRows(db, key, personId, input.actId)
  peopleDesk.remember(db, mapping, { delegationFrom: input.settings.delegationFrom }, at)
  return changed
}

function writeMends(db: WriteHandle, composed: ComposedImport, at: number): Change[] {
  return composed.mends.flatMap(({ personId, mends, after }) => {
    const earlier = findImportedRow(db, mends, personId)
    const person = requirePerson(db, personId)
    const before = earlier ? composed.personOf(readStoredRow(db, earlier, composed.judged.names).draft) : person
    return change(db, personId, mended(person, before, after), at)
  })
}

function writeFills(db: WriteHandle, { fills }: ComposedImport, at: number): Change[] {
  return fills.flatMap(({ personId, from }) => change(db, personId, filledUp(requirePerson(db, personId), from), at))
}

function change(db: WriteHandle, personId: string, person: PersonInput | undefined, at: number): Change[] {
  return person ? [updatePersonIn(db, personId, person, at)] : []
}
