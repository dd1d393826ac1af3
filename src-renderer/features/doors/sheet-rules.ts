import type { SignatureSheet } from '#main/features/sessions/contract.ts'
import { readNumbers } from './number-rules.ts'

export type SheetRow = SignatureSheet['rows'][number]

/** What Enter would do with the numbers that stand in the field. */
export interface Entry {
  /** Rows that get their tick. */
  fresh: SheetRow[]
  /** Rows that have it already. */
  again: SheetRow[]
  /** Numbers that are not on this sheet, and what is no number: they stay in the field. */
  left: string[]
}

/** Reads the field against the sheet. */
export function readEntry(text: string, rows: readonly SheetRow[]): Entry {
  const { numbers, unreadable } = readNumbers(text)
  const byNumber = new Map(rows.map(row => [row.number, row]))
  const known = numbers.flatMap(number => byNumber.get(number) ?? [])
  const unknown = numbers.filter(number => !byNumber.has(number)).map(String)
  return {
    fresh: known.filter(row => !row.isSigned),
    again: known.filter(row => row.isSigned),
    left: [...unknown, ...unreadable],
  }
}

/** The sheet with ticks set or taken away, as it will come back from the program. */
export function withMarks(sheet: SignatureSheet, numbers: readonly number[], isSigned: boolean): SignatureSheet {
  const marked = new Set(numbers)
  return { ...sheet, rows: sheet.rows.map(row => (marked.has(row.number) ? { ...row, isSigned } : row)) }
}
