import { Button, Group, Kbd, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { DoorPerson } from '#main/features/sessions/contract.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'

interface Props {
  person: DoorPerson
  onClose(): void
  onReason(reason: string): void
}

/** A reason in one's own words for letting somebody in. */
export function OverrideDialog({ person, onClose, onReason }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <DialogFrame title={t('doors.override.title')} size={480} onClose={onClose}>
      <form
        onSubmit={submitted => {
          submitted.preventDefault()
          if (reason.trim() !== '') onReason(reason.trim())
        }}
      >
        <TextInput
          data-autofocus
          required
          label={t('doors.override.reasonFor', { name: fullName(person) })}
          description={t('doors.override.kept')}
          value={reason}
          maxLength={200}
          onChange={change => setReason(change.currentTarget.value)}
        />
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={onClose} rightSection={<Kbd>Esc</Kbd>}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''} rightSection={<Kbd>Enter</Kbd>}>
            {t('doors.override.do')}
          </Button>
        </Group>
      </form>
    </DialogFrame>
  )
}
