import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NameOnBadge } from '#main/features/participants/person-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import own from './people.module.css'

const MINUTES_MAX = 2880
const REASONS = ['forgotOut', 'forgotIn', 'badge', 'witness'] as const

interface Props {
  place: { dayId: string; sessionId: string | null }
  /** Which session or day it is about. */
  title: string
  person: NameOnBadge & { id: string; state: 'present' | 'absent' | 'archived' }
  onClose: () => void
}

/** A correction of what the scans say. It stays on record with its reason; nothing that was scanned is changed. */
export function CorrectionDialog({ place, title, person, onClose }: Props) {
  const { t } = useTranslation()
  const acts = useActIds()
  const notify = useUndoNotice()
  // Nearly every correction says that somebody was there, or for how long; the other one has to be chosen.
  const [isPresent, setIsPresent] = useState(true)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setIsTried] = useState(false)
  const correct = useMutation(orpc.sessions.correct.mutationOptions())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // The dialog lies in a drawer, whose events it shares.
    event.stopPropagation()
    setIsTried(true)
    if (reason.trim() === '') return
    const input = {
      ...place,
      participantId: person.id,
      isPresent,
      minutes: isPresent && place.sessionId !== null ? minutes : null,
      reason,
    }
    const actId = acts.idFor(input)
    const onSuccess = (): void => {
      acts.done()
      notify(t('sessions.correction.done', { name: fullName(person) }), actId)
      onClose()
    }
    correct.mutate({ actId, ...input }, { onSuccess })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sessions.correction.title')}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <div>
            <div className={own.displayName}>{fullName(person)}</div>
            <Text size="sm" c="dimmed">
              {title}
            </Text>
          </div>
          {correct.error && <FailureNote error={correct.error} />}
          <SegmentedControl
            aria-label={t('sessions.correction.what')}
            fullWidth
            value={isPresent ? 'present' : 'absent'}
            onChange={value => setIsPresent(value === 'present')}
            data={(['present', 'absent'] as const).map(value => ({ value, label: t(`sessions.mark.${value}`) }))}
          />
          {isPresent && place.sessionId !== null && (
            <NumberInput
              label={t('sessions.correction.minutes')}
              description={t('sessions.correction.minutesHint')}
              suffix={` ${t('sessions.minutesUnit')}`}
              min={0}
              max={MINUTES_MAX}
              allowDecimal={false}
              value={minutes ?? ''}
              onChange={value => setMinutes(typeof value === 'number' ? value : null)}
            />
          )}
          <div>
            <TextInput
              label={t('sessions.correction.reason')}
              placeholder={t('sessions.correction.reasonHint')}
              value={reason}
              onChange={typed => setReason(typed.currentTarget.value)}
              maxLength={500}
              error={isTried && reason.trim() === '' ? t('sessions.correction.reasonMissing') : null}
              data-autofocus
              withAsterisk
            />
            <Group gap={6} mt={8} role="group" aria-label={t('sessions.correction.usualReasons')}>
              {REASONS.map(each => (
                <Button
                  key={each}
                  size="compact-sm"
                  variant="light"
                  onClick={() => setReason(t(`sessions.correction.reasons.${each}`))}
                >
                  {t(`sessions.correction.reasons.${each}`)}
                </Button>
              ))}
            </Group>
          </div>
          <Text size="sm" c="dimmed">
            {t('sessions.correction.onRecord')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={correct.isPending}>
              {t('sessions.correction.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
