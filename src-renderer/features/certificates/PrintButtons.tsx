import { Button, Group, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { writeRanges } from '#main/features/certificates/number-rules.ts'
import { isDesktop, orpc } from '#renderer/rpc/client.ts'
import { getPrintChoice } from '#renderer/rpc/print-choice.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

/** Print or save certificates: the desktop by itself, a browser through the print page and its own dialog. */
export function PrintButtons({ sequences }: { sequences: readonly number[] }) {
  const { t } = useTranslation()
  const save = useMutation(orpc.certificates.savePdf.mutationOptions())
  const print = useMutation(orpc.certificates.print.mutationOptions())
  const input = { sequences: [...sequences] }
  const printer = getPrintChoice().printer ?? ''
  const error = save.error ?? print.error
  if (!isDesktop) {
    return (
      <Button
        component="a"
        href={`./print.html?certificates=${encodeURIComponent(writeRanges(sequences))}`}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        {t('certificates.openPrint', { count: sequences.length })}
      </Button>
    )
  }
  return (
    <div>
      {error && <FailureNote error={error} />}
      <Group gap="xs" wrap="nowrap">
        {save.data?.status === 'done' && (
          <Text size="sm" role="status">
            {t('certificates.saved', { path: save.data.path })}
          </Text>
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          loading={print.isPending}
          onClick={() => print.mutate({ ...input, printer })}
        >
          {t('certificates.print', { count: sequences.length })}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate(input)}
        >
          {t('certificates.savePdf')}
        </Button>
      </Group>
    </div>
  )
}
