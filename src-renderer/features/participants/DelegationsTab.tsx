import {
  Button,
  Group,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation, DelegationInput } from '#main/features/participants/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { EditWindow } from './EditWindow.tsx'
import classes from './participants.module.css'

const BLANK: DelegationInput = { name: '', regionCode: '', quota: null, transport: '', note: '' }

/** The delegations with their quota: who is listed, who has arrived, where there is room. */
export function DelegationsTab({ onShow }: { onShow: (delegationId: string) => void }) {
  const { t } = useTranslation()
  const list = useQuery(orpc.participants.delegations.list.queryOptions())
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<Delegation | 'new' | null>(null)
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />
  const wanted = text.trim().toLowerCase()
  const shown = (list.data ?? []).filter(each => each.name.toLowerCase().includes(wanted))
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          leftSection={<IconSearch size={18} aria-hidden />}
          aria-label={t('participants.delegations.search')}
          placeholder={t('participants.delegations.search')}
          value={text}
          onChange={typed => setText(typed.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('participants.delegations.add')}
        </Button>
      </div>
      <div className={classes.tableCard}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className={classes.side} tabIndex={0} role="region" aria-label={t('participants.tabs.delegations')}>
          {list.data?.length === 0 ? (
            <Text p="xl" ta="center" c="dimmed">
              {t('participants.delegations.empty')}
            </Text>
          ) : (
            <DelegationTable delegations={shown} onShow={onShow} onEdit={setEdited} />
          )}
        </div>
      </div>
      {edited !== null && <EditDelegation delegation={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function DelegationTable({
  delegations,
  onShow,
  onEdit,
}: {
  delegations: readonly Delegation[]
  onShow: (id: string) => void
  onEdit: (delegation: Delegation) => void
}) {
  const { t } = useTranslation()
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          <th>{t('participants.delegations.name')}</th>
          <th data-number>{t('participants.delegations.members')}</th>
          <th data-number>{t('participants.delegations.quota')}</th>
          <th>{t('participants.delegations.room')}</th>
          <th data-number>{t('participants.delegations.arrived')}</th>
          <th>{t('participants.delegations.transport')}</th>
          <th>
            <VisuallyHidden>{t('common.edit')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {delegations.map(delegation => (
          <tr key={delegation.id}>
            <td>
              <UnstyledButton
                fw={600}
                fz="sm"
                aria-label={t('participants.delegations.show', { name: delegation.name })}
                onClick={() => onShow(delegation.id)}
              >
                {delegation.name}
              </UnstyledButton>{' '}
              {delegation.archivedAt !== null && <Pill tone="plain">{t('participants.row.archived')}</Pill>}
            </td>
            <td data-number>{delegation.memberCount}</td>
            <td data-number>{delegation.quota ?? '–'}</td>
            <td>
              <Room delegation={delegation} />
            </td>
            <td data-number>{delegation.arrivedCount}</td>
            <td>{delegation.transport}</td>
            <td data-number>
              <NamedIconButton
                name={t('participants.delegations.editNamed', { name: delegation.name })}
                icon={IconPencil}
                onClick={() => onEdit(delegation)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Room({ delegation: { quota, memberCount } }: { delegation: Delegation }) {
  const { t } = useTranslation()
  if (quota === null) return <span className={classes.small}>{t('participants.delegations.noQuota')}</span>
  if (memberCount > quota)
    return <Pill tone="warn">{t('participants.delegations.over', { count: memberCount - quota })}</Pill>
  if (memberCount === quota) return <Pill tone="ok">{t('participants.delegations.full')}</Pill>
  return <Pill tone="plain">{t('participants.delegations.free', { count: quota - memberCount })}</Pill>
}

function EditDelegation({ delegation, onClose }: { delegation: Delegation | 'new'; onClose: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const known = delegation === 'new' ? null : delegation
  const { name, regionCode, quota, transport, note } = known ?? BLANK
  const form = useForm<DelegationInput>({
    initialValues: { name, regionCode, quota, transport, note },
    validate: { name: value => (value.trim() === '' ? t('participants.problem.name') : null) },
  })
  const done = {
    onSuccess: () => {
      acts.done()
      onClose()
    },
  }
  const add = useMutation(orpc.participants.delegations.add.mutationOptions(done))
  const edit = useMutation(orpc.participants.delegations.edit.mutationOptions(done))
  const archive = useMutation(orpc.participants.delegations.archive.mutationOptions(done))
  const restore = useMutation(orpc.participants.delegations.restore.mutationOptions(done))
  const submit = (values: DelegationInput): void => {
    const actId = acts.idFor(values)
    if (known) edit.mutate({ actId, id: known.id, delegation: values })
    else add.mutate({ actId, delegation: values })
  }
  return (
    <EditWindow
      title={t(known ? 'participants.delegations.edit' : 'participants.delegations.add')}
      isArchived={known ? known.archivedAt !== null : null}
      mutations={[add, edit, archive, restore]}
      onArchive={() => known && archive.mutate({ actId: acts.idFor('archive'), id: known.id })}
      onRestore={() => known && restore.mutate({ actId: acts.idFor('restore'), id: known.id })}
      onSubmit={form.onSubmit(submit)}
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput
          {...form.getInputProps('name')}
          label={t('participants.delegations.name')}
          data-autofocus
          withAsterisk
        />
        <Group grow align="flex-start">
          <NumberInput
            label={t('participants.delegations.quota')}
            placeholder={t('participants.delegations.quotaHint')}
            min={0}
            max={100_000}
            allowDecimal={false}
            value={form.values.quota ?? ''}
            onChange={value => form.setFieldValue('quota', typeof value === 'number' ? value : null)}
          />
          <TextInput {...form.getInputProps('transport')} label={t('participants.delegations.transport')} />
        </Group>
        <Textarea {...form.getInputProps('note')} label={t('participants.delegations.note')} autosize minRows={2} />
      </Stack>
    </EditWindow>
  )
}
