import { ActionIcon, Group, Menu, Title } from '@mantine/core'
import { IconArchive, IconCopy, IconDots, IconStar } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BadgeLayout } from '#main/features/badges/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './badges.module.css'

/** The layouts of this event; what can be done with the chosen one is in its menu. */
export function LayoutList({
  layouts,
  chosen,
  onChoose,
}: {
  layouts: readonly BadgeLayout[]
  chosen: BadgeLayout
  onChoose: (id: string | null) => void
}) {
  const { t } = useTranslation()
  const acts = useActIds()
  const duplicate = useMutation(
    orpc.badges.layouts.duplicate.mutationOptions({
      onSuccess: ({ id }) => {
        acts.done()
        onChoose(id)
      },
    }),
  )
  const archive = useMutation(
    orpc.badges.layouts.archive.mutationOptions({
      onSuccess: () => {
        acts.done()
        onChoose(null)
      },
    }),
  )
  const setDefault = useMutation(orpc.badges.layouts.setDefault.mutationOptions({ onSuccess: () => acts.done() }))
  const error = duplicate.error ?? archive.error ?? setDefault.error
  const { id } = chosen
  const copyName = t('badges.layouts.copyOf', { name: chosen.name }).slice(0, 80)
  return (
    <>
      <Group justify="space-between" mb={6}>
        <Title order={1} size="h4">
          {t('badges.layouts.title')}
        </Title>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={t('badges.layouts.actions', { name: chosen.name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCopy size={16} />}
              onClick={() => duplicate.mutate({ id, name: copyName, actId: acts.idFor(['duplicate', id]) })}
            >
              {t('badges.layouts.duplicate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconStar size={16} />}
              disabled={chosen.isDefault}
              onClick={() => setDefault.mutate({ id, actId: acts.idFor(['default', id]) })}
            >
              {t('badges.layouts.setDefault')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArchive size={16} />}
              disabled={chosen.isDefault}
              onClick={() => archive.mutate({ id, actId: acts.idFor(['archive', id]) })}
            >
              {t('badges.layouts.archive')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {error && <FailureNote error={error} />}
      <ul className={classes.layouts}>
        {layouts.map(layout => (
          <li key={layout.id}>
            <button
              type="button"
              className={classes.layout}
              aria-pressed={layout.id === id}
              onClick={() => onChoose(layout.id)}
            >
              <span className={classes.layoutName}>{layout.name}</span>
              {layout.isDefault && <Pill tone="ok">{t('badges.layouts.default')}</Pill>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
