import { Alert, Button, Group, Input, NativeSelect, Radio, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportUpload, TableProposal } from '#main/features/table-import/contract.ts'
import { type TableTarget, withField } from '#main/features/table-import/mapping-rules.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import classes from './table-import.module.css'

interface Props<Field extends string> {
  target: TableTarget<Field>
  upload: ImportUpload
  sheet: number
  proposal: TableProposal<Field>
  fields: readonly Field[]
  /** The importer's own choices, beside sheet and header row. */
  children: ReactNode
  /** Why it can't go on yet. */
  missing: string | null
  labelOf: (field: Field) => string
  renderSample: (field: Field, text: string) => ReactNode
  onSheet: (sheet: number) => void
  onHeaderRow: (row: number) => void
  onFields: (fields: Field[]) => void
  onLeave: () => void
  onNext: () => void
}

/** Which sheet and row hold the headers, and what each column becomes. */
export function ColumnsForm<Field extends string>(props: Props<Field>) {
  const { target, upload, sheet, proposal, fields, missing } = props
  const { t } = useTranslation()
  const [isChoosingRow, setIsChoosingRow] = useState(proposal.headerRow < 0)
  return (
    <>
      <Notices upload={upload} />
      <div className={classes.settings}>
        <NativeSelect
          label={t('table-import.columns.sheet')}
          value={String(sheet)}
          data={upload.sheets.map(({ name, rowCount }, index) => ({
            value: String(index),
            label: t('table-import.columns.sheetOption', {
              name: name || upload.fileName,
              count: formatNumber(rowCount),
            }),
          }))}
          onChange={event => props.onSheet(Number(event.currentTarget.value))}
        />
        <Input.Wrapper label={t('table-import.columns.headerRow')} labelElement="div">
          <Button
            variant="default"
            display="block"
            aria-expanded={isChoosingRow}
            onClick={() => setIsChoosingRow(!isChoosingRow)}
          >
            {proposal.headerRow < 0
              ? t('table-import.columns.noHeader')
              : t('table-import.columns.rowNumber', { number: proposal.headerRow + 1 })}
          </Button>
        </Input.Wrapper>
        {props.children}
      </div>
      {proposal.isRemembered && (
        <div style={{ marginBottom: 12 }}>
          <Pill tone="info">{t('table-import.columns.remembered')}</Pill>
        </div>
      )}
      {isChoosingRow && <HeaderRows proposal={proposal} onChoose={props.onHeaderRow} />}
      <ColumnTable
        target={target}
        columns={proposal.columns}
        fields={fields}
        labelOf={props.labelOf}
        renderSample={props.renderSample}
        onChange={(column, field) => props.onFields(withField(target, fields, column, field))}
      />
      <div className={classes.foot}>
        <Button variant="default" onClick={props.onLeave}>
          {t('table-import.columns.other')}
        </Button>
        <Group gap="md">
          {missing !== null && (
            <Text size="sm" c="var(--warn-ink)" fw={600}>
              {missing}
            </Text>
          )}
          <Button disabled={missing !== null} onClick={props.onNext}>
            {t('table-import.columns.next')}
          </Button>
        </Group>
      </div>
    </>
  )
}

function Notices({ upload }: { upload: ImportUpload }) {
  const { t } = useTranslation()
  return (
    <>
      {upload.notices.length > 0 && (
        <Alert color="warn" variant="light" mb="md">
          {upload.notices.map(notice => (
            <Text key={notice} size="sm">
              {t(`table-import.notices.${notice}`)}
            </Text>
          ))}
        </Alert>
      )}
      <Text c="dimmed" size="sm" mb="xs">
        {upload.fileName}
      </Text>
    </>
  )
}

function HeaderRows({ proposal, onChoose }: { proposal: TableProposal<string>; onChoose: (row: number) => void }) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      mb="md"
      label={t('table-import.columns.firstRows')}
      value={String(proposal.headerRow)}
      onChange={value => onChoose(Number(value))}
    >
      {proposal.headerRow < 0 && (
        <Text c="var(--warn-ink)" size="sm">
          {t('table-import.columns.noHeaderFound')}
        </Text>
      )}
      <div className={classes.tableBox} style={{ maxHeight: 230, marginTop: 6 }}>
        <table className={classes.table}>
          <tbody>
            <tr>
              <td colSpan={13}>
                <Radio value="-1" label={t('table-import.columns.noHeader')} />
              </td>
            </tr>
            {proposal.firstRows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name than their number
              <tr key={index}>
                <td>
                  <Radio
                    value={String(index)}
                    label={t('table-import.columns.rowNumber', { number: index + 1 })}
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
