import { Button, Group, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import type { ChosenSession } from './chosen-session.ts'
import { ProgrammeTable } from './ProgrammeTable.tsx'
import { SessionDrawer } from './SessionDrawer.tsx'
import classes from './sessions.module.css'

/** The programme day by day; an empty one says how to fill it. */
export function ProgrammeTab({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const list = useQuery(orpc.sessions.list.queryOptions({ input: { dayId: null } }))
  const [chosen, setChosen] = useState<ChosenSession | null>(null)
  const add = (): void => setChosen({ session: null, page: 'data' })
  useHotkeys(chosen === null ? [['n', add]] : [])
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return null
  return (
    <>
      {list.data.length === 0 ? (
        <NoSessions onAdd={add} />
      ) : (
        <>
          <div className={classes.tools}>
            <Text size="sm" c="dimmed" className={classes.keys}>
              <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> {t('sessions.programme.keys')} <kbd>N</kbd>{' '}
              {t('sessions.programme.keyNew')}
            </Text>
            <Group gap="xs">
              <ImportLink />
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
                {t('sessions.programme.add')}
              </Button>
            </Group>
          </div>
          <ProgrammeTable event={event} sessions={list.data} onOpen={setChosen} />
        </>
      )}
      <SessionDrawer event={event} chosen={chosen} sessions={list.data} onChoose={setChosen} />
    </>
  )
}

function NoSessions({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.empty}>
      <Title order={2} className="display-face" size="h2">
        {t('sessions.empty.title')}
      </Title>
      <Text maw={580}>{t('sessions.empty.text')}</Text>
      <Group>
        <Button size="md" leftSection={<IconPlus size={20} aria-hidden />} onClick={onAdd}>
          {t('sessions.empty.add')}
        </Button>
        <ImportLink isLarge />
      </Group>
      <Text size="sm" c="dimmed" maw={560}>
        {t('sessions.empty.hint')}
      </Text>
    </div>
  )
}

function ImportLink({ isLarge = false }: { isLarge?: boolean }) {
  const { t } = useTranslation()
  return (
    <Button
      component={Link}
      href="/kehadiran/impor"
      variant="default"
      size={isLarge ? 'md' : 'sm'}
      leftSection={<IconFileSpreadsheet size={isLarge ? 20 : 18} aria-hidden />}
    >
      {t('sessions.programme.import')}
    </Button>
  )
}
