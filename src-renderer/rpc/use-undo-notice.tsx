import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

const SHOWN_FOR_MS = 9000

/** Says that an act has happened and offers to take it back. */
export function useUndoNotice(): (message: string, actId: string) => void {
  const { t } = useTranslation()
  const undo = useMutation(orpc.undo.act.mutationOptions())
  return (message, targetActId) => {
    const noticeId = `undo-${targetActId}`
    const takeBack = (): void => {
      undo.mutate(
        { actId: newId(), targetActId },
        {
          onSuccess: () => notifications.update({ id: noticeId, message: t('common.undone'), autoClose: 3000 }),
          onError: error =>
            notifications.update({ id: noticeId, message: <FailureNote error={error} />, autoClose: false }),
        },
      )
    }
    notifications.show({
      id: noticeId,
      autoClose: SHOWN_FOR_MS,
      withBorder: true,
      color: 'teal',
      closeButtonProps: { 'aria-label': t('common.close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button size="compact-sm" variant="light" flex="none" onClick={takeBack}>
            {t('common.undo')}
          </Button>
        </Group>
      ),
    })
  }
}
