import { Button, Group, Tabs, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileImport, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { DelegationsTab } from './DelegationsTab.tsx'
import classes from './participants.module.css'
import { PeopleTab } from './PeopleTab.tsx'
import { type PeopleView, savedView, saveView, WHOLE_LIST } from './people-filter.ts'
import type { Chosen } from './person-form.ts'
import { PersonDrawer } from './PersonDrawer.tsx'
import { RolesTab } from './RolesTab.tsx'

const TABS = { '/peserta': 'list', '/peserta/delegasi': 'delegations', '/peserta/peran': 'roles' } as const
type Tab = (typeof TABS)[keyof typeof TABS]
const ADDRESSES = Object.fromEntries(Object.entries(TABS).map(([address, tab]) => [tab, address])) as Record<
  Tab,
  string
>

/** Everybody who comes: the list, the delegations and the roles. */
export function ParticipantsScreen({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const tab: Tab = TABS[location as keyof typeof TABS] ?? 'list'
  const [chosen, setChosen] = useState<Chosen>(null)
  const [view, setView] = useState<PeopleView>(savedView)
  const change = (next: PeopleView): void => {
    saveView(next)
    setView(next)
  }
  const addPerson = (name = ''): void => setChosen({ id: null, name })
  useHotkeys(chosen === null ? [['n', () => addPerson()]] : [])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h3">
            {t('participants.title')}
          </Title>
          <Counts />
        </div>
        <Tabs value={tab} onChange={next => navigate(ADDRESSES[(next ?? 'list') as Tab])} variant="pills">
          <Tabs.List>
            {Object.values(TABS).map(each => (
              <Tabs.Tab key={each} value={each}>
                {t(`participants.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Group gap="xs" wrap="nowrap">
          <Button
            component={Link}
            href="/peserta/impor"
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
          >
            {t('participants.import')}
          </Button>
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => addPerson()}>
            {t('participants.add')}
          </Button>
        </Group>
      </header>
      {tab === 'list' && (
        <PeopleTab
          event={event}
          view={view}
          onView={change}
          onOpen={id => setChosen({ id })}
          onAdd={addPerson}
          isDrawerOpen={chosen !== null}
        />
      )}
      {tab === 'delegations' && (
        <DelegationsTab
          onShow={delegationId => {
            change({ ...WHOLE_LIST, delegationId })
            navigate('/peserta')
          }}
        />
      )}
      {tab === 'roles' && <RolesTab />}
      <PersonDrawer event={event} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}

function Counts() {
  const { t } = useTranslation()
  const counts = useQuery(orpc.participants.counts.queryOptions()).data
  if (!counts) return <Text size="sm">&nbsp;</Text>
  const words = { active: formatNumber(counts.active), archived: formatNumber(counts.archived) }
  return (
    <Text c="dimmed" size="sm" className="tabular">
      {t(counts.archived > 0 ? 'participants.countsArchived' : 'participants.counts', words)}
    </Text>
  )
}
