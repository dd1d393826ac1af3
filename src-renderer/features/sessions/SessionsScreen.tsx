import { Tabs, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { addressOf, personIn, type Tab, TABS } from './addresses.ts'
import { PersonTimeline } from './PersonTimeline.tsx'
import { ProgrammeTab } from './ProgrammeTab.tsx'
import { RecapTab } from './RecapTab.tsx'
import { RoomsTab } from './RoomsTab.tsx'
import { RuleTab } from './RuleTab.tsx'
import classes from './sessions.module.css'

/** Attendance: the programme and its rooms, the rule, the numbers and what stands behind them. */
export function SessionsScreen({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const person = personIn(location)
  const tab: Tab = person ? 'recap' : (TABS[location as keyof typeof TABS] ?? 'sessions')
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h3">
            {t('sessions.title')}
          </Title>
          <Counts />
        </div>
        <Tabs value={tab} onChange={next => navigate(addressOf((next ?? 'sessions') as Tab))} variant="pills">
          <Tabs.List>
            {Object.values(TABS).map(each => (
              <Tabs.Tab key={each} value={each}>
                {t(`sessions.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </header>
      {tab === 'sessions' && <ProgrammeTab event={event} />}
      {tab === 'rooms' && <RoomsTab />}
      {tab === 'rule' && <RuleTab />}
      {tab === 'recap' && <RecapTab event={event} isCovered={person !== null} />}
      {person && (
        <PersonTimeline
          key={person.participantId}
          event={event}
          participantId={person.participantId}
          onClose={() => navigate(person.backTo)}
        />
      )}
    </div>
  )
}

function Counts() {
  const { t } = useTranslation()
  const sessions = useQuery(orpc.sessions.list.queryOptions({ input: { dayId: null } })).data
  const rooms = useQuery(orpc.sessions.rooms.list.queryOptions()).data
  if (!sessions || !rooms) return <Text size="sm">&nbsp;</Text>
  const counted = sessions.filter(session => session.isCounted).length
  return (
    <Text c="dimmed" size="sm" className="tabular">
      {t('sessions.counts', {
        sessions: formatNumber(sessions.length),
        counted: formatNumber(counted),
        rooms: formatNumber(rooms.length),
      })}
    </Text>
  )
}
