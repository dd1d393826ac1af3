import { Group, Pagination, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRow } from '#main/features/participant-import/contract.ts'
import { phoneDisplay } from '#main/features/participants/phone-rules.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import table from '#renderer/ui/table-import/table-import.module.css'
import { useReasonWords } from './run-words.ts'

/** Rows of a list in pages; `stateOf` names what became of a row, where that differs between them. */
export function RowTable<Row extends ImportRow>({
  rows,
  empty,
  stateOf,
}: {
  rows: readonly Row[]
  empty: string
  stateOf?: (row: Row) => { tone: 'ok' | 'warn' | 'plain' | 'info'; words: string }
}) {
  const { t } = useTranslation()
  const reasonsOf = useReasonWords()
  if (rows.length === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <div
      className={table.tableBox}
      style={{ maxHeight: 440 }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={t('participant-import.report.all')}
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('participant-import.preview.row')}</th>
            <th scope="col">{t('participant-import.preview.name')}</th>
            <th scope="col">{t('participant-import.preview.role')}</th>
            <th scope="col">{t('participant-import.preview.delegation')}</th>
            <th scope="col">{t('participant-import.preview.place')}</th>
            <th scope="col">{t('participant-import.preview.phone')}</th>
            <th scope="col">{t('participant-import.preview.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const state = stateOf?.(row)
            return (
              <tr key={row.rowNumber}>
                <td className={table.number}>{row.rowNumber}</td>
                <td style={{ fontWeight: 600, minWidth: 200 }}>{row.fullName || '–'}</td>
                <td>{row.fields['role'] ?? ''}</td>
                <td style={{ minWidth: 130 }}>{row.fields['delegation'] ?? ''}</td>
                <td>{row.fields['village'] ?? row.fields['institution'] ?? row.fields['regency'] ?? ''}</td>
                <td style={{ whiteSpace: 'nowrap' }}>{phoneDisplay(row.fields['phone'] ?? '')}</td>
                <td>
                  <Group gap={6}>
                    {state && <Pill tone={state.tone}>{state.words}</Pill>}
                    <Text size="sm" c="dimmed">
                      {reasonsOf(row).join('; ')}
                    </Text>
                  </Group>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Pages of a long list; nothing where one page holds all. */
export function Pages({
  total,
  pageSize,
  page,
  onPage,
}: {
  total: number
  pageSize: number
  page: number
  onPage: (page: number) => void
}) {
  if (total <= pageSize) return null
  return <Pagination mt="sm" total={Math.ceil(total / pageSize)} value={page + 1} onChange={next => onPage(next - 1)} />
}
