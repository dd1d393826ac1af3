import { Button, Group, NumberInput, Stack, Switch, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionSettings } from '#main/features/sessions/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { RuleFields, RuleSentence } from './RuleFields.tsx'
import classes from './sessions.module.css'

const OPENS_BEFORE_MAX = 240

/** How attendance is taken in this event; the sentence beside the form changes with it. */
export function RuleTab() {
  const settings = useQuery(orpc.sessions.settings.get.queryOptions())
  if (settings.error) return <FailureNote error={settings.error} onRetry={() => void settings.refetch()} />
  if (!settings.data) return null
  // Saved elsewhere in the meantime: begin with what is in force now.
  return <SettingsForm key={JSON.stringify(settings.data)} saved={settings.data} />
}

function SettingsForm({ saved }: { saved: SessionSettings }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const notify = useUndoNotice()
  const [values, setValues] = useState(saved)
  const set = useMutation(orpc.sessions.settings.set.mutationOptions())
  const isChanged = JSON.stringify(values) !== JSON.stringify(saved)
  const save = (): void => {
    const actId = acts.idFor(values)
    const onSuccess = (): void => {
      acts.done()
      notify(t('sessions.rule.saved'), actId)
    }
    set.mutate({ actId, settings: values }, { onSuccess })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save()
  }
  useHotkeys([['mod+S', save]], [])
  return (
    <form className={classes.ruleForm} onSubmit={submit} noValidate>
      <div className={classes.card}>
        <Title order={2} size="h4">
          {t('sessions.rule.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('sessions.rule.intro')}
        </Text>
        <RuleFields rule={values.rule} onChange={rule => setValues({ ...values, rule })} />
      </div>
      <Stack gap="md">
        <RuleSentence rule={values.rule} />
        <div className={classes.card}>
          <Title order={2} size="h4">
            {t('sessions.rule.doors')}
          </Title>
          <NumberInput
            label={t('sessions.rule.opens')}
            description={t('sessions.rule.opensHint')}
            suffix={` ${t('sessions.minutesUnit')}`}
            min={0}
            max={OPENS_BEFORE_MAX}
            clampBehavior="strict"
            allowDecimal={false}
            value={values.opensMinutesBefore}
            onChange={value => setValues({ ...values, opensMinutesBefore: Number(value) || 0 })}
          />
          <Switch
            label={t('sessions.rule.signature')}
            description={t('sessions.rule.signatureHint')}
            checked={values.isSignatureOnScreen}
            onChange={change => setValues({ ...values, isSignatureOnScreen: change.currentTarget.checked })}
          />
        </div>
        {set.error && <FailureNote error={set.error} />}
        <Group justify="flex-end" gap="xs">
          {isChanged && (
            <Button variant="default" onClick={() => setValues(saved)}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" disabled={!isChanged} loading={set.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
