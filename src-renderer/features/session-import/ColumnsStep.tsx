import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { RundownSettings } from '#main/features/session-import/contract.ts'
import { readPeople } from '#main/features/session-import/people-rules.ts'
import { RUNDOWN_TABLE, type RundownField } from '#main/features/session-import/rundown-table-rules.ts'
import type { ImportUpload, TableProposal } from '#main/features/table-import/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ColumnsForm } from '#renderer/ui/table-import/ColumnsForm.tsx'
import type { RundownDraft } from './rundown-draft.ts'
import { useDayNames } from './row-words.ts'

interface Props {
  event: EventSummary
  upload: ImportUpload
  draft: RundownDraft | null
  onChange: (draft: RundownDraft) => void
  onLeave: () => void
}

/** What the columns of a rundown become, and the day and room of rows that name none. */
export function ColumnsStep({ event, upload, draft, onChange, onLeave }: Props) {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState(draft?.settings.sheet ?? upload.suggestedSheet)
  const [headerRow, setHeaderRow] = useState<number | null>(draft?.settings.headerRow ?? null)
  const { uploadId } = upload
  const proposal = useQuery(orpc.sessionImport.propose.queryOptions({ input: { uploadId, sheet, headerRow } }))
  if (proposal.error) {
    return (
      <>
        <FailureNote error={proposal.error} />
        <Button mt="md" variant="default" onClick={onLeave}>
          {t('table-import.columns.other')}
        </Button>
      </>
    )
  }
  if (!proposal.data) return null
  const isSameSheet = draft?.settings.sheet === sheet && draft.settings.headerRow === proposal.data.headerRow
  return (
    <Columns
      key={`${sheet} ${proposal.data.headerRow}`}
      event={event}
      upload={upload}
      sheet={sheet}
      proposal={proposal.data}
      kept={isSameSheet ? draft.settings : null}
      onSheet={chosen => {
        setSheet(chosen)
        setHeaderRow(null)
      }}
      onHeaderRow={setHeaderRow}
      onLeave={onLeave}
      onDone={settings => {
        const isSame = JSON.stringify(settings) === JSON.stringify(draft?.settings)
        onChange({ settings, step: 'preview', decisions: isSame && draft ? draft.decisions : {} })
      }}
    />
  )
}

interface ColumnsProps {
  event: EventSummary
  upload: ImportUpload
  sheet: number
  proposal: TableProposal<RundownField>
  kept: RundownSettings | null
  onSheet: (sheet: number) => void
  onHeaderRow: (row: number) => void
  onLeave: () => void
  onDone: (settings: RundownSettings) => void
}

const TIMED: readonly RundownField[] = ['time', 'start']

function Columns({ event, upload, sheet, proposal, kept, onDone, ...steps }: ColumnsProps) {
  const { t } = useTranslation()
  const dayName = useDayNames(event)
  const [fields, setFields] = useState(() => kept?.fields ?? proposal.columns.map(column => column.field))
  const [defaultDayId, setDefaultDayId] = useState(kept?.defaultDayId ?? null)
  const [defaultRoom, setDefaultRoom] = useState(kept?.defaultRoom ?? '')
  const { headerRow } = proposal
  const missing = whatIsMissing(fields)
  const done = (): void =>
    onDone({ uploadId: upload.uploadId, sheet, headerRow, fields, defaultDayId, defaultRoom: defaultRoom.trim() })
  return (
    <ColumnsForm
      {...steps}
      target={RUNDOWN_TABLE}
      upload={upload}
      sheet={sheet}
      proposal={proposal}
      fields={fields}
      missing={missing && t(`session-import.columns.${missing}`)}
      labelOf={field => t(`session-import.fields.${field}`)}
      renderSample={(field, text) => (field === 'speakers' ? readPeople(text).names.join(' · ') : text)}
      onFields={setFields}
      onNext={done}
    >
      <NativeSelect
        label={t('session-import.columns.defaultDay')}
        value={defaultDayId ?? ''}
        data={[
          { value: '', label: t('session-import.columns.ask') },
          ...event.days.map(({ id }) => ({ value: id, label: dayName(id) })),
        ]}
        onChange={change => setDefaultDayId(change.currentTarget.value || null)}
      />
      <TextInput
        label={t('session-import.columns.defaultRoom')}
        placeholder={t('session-import.columns.ask')}
        maxLength={500}
        value={defaultRoom}
        onChange={change => setDefaultRoom(change.currentTarget.value)}
      />
    </ColumnsForm>
  )
}

function whatIsMissing(fields: readonly RundownField[]): 'noTitle' | 'noTime' | null {
  if (!fields.includes('title')) return 'noTitle'
  return fields.some(field => TIMED.includes(field)) ? null : 'noTime'
}
