import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from '#main/features/table-import/contract.ts'
import type { TableTarget } from '#main/features/table-import/mapping-rules.ts'
import classes from './table-import.module.css'

/** Each column of the table with three of its texts and what it becomes. */
export function ColumnTable<Field extends string>({
  target,
  columns,
  fields,
  labelOf,
  renderSample,
  onChange,
}: {
  target: TableTarget<Field>
  columns: readonly TableColumn<Field>[]
  fields: readonly Field[]
  labelOf: (field: Field) => string
  /** How a text of a column looks once it is read as its field. */
  renderSample: (field: Field, text: string) => ReactNode
  onChange: (column: number, field: Field) => void
}) {
  const { t } = useTranslation()
  const options = target.fields.map(field => ({ value: field, label: labelOf(field) }))
  return (
    <div className={classes.tableBox}>
      <table className={classes.table} aria-label={t('table-import.columns.table')}>
        <thead>
          <tr>
            <th scope="col">{t('table-import.columns.header')}</th>
            <th scope="col">{t('table-import.columns.samples')}</th>
            <th scope="col">{t('table-import.columns.target')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, header, samples }) => {
            const name = header || t('table-import.columns.unnamed', { number: column + 1 })
            const field = fields[column] ?? target.otherwise
            return (
              <tr key={column}>
                <td style={{ width: 210, fontWeight: 600 }}>{name}</td>
                <td>
                  <div className={classes.samples}>
                    {samples.map(sample => (
                      <span key={sample} className={classes.sample}>
                        {renderSample(field, sample)}
                      </span>
                    ))}
                  </div>
                </td>
                <td style={{ width: 290 }}>
                  <NativeSelect
                    size="sm"
                    aria-label={t('table-import.columns.targetOf', { header: name })}
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
