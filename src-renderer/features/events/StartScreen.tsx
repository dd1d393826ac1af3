import { Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCalendarPlus, IconFolderOpen, IconSparkles } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { DisplaySwitches } from '#renderer/ui/DisplaySwitches.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { KawungPattern } from '#renderer/ui/KawungPattern.tsx'
import { drafts } from '#renderer/platform/drafts.ts'
import { emptyNewEvent } from './event-form.ts'
import classes from './events.module.css'
import { NEW_EVENT_DRAFT, NewEventForm } from './NewEventForm.tsx'
import { OpenByPath } from './OpenByPath.tsx'
import { RecentEvents } from './RecentEvents.tsx'

/** What is seen while no event is open: make one, open one, or try the sample. A form that was begun comes back. */
export function StartScreen() {
  const [isMaking, setIsMaking] = useState(() => drafts.has(NEW_EVENT_DRAFT))
  return (
    <div className={classes.start}>
      <Welcome />
      <main className={classes.startMain}>
        <div className={classes.startColumn}>
          {isMaking ? (
            <NewEventForm onCancel={() => setIsMaking(false)} />
          ) : (
            <Choices onNew={() => setIsMaking(true)} />
          )}
        </div>
      </main>
    </div>
  )
}

function Welcome() {
  const { t } = useTranslation()
  return (
    <header className={classes.welcome}>
      <KawungPattern className={classes.welcomePattern} />
      <div className={classes.welcomeText}>
        <h1 className={classes.brand}>Gelar</h1>
        <p className={classes.tagline}>{t('events.start.tagline')}</p>
        <p className={classes.promise}>{t('events.start.promise')}</p>
      </div>
      <div className={classes.welcomeFoot}>
        <DisplaySwitches />
      </div>
    </header>
  )
}

function Choices({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation()
  const [isTyping, setIsTyping] = useState(false)
  const acts = useActIds()
  const sample = useMutation(orpc.events.createSample.mutationOptions())
  const open = useMutation(orpc.events.open.mutationOptions())
  const choose = useMutation({
    mutationFn: async () => {
      const { isAvailable, path } = await client.events.choosePath({ purpose: 'open' })
      if (!isAvailable) setIsTyping(true)
      else if (path) await open.mutateAsync({ path })
    },
  })
  const error = open.error ?? sample.error ?? choose.error
  const isBusy = open.isPending || sample.isPending
  return (
    <Stack gap="lg">
      {error && <FailureNote error={error} />}
      <div className={classes.choices}>
        <Choice isMain icon={<IconCalendarPlus size={26} />} id="new" onClick={onNew} />
        <Choice icon={<IconFolderOpen size={26} />} id="open" isBusy={isBusy} onClick={() => choose.mutate()} />
        <Choice
          icon={<IconSparkles size={26} />}
          id="sample"
          isBusy={isBusy}
          onClick={() => sample.mutate({ actId: acts.idFor('sample'), timeZone: emptyNewEvent().timeZone })}
        />
      </div>
      {isTyping && (
        <OpenByPath
          isBusy={open.isPending}
          onOpen={path => open.mutate({ path })}
          onCancel={() => {
            open.reset()
            setIsTyping(false)
          }}
        />
      )}
      <Text className={classes.srOnly ?? ''} role="status">
        {isBusy ? t('events.start.opening') : ''}
      </Text>
      <RecentEvents isBusy={isBusy} onOpen={path => open.mutate({ path })} />
    </Stack>
  )
}

interface ChoiceProps {
  id: 'new' | 'open' | 'sample'
  icon: ReactNode
  isMain?: boolean
  isBusy?: boolean
  onClick: () => void
}

function Choice({ id, icon, isMain = false, isBusy = false, onClick }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={classes.choice ?? ''}
      data-main={isMain || undefined}
      autoFocus={isMain}
      disabled={isBusy}
      onClick={onClick}
    >
      {icon}
      <span className={classes.choiceName}>{t(`events.start.${id}`)}</span>
      <span className={classes.choiceHint}>{t(`events.start.${id}Hint`)}</span>
    </UnstyledButton>
  )
}
