import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { EventFile } from '#main/event-file/open.ts'
import { commitImport } from '#main/features/participant-import/commit-service.ts'
import type { ImportSettings, ImportVerdict, RowChoice, RunCounts } from '#main/features/participant-import/contract.ts'
import { preview } from '#main/features/participant-import/preview-service.ts'
import { peopleDesk, proposeFor } from '#main/features/participant-import/upload-service.ts'
import { getRoles } from '#main/features/participants/role-service.ts'
import { ADMIN, MORNING, newActId } from '#test/fixtures/temp-event.ts'

const SAMPLES = resolve(import.meta.dirname, '../../fixtures/samples')

/** A sample list as a browser would hand it over. */
export function sampleFile(name: string): File {
  return new File([readFileSync(join(SAMPLES, name))], name)
}

export function csvFile(lines: readonly string[], name = 'daftar.csv'): File {
  return new File([lines.join('\r\n')], name)
}

/** Reads a list and takes every proposal as it is. */
export async function readList(event: EventFile, file: File): Promise<ImportSettings> {
  const upload = await peopleDesk.upload(event, ADMIN, file, MORNING, undefined)
  const table = peopleDesk.require(event, ADMIN, upload.uploadId, MORNING)
  const sheet = table.sheets[upload.suggestedSheet]!
  const proposal = proposeFor(event.db, sheet, null)
  return {
    uploadId: upload.uploadId,
    sheet: upload.suggestedSheet,
    headerRow: proposal.headerRow,
    fields: proposal.columns.map(column => column.field),
    delegationFrom: proposal.delegationFrom,
    defaultRoleId: getRoles(event.db)[0]!.id,
    roleChoices: [],
  }
}

export function look(event: EventFile, settings: ImportSettings, verdict: ImportVerdict) {
  return preview(event, ADMIN, { settings, verdict, offset: 0, limit: 200 }, MORNING)
}

/** Decides every row of a verdict alike. */
export function decideAll(event: EventFile, settings: ImportSettings, verdict: ImportVerdict, choice: RowChoice) {
  return look(event, settings, verdict).rows.map(({ rowNumber }) => ({ rowNumber, choice }))
}

export function commit(
  event: EventFile,
  settings: ImportSettings,
  decisions: { rowNumber: number; choice: RowChoice }[] = [],
  actId = newActId(),
): { runId: string; counts: RunCounts } {
  return commitImport(event, ADMIN, { actId, settings, decisions }, MORNING)
}

export function countPeople(event: EventFile): number {
  return event.db.prepare('SELECT count(*) FROM participants').pluck().get() as number
}
