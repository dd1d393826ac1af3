import { Button, Container, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

/** What is seen while no event is open. */
export function StartScreen() {
  const { t } = useTranslation()
  const sample = useMutation(orpc.events.createSample.mutationOptions())
  return (
    <Container size="sm" py="xl">
      <Stack>
        <Title order={1}>{t('events.start.title')}</Title>
        {sample.error && <FailureNote error={sample.error} />}
        <Button loading={sample.isPending} onClick={() => sample.mutate({ timeZone: 'Asia/Makassar' })}>
          {t('events.start.sample')}
        </Button>
      </Stack>
    </Container>
  )
}
