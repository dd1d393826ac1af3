import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client } from '#renderer/rpc/client.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'

const REASON_MIN_LENGTH = 3

/** Issues a certificate again or makes it worthless; either asks why. */
export function ReasonDialog({
  act,
  sequence,
  number,
  onClose,
}: {
  act: 'reissue' | 'revoke'
  sequence: number
  number: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const acts = useActIds()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: async (): Promise<void> => {
      const input = { sequence, reason: reason.trim(), actId: acts.idFor([act, sequence, reason]) }
      if (act === 'reissue') await client.certificates.reissue(input)
      else await client.certificates.revoke(input)
    },
    onSuccess: onClose,
  })
  return (
    <DialogFrame title={t(`certificates.${act}.title`, { number })} onClose={onClose}>
      <form
        onSubmit={submitted => {
          submitted.preventDefault()
          send.mutate()
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`certificates.${act}.text`)}</Text>
          <TextInput
            label={t('certificates.reason')}
            data-autofocus
            value={reason}
            onChange={typed => setReason(typed.currentTarget.value)}
          />
          {send.error && <FailureNote error={send.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={reason.trim().length < REASON_MIN_LENGTH}>
              {t(`certificates.${act}.go`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </DialogFrame>
  )
}
