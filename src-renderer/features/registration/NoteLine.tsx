import { TextInput, UnstyledButton } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#main/features/registration/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import classes from './card.module.css'
import type { Desk } from './use-desk.ts'

/** What the desks have written about a person; one line, edited in place. */
export function NoteLine({ card, desk, onDone }: { card: Card; desk: Desk; onDone(): void }) {
  const { t } = useTranslation()
  const { id, note } = card.person
  const [draft, setDraft] = useState<string | null>(null)

  function save(): void {
    if (draft === null) return
    const text = draft.trim()
    if (text !== note) {
      void desk.acts
        .run(`note ${id} ${text}`, actId => client.registration.note({ actId, participantId: id, note: text }))
        .catch((error: unknown) => desk.show({ kind: 'failed', participantId: null, card: null, error }))
    }
    setDraft(null)
    onDone()
  }
  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.key === 'Enter') save()
    if (pressed.key !== 'Escape') return
    setDraft(null)
    onDone()
  }

  if (draft === null) {
    return (
      <UnstyledButton className={classes.note} onClick={() => setDraft(note)} data-empty={note === '' || undefined}>
        <IconNote size={16} aria-hidden />
        <span>{note || t('registration.note.add')}</span>
      </UnstyledButton>
    )
  }
  return (
    <TextInput
      className={classes.noteInput}
      size="xs"
      autoFocus
      aria-label={t('registration.note.label')}
      value={draft}
      maxLength={2000}
      onChange={change => setDraft(change.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={save}
    />
  )
}
