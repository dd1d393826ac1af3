import type { ImportRow, RowChoice } from '#main/features/participant-import/contract.ts'

/** One way to decide a row; `words` is a key under `participant-import.decide.choices`. */
export interface Choice {
  value: RowChoice
  words: 'same' | 'fill' | 'different' | 'addAnyway' | 'addWithoutNumber' | 'leave'
}

const SAME: Choice = { value: 'same', words: 'same' }
const DIFFERENT: Choice = { value: 'add', words: 'different' }
const FILL: Choice = { value: 'fill', words: 'fill' }
const LEAVE: Choice = { value: 'leave', words: 'leave' }

/** What a person may say about a row, in the order of the digits that choose it. */
export function choicesFor(row: ImportRow): Choice[] {
  const codes = new Set(row.notes.map(note => note.code))
  if (row.verdict === 'likelyDouble') return [SAME, DIFFERENT, FILL, LEAVE]
  if (codes.has('no-name')) return [LEAVE]
  const hasLostNumber = codes.has('nip-destroyed') || codes.has('nik-destroyed')
  return [{ value: 'add', words: hasLostNumber ? 'addWithoutNumber' : 'addAnyway' }, LEAVE]
}
