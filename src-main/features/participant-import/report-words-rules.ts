import type { AnalysedRow } from './analyse-rules.ts'
import type { RowOutcome } from './contract.ts'

/** Texts by code, with {{name}} where data goes in: the caller's own words, so that they have one home. */
export type Words = Readonly<Record<string, string>>

/** State and reasons of a row in the caller's words; a code without words stands for itself. */
export function reportWords(row: AnalysedRow, outcome: RowOutcome, words: Words): { state: string; reasons: string } {
  const say = (key: string, data: Record<string, string> = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/gu, (_whole, name: string) => data[name] ?? '')
  const reasons = row.notes.map(({ code, ...data }) => say(`notes.${code}`, data as Record<string, string>))
  if (row.skipReason) reasons.push(say(`skipReasons.${row.skipReason}`))
  if (row.double) reasons.push(...doubleWords(row.double, say))
  return { state: say(`outcomes.${outcome}`), reasons: reasons.join('; ') }
}

function doubleWords(
  double: NonNullable<AnalysedRow['double']>,
  say: (key: string, data?: Record<string, string>) => string,
): string[] {
  const other =
    double.with.kind === 'row'
      ? say('doubleOfRow', { rowNumber: String(double.with.rowNumber) })
      : say('doubleOfPerson')
  return [other, ...double.reasons.map(({ code }) => say(`doubleReasons.${code}`))]
}
