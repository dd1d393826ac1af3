import { Button, ColorInput, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronDown, IconChevronUp, IconPencil, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role, RoleInput } from '#main/features/participants/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import { EditWindow } from './EditWindow.tsx'
import classes from './participants.module.css'

/** Colours that are told apart on paper and on screen, also by those who see few colours. */
const SWATCHES = [
  '#e2b65f',
  '#1b4f8f',
  '#6b3fa0',
  '#a4231c',
  '#14747f',
  '#17242b',
  '#8f4a06',
  '#4a5a62',
  '#3d9c69',
  '#c2569b',
]
const NEW_ROLE: RoleInput = { name: '', color: '#3d9c69' }

/** The roles in their order; those that are archived stand below. */
export function RolesTab() {
  const { t } = useTranslation()
  const acts = useActIds()
  const list = useQuery(orpc.participants.roles.list.queryOptions())
  const reorder = useMutation(orpc.participants.roles.reorder.mutationOptions({ onSuccess: () => acts.done() }))
  const [edited, setEdited] = useState<Role | 'new' | null>(null)
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />
  const roles = (list.data ?? []).filter(role => role.archivedAt === null)
  const archived = (list.data ?? []).filter(role => role.archivedAt !== null)
  const move = (index: number, by: number): void => {
    const ids = roles.map(role => role.id)
    const [id] = ids.splice(index, 1)
    if (id === undefined) return
    ids.splice(index + by, 0, id)
    reorder.mutate({ actId: acts.idFor(ids), ids })
  }
  return (
    <Stack gap="sm" style={{ overflow: 'auto' }}>
      <Group justify="space-between" maw={720} wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed" maw={480}>
          {t('participants.roles.intro')}
        </Text>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('participants.roles.add')}
        </Button>
      </Group>
      {reorder.error && <FailureNote error={reorder.error} />}
      <ul className={classes.roles}>
        {roles.map((role, index) => (
          <RoleItem key={role.id} role={role} onEdit={() => setEdited(role)}>
            <NamedIconButton
              name={t('participants.roles.up', { name: role.name })}
              icon={IconChevronUp}
              isDisabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <NamedIconButton
              name={t('participants.roles.down', { name: role.name })}
              icon={IconChevronDown}
              isDisabled={index === roles.length - 1}
              onClick={() => move(index, 1)}
            />
          </RoleItem>
        ))}
      </ul>
      {archived.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="sm">
            {t('participants.roles.archivedTitle')}
          </Text>
          <ul className={classes.roles}>
            {archived.map(role => (
              <RoleItem key={role.id} role={role} onEdit={() => setEdited(role)} />
            ))}
          </ul>
        </>
      )}
      {edited !== null && <EditRole role={edited} onClose={() => setEdited(null)} />}
    </Stack>
  )
}

function RoleItem({ role, onEdit, children }: { role: Role; onEdit: () => void; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li className={classes.roleItem}>
      <span className={classes.roleDot} style={{ background: role.color, width: 16, height: 16 }} />
      <Text fw={600} style={{ flex: 1 }}>
        {role.name}
      </Text>
      <Text size="sm" c="dimmed" className="tabular">
        {t('participants.roles.members', { count: role.memberCount })}
      </Text>
      <Group gap={2} wrap="nowrap">
        {children}
        <NamedIconButton
          name={t('participants.roles.editNamed', { name: role.name })}
          icon={IconPencil}
          onClick={onEdit}
        />
      </Group>
    </li>
  )
}

function EditRole({ role, onClose }: { role: Role | 'new'; onClose: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const known = role === 'new' ? null : role
  const form = useForm<RoleInput>({
    initialValues: known ? { name: known.name, color: known.color } : NEW_ROLE,
    validate: {
      name: value => (value.trim() === '' ? t('participants.problem.name') : null),
      color: value => (/^#[0-9a-f]{6}$/i.test(value) ? null : t('participants.problem.value')),
    },
  })
  const done = {
    onSuccess: () => {
      acts.done()
      onClose()
    },
  }
  const add = useMutation(orpc.participants.roles.add.mutationOptions(done))
  const edit = useMutation(orpc.participants.roles.edit.mutationOptions(done))
  const archive = useMutation(orpc.participants.roles.archive.mutationOptions(done))
  const restore = useMutation(orpc.participants.roles.restore.mutationOptions(done))
  const submit = (values: RoleInput): void => {
    const actId = acts.idFor(values)
    if (known) edit.mutate({ actId, id: known.id, role: values })
    else add.mutate({ actId, role: values })
  }
  return (
    <EditWindow
      title={t(known ? 'participants.roles.edit' : 'participants.roles.add')}
      isArchived={known ? known.archivedAt !== null : null}
      mutations={[add, edit, archive, restore]}
      onArchive={() => known && archive.mutate({ actId: acts.idFor('archive'), id: known.id })}
      onRestore={() => known && restore.mutate({ actId: acts.idFor('restore'), id: known.id })}
      onSubmit={form.onSubmit(submit)}
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput {...form.getInputProps('name')} label={t('participants.roles.name')} data-autofocus withAsterisk />
        <ColorInput
          {...form.getInputProps('color')}
          label={t('participants.roles.color')}
          swatches={SWATCHES}
          swatchesPerRow={10}
          format="hex"
        />
      </Stack>
    </EditWindow>
  )
}
