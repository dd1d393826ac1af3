import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

type Format = 'xlsx' | 'csv'

/** The report of an import as a file to take away. */
export function ReportFiles(props: {
  /** The format that is being written. */
  pending: Format | null
  savedAt: string | null
  error: unknown
  /** What the file is good for. */
  hint: string
  onSave: (format: Format) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="xs" mt="md">
        {(['xlsx', 'csv'] as const).map(format => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={18} />}
            loading={props.pending === format}
            onClick={() => props.onSave(format)}
          >
            {t(format === 'xlsx' ? 'table-import.report.exportXlsx' : 'table-import.report.exportCsv')}
          </Button>
        ))}
        <Text size="sm" c="dimmed">
          {props.hint}
        </Text>
      </Group>
      {props.savedAt !== null && (
        <Text size="sm" mt="xs" c="var(--ok-ink)" role="status">
          {t('table-import.report.saved', { path: props.savedAt })}
        </Text>
      )}
      {props.error ? <FailureNote error={props.error} /> : null}
    </>
  )
}
