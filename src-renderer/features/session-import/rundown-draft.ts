import type { RowDecision } from '#main/features/session-import/analyse-rules.ts'
import type { RundownSettings } from '#main/features/session-import/contract.ts'
import type { TableDraft } from '#renderer/ui/table-import/ImportFlow.tsx'

/** How far an import of a rundown has come. */
export interface RundownDraft extends TableDraft {
  settings: RundownSettings
  /** By row number. */
  decisions: Record<string, RowDecision>
}

/** A row's decision with something more said; null takes a word back. */
export function withWord(draft: RundownDraft, rowNumber: number, word: Partial<RowDecision>): RundownDraft {
  const nothing = {
    rowNumber,
    isLeft: false,
    dayId: null,
    startMinute: null,
    endMinute: null,
    room: null,
    isCounted: null,
  }
  const decision: RowDecision = { ...nothing, ...draft.decisions[rowNumber], ...word }
  return { ...draft, decisions: { ...draft.decisions, [rowNumber]: decision } }
}
