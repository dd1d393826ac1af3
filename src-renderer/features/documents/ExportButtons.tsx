import { Button, Group, Stack } from '@mantine/core'
import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS, type ExportFormat, type ExportSubject } from '#main/features/exports/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ExportProgressLine } from './ExportProgressLine.tsx'
import { useExport } from './use-export.ts'

const ICONS = { xlsx: IconFileTypeXls, csv: IconFileTypeCsv } as const

/** A paper or a list as XLSX or CSV; `of` says in words what it is of, for those who do not see where the buttons stand. */
export function ExportButtons({
  subject,
  of,
  isCompact = false,
}: {
  subject: ExportSubject
  of: string
  isCompact?: boolean
}) {
  const { t } = useTranslation()
  const { pending, progress, error, run, cancel } = useExport<ExportFormat>()
  return (
    <Stack gap={6}>
      <Group gap="xs" grow={!isCompact} wrap="nowrap">
        {EXPORT_FORMATS.map(format => {
          const Icon = ICONS[format]
          return (
            <Button
              key={format}
              variant="default"
              size={isCompact ? 'xs' : 'sm'}
              leftSection={<Icon size={18} aria-hidden />}
              aria-label={t('exports.as', { what: of, format: format.toUpperCase() })}
              loading={pending === format}
              disabled={pending !== null && pending !== format}
              onClick={() =>
                run(format, subject, (actId, signal) => client.exports.file({ actId, subject, format }, { signal }))
              }
            >
              {format.toUpperCase()}
            </Button>
          )
        })}
      </Group>
      {pending !== null && progress !== null && <ExportProgressLine progress={progress} onCancel={cancel} />}
      {error ? <FailureNote error={error} /> : null}
    </Stack>
  )
}
