import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportProgress } from '#main/features/exports/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'

/** How far an export is, and the way out. */
export function ExportProgressLine({ progress, onCancel }: { progress: ExportProgress | null; onCancel: () => void }) {
  const { t } = useTranslation()
  const { done, total } = progress ?? { done: 0, total: 0 }
  const words = progress
    ? t(`exports.phases.${progress.phase}`, { done: formatNumber(done), total: formatNumber(total) })
    : t('exports.phases.start')
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="xs" role="status">
          {words}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          {t('exports.cancel')}
        </Button>
      </Group>
      <Progress value={total === 0 ? 100 : (100 * done) / total} animated={total === 0} aria-label={words} />
    </div>
  )
}
