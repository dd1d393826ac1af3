import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRow, RowChoice } from '#main/features/participant-import/contract.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import table from '#renderer/ui/table-import/table-import.module.css'
import type { Choice } from './choices.ts'
import classes from './import.module.css'
import { useReasonWords } from './run-words.ts'

interface Props {
  row: ImportRow
  choices: readonly Choice[]
  chosen: RowChoice | undefined
  onChoose: (choice: Choice) => void
}

/** One row with its reasons, beside the person or row it may be; what differs is marked. */
export function RowDetail({ row, choices, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const reasonsOf = useReasonWords()
  return (
    <section className={table.card} aria-live="polite">
      <Group gap={8} mb="sm">
        {reasonsOf(row).map(reason => (
          <Pill key={reason} tone="warn">
            {reason}
          </Pill>
        ))}
      </Group>
      <div className={classes.choices}>
        {choices.map((choice, index) => (
          <button
            key={choice.words}
            type="button"
            className={classes.choice}
            aria-pressed={chosen === choice.value}
            onClick={() => onChoose(choice)}
          >
            <kbd className={classes.key}>{index + 1}</kbd>
            {t(`participant-import.decide.choices.${choice.words}`)}
          </button>
        ))}
      </div>
      <Sides row={row} />
    </section>
  )
}

function Sides({ row }: { row: ImportRow }) {
  const { t } = useTranslation()
  const { double } = row
  const fields = [...new Set([...Object.keys(row.fields), ...Object.keys(double?.fields ?? {})])]
  const otherTitle = double?.rowNumber
    ? t('participant-import.decide.inRow', { number: double.rowNumber })
    : t('participant-import.decide.inEvent')
  return (
    <div className={table.tableBox}>
      <table className={`${table.table} ${classes.sides}`}>
        <thead>
          <tr>
            <th scope="col">{t('participant-import.decide.field')}</th>
            {double && (
              <th scope="col">
                {otherTitle}
                {double.isArchived && ` (${t('participant-import.decide.archived')})`}
              </th>
            )}
            <th scope="col">
              {t('participant-import.decide.inRow', { number: row.rowNumber })} · {t('participant-import.decide.this')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr data-differs={(double && double.fullName !== row.fullName) || undefined}>
            <th scope="row">{t('participant-import.preview.name')}</th>
            {double && <td className={classes.sideName}>{double.fullName}</td>}
            <td className={classes.sideName}>{row.fullName || '–'}</td>
          </tr>
          {fields.map(field => {
            const [own, other] = [row.fields[field] ?? '', double?.fields[field] ?? '']
            return (
              <tr key={field} data-differs={(double && own !== other) || undefined}>
                <th scope="row">{t(`participant-import.fields.${field}`)}</th>
                {double && <td>{other || '–'}</td>}
                <td>{own || '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
