import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCopy, IconDoorExit } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { zoneLabel } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { DaysCard } from './DaysCard.tsx'
import { EditDetails } from './EditDetails.tsx'
import classes from './events.module.css'
import { LogosCard } from './LogosCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { SaveCopy } from './SaveCopy.tsx'
import { SettingsCard } from './SettingsCard.tsx'

const LONG_NAME_CHARACTERS = 70

/** The open event: what it is called, when and where; its logos, settings and copies. */
export function EventScreen({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [isCopying, setIsCopying] = useState(false)
  const close = useMutation(orpc.events.close.mutationOptions())
  return (
    <div className={classes.page}>
      <header className={classes.pageHead}>
        <div>
          <Group gap="xs" mb={8}>
            <Pill tone="plain">{t(`events.level.${event.level}`)}</Pill>
            {event.isSample && <Pill tone="info">{t('events.screen.sample')}</Pill>}
          </Group>
          <h1 className={classes.eventName} data-long={event.name.length > LONG_NAME_CHARACTERS || undefined}>
            {event.name}
          </h1>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconCopy size={18} />} onClick={() => setIsCopying(true)}>
            {t('events.copy.action')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDoorExit size={18} />}
            loading={close.isPending}
            onClick={() => close.mutate(undefined)}
          >
            {t('events.screen.close')}
          </Button>
        </Group>
      </header>
      {close.error && <FailureNote error={close.error} />}
      <div className={classes.columns}>
        <Stack gap={18}>
          <DetailsCard event={event} />
          <DaysCard event={event} />
        </Stack>
        <Stack gap={18}>
          <PeopleCard />
          <LogosCard />
          <SettingsCard event={event} />
        </Stack>
      </div>
      {isCopying && <SaveCopy onClose={() => setIsCopying(false)} />}
    </div>
  )
}

function DetailsCard({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [isEditing, setIsEditing] = useState(false)
  const facts = [
    ['hostInstitution', event.hostInstitution],
    ['theme', event.theme],
    ['venue', event.venue],
    ['timeZone', zoneLabel(event.timeZone)],
    ['file', event.path],
  ] as const
  return (
    <section className={classes.card}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('events.screen.details')}
        </Title>
        <Button size="xs" variant="default" onClick={() => setIsEditing(true)}>
          {t('common.edit')}
        </Button>
      </Group>
      <dl className={classes.facts}>
        {facts.map(([field, value]) => (
          <Fact key={field} name={t(`events.field.${field}`)} value={value} none={t('events.screen.none')} />
        ))}
      </dl>
      {isEditing && <EditDetails event={event} onClose={() => setIsEditing(false)} />}
    </section>
  )
}

function Fact({ name, value, none }: { name: string; value: string; none: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value || (
          <Text span c="dimmed" fs="italic">
            {none}
          </Text>
        )}
      </dd>
    </>
  )
}
