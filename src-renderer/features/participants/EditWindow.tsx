import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

interface Props {
  title: string
  /** Null for something new, which can't be archived. */
  isArchived: boolean | null
  mutations: readonly { error: unknown; isPending: boolean }[]
  onArchive: () => void
  onRestore: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onClose: () => void
  children: ReactNode
}

/** The small window in which a role or a delegation is written, archived or put back. */
export function EditWindow({ title, isArchived, mutations, onArchive, onRestore, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation()
  const error = mutations.find(mutation => mutation.error)?.error ?? null
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {error !== null && <FailureNote error={error} />}
          {children}
          <Group justify="space-between">
            {isArchived === null ? (
              <span />
            ) : (
              <Button variant="subtle" color={isArchived ? 'teal' : 'bad'} onClick={isArchived ? onRestore : onArchive}>
                {t(isArchived ? 'participants.roles.restore' : 'participants.roles.archive')}
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={mutations.some(mutation => mutation.isPending)}>
                {t('common.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
