import { v7 as newId } from 'uuid'
import type { ReadHandle, WriteHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { readTableFile } from '#main/jobs/read-table-file.ts'
import { Refusal } from '#main/rpc/base-contract.ts'
import { cellText, type TableSheet } from './cell-rules.ts'
import { IMPORT_MAX_BYTES, type ImportUpload, type TableProposal } from './contract.ts'
import { getMapping, putMapping } from './mapping-queries.ts'
import {
  chooseSheet,
  type ColumnMapping,
  findHeader,
  headerSignature,
  proposeMapping,
  rememberedMapping,
  type TableTarget,
  toRemembered,
} from './mapping-rules.ts'

const KEPT_MS = 2 * 60 * 60_000
/** Tables of several devices wait side by side; the oldest makes room. */
const MAX_HELD = 4
const SAMPLES = 3
const SAMPLE_LENGTH = 80
const SHOWN_ROWS = 12
const SHOWN_COLUMNS = 12
/** Rows that are looked at for samples and the number of columns. */
const SEARCH_ROWS = 400

/** A table in memory, as it was read. */
export interface HeldTable {
  id: string
  fileName: string
  sheets: readonly TableSheet[]
  heldAt: number
  shown: ImportUpload
}

/** A proposal with the importer's own choices that were remembered with it; undefined when nothing was. */
export interface ProposalWithChoices<Field extends string> {
  proposal: TableProposal<Field>
  choices: Readonly<Record<string, unknown>> | undefined
}

/** Where tables for one target are read, kept per device and given proposals for their columns. One per importer. */
export class TableDesk<Field extends string> {
  private readonly target: TableTarget<Field>
  /** Gone with the event that they were chosen for. */
  private readonly heldByEvent = new WeakMap<EventFile, Map<string, HeldTable>>()

  constructor(target: TableTarget<Field>) {
    this.target = target
  }

  /** Reads a table in a worker and keeps it for this device; refuses with IMPORT_FILE_REFUSED. */
  async upload(
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
      suggestedSheet: chooseSheet(this.target, read.sheets),
      notices: read.notices,
    }
    this.keep(event, caller.deviceId, { id, fileName, sheets: read.sheets, heldAt: at, shown })
    return shown
  }

  private heldIn(event: EventFile): Map<string, HeldTable> {
    let held = this.heldByEvent.get(event)
    if (!held) this.heldByEvent.set(event, (held = new Map()))
    return held
  }

  private keep(event: EventFile, deviceId: string, table: HeldTable): void {
    const held = this.heldIn(event)
    held.delete(deviceId)
    held.set(deviceId, table)
    const [oldest] = held.keys()
    if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest)
  }

  held(event: EventFile, caller: Caller, at: number): HeldTable | undefined {
    const held = this.heldIn(event)
    const table = held.get(caller.deviceId)
    if (table && at - table.heldAt > KEPT_MS) held.delete(caller.deviceId)
    return held.get(caller.deviceId)
  }

  /** The table in memory under this id, or the refusal IMPORT_EXPIRED. */
  require(event: EventFile, caller: Caller, uploadId: string, at: number): HeldTable {
    const table = this.held(event, caller, at)
    if (table?.id !== uploadId) throw new Refusal('IMPORT_EXPIRED')
    return table
  }

  forget(event: EventFile, caller: Caller): void {
    this.heldIn(event).delete(caller.deviceId)
  }

  /** What is proposed for a sheet; a mapping that was chosen before for the same headers comes first. */
  propose(db: ReadHandle, sheet: TableSheet, wantedHeaderRow: number | null): ProposalWithChoices<Field> {
    const headerRow = wantedHeaderRow ?? findHeader(this.target, sheet.rows).headerRow
    const header = sheet.rows[headerRow] ?? []
    const padded = Array.from({ length: columnCount(sheet, headerRow) }, (_, column) => header[column] ?? '')
    const proposed = proposeMapping(this.target, padded)
    const kept = headerRow < 0 ? undefined : getMapping(db, this.memoryOf(headerSignature(padded)))
    const remembered = rememberedMapping(this.target, kept, proposed)
    const proposal = {
      headerRow,
      isRemembered: remembered !== undefined,
      columns: (remembered?.mapping ?? proposed).map(column => ({
        ...column,
        samples: samplesOf(sheet, headerRow, column.column),
      })),
      firstRows: firstRowsOf(sheet, headerRow),
    }
    return { proposal, choices: remembered?.choices }
  }

  /** Keeps a mapping, and further choices, for tables with the same headers. */
  remember(
    db: WriteHandle,
    mapping: readonly ColumnMapping<Field>[],
    choices: Readonly<Record<string, unknown>>,
    at: number,
  ): void {
    const signature = headerSignature(mapping.map(({ header }) => header))
    if (signature !== '') putMapping(db, this.memoryOf(signature), toRemembered(mapping, choices), at)
  }

  private memoryOf(signature: string): string {
    return `${this.target.memory}${signature}`
  }
}

/** A sheet of the table, or the refusal IMPORT_EXPIRED: the page that asks speaks of another table. */
export function requireSheet(table: HeldTable, sheet: number): TableSheet {
  const found = table.sheets[sheet]
  if (!found) throw new Refusal('IMPORT_EXPIRED')
  return found
}

/** The widest of the first rows: a table may have columns without a header. */
function columnCount(sheet: TableSheet, headerRow: number): number {
  const rows = sheet.rows.slice(Math.max(0, headerRow), Math.max(0, headerRow) + SEARCH_ROWS)
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

function samplesOf(sheet: TableSheet, headerRow: number, column: number): string[] {
  const samples = new Set<string>()
  for (const row of sheet.rows.slice(headerRow + 1, headerRow + 1 + SEARCH_ROWS)) {
    const text = cellText(row[column]).slice(0, SAMPLE_LENGTH)
    if (text !== '') samples.add(text)
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}

function firstRowsOf(sheet: TableSheet, headerRow: number): string[][] {
  return sheet.rows
    .slice(0, Math.max(SHOWN_ROWS, Math.min(headerRow + 3, 60)))
    .map(row => row.slice(0, SHOWN_COLUMNS).map(cell => cellText(cell).slice(0, SAMPLE_LENGTH)))
}
