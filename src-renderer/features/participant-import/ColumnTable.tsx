import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportSettings } from '#main/features/participant-import/contract.ts'
import { IMPORT_FIELDS } from '#main/features/participant-import/header-rules.ts'
import { splitName } from '#main/features/participants/name-parts-rules.ts'
import classes from './import.module.css'

type Field = ImportSettings['fields'][number]

/** Each column of the list with three of its texts and what it becomes; names show how they will be split. */
export function ColumnTable({
  columns,
  fields,
  onChange,
}: {
  columns: readonly ImportColumn[]
  fields: readonly Field[]
  onChange: (column: number, field: Field) => void
}) {
  const { t } = useTranslation()
  const options = IMPORT_FIELDS.map(field => ({ value: field, label: t(`participant-import.fields.${field}`) }))
  return (
    <div className={classes.tableBox}>
      <table className={classes.table} aria-label={t('participant-import.columns.table')}>
        <thead>
          <tr>
            <th scope="col">{t('participant-import.columns.header')}</th>
            <th scope="col">{t('participant-import.columns.samples')}</th>
            <th scope="col">{t('participant-import.columns.target')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, header, samples }) => {
            const name = header || t('participant-import.columns.unnamed', { number: column + 1 })
            const field = fields[column] ?? 'extra'
            return (
              <tr key={column}>
                <td style={{ width: 210, fontWeight: 600 }}>{name}</td>
                <td>
                  <div className={classes.samples}>
                    {samples.map(sample => (
                      <span key={sample} className={classes.sample}>
                        {field === 'nameWithTitles' ? <SplitName text={sample} /> : sample}
                      </span>
                    ))}
                  </div>
                </td>
                <td style={{ width: 290 }}>
                  <NativeSelect
                    size="sm"
                    aria-label={t('participant-import.columns.targetOf', { header: name })}
                    value={field}
                    data={options}
                    onChange={event => onChange(column, event.currentTarget.value as Field)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
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
