import { Button, Group, Input, Stack, Text, Title } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { schemaResolver, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { useEscape } from '#renderer/ui/use-escape.ts'
import { DetailsFields } from './DetailsFields.tsx'
import { drafts } from '#renderer/platform/drafts.ts'
import { datesBetween, emptyNewEvent, newEventFormSchema, type NewEventValues } from './event-form.ts'
import type { ChosenLogo } from './logo-files.ts'
import { LogoStrip } from './LogoStrip.tsx'

export const NEW_EVENT_DRAFT = 'new-event'

/** The short form for a new event. What is typed stays on this device until the event is made or the form is put away. */
export function NewEventForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation()
  const [logos, setLogos] = useState<(ChosenLogo & { id: string })[]>([])
  const form = useForm<NewEventValues>({
    initialValues: { ...emptyNewEvent(), ...drafts.read<NewEventValues>(NEW_EVENT_DRAFT) },
    validate: schemaResolver(newEventFormSchema, { sync: true }),
    validateInputOnBlur: ['name'],
    onValuesChange: values => drafts.write(NEW_EVENT_DRAFT, values),
  })
  const acts = useActIds()
  const create = useMutation({
    mutationFn: () => {
      const values = form.getValues()
      return createWithLogos(acts.idFor(values), values, logos, t('events.logos.lost'))
    },
  })
  useEscape(onCancel)
  const cancel = (): void => {
    drafts.drop(NEW_EVENT_DRAFT)
    onCancel()
  }
  return (
    <form onSubmit={form.onSubmit(() => create.mutate())} noValidate>
      <Stack gap="sm">
        <div>
          <Title order={2}>{t('events.new.title')}</Title>
          <Text c="dimmed" size="sm">
            {t('events.new.hint')}
          </Text>
        </div>
        {create.error && <FailureNote error={create.error} />}
        <DetailsFields form={form} />
        <DatePickerInput
          {...form.getInputProps('range')}
          onChange={range => {
            form.setFieldValue('range', range)
            for (const part of ['range', 'range.0', 'range.1']) form.clearFieldError(part)
          }}
          type="range"
          allowSingleDateInRange
          withAsterisk
          label={t('events.field.days')}
          placeholder={t('events.example.days')}
          valueFormat="D MMMM YYYY"
          leftSection={<IconCalendarEvent size={18} />}
          error={rangeProblem(form.errors, t)}
        />
        <Input.Wrapper
          label={t('events.field.logos')}
          labelElement="div"
          description={t('events.logos.hint')}
          descriptionProps={{ mt: 6 }}
          inputWrapperOrder={['label', 'input', 'description']}
        >
          <LogoStrip
            logos={logos.map(logo => ({ key: logo.id, name: logo.name, source: sourceOf(logo) }))}
            onAdd={logo => setLogos(others => [...others, { ...logo, id: newId() }])}
            onRemove={key => setLogos(others => others.filter(logo => logo.id !== key))}
          />
        </Input.Wrapper>
        <Group justify="space-between" mt="xs">
          <Button variant="subtle" color="gray" onClick={cancel}>
            {t('events.new.discard')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('events.new.later')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('events.new.create')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

function sourceOf(logo: ChosenLogo): string {
  return `data:${logo.mime};base64,${logo.base64}`
}

function rangeProblem(errors: Record<string, unknown>, t: (key: string) => string): string | null {
  const problem = errors['range'] ?? errors['range.0'] ?? errors['range.1']
  if (!problem) return null
  return t(problem === 'too-long' ? 'events.problem.range-long' : 'events.problem.range')
}

/** The event counts as made once its file is; a logo that fails is told and can be added again on the event's screen. */
async function createWithLogos(
  actId: string,
  values: NewEventValues,
  logos: readonly ChosenLogo[],
  lostWords: string,
): Promise<void> {
  const { range, ...details } = newEventFormSchema.parse(values)
  await client.events.create({ actId, ...details, days: datesBetween(...range) })
  drafts.drop(NEW_EVENT_DRAFT)
  for (const { name, mime, base64 } of logos) {
    try {
      await client.events.addLogo({ actId: newId(), name, mime, base64 })
    } catch {
      notifications.show({ color: 'warn', message: `${lostWords} ${name}` })
    }
  }
}
