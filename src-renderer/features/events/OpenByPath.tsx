import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '#renderer/ui/use-escape.ts'

interface Props {
  isBusy: boolean
  onOpen: (path: string) => void
  onCancel: () => void
}

/** Opening by a path, where no file dialog can be had: browsers do not tell where a chosen file lies. */
export function OpenByPath({ isBusy, onOpen, onCancel }: Props) {
  const { t } = useTranslation()
  const [path, setPath] = useState('')
  useEscape(onCancel)
  const trimmed = path.trim()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (trimmed) onOpen(trimmed)
      }}
    >
      <Stack gap="xs">
        <TextInput
          autoFocus
          label={t('events.open.path')}
          placeholder={t('events.open.example')}
          value={path}
          onChange={event => setPath(event.currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
        />
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('events.open.hint')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!trimmed}>
              {t('events.open.go')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
