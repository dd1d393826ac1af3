import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './events.module.css'

/** How many people the event has and how many have come; without any, the one next step. */
export function PeopleCard() {
  const { t } = useTranslation()
  const counters = useQuery(orpc.registration.counters.queryOptions())
  if (!counters.data) return null
  const { expected, arrived, delegations } = counters.data
  const isEmpty = expected === 0 && arrived === 0
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="sm">
        {t('events.people.title')}
      </Title>
      {isEmpty ? (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t('events.people.none')}
          </Text>
          <Button component={Link} href="/peserta">
            {t('events.people.bringIn')}
          </Button>
        </>
      ) : (
        <Group gap="xl">
          {Object.entries({ arrived, expected, delegations }).map(([name, count]) => (
            <div key={name}>
              <div className={classes.number}>{formatNumber(count)}</div>
              <Text size="sm" c="dimmed">
                {t(`events.people.${name}`)}
              </Text>
            </div>
          ))}
        </Group>
      )}
    </section>
  )
}
