import { Button, Group as Row, Kbd, NativeSelect, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitName } from '#main/features/participants/name-parts-rules.ts'
import { COST_BEARERS, type DeskAnswer } from '#main/features/registration/contract.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import type { DeskActs } from '#renderer/rpc/desk-acts.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import { RestoredNote } from './RestoredNote.tsx'
import { useFormDraft } from './use-form-draft.ts'
import classes from './dialogs.module.css'

interface Props {
  eventId: string
  /** What was typed in the field, as the start of the name. */
  written: string
  acts: DeskActs
  onClose(): void
  onDone(answer: DeskAnswer): void
}

const BLANK = {
  name: '',
  phone: '',
  roleId: '',
  delegationId: null as string | null,
  institution: '',
  village: '',
  costBearer: 'instansi' as (typeof COST_BEARERS)[number],
}

/** Somebody who is on no list: written down and checked in with one Enter. */
export function WalkInDialog({ eventId, written, acts, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const choices = useQuery(orpc.registration.choices.queryOptions())
  const draft = useFormDraft(
    `walk-in.${eventId}`,
    { ...BLANK, name: written },
    kept => written === '' || kept.name === written,
  )
  const { name, ...more } = draft.values
  const [error, setError] = useState<unknown>(null)
  const roleId = more.roleId || (choices.data?.roles[0]?.id ?? '')
  const isReady = name.trim() !== '' && roleId !== ''

  async function send(submitted: SyntheticEvent): Promise<void> {
    submitted.preventDefault()
    if (!isReady) return
    const input = { ...splitName(name), ...more, roleId, note: '' }
    try {
      const answer = await acts.run(`walk-in ${JSON.stringify(input)}`, actId =>
        client.registration.walkIn({ ...input, actId }),
      )
      if (!answer) return
      draft.drop()
      onDone(answer)
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <DialogFrame title={<b>{t('registration.walkIn.title')}</b>} size={620} onClose={onClose}>
      <form onSubmit={submitted => void send(submitted)}>
        <RestoredNote draft={draft} />
        {error !== null && <FailureNote error={error} />}
        <Stack gap="sm">
          <TextInput
            data-autofocus
            size="md"
            label={t('registration.walkIn.name')}
            placeholder={t('registration.walkIn.namePlaceholder')}
            value={name}
            maxLength={300}
            onChange={change => draft.set({ name: change.currentTarget.value })}
          />
          <Row grow align="flex-start">
            <TextInput
              label={t('registration.walkIn.phone')}
              inputMode="tel"
              value={more.phone}
              maxLength={60}
              onChange={change => draft.set({ phone: change.currentTarget.value })}
            />
            <NativeSelect
              label={t('registration.walkIn.role')}
              value={roleId}
              data={(choices.data?.roles ?? []).map(role => ({ value: role.id, label: role.name }))}
              onChange={change => draft.set({ roleId: change.currentTarget.value })}
            />
          </Row>
          <Row grow align="flex-start">
            <Select
              searchable
              clearable
              selectFirstOptionOnChange
              limit={30}
              label={t('registration.walkIn.delegation')}
              placeholder={t('registration.walkIn.noDelegation')}
              value={more.delegationId}
              data={(choices.data?.delegations ?? []).map(one => ({ value: one.id, label: one.name }))}
              onChange={delegationId => draft.set({ delegationId })}
            />
            <TextInput
              label={t('registration.walkIn.village')}
              value={more.village}
              onChange={change => draft.set({ village: change.currentTarget.value })}
            />
          </Row>
          <TextInput
            label={t('registration.walkIn.institution')}
            value={more.institution}
            onChange={change => draft.set({ institution: change.currentTarget.value })}
          />
          <div>
            <div className={classes.label}>{t('registration.walkIn.costBearer')}</div>
            <SegmentedControl
              fullWidth
              aria-label={t('registration.walkIn.costBearer')}
              value={more.costBearer}
              onChange={value => draft.set({ costBearer: value as typeof more.costBearer })}
              data={COST_BEARERS.map(value => ({ value, label: t(`registration.costBearer.${value}`) }))}
            />
          </div>
        </Stack>
        <Row justify="flex-end" mt="lg">
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
            {t('registration.walkIn.do')}
          </Button>
        </Row>
      </form>
    </DialogFrame>
  )
}
