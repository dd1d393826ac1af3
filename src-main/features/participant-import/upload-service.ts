import { v7 as newId } from 'uuid'
import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { readTableFile } from '#main/jobs/read-table-file.ts'
import { Refusal } from '#main/rpc/base-contract.ts'
import { analyseRows, proposeDelegationField } from './analyse-rules.ts'
import { cellText, type TableSheet } from './cell-rules.ts'
import { IMPORT_MAX_BYTES, type ImportProposal, type ImportUpload } from './contract.ts'
import { chooseSheet, type ColumnMapping, findHeader, headerSignature, proposeMapping } from './header-rules.ts'
import { getMapping } from './import-queries.ts'
import { rememberedFields } from './settings-rules.ts'

const KEPT_MS = 2 * 60 * 60_000
/** Lists of several devices wait side by side; the oldest makes room. */
const MAX_HELD = 4
const SAMPLES = 3
const SAMPLE_LENGTH = 80
const SHOWN_ROWS = 12
const SHOWN_COLUMNS = 12
/** Enough to see which column tells delegations apart. */
const DELEGATION_SEARCH_ROWS = 400

/** A list in memory, as it was read. */
export interface HeldTable {
  id: string
  fileName: string
  sheets: readonly TableSheet[]
  heldAt: number
  shown: ImportUpload
}

/** Gone with the event that they were chosen for. */
const heldByEvent = new WeakMap<EventFile, Map<string, HeldTable>>()

function heldTables(event: EventFile): Map<string, HeldTable> {
  let held = heldByEvent.get(event)
  if (!held) heldByEvent.set(event, (held = new Map()))
  return held
}

/** Reads a list in a worker and keeps it for this device; refuses with IMPORT_FILE_REFUSED. */
export async function uploadTable(
  event: EventFile,
  caller: Caller,
  file: File,
  at: number,
  signal: AbortSignal | undefined,
): Promise<ImportUpload> {
  if (file.size > IMPORT_MAX_BYTES) throw new Refusal('IMPORT_FILE_REFUSED', { reason: 'too-large' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readTableFile({ bytes, fileName: file.name }, signal ? { signal } : {})
  if (!read.isRead) {
    throw new Refusal('IMPORT_FILE_REFUSED', { reason: read.code, ...(read.found ? { found: read.found } : {}) })
  }
  const id = newId()
  const fileName = file.name.slice(0, 300)
  const shown: ImportUpload = {
    uploadId: id,
    fileName,
    kind: read.kind,
    sheets: read.sheets.map(sheet => ({ name: sheet.name, rowCount: sheet.rows.length })),
    suggestedSheet: chooseSheet(read.sheets),
    notices: read.notices,
  }
  keep(event, caller.deviceId, { id, fileName, sheets: read.sheets, heldAt: at, shown })
  return shown
}

function keep(event: EventFile, deviceId: string, table: HeldTable): void {
  const held = heldTables(event)
  held.delete(deviceId)
  held.set(deviceId, table)
  const [oldest] = held.keys()
  if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest)
}

export function getHeld(event: EventFile, caller: Caller, at: number): HeldTable | undefined {
  const held = heldTables(event)
  const table = held.get(caller.deviceId)
  if (table && at - table.heldAt > KEPT_MS) held.delete(caller.deviceId)
  return held.get(caller.deviceId)
}

/** The list in memory under this id, or the refusal IMPORT_EXPIRED. */
export function requireHeld(event: EventFile, caller: Caller, uploadId: string, at: number): HeldTable {
  const table = getHeld(event, caller, at)
  if (table?.id !== uploadId) throw new Refusal('IMPORT_EXPIRED')
  return table
}

export function forgetHeld(event: EventFile, caller: Caller): void {
  heldTables(event).delete(caller.deviceId)
}

/** A sheet of the list, or the refusal IMPORT_EXPIRED: the page that asks speaks of another list. */
export function requireSheet(table: HeldTable, sheet: number): TableSheet {
  const found = table.sheets[sheet]
  if (!found) throw new Refusal('IMPORT_EXPIRED')
  return found
}

/** What is proposed for a sheet; a mapping that was chosen before for the same headers comes first. */
export function proposeFor(db: ReadHandle, sheet: TableSheet, wantedHeaderRow: number | null): ImportProposal {
  const headerRow = wantedHeaderRow ?? findHeader(sheet.rows).headerRow
  const header = sheet.rows[headerRow] ?? []
  const width = columnCount(sheet, headerRow)
  const padded = Array.from({ length: width }, (_, column) => header[column] ?? '')
  const proposed = proposeMapping(padded)
  const remembered = headerRow < 0 ? undefined : rememberedFields(getMapping(db, headerSignature(padded)), proposed)
  const mapping = remembered?.mapping ?? proposed
  return {
    headerRow,
    isRemembered: remembered !== undefined,
    columns: mapping.map(column => ({ ...column, samples: samplesOf(sheet, headerRow, column.column) })),
    delegationFrom: remembered?.delegationFrom ?? guessDelegation(sheet, headerRow, mapping),
    firstRows: sheet.rows
      .slice(0, Math.max(SHOWN_ROWS, Math.min(headerRow + 3, 60)))
      .map(row => row.slice(0, SHOWN_COLUMNS).map(cell => cellText(cell).slice(0, SAMPLE_LENGTH))),
  }
}

function guessDelegation(sheet: TableSheet, headerRow: number, mapping: readonly ColumnMapping[]) {
  const rows = sheet.rows.slice(0, headerRow + 1 + DELEGATION_SEARCH_ROWS)
  const nothing = { roles: [], people: [], importedKeys: new Map<string, string>() }
  return proposeDelegationField(analyseRows({ rows, headerRow, mapping, ...nothing })) ?? 'none'
}

/** The widest of the first rows: a list may have columns without a header. */
function columnCount(sheet: TableSheet, headerRow: number): number {
  const rows = sheet.rows.slice(Math.max(0, headerRow), Math.max(0, headerRow) + DELEGATION_SEARCH_ROWS)
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

function samplesOf(sheet: TableSheet, headerRow: number, column: number): string[] {
  const samples = new Set<string>()
  for (const row of sheet.rows.slice(headerRow + 1, headerRow + 1 + DELEGATION_SEARCH_ROWS)) {
    const text = cellText(row[column]).slice(0, SAMPLE_LENGTH)
    if (text !== '') samples.add(text)
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}
