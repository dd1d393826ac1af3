import { useState } from 'react'
import type { ImportSettings, ImportVerdict, RowChoice } from '#main/features/participant-import/contract.ts'

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

function readDraft(): ImportDraft | null {
  try {
    return JSON.parse(globalThis.localStorage.getItem(STORAGE_KEY) ?? 'null') as ImportDraft | null
  } catch {
    return null
  }
}

function keepDraft(draft: ImportDraft | null): void {
  try {
    if (draft) globalThis.localStorage.setItem(STORAGE_KEY, JSON.stringify(draft))
    else globalThis.localStorage.removeItem(STORAGE_KEY)
  } catch {
    // A full storage must not stop anybody from importing.
  }
}

/** The draft of the list in memory under `uploadId`; a draft of another list is none. */
export function useImportDraft(uploadId: string | undefined) {
  const [draft, setDraft] = useState(readDraft)
  const change = (next: ImportDraft | null): void => {
    keepDraft(next)
    setDraft(next)
  }
  return [draft?.settings.uploadId === uploadId ? draft : null, change] as const
}
