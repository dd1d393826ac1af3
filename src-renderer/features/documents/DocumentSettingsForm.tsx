import { Button, NumberInput, SegmentedControl, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSettings } from '#main/features/documents/settings-rules.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { AmountFields } from './AmountFields.tsx'
import classes from './documents.module.css'
import { SignatoryList } from './SignatoryList.tsx'

/** What all papers of the event share: kop surat, paper, who signs, amounts. */
export function DocumentSettingsForm() {
  const { t } = useTranslation()
  const saved = useQuery(orpc.documents.settings.get.queryOptions())
  return (
    <section className={classes.settings} aria-label={t('documents.settings.title')}>
      <Title order={2} size="h4" mb="md">
        {t('documents.settings.title')}
      </Title>
      {saved.error && <FailureNote error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.data && <Form saved={saved.data} />}
    </section>
  )
}

function Form({ saved }: { saved: DocumentSettings }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const [draft, setDraft] = useState<DocumentSettings | null>(null)
  const shown = draft ?? saved
  const change = (changed: Partial<DocumentSettings>): void => setDraft({ ...shown, ...changed })
  const save = useMutation(
    orpc.documents.settings.set.mutationOptions({
      onSuccess: () => {
        acts.done()
        setDraft(null)
      },
    }),
  )
  return (
    <form
      onSubmit={submitted => {
        submitted.preventDefault()
        save.mutate({ settings: shown, actId: acts.idFor(shown) })
      }}
    >
      <div className={classes.settingsBody}>
        <Part title={t('documents.settings.letterhead')}>
          <LetterheadFields settings={shown} change={change} />
        </Part>
        <Part title={t('documents.settings.signatories')} hint={t('documents.settings.signatoriesHint')}>
          <TextInput
            label={t('documents.settings.place')}
            description={t('documents.settings.placeHint')}
            maw={360}
            value={shown.place}
            onChange={changed => change({ place: changed.currentTarget.value })}
          />
          <SignatoryList signatories={shown.signatories} onChange={signatories => change({ signatories })} />
        </Part>
        <Part title={t('documents.settings.amounts')} hint={t('documents.settings.amountsHint')}>
          <AmountFields settings={shown} change={change} />
        </Part>
      </div>
      <div className={classes.saveBar}>
        <Button type="submit" disabled={draft === null} loading={save.isPending}>
          {t('documents.settings.save')}
        </Button>
        {draft !== null && (
          <Button variant="default" onClick={() => setDraft(null)}>
            {t('documents.settings.discard')}
          </Button>
        )}
        {save.error && <FailureNote error={save.error} />}
      </div>
    </form>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Stack gap="sm" mb="xl">
      <div>
        <Title order={3} size="h5">
          {title}
        </Title>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  )
}

function LetterheadFields({
  settings,
  change,
}: {
  settings: DocumentSettings
  change: (changed: Partial<DocumentSettings>) => void
}) {
  const { t } = useTranslation()
  const logos = useQuery(orpc.events.logos.queryOptions())
  const choices = (logos.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Textarea
        label={t('documents.settings.lines')}
        description={t('documents.settings.linesHint')}
        autosize
        minRows={4}
        maxRows={8}
        value={settings.letterheadLines.join('\n')}
        onChange={changed => change({ letterheadLines: changed.currentTarget.value.split('\n').slice(0, 8) })}
      />
      <div className={classes.pair}>
        <Select
          label={t('documents.settings.logoLeft')}
          placeholder={t(choices.length === 0 ? 'documents.settings.noLogos' : 'documents.settings.noLogo')}
          clearable
          data={choices}
          value={settings.logoLeftId}
          onChange={logoLeftId => change({ logoLeftId })}
        />
        <Select
          label={t('documents.settings.logoRight')}
          placeholder={t(choices.length === 0 ? 'documents.settings.noLogos' : 'documents.settings.noLogo')}
          clearable
          data={choices}
          value={settings.logoRightId}
          onChange={logoRightId => change({ logoRightId })}
        />
        <div>
          <Text size="sm" fw={600} mb={4} id="usual-size">
            {t('documents.settings.size')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="usual-size"
            value={settings.size}
            onChange={size => change({ size })}
            data={[
              { value: 'A4' as const, label: 'A4 (210 × 297 mm)' },
              { value: 'F4' as const, label: 'F4 (215 × 330 mm)' },
            ]}
          />
        </div>
        <NumberInput
          label={t('documents.settings.spareRows')}
          min={0}
          max={100}
          allowDecimal={false}
          value={settings.spareRowCount}
          onChange={value => change({ spareRowCount: typeof value === 'number' ? value : 0 })}
        />
      </div>
    </>
  )
}
