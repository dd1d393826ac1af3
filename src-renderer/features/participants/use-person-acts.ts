import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person, PersonInput } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'

/** The acts of the form: each says what it did and offers to take it back. */
export interface PersonActs {
  save(person: PersonInput): void
  archive(): void
  restore(): void
  isBusy: boolean
  error: unknown
}

/** `person` is null for somebody new; `onDone` is called after each act that worked. */
export function usePersonActs(person: Person | null, onDone: () => void): PersonActs {
  const { t } = useTranslation()
  const acts = useActIds()
  const notify = useUndoNotice()
  const add = useMutation(orpc.participants.add.mutationOptions())
  const edit = useMutation(orpc.participants.edit.mutationOptions())
  const archive = useMutation(orpc.participants.archive.mutationOptions())
  const restore = useMutation(orpc.participants.restore.mutationOptions())
  const all = [add, edit, archive, restore]
  const after = (message: string, actId: string): { onSuccess: () => void } => ({
    onSuccess: () => {
      acts.done()
      notify(message, actId)
      onDone()
    },
  })
  const save = (written: PersonInput): void => {
    const actId = acts.idFor(['save', written])
    const name = fullName(written)
    if (!person) {
      add.mutate({ actId, person: written, isWalkIn: false }, after(t('participants.added', { name }), actId))
    } else {
      edit.mutate({ actId, id: person.id, person: written }, after(t('participants.saved', { name }), actId))
    }
  }
  const onKnown = (act: 'archive' | 'restore'): void => {
    if (!person) return
    const actId = acts.idFor([act, person.id])
    const name = fullName(person)
    if (act === 'archive') {
      archive.mutate({ actId, id: person.id, reason: '' }, after(t('participants.archive.done', { name }), actId))
    } else {
      restore.mutate({ actId, id: person.id }, after(t('participants.archive.restored', { name }), actId))
    }
  }
  return {
    save,
    archive: () => onKnown('archive'),
    restore: () => onKnown('restore'),
    isBusy: all.some(mutation => mutation.isPending),
    error: all.find(mutation => mutation.error)?.error ?? null,
  }
}
