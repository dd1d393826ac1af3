import { Button, Group, Modal, NumberInput, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room, RoomInput } from '#main/features/sessions/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import classes from './sessions.module.css'

/** Where sessions take place, with how many people fit in. */
export function RoomsTab() {
  const { t } = useTranslation()
  const list = useQuery(orpc.sessions.rooms.list.queryOptions())
  const sessions = useQuery(orpc.sessions.list.queryOptions({ input: { dayId: null } })).data ?? []
  const [edited, setEdited] = useState<Room | 'new' | null>(null)
  useHotkeys(edited === null ? [['n', () => setEdited('new')]] : [])
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <div className={classes.tools}>
        <Text size="sm" c="dimmed" maw={680}>
          {t('sessions.rooms.intro')}
        </Text>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('sessions.rooms.add')}
        </Button>
      </div>
      {list.data && list.data.length > 0 && (
        <div className={classes.tableCard} data-narrow>
          <RoomTable
            rooms={list.data}
            countOf={roomId => sessions.filter(session => session.roomId === roomId).length}
            onEdit={setEdited}
          />
        </div>
      )}
      {list.data?.length === 0 && (
        <Text c="dimmed" py="xl">
          {t('sessions.rooms.empty')}
        </Text>
      )}
      {edited !== null && <EditRoom room={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function RoomTable({
  rooms,
  countOf,
  onEdit,
}: {
  rooms: readonly Room[]
  countOf: (roomId: string) => number
  onEdit: (room: Room) => void
}) {
  const { t } = useTranslation()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('sessions.tabs.rooms')}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th>{t('sessions.rooms.name')}</th>
            <th data-number>{t('sessions.rooms.capacity')}</th>
            <th data-number>{t('sessions.rooms.sessions')}</th>
            <th>
              <VisuallyHidden>{t('common.edit')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rooms.map(room => (
            <tr key={room.id}>
              <td>
                <b>{room.name}</b>
              </td>
              <td data-number>{room.capacity === null ? t('sessions.rooms.noLimit') : formatNumber(room.capacity)}</td>
              <td data-number>{formatNumber(countOf(room.id))}</td>
              <td data-number>
                <NamedIconButton
                  name={t('sessions.rooms.editNamed', { name: room.name })}
                  icon={IconPencil}
                  onClick={() => onEdit(room)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EditRoom({ room, onClose }: { room: Room | 'new'; onClose: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const notify = useUndoNotice()
  const known = room === 'new' ? null : room
  const form = useForm<RoomInput>({
    initialValues: { name: known?.name ?? '', capacity: known?.capacity ?? null },
    validate: { name: value => (value.trim() === '' ? t('sessions.rooms.problem') : null) },
  })
  const add = useMutation(orpc.sessions.rooms.add.mutationOptions())
  const update = useMutation(orpc.sessions.rooms.update.mutationOptions())
  const archive = useMutation(orpc.sessions.rooms.archive.mutationOptions())
  const error = [add, update, archive].find(mutation => mutation.error)?.error ?? null
  const after = (message: string, actId: string): { onSuccess: () => void } => ({
    onSuccess: () => {
      acts.done()
      notify(message, actId)
      onClose()
    },
  })
  const submit = (values: RoomInput): void => {
    const actId = acts.idFor(values)
    const { name } = values
    if (known) update.mutate({ actId, id: known.id, ...values }, after(t('sessions.saved', { name }), actId))
    else add.mutate({ actId, ...values }, after(t('sessions.added', { name }), actId))
  }
  const onArchive = (): void => {
    if (!known) return
    const actId = acts.idFor('archive')
    archive.mutate({ actId, id: known.id }, after(t('sessions.archived', { name: known.name }), actId))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(known ? 'sessions.rooms.edit' : 'sessions.rooms.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="md">
          {error !== null && <FailureNote error={error} />}
          <TextInput
            {...form.getInputProps('name')}
            label={t('sessions.rooms.name')}
            maxLength={500}
            data-autofocus
            withAsterisk
          />
          <NumberInput
            label={t('sessions.rooms.capacity')}
            placeholder={t('sessions.rooms.noLimitHint')}
            min={1}
            max={100_000}
            allowDecimal={false}
            value={form.values.capacity ?? ''}
            onChange={value => form.setFieldValue('capacity', typeof value === 'number' ? value : null)}
          />
          <Group justify="space-between">
            {known ? (
              <Button variant="subtle" color="bad" onClick={onArchive}>
                {t('sessions.archive')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={add.isPending || update.isPending || archive.isPending}>
                {t('common.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
