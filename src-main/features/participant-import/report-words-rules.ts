import { sayWith, type Words } from '#main/features/table-import/words-rules.ts'
import type { AnalysedRow } from './analyse-rules.ts'
import type { RowOutcome } from './contract.ts'

/** State and reasons of a row in the caller's words; a code without words stands for itself. */
export function reportWords(row: AnalysedRow, outcome: RowOutcome, words: Words): { state: string; reasons: string } {
  const say = sayWith(words)
  const reasons = row.notes.map(({ code, ...data }) => say(`notes.${code}`, data))
  if (row.skipReason) reasons.push(say(`skipReasons.${row.skipReason}`))
  if (row.double) reasons.push(...doubleWords(row.double, say))
  return { state: say(`outcomes.${outcome}`), reasons: reasons.join('; ') }
}

function doubleWords(double: NonNullable<AnalysedRow['double']>, say: ReturnType<typeof sayWith>): string[] {
  const other =
    double.with.kind === 'row'
      ? say('doubleOfRow', { rowNumber: String(double.with.rowNumber) })
      : say('doubleOfPerson')
  return [other, ...double.reasons.map(({ code }) => say(`doubleReasons.${code}`))]
}
