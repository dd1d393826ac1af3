import { type Cell, cellKind, cellText, type TableSheet } from './cell-rules.ts'

/** What a table is read for: the fields that its columns can become, and how they are recognised. Each importer has one. */
export interface TableTarget<Field extends string> {
  /** Under which the choices for a set of headers are remembered; no two targets have the same. */
  memory: string
  /** In the order in which they are offered. */
  fields: readonly Field[]
  /** Tried in order on the normalised header; the first that fits wins. */
  words: readonly (readonly [Field, RegExp])[]
  /** What a column becomes that nobody knows. */
  otherwise: Field
  /** Fields that any number of columns may become; the others are given out once. */
  repeatable: ReadonlySet<Field>
  /** How much a row that names these fields looks like the header of such a table; up to 1 = not at all. */
  likeness: (fields: ReadonlySet<Field>) => number
  /** The last word on the fields of a header, where they depend on each other. */
  settle?: (fields: readonly Field[]) => Field[]
}

/** One column of a table and what it is to become. */
export interface ColumnMapping<Field extends string> {
  /** 0-based. */
  column: number
  /** As written; `Kolom 5` style names are left to the renderer (empty here). */
  header: string
  field: Field
}

export interface HeaderFinding<Field extends string> {
  /** 0-based row of the header; -1: none was recognised, a person has to say. */
  headerRow: number
  mapping: ColumnMapping<Field>[]
  /** Equal for tables with the same set of headers in any order and spelling of case and signs; remembers mappings. */
  signature: string
}

/** Lower case letters and digits, every run of anything else one blank: "No. HP/WA" becomes "no hp wa". */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The field a header names by itself. */
export function fieldOfHeader<Field extends string>(target: TableTarget<Field>, header: string): Field {
  const normal = normaliseHeader(header)
  return target.words.find(([, pattern]) => pattern.test(normal))?.[0] ?? target.otherwise
}

const HEADER_SEARCH_ROWS = 40

/** Finds the header under title rows: the row among the first that looks most like one. */
export function findHeader<Field extends string>(
  target: TableTarget<Field>,
  rows: readonly Cell[][],
): HeaderFinding<Field> {
  let headerRow = -1
  let best = 1
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const score = headerScore(target, row)
    if (score > best) [headerRow, best] = [index, score]
  }
  const header = headerRow < 0 ? [] : (rows[headerRow] ?? [])
  return { headerRow, mapping: proposeMapping(target, header), signature: headerSignature(header) }
}

function headerScore<Field extends string>(target: TableTarget<Field>, row: readonly Cell[]): number {
  const fields = new Set<Field>()
  for (const cell of row) {
    const text = cellText(cell)
    if (cellKind(cell) === 'text' && text.length <= 60) fields.add(fieldOfHeader(target, text))
  }
  fields.delete(target.otherwise)
  return target.likeness(fields)
}

/** The sheet that most looks like the target, by the best header found; ties go to the one with more rows. */
export function chooseSheet<Field extends string>(target: TableTarget<Field>, sheets: readonly TableSheet[]): number {
  let chosen = 0
  let best = -1
  for (const [index, sheet] of sheets.entries()) {
    const { headerRow } = findHeader(target, sheet.rows)
    const score = headerRow < 0 ? 0 : headerScore(target, sheet.rows[headerRow] ?? []) + sheet.rows.length / 1e7
    if (score > best) [chosen, best] = [index, score]
  }
  return chosen
}

/** One proposal per column of the header row. A field is proposed once; a second column of its kind stays unknown. */
export function proposeMapping<Field extends string>(
  target: TableTarget<Field>,
  header: readonly Cell[],
): ColumnMapping<Field>[] {
  const headers = header.map(cellText)
  const named = headers.map(text => fieldOfHeader(target, text))
  const fields = givenOutOnce(target, target.settle?.(named) ?? named)
  return headers.map((text, column) => ({ column, header: text, field: fields[column] ?? target.otherwise }))
}

/** The columns with the fields that were chosen for them. */
export function mappingOf<Field extends string>(
  target: TableTarget<Field>,
  header: readonly Cell[],
  fields: readonly Field[],
): ColumnMapping<Field>[] {
  const width = Math.max(header.length, fields.length)
  return Array.from({ length: width }, (_, column) => ({
    column,
    header: cellText(header[column]),
    field: fields[column] ?? target.otherwise,
  }))
}

/** The set of headers as one text: see `HeaderFinding.signature`. */
export function headerSignature(header: readonly Cell[]): string {
  const names = header.map(cell => normaliseHeader(cellText(cell))).filter(text => text !== '')
  return [...new Set(names)].sort().join('|')
}

/** What is remembered of a mapping: field by header (in normal form), and what else the importer wants to know again. */
interface RememberedMapping {
  fields: Record<string, string>
  [choice: string]: unknown
}

/** The mapping as it is kept for tables with the same headers, with further choices of the importer. */
export function toRemembered(
  mapping: readonly ColumnMapping<string>[],
  choices: Readonly<Record<string, unknown>>,
): string {
  const fields = mapping
    .filter(({ header }) => normaliseHeader(header) !== '')
    .map(({ header, field }) => [normaliseHeader(header), field])
  return JSON.stringify({ ...choices, fields: Object.fromEntries(fields) } satisfies RememberedMapping)
}

/** Lays a remembered mapping over what is proposed; undefined when there is none. A field is given out once. */
export function rememberedMapping<Field extends string>(
  target: TableTarget<Field>,
  kept: string | undefined,
  proposed: readonly ColumnMapping<Field>[],
): { mapping: ColumnMapping<Field>[]; choices: Readonly<Record<string, unknown>> } | undefined {
  if (kept === undefined) return undefined
  const { fields, ...choices } = JSON.parse(kept) as RememberedMapping
  const wanted = proposed.map(({ header, field }) => {
    const name = normaliseHeader(header)
    const remembered = Object.hasOwn(fields, name) ? fields[name] : undefined
    return target.fields.find(known => known === remembered) ?? field
  })
  const settled = givenOutOnce(target, wanted)
  return { mapping: proposed.map((column, index) => ({ ...column, field: settled[index] ?? column.field })), choices }
}

function givenOutOnce<Field extends string>(target: TableTarget<Field>, fields: readonly Field[]): Field[] {
  const used = new Set<Field>()
  return fields.map(wanted => {
    const field = isOnce(target, wanted) && used.has(wanted) ? target.otherwise : wanted
    used.add(field)
    return field
  })
}

/** Whether only one column can become this field. */
export function isOnce<Field extends string>(target: TableTarget<Field>, field: Field): boolean {
  return !target.repeatable.has(field)
}

/** The fields after a column was given another one: whoever had it before has none. */
export function withField<Field extends string>(
  target: TableTarget<Field>,
  fields: readonly Field[],
  column: number,
  field: Field,
): Field[] {
  return fields.map((old, index) =>
    index === column ? field : old === field && isOnce(target, field) ? target.otherwise : old,
  )
}
