import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { getSettingsText, putSettingsText } from './document-queries.ts'
import { DEFAULT_DOCUMENT_SETTINGS, type DocumentSettings, documentSettingsSchema } from './settings-rules.ts'

/** What the papers of this event have in common; the defaults until somebody changes them. */
export function getDocumentSettings(db: ReadHandle): DocumentSettings {
  const text = getSettingsText(db)
  return text === null ? DEFAULT_DOCUMENT_SETTINGS : documentSettingsSchema.parse(JSON.parse(text))
}

/** Writes the settings over as a whole and answers with them. */
export function setDocumentSettings(
  event: EventFile,
  caller: Caller,
  input: { actId: string; settings: DocumentSettings },
  at: number,
): DocumentSettings {
  return act(event, caller, { actId: input.actId, at, verb: 'documents.set', subjectId: 'documents' }, db => {
    const before = getDocumentSettings(db)
    putSettingsText(db, JSON.stringify(input.settings))
    return { result: input.settings, before, after: input.settings, topics: ['documents'] }
  })
}
