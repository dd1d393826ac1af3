import { sayWith, type Words } from '#main/features/table-import/words-rules.ts'
import type { RundownRow } from './contract.ts'

/** What became of a row and why, in the caller's words. */
export function rowInWords({ state, notes }: Pick<RundownRow, 'state' | 'notes'>, words: Words): [string, string] {
  const say = sayWith(words)
  return [say(`outcomes.${state}`), notes.map(({ code, ...data }) => say(`notes.${code}`, data)).join('; ')]
}
