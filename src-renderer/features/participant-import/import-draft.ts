import { useState } from 'react'
import type { ImportSettings, ImportVerdict, RowChoice } from '#main/features/participant-import/contract.ts'
import { kept } from '#renderer/platform/kept.ts'

/** A choice, and the verdict that it answers. */
export interface DraftDecision {
  choice: RowChoice
  verdict: ImportVerdict
}

/** How far an import has come on this device; it comes back after the window was closed. */
export interface ImportDraft {
  settings: ImportSettings
  step: 'columns' | 'preview'
  /** By row number. */
  decisions: Record<string, DraftDecision>
}

const STORAGE_KEY = 'gelar.import'

/** The draft of the list in memory under `uploadId`; a draft of another list is none. */
export function useImportDraft(uploadId: string | undefined) {
  const [draft, setDraft] = useState(() => kept.read<ImportDraft>(STORAGE_KEY))
  const change = (next: ImportDraft | null): void => {
    if (next) kept.write(STORAGE_KEY, next)
    else kept.drop(STORAGE_KEY)
    setDraft(next)
  }
  return [draft?.settings.uploadId === uploadId ? draft : null, change] as const
}
