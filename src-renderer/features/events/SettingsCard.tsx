import { SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  eventDetailsSchema,
  eventSettingsSchema,
  type EventSettings,
  type EventSummary,
  PRINT_ON_CHECK_IN,
} from '#main/features/events/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './events.module.css'

/** How the desks of this event behave; saved as soon as something is chosen. */
export function SettingsCard({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const update = useMutation(orpc.events.update.mutationOptions({ onSuccess: () => acts.done() }))
  const shown = update.isPending ? eventSettingsSchema.parse(update.variables.settings) : event.settings
  const change = (changed: Partial<EventSettings>): void => {
    const input = { details: eventDetailsSchema.parse(event), settings: { ...event.settings, ...changed } }
    update.mutate({ ...input, actId: acts.idFor(input) })
  }
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="sm">
        {t('events.settings.title')}
      </Title>
      {update.error && <FailureNote error={update.error} />}
      <Stack gap="xs">
        <Text size="sm" fw={500} id="print-on-check-in">
          {t('events.settings.printOnCheckIn')}
        </Text>
        <SegmentedControl
          aria-labelledby="print-on-check-in"
          value={shown.printOnCheckIn}
          onChange={value => change({ printOnCheckIn: value as EventSettings['printOnCheckIn'] })}
          data={PRINT_ON_CHECK_IN.map(value => ({ value, label: t(`events.settings.print.${value}`) }))}
          fullWidth
        />
        <Text size="sm" c="dimmed">
          {t(`events.settings.printHint.${shown.printOnCheckIn}`)}
        </Text>
        <Switch
          mt="xs"
          label={t('events.settings.sound')}
          checked={shown.isSoundOn}
          onChange={changed => change({ isSoundOn: changed.currentTarget.checked })}
        />
      </Stack>
    </section>
  )
}
