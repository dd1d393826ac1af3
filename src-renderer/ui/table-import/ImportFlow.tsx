import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ImportUpload } from '#main/features/table-import/contract.ts'
import { kept } from '#renderer/platform/kept.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ChooseStep, type ReadFile } from './ChooseStep.tsx'
import { ImportPage } from './ImportPage.tsx'

/** How far an import has come on this device; it comes back after the window was closed. */
export interface TableDraft {
  settings: { uploadId: string }
  step: 'columns' | 'preview'
}

/** What the steps behind the file work with. */
export interface StepTools<Draft> {
  upload: ImportUpload
  setDraft: (draft: Draft) => void
  /** Lets the table go and starts over. */
  leave: () => void
}

interface Props<Draft extends TableDraft> {
  title: string
  intro: string
  /** Under which this device keeps the draft. */
  storageKey: string
  /** The table that the program has in memory for this device; undefined = not known yet. */
  held: { data: ImportUpload | null | undefined; error: unknown; onRetry: () => void }
  onHold: (upload: ImportUpload | null) => void
  onForget: () => void
  read: ReadFile
  /** Below the field for the file. */
  earlier: ReactNode
  renderColumns: (tools: StepTools<Draft> & { draft: Draft | null }) => ReactNode
  renderPreview: (tools: StepTools<Draft> & { draft: Draft }) => ReactNode
}

/** From the file over its columns to the preview; which step is shown follows from the table in memory and the draft. */
export function ImportFlow<Draft extends TableDraft>(props: Props<Draft>) {
  const { title, held, onHold, onForget, storageKey } = props
  const upload = held.data
  const [draft, setDraft] = useKeptDraft<Draft>(storageKey, upload?.uploadId)
  const leave = (): void => {
    setDraft(null)
    onHold(null)
    onForget()
  }
  if (held.error) {
    return (
      <ImportPage title={title} step="file">
        <FailureNote error={held.error} onRetry={held.onRetry} />
      </ImportPage>
    )
  }
  if (!upload) {
    return (
      <ImportPage title={title} step="file">
        {upload === null && (
          <Stack gap={18}>
            <ChooseStep intro={props.intro} read={props.read} onRead={onHold} />
            {props.earlier}
          </Stack>
        )}
      </ImportPage>
    )
  }
  const tools = { upload, setDraft, leave }
  return draft?.step === 'preview' ? (
    <ImportPage title={title} step="preview">
      {props.renderPreview({ ...tools, draft })}
    </ImportPage>
  ) : (
    <ImportPage title={title} step="columns">
      {props.renderColumns({ ...tools, draft })}
    </ImportPage>
  )
}

/** A draft of another table is none. */
function useKeptDraft<Draft extends TableDraft>(storageKey: string, uploadId: string | undefined) {
  const [draft, setDraft] = useState(() => kept.read<Draft>(storageKey))
  const change = (next: Draft | null): void => {
    if (next) kept.write(storageKey, next)
    else kept.drop(storageKey)
    setDraft(next)
  }
  return [draft?.settings.uploadId === uploadId ? draft : null, change] as const
}
