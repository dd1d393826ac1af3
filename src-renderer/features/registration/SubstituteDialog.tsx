import { Button, Chip, Group as Row, Kbd, Stack, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { splitName } from '#main/features/participants/name-parts-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { Card, DeskAnswer } from '#main/features/registration/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { cardQuery } from './card-query.ts'
import type { DeskActs } from '#renderer/rpc/desk-acts.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import { placeOf } from './place.ts'
import { RestoredNote } from './RestoredNote.tsx'
import { useFormDraft } from './use-form-draft.ts'
import classes from './dialogs.module.css'

const REASONS = ['assigned', 'sick', 'otherDuty', 'other'] as const

const BLANK = {
  written: '',
  phone: '',
  reason: 'assigned' as (typeof REASONS)[number],
  otherReason: '',
  shouldCheckIn: true,
}

interface Props {
  event: EventSummary
  participantId: string
  acts: DeskActs
  onClose(): void
  onDone(answer: Omit<DeskAnswer, 'verdict' | 'card'> & { verdict: DeskAnswer['verdict'] | null; card: Card }): void
}

/** Mewakili: who came instead and why; Enter in any field does it. */
export function SubstituteDialog({ event, participantId, acts, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const card = useQuery(cardQuery(participantId))
  const draft = useFormDraft(`substitute.${participantId}`, BLANK, () => true)
  const { written, phone, reason, otherReason } = draft.values
  const shouldCheckIn = draft.values.shouldCheckIn && event.todayId !== null
  const [error, setError] = useState<unknown>(null)
  const reasonText = reason === 'other' ? otherReason.trim() : t(`registration.substitute.reasons.${reason}`)
  const isReady = written.trim() !== '' && reasonText !== ''

  async function send(submitted: SyntheticEvent): Promise<void> {
    submitted.preventDefault()
    if (!isReady) return
    const input = { ...splitName(written), originalId: participantId, phone, reason: reasonText, shouldCheckIn }
    try {
      const answer = await acts.run(`substitute ${JSON.stringify(input)}`, actId =>
        client.registration.substitute({ ...input, actId }),
      )
      if (!answer) return
      draft.drop()
      onDone(answer)
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <DialogFrame title={<b>{t('registration.substitute.title')}</b>} onClose={onClose}>
      <form onSubmit={submitted => void send(submitted)}>
        {card.data && (
          <div className={classes.original}>
            <small>{t('registration.substitute.original')}</small>
            <b className="display-face">{fullName(card.data.person)}</b>
            <span>{[card.data.person.role, ...placeOf(card.data.person)].join(' · ')}</span>
          </div>
        )}
        <RestoredNote draft={draft} />
        {error !== null && <FailureNote error={error} />}
        <Stack gap="sm">
          <TextInput
            data-autofocus
            size="md"
            label={t('registration.substitute.name')}
            placeholder={t('registration.walkIn.namePlaceholder')}
            value={written}
            maxLength={300}
            onChange={change => draft.set({ written: change.currentTarget.value })}
          />
          <TextInput
            size="md"
            label={t('registration.walkIn.phone')}
            inputMode="tel"
            value={phone}
            maxLength={60}
            onChange={change => draft.set({ phone: change.currentTarget.value })}
          />
          <div>
            <div className={classes.label} id="substitute-reason">
              {t('registration.substitute.reason')}
            </div>
            <Chip.Group value={reason} onChange={value => draft.set({ reason: value as typeof reason })}>
              <Row gap={8} role="group" aria-labelledby="substitute-reason">
                {REASONS.map(key => (
                  <Chip key={key} value={key} variant="outline">
                    {t(`registration.substitute.reasons.${key}`)}
                  </Chip>
                ))}
              </Row>
            </Chip.Group>
          </div>
          {reason === 'other' && (
            <TextInput
              autoFocus
              aria-label={t('registration.substitute.otherReason')}
              placeholder={t('registration.substitute.otherReason')}
              value={otherReason}
              onChange={change => draft.set({ otherReason: change.currentTarget.value })}
            />
          )}
          {event.todayId !== null && (
            <Switch
              label={t('registration.substitute.checkIn')}
              checked={shouldCheckIn}
              onChange={change => draft.set({ shouldCheckIn: change.currentTarget.checked })}
            />
          )}
        </Stack>
        <p className={classes.hint}>{t('registration.substitute.hint')}</p>
        <Row justify="flex-end" mt="md">
          <Button
            variant="default"
            onClick={() => {
              draft.drop()
              onClose()
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button type="submit" size="md" disabled={!isReady} loading={acts.isPending} rightSection={<Kbd>Enter</Kbd>}>
            {t('registration.substitute.do')}
          </Button>
        </Row>
      </form>
    </DialogFrame>
  )
}
