import { ActionIcon, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './events.module.css'

/** No event is open yet, so the day is that of this computer's clock. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The events that were open last on this computer, newest first; files that are gone are told, not hidden. */
export function RecentEvents({ isBusy, onOpen }: { isBusy: boolean; onOpen: (path: string) => void }) {
  const { t } = useTranslation()
  const recents = useQuery(orpc.events.recents.queryOptions())
  const forget = useMutation(orpc.events.forgetRecent.mutationOptions({ onSuccess: () => recents.refetch() }))
  if (!recents.data) return null
  return (
    <section className={classes.recents} aria-labelledby="recent-title">
      <Title order={2} size="sm" id="recent-title" mb={6}>
        {t('events.recent.title')}
      </Title>
      {recents.data.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('events.recent.none')}
        </Text>
      )}
      <ul className={classes.recentList}>
        {recents.data.map(recent => (
          <li key={recent.path} className={classes.recent}>
            <UnstyledButton className={classes.recentOpen ?? ''} disabled={isBusy} onClick={() => onOpen(recent.path)}>
              <span className={classes.recentName}>{recent.name}</span>
              <span className={classes.recentPath} title={recent.path}>
                <bdi>{recent.path}</bdi>
              </span>
            </UnstyledButton>
            {recent.isThere ? (
              <Text size="sm" c="dimmed" className="tabular">
                {formatShortDate(dateInZone(recent.openedAt, HERE))}
              </Text>
            ) : (
              <Pill tone="warn">{t('events.recent.missing')}</Pill>
            )}
            <Tooltip label={t('events.recent.forget')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t('events.recent.forget')}: ${recent.name}`}
                onClick={() => forget.mutate({ path: recent.path })}
              >
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </section>
  )
}
