import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  DELEGATION_SOURCES,
  type DelegationSource,
  type ImportProposal,
  type ImportSettings,
} from '#main/features/participant-import/contract.ts'
import { PEOPLE_TABLE } from '#main/features/participant-import/header-rules.ts'
import { splitName } from '#main/features/participants/name-parts-rules.ts'
import type { ImportUpload } from '#main/features/table-import/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ColumnsForm } from '#renderer/ui/table-import/ColumnsForm.tsx'
import classes from './import.module.css'
import type { ImportDraft } from './import-draft.ts'

interface Props {
  upload: ImportUpload
  draft: ImportDraft | null
  onChange: (draft: ImportDraft) => void
  onLeave: () => void
}

/** What the columns of a list become, the role of whoever has none, and where delegations come from. */
export function ColumnsStep({ upload, draft, onChange, onLeave }: Props) {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState(draft?.settings.sheet ?? upload.suggestedSheet)
  const [headerRow, setHeaderRow] = useState<number | null>(draft?.settings.headerRow ?? null)
  const { uploadId } = upload
  const proposal = useQuery(orpc.participantImport.propose.queryOptions({ input: { uploadId, sheet, headerRow } }))
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const failure = proposal.error ?? roles.error
  if (failure) {
    return (
      <>
        <FailureNote error={failure} />
        <Button mt="md" variant="default" onClick={onLeave}>
          {t('table-import.columns.other')}
        </Button>
      </>
    )
  }
  if (!proposal.data || !roles.data) return null
  const isSameSheet = draft?.settings.sheet === sheet && draft.settings.headerRow === proposal.data.headerRow
  return (
    <Columns
      key={`${sheet} ${proposal.data.headerRow}`}
      upload={upload}
      sheet={sheet}
      proposal={proposal.data}
      kept={isSameSheet ? draft.settings : null}
      roles={roles.data.filter(role => role.archivedAt === null)}
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
  upload: ImportUpload
  sheet: number
  proposal: ImportProposal
  kept: ImportSettings | null
  roles: { id: string; name: string }[]
  onSheet: (sheet: number) => void
  onHeaderRow: (row: number) => void
  onLeave: () => void
  onDone: (settings: ImportSettings) => void
}

function Columns({ upload, sheet, proposal, kept, roles, onDone, ...steps }: ColumnsProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState(() => kept?.fields ?? proposal.columns.map(column => column.field))
  const [delegationFrom, setDelegationFrom] = useState(kept?.delegationFrom ?? proposal.delegationFrom)
  const [defaultRoleId, setDefaultRoleId] = useState(kept?.defaultRoleId ?? roles[0]?.id ?? '')
  const hasName = fields.includes('name') || fields.includes('nameWithTitles')
  const { headerRow } = proposal
  const done = (): void => {
    const roleChoices = kept?.roleChoices ?? []
    onDone({ uploadId: upload.uploadId, sheet, headerRow, fields, delegationFrom, defaultRoleId, roleChoices })
  }
  return (
    <ColumnsForm
      {...steps}
      target={PEOPLE_TABLE}
      upload={upload}
      sheet={sheet}
      proposal={proposal}
      fields={fields}
      missing={hasName ? null : t('participant-import.columns.noName')}
      labelOf={field => t(`participant-import.fields.${field}`)}
      renderSample={(field, text) => (field === 'nameWithTitles' ? <SplitName text={text} /> : text)}
      onFields={setFields}
      onNext={done}
    >
      <NativeSelect
        label={t('participant-import.columns.defaultRole')}
        value={defaultRoleId}
        data={roles.map(role => ({ value: role.id, label: role.name }))}
        onChange={event => setDefaultRoleId(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('participant-import.columns.delegationFrom')}
        value={delegationFrom}
        data={DELEGATION_SOURCES.map(source => ({ value: source, label: t(`participant-import.sources.${source}`) }))}
        onChange={event => setDelegationFrom(event.currentTarget.value as DelegationSource)}
      />
    </ColumnsForm>
  )
}

function SplitName({ text }: { text: string }) {
  const { titleBefore, name, titleAfter } = splitName(text)
  return (
    <>
      {titleBefore !== '' && <span className={classes.namePart}>{titleBefore}</span>} <b>{name}</b>{' '}
      {titleAfter !== '' && <span className={classes.namePart}>{titleAfter}</span>}
    </>
  )
}
