import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconFolder } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, isDesktop, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

/** Copies the event while it stays open: to a folder, to a path, or, left empty, beside the other events. */
export function SaveCopy({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [path, setPath] = useState('')
  const save = useMutation(orpc.events.saveCopy.mutationOptions())
  const choose = useMutation({
    mutationFn: () => client.events.choosePath({ purpose: 'copy' }),
    onSuccess: chosen => chosen.path && setPath(chosen.path),
  })
  return (
    <Modal opened onClose={onClose} title={t('events.copy.action')} size="lg">
      <form
        onSubmit={event => {
          event.preventDefault()
          save.mutate(path.trim() ? { path: path.trim() } : {})
        }}
      >
        <Stack gap="sm">
          {save.error && <FailureNote error={save.error} />}
          {save.data ? (
            <Alert color="ok" icon={<IconCheck />} title={t('events.copy.done')} role="status">
              <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {save.data.path}
              </Code>
            </Alert>
          ) : (
            <>
              <Text size="sm">{t('events.copy.hint')}</Text>
              <Group align="flex-end" wrap="nowrap">
                <TextInput
                  style={{ flex: 1 }}
                  data-autofocus
                  label={t('events.copy.path')}
                  placeholder={t('events.copy.placeholder')}
                  value={path}
                  onChange={event => setPath(event.currentTarget.value)}
                  spellCheck={false}
                  autoComplete="off"
                />
                {isDesktop && (
                  <Button variant="default" leftSection={<IconFolder size={18} />} onClick={() => choose.mutate()}>
                    {t('events.copy.choose')}
                  </Button>
                )}
              </Group>
            </>
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t(save.data ? 'common.close' : 'common.cancel')}
            </Button>
            {!save.data && (
              <Button type="submit" loading={save.isPending}>
                {t('events.copy.action')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
