import { Button, Group, Modal, Stack } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type EventDetails, eventDetailsSchema, type EventSummary } from '#main/features/events/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { DetailsFields } from './DetailsFields.tsx'
import { drafts } from '#renderer/platform/drafts.ts'

/** Changes what the event is called, where and for whom it is. What was typed comes back when the window was closed by accident. */
export function EditDetails({ event, onClose }: { event: EventSummary; onClose: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const draft = `event-details.${event.id}`
  const form = useForm<EventDetails>({
    initialValues: { ...detailsOf(event), ...drafts.read<EventDetails>(draft) },
    validate: schemaResolver(eventDetailsSchema, { sync: true }),
    onValuesChange: values => drafts.write(draft, values),
  })
  const finish = (): void => {
    drafts.drop(draft)
    onClose()
  }
  const update = useMutation(
    orpc.events.update.mutationOptions({
      onSuccess: () => {
        acts.done()
        finish()
      },
    }),
  )
  const submit = (details: EventDetails): void => {
    const input = { details: eventDetailsSchema.parse(details), settings: event.settings }
    update.mutate({ ...input, actId: acts.idFor(input) })
  }
  return (
    <Modal opened onClose={onClose} title={t('events.screen.edit')} size="lg">
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          {update.error && <FailureNote error={update.error} />}
          <DetailsFields form={form} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={finish}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function detailsOf(event: EventSummary): EventDetails {
  const { name, level, hostInstitution, theme, venue, timeZone } = event
  return { name, level, hostInstitution, theme, venue, timeZone }
}
