import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatNumber, formatTimeWithZone } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './import.module.css'
import { useRunDate } from './run-words.ts'

/** The imports of this event, each with the way to its report. */
export function RunList({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const runs = useQuery(orpc.participantImport.runs.queryOptions())
  const dateOf = useRunDate(event)
  if (runs.error) return <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />
  return (
    <section className={classes.card}>
      <Title order={2} size="h5" mb="xs">
        {t('participant-import.runs.title')}
      </Title>
      {runs.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('participant-import.runs.empty')}
        </Text>
      )}
      <ul className={classes.runs}>
        {runs.data?.map(run => (
          <li key={run.id}>
            <Link href={`/peserta/impor/${run.id}`} className={classes.run}>
              <span className={classes.runName}>{run.fileName}</span>
              <span>
                {t('participant-import.runs.line', {
                  read: formatNumber(run.counts.read),
                  added: formatNumber(run.counts.added),
                })}
              </span>
              <Group gap={8} justify="flex-end">
                {run.counts.undecided > 0 && (
                  <Pill tone="warn">{t('participant-import.runs.undecided', { count: run.counts.undecided })}</Pill>
                )}
                <Text size="sm" c="dimmed">
                  {dateOf(run.at)} · {formatTimeWithZone(run.at, event.timeZone)}
                </Text>
              </Group>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
