import { Alert, Button, Group, Input, NativeSelect, Radio, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  DELEGATION_SOURCES,
  type DelegationSource,
  type ImportProposal,
  type ImportSettings,
  type ImportUpload,
} from '#main/features/participant-import/contract.ts'
import { isOnce } from '#main/features/participant-import/settings-rules.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import classes from './import.module.css'
import type { ImportDraft } from './import-draft.ts'

type Field = ImportSettings['fields'][number]

/** Which sheet and row hold the headers, and what each column becomes. */
export function ColumnsStep({
  upload,
  draft,
  onChange,
  onLeave,
}: {
  upload: ImportUpload
  draft: ImportDraft | null
  onChange: (draft: ImportDraft) => void
  onLeave: () => void
}) {
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
          {t('participant-import.columns.other')}
        </Button>
      </>
    )
  }
  return (
    <>
      {upload.notices.length > 0 && (
        <Alert color="warn" variant="light" mb="md">
          {upload.notices.map(notice => (
            <Text key={notice} size="sm">
              {t(`participant-import.notices.${notice}`)}
            </Text>
          ))}
        </Alert>
      )}
      <Text c="dimmed" size="sm" mb="xs">
        {upload.fileName}
      </Text>
      {proposal.data && roles.data && (
        <Columns
          key={`${sheet} ${proposal.data.headerRow}`}
          proposal={proposal.data}
          kept={draft?.settings.sheet === sheet && draft.settings.headerRow === proposal.data.headerRow ? draft : null}
          roles={roles.data.filter(role => role.archivedAt === null)}
          base={{ uploadId, sheet }}
          onHeaderRow={setHeaderRow}
          sheetSelect={
            <NativeSelect
              label={t('participant-import.columns.sheet')}
              value={String(sheet)}
              data={upload.sheets.map(({ name, rowCount }, index) => ({
                value: String(index),
                label: t('participant-import.columns.sheetOption', {
                  name: name || upload.fileName,
                  count: formatNumber(rowCount),
                }),
              }))}
              onChange={event => {
                setSheet(Number(event.currentTarget.value))
                setHeaderRow(null)
              }}
            />
          }
          onLeave={onLeave}
          onDone={settings => {
            const isSame = JSON.stringify(settings) === JSON.stringify(draft?.settings)
            onChange({ settings, step: 'preview', decisions: isSame && draft ? draft.decisions : {} })
          }}
        />
      )}
    </>
  )
}

interface ColumnsProps {
  proposal: ImportProposal
  kept: ImportDraft | null
  roles: { id: string; name: string }[]
  base: Pick<ImportSettings, 'uploadId' | 'sheet'>
  sheetSelect: ReactNode
  onHeaderRow: (row: number) => void
  onLeave: () => void
  onDone: (settings: ImportSettings) => void
}

function Columns({ proposal, kept, roles, base, sheetSelect, onHeaderRow, onLeave, onDone }: ColumnsProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState<Field[]>(
    () => kept?.settings.fields ?? proposal.columns.map(column => column.field),
  )
  const [delegationFrom, setDelegationFrom] = useState<DelegationSource>(
    kept?.settings.delegationFrom ?? proposal.delegationFrom,
  )
  const [roleId, setRoleId] = useState(kept?.settings.defaultRoleId ?? roles[0]?.id ?? '')
  const [isChoosingRow, setIsChoosingRow] = useState(proposal.headerRow < 0)
  const hasName = fields.includes('name') || fields.includes('nameWithTitles')
  const change = (column: number, field: Field): void =>
    setFields(fields.map((old, index) => (index === column ? field : old === field && isOnce(field) ? 'extra' : old)))
  return (
    <>
      <div className={classes.settings}>
        {sheetSelect}
        <Input.Wrapper label={t('participant-import.columns.headerRow')} labelElement="div">
          <Button
            variant="default"
            display="block"
            aria-expanded={isChoosingRow}
            onClick={() => setIsChoosingRow(!isChoosingRow)}
          >
            {proposal.headerRow < 0
              ? t('participant-import.columns.noHeader')
              : t('participant-import.columns.rowNumber', { number: proposal.headerRow + 1 })}
          </Button>
        </Input.Wrapper>
        <NativeSelect
          label={t('participant-import.columns.defaultRole')}
          value={roleId}
          data={roles.map(role => ({ value: role.id, label: role.name }))}
          onChange={event => setRoleId(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('participant-import.columns.delegationFrom')}
          value={delegationFrom}
          data={DELEGATION_SOURCES.map(source => ({ value: source, label: t(`participant-import.sources.${source}`) }))}
          onChange={event => setDelegationFrom(event.currentTarget.value as DelegationSource)}
        />
      </div>
      {proposal.isRemembered && (
        <div style={{ marginBottom: 12 }}>
          <Pill tone="info">{t('participant-import.columns.remembered')}</Pill>
        </div>
      )}
      {isChoosingRow && <HeaderRows proposal={proposal} onChoose={onHeaderRow} />}
      <ColumnTable columns={proposal.columns} fields={fields} onChange={change} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onLeave}>
          {t('participant-import.columns.other')}
        </Button>
        <Group gap="md">
          {!hasName && (
            <Text c="var(--warn-ink)" size="sm" fw={600}>
              {t('participant-import.columns.noName')}
            </Text>
          )}
          <Button
            disabled={!hasName}
            onClick={() =>
              onDone({
                ...base,
                headerRow: proposal.headerRow,
                fields,
                delegationFrom,
                defaultRoleId: roleId,
                roleChoices: kept?.settings.roleChoices ?? [],
              })
            }
          >
            {t('participant-import.columns.next')}
          </Button>
        </Group>
      </div>
    </>
  )
}

function HeaderRows({ proposal, onChoose }: { proposal: ImportProposal; onChoose: (row: number) => void }) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      mb="md"
      label={t('participant-import.columns.firstRows')}
      value={String(proposal.headerRow)}
      onChange={value => onChoose(Number(value))}
    >
      {proposal.headerRow < 0 && (
        <Text c="var(--warn-ink)" size="sm">
          {t('participant-import.columns.noHeaderFound')}
        </Text>
      )}
      <div className={classes.tableBox} style={{ maxHeight: 230, marginTop: 6 }}>
        <table className={classes.table}>
          <tbody>
            <tr>
              <td colSpan={13}>
                <Radio value="-1" label={t('participant-import.columns.noHeader')} />
              </td>
            </tr>
            {proposal.firstRows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name than their number
              <tr key={index}>
                <td>
                  <Radio
                    value={String(index)}
                    label={t('participant-import.columns.rowNumber', { number: index + 1 })}
                    styles={{ label: { whiteSpace: 'nowrap' } }}
                  />
                </td>
                {row.map((text, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- as above, for columns
                  <td key={column} style={{ whiteSpace: 'nowrap' }}>
                    {text.slice(0, 40)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Radio.Group>
  )
}
