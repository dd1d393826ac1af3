import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileImport, IconSearch, IconUserPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { NO_DELEGATION, PERSON_STATES } from '#main/features/participants/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './participants.module.css'
import { isFiltered, type PeopleView, WHOLE_LIST } from './people-filter.ts'
import { PeopleTable, type TableHandle } from './PeopleTable.tsx'
import { type Places, usePlaces } from './use-places.ts'

interface Props {
  event: EventSummary
  view: PeopleView
  onView: (view: PeopleView) => void
  onOpen: (id: string) => void
  onAdd: (name?: string) => void
  isDrawerOpen: boolean
}

/** The list with its search field and filters; an empty one says how to fill it. */
export function PeopleTab({ event, view, onView, onOpen, onAdd, isDrawerOpen }: Props) {
  const { t } = useTranslation()
  const places = usePlaces()
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<TableHandle>(null)
  const counts = useQuery(orpc.participants.counts.queryOptions()).data
  useHotkeys(isDrawerOpen ? [] : [['/', () => search.current?.focus()]])
  if (counts && counts.active + counts.archived === 0) return <NobodyYet onAdd={onAdd} />
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          ref={search}
          className={classes.search}
          leftSection={<IconSearch size={18} aria-hidden />}
          aria-label={t('participants.searchLabel')}
          placeholder={t('participants.searchHint')}
          value={view.text}
          maxLength={200}
          onChange={typed => onView({ ...view, text: typed.currentTarget.value })}
          onKeyDown={pressed => table.current?.onKeyDown(pressed)}
          spellCheck={false}
          autoComplete="off"
        />
        <Filters view={view} onView={onView} places={places} />
      </div>
      <PeopleTable
        ref={table}
        event={event}
        view={view}
        onView={onView}
        places={places}
        onOpen={onOpen}
        nothing={<NothingFound view={view} onView={onView} onAdd={onAdd} />}
      />
    </>
  )
}

function Filters({ view, onView, places }: Pick<Props, 'view' | 'onView'> & { places: Places }) {
  const { t } = useTranslation()
  const roles = places.roles.filter(role => role.archivedAt === null || role.id === view.roleId)
  const delegations = places.delegations.filter(each => each.archivedAt === null || each.id === view.delegationId)
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        w={170}
        aria-label={t('participants.filter.state')}
        data={PERSON_STATES.map(state => ({ value: state, label: t(`participants.state.${state}`) }))}
        value={view.state}
        onChange={state => onView({ ...view, state: PERSON_STATES.find(each => each === state) ?? 'active' })}
        allowDeselect={false}
        data-active={view.state !== 'active' || undefined}
      />
      <Select
        w={170}
        aria-label={t('participants.filter.role')}
        placeholder={t('participants.filter.anyRole')}
        data={roles.map(role => ({ value: role.id, label: role.name }))}
        value={view.roleId}
        onChange={roleId => onView({ ...view, roleId })}
        clearable
        clearButtonProps={{ 'aria-label': t('participants.filter.anyRole') }}
      />
      <Select
        w={220}
        aria-label={t('participants.filter.delegation')}
        placeholder={t('participants.filter.anyDelegation')}
        data={[
          { value: NO_DELEGATION, label: t('participants.filter.noDelegation') },
          ...delegations.map(each => ({ value: each.id, label: each.name })),
        ]}
        value={view.delegationId}
        onChange={delegationId => onView({ ...view, delegationId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('participants.filter.anyDelegation') }}
        limit={100}
      />
      {isFiltered(view) && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onView({ ...WHOLE_LIST, sort: view.sort, isDescending: view.isDescending })}
        >
          {t('participants.filter.clear')}
        </Button>
      )}
    </Group>
  )
}

function NobodyYet({ onAdd }: Pick<Props, 'onAdd'>) {
  const { t } = useTranslation()
  return (
    <div className={classes.empty}>
      <Title order={2} className="display-face" size="h2">
        {t('participants.empty.title')}
      </Title>
      <Text maw={560}>{t('participants.empty.text')}</Text>
      <Group>
        <Button component={Link} href="/peserta/impor" size="md" leftSection={<IconFileImport size={20} aria-hidden />}>
          {t('participants.empty.import')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconUserPlus size={20} aria-hidden />}
          onClick={() => onAdd()}
        >
          {t('participants.empty.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('participants.empty.sample')}
      </Text>
    </div>
  )
}

function NothingFound({ view, onView, onAdd }: Pick<Props, 'view' | 'onView' | 'onAdd'>) {
  const { t } = useTranslation()
  const text = view.text.trim()
  return (
    <Stack align="center" gap="xs" py={64}>
      <Text fw={700}>{t('participants.nothingFound.title')}</Text>
      <Text c="dimmed" size="sm">
        {t('participants.nothingFound.text')}
      </Text>
      <Group gap="xs" mt="xs">
        <Button variant="default" onClick={() => onView(WHOLE_LIST)}>
          {t('participants.filter.clear')}
        </Button>
        {text !== '' && !/\d/.test(text) && (
          <Button variant="light" onClick={() => onAdd(text)}>
            {t('participants.nothingFound.add', { text })}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
