import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toFailure } from '#renderer/ui/failure.ts'

/** On our own soft ground: the library's is too loud in light and too dim in dark. */
const QUIET = {
  root: { background: 'var(--bad-soft)', border: '1px solid var(--bad-line)' },
  title: { color: 'var(--bad-ink)', fontSize: 15 },
  icon: { color: 'var(--bad-ink)' },
  message: { overflowWrap: 'anywhere' },
} as const

/** What went wrong, what it means and what to do: the words of the failure's code, with a way to try again. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { title, text } = useFailureWords(error)
  return (
    <Alert color="bad" icon={<IconAlertTriangle />} title={title} role="alert" styles={QUIET}>
      <Text size="sm">{text}</Text>
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Alert>
  )
}

/** The title and text for whatever a call threw. */
export function useFailureWords(error: unknown): { title: string; text: string } {
  const { t, i18n } = useTranslation()
  const { code, data } = toFailure(error)
  const reason = data['reason'] ?? data['problem'] ?? data['what']
  const candidates = [`errors.${code}.${String(reason)}`, `errors.${code}`, 'errors.UNEXPECTED']
  const key = candidates.find(candidate => i18n.exists(`${candidate}.title`)) ?? 'errors.UNEXPECTED'
  return { title: t(`${key}.title`, data), text: t(`${key}.text`, { reference: '-', ...data }) }
}
