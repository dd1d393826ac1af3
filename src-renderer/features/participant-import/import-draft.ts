import type { ImportSettings, ImportVerdict, RowChoice } from '#main/features/participant-import/contract.ts'
import type { TableDraft } from '#renderer/ui/table-import/ImportFlow.tsx'

/** A choice, and the verdict that it answers. */
export interface DraftDecision {
  choice: RowChoice
  verdict: ImportVerdict
}

/** How far an import of people has come. */
export interface ImportDraft extends TableDraft {
  settings: ImportSettings
  /** By row number. */
  decisions: Record<string, DraftDecision>
}
