import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { IconArchive, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { Session } from '#main/features/sessions/contract.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { problemsOf, type SessionValues, sessionDraft, startValues } from './session-form.ts'
import { AttendanceFields, WhatFields, WhenFields, WhoFields } from './SessionFields.tsx'
import classes from './sessions.module.css'
import type { Places } from './use-places.ts'
import { useSessionActs } from './use-session-acts.ts'

interface Props {
  event: EventSummary
  /** Null for a new one. */
  session: Session | null
  sessions: readonly Session[]
  places: Places
  onSaved: (session: Session) => void
  onClose: () => void
}

/** A session, to be written or changed. Overlaps are told and never stand in the way of saving. */
export function SessionForm({ event, session, sessions, places, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const draft = sessionDraft(event.id, session)
  const start = startValues(event, session, sessions)
  const [restored, setRestored] = useState(draft.read)
  const form = useForm<SessionValues>({
    initialValues: { ...start, ...restored },
    validate: values => Object.fromEntries(Object.entries(problemsOf(values)).map(([field, key]) => [field, t(key)])),
    onValuesChange: draft.keep,
  })
  const acts = useSessionActs(session, places.rooms)
  const leave = (): void => {
    draft.drop()
    onClose()
  }
  const startAgain = (): void => {
    form.setValues(start)
    draft.drop()
    setRestored(null)
  }
  const submit = form.onSubmit(values =>
    acts.save(values, saved => {
      draft.drop()
      onSaved(saved)
    }),
  )
  useHotkeys([['mod+S', () => submit()]], [])
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {acts.error !== null && <FailureNote error={acts.error} />}
        {restored && <DraftNote onDiscard={startAgain} />}
        <WhatFields form={form} />
        <WhenFields form={form} event={event} sessions={sessions} session={session} places={places} />
        <WhoFields form={form} places={places} />
        <AttendanceFields form={form} />
        <div className={classes.drawerFoot}>
          {session ? (
            <Button
              variant="subtle"
              color="bad"
              leftSection={<IconArchive size={18} aria-hidden />}
              onClick={() => acts.archive(leave)}
            >
              {t('sessions.archive')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={acts.isBusy}>
              {t('common.save')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  )
}

/** What stands in the form is not what is saved. */
function DraftNote({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="gold" icon={<IconPencil />} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('sessions.draft.restored')}</Text>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {t('sessions.draft.discard')}
        </Button>
      </Group>
    </Alert>
  )
}
