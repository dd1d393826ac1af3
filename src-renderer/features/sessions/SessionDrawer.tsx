import { Drawer, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { Session } from '#main/features/sessions/contract.ts'
import type { ChosenSession } from './chosen-session.ts'
import { SessionForm } from './SessionForm.tsx'
import { SignUps } from './SignUps.tsx'
import { usePlaces } from './use-places.ts'

const FOOT_HEIGHT_PX = 84

interface Props {
  event: EventSummary
  chosen: ChosenSession | null
  sessions: readonly Session[]
  onChoose: (chosen: ChosenSession | null) => void
}

/** The drawer beside the programme: a session's data and its sign-up list. */
export function SessionDrawer({ event, chosen, sessions, onChoose }: Props) {
  const { t } = useTranslation()
  const close = (): void => onChoose(null)
  // The list may have newer words about it than the row that was clicked.
  const session = sessions.find(each => each.id === chosen?.session?.id) ?? chosen?.session ?? null
  return (
    <Drawer
      opened={chosen !== null}
      onClose={close}
      position="right"
      size={660}
      title={session?.title ?? t('sessions.form.new')}
      padding={20}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What has the focus is never behind the buttons at the foot.
      styles={{ title: { fontWeight: 700, fontSize: 18 }, content: { scrollPaddingBlock: FOOT_HEIGHT_PX } }}
    >
      {chosen && session === null && (
        <Form event={event} session={null} sessions={sessions} onChoose={onChoose} onClose={close} />
      )}
      {chosen && session && (
        <Tabs
          value={chosen.page}
          onChange={page => onChoose({ session, page: page === 'sign-ups' ? 'sign-ups' : 'data' })}
          keepMounted={false}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="data">{t('sessions.form.data')}</Tabs.Tab>
            <Tabs.Tab value="sign-ups">{t('sessions.signUps.title')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="data">
            <Form
              // What somebody else has just changed is shown, not written over.
              key={JSON.stringify(session)}
              event={event}
              session={session}
              sessions={sessions}
              onChoose={onChoose}
              onClose={close}
            />
          </Tabs.Panel>
          <Tabs.Panel value="sign-ups">
            <SignUps session={session} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  )
}

function Form({
  event,
  session,
  sessions,
  onChoose,
  onClose,
}: Omit<Props, 'chosen'> & { session: Session | null; onClose: () => void }) {
  const places = usePlaces()
  return (
    <SessionForm
      event={event}
      session={session}
      sessions={sessions}
      places={places}
      onClose={onClose}
      // A new class with a list goes on to its list; everything else is done.
      onSaved={saved =>
        session === null && saved.admission.isSignUpOnly ? onChoose({ session: saved, page: 'sign-ups' }) : onClose()
      }
    />
  )
}
