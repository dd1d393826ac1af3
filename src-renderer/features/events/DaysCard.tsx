import { Button, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './events.module.css'

const MAX_DAYS = 31

/** The days of the event with their weekday; check-in is per day. */
export function DaysCard({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [isEditing, setIsEditing] = useState(false)
  return (
    <section className={classes.card}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4">
          {t('events.days.title')}
        </Title>
        <Button size="xs" variant="default" onClick={() => setIsEditing(true)}>
          {t('events.days.edit')}
        </Button>
      </Group>
      <ol className={classes.days}>
        {event.days.map((day, index) => (
          <li key={day.id} className={classes.day}>
            <Text c="dimmed" size="sm">
              {t('events.days.number', { number: index + 1 })}
            </Text>
            <div>
              <Text fw={600}>{formatDate(day.date)}</Text>
              {day.label && (
                <Text size="sm" c="dimmed">
                  {day.label}
                </Text>
              )}
            </div>
            {day.id === event.todayId && <Pill tone="ok">{t('events.days.today')}</Pill>}
          </li>
        ))}
      </ol>
      {isEditing && <EditDays event={event} onClose={() => setIsEditing(false)} />}
    </section>
  )
}

function EditDays({ event, onClose }: { event: EventSummary; onClose: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const [dates, setDates] = useState<string[]>(event.days.map(day => day.date))
  const [labels, setLabels] = useState<Record<string, string>>(
    Object.fromEntries(event.days.map(day => [day.date, day.label])),
  )
  const save = useMutation(
    orpc.events.setDays.mutationOptions({
      onSuccess: () => {
        acts.done()
        onClose()
      },
    }),
  )
  const sorted = dates.toSorted()
  const problem = sorted.length === 0 ? 'range' : sorted.length > MAX_DAYS ? 'range-long' : null
  const submit = (): void => {
    const days = sorted.map(date => ({ date, label: labels[date] ?? '' }))
    if (!problem) save.mutate({ days, actId: acts.idFor(days) })
  }
  return (
    <Modal opened onClose={onClose} title={t('events.days.edit')}>
      <form
        onSubmit={submitted => {
          submitted.preventDefault()
          submit()
        }}
      >
        <Stack gap="sm">
          {save.error && <FailureNote error={save.error} />}
          <DatePickerInput
            type="multiple"
            label={t('events.days.pick')}
            description={t('events.days.pickHint')}
            value={dates}
            onChange={setDates}
            valueFormat="D MMM"
            leftSection={<IconCalendarEvent size={18} />}
            error={problem && t(`events.problem.${problem}`)}
            data-autofocus
          />
          {sorted.map(date => (
            <TextInput
              key={date}
              label={formatDate(date)}
              placeholder={t('events.days.label')}
              maxLength={500}
              value={labels[date] ?? ''}
              onChange={changed => setLabels({ ...labels, [date]: changed.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={problem !== null}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
