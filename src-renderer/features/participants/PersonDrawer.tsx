import { Anchor, Drawer, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './participants.module.css'
import type { Chosen } from './person-form.ts'
import { PersonForm } from './PersonForm.tsx'
import { PersonHistory } from './PersonHistory.tsx'

interface Props {
  event: EventSummary
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

/** The drawer beside the list: a person's data and history, or the form for somebody new. */
export function PersonDrawer({ event, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const close = (): void => onChoose(null)
  const title =
    chosen === null ? '' : chosen.id === null ? t('participants.drawer.new') : <NameOf key={chosen.id} id={chosen.id} />
  return (
    <Drawer
      opened={chosen !== null}
      onClose={close}
      position="right"
      size={620}
      title={title}
      padding={20}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{ title: { fontWeight: 700, fontSize: 18 } }}
    >
      {chosen?.id === null && (
        <PersonForm
          key="new"
          event={event}
          person={null}
          startName={chosen.name}
          onDone={close}
          onOpen={id => onChoose({ id })}
        />
      )}
      {chosen !== null && chosen.id !== null && (
        <KnownPerson key={chosen.id} event={event} id={chosen.id} onDone={close} onOpen={id => onChoose({ id })} />
      )}
    </Drawer>
  )
}

function NameOf({ id }: { id: string }) {
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id } })).data
  return person ? fullName(person) : null
}

interface KnownProps {
  event: EventSummary
  id: string
  onDone: () => void
  onOpen: (id: string) => void
}

function KnownPerson({ event, id, onDone, onOpen }: KnownProps) {
  const { t } = useTranslation()
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id } }))
  if (person.error) return <FailureNote error={person.error} onRetry={() => void person.refetch()} />
  if (!person.data) return null
  return (
    <Tabs defaultValue="data" keepMounted={false}>
      <div className={classes.drawerTabs}>
        <Tabs.List mb="md">
          <Tabs.Tab value="data">{t('participants.drawer.data')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('participants.drawer.history')}</Tabs.Tab>
        </Tabs.List>
        <Anchor component={Link} href={`/kehadiran/orang/${id}/peserta`} size="sm">
          {t('sessions.timeline.link')}
        </Anchor>
      </div>
      <Tabs.Panel value="data">
        <PersonForm
          // What somebody else has just changed is shown, not written over.
          key={person.data.updatedAt}
          event={event}
          person={person.data}
          startName=""
          onDone={onDone}
          onOpen={onOpen}
        />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <PersonHistory id={id} timeZone={event.timeZone} />
      </Tabs.Panel>
    </Tabs>
  )
}
