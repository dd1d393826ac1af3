import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Room, Session } from '#main/features/sessions/contract.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'
import { inputOf, roomNamed, type SessionValues } from './session-form.ts'

/** The acts of the session's form: each says what it did and offers to take it back. */
export interface SessionActs {
  save(values: SessionValues, onSaved: (session: Session) => void): void
  archive(onDone: () => void): void
  isBusy: boolean
  error: unknown
}

/** `session` is null for a new one; a room that is not there yet is made first. */
export function useSessionActs(session: Session | null, rooms: readonly Room[]): SessionActs {
  const { t } = useTranslation()
  const acts = useActIds()
  const roomActs = useActIds()
  const notify = useUndoNotice()
  const addRoom = useMutation(orpc.sessions.rooms.add.mutationOptions())
  const add = useMutation(orpc.sessions.add.mutationOptions())
  const update = useMutation(orpc.sessions.update.mutationOptions())
  const archive = useMutation(orpc.sessions.archive.mutationOptions())
  const all = [addRoom, add, update, archive]

  const saveIn = (roomId: string, values: SessionValues, onSaved: (session: Session) => void): void => {
    const input = inputOf(values, roomId)
    const actId = acts.idFor(input)
    const onSuccess = (saved: Session): void => {
      acts.done()
      roomActs.done()
      notify(t(session ? 'sessions.saved' : 'sessions.added', { name: saved.title }), actId)
      onSaved(saved)
    }
    if (session) update.mutate({ actId, id: session.id, session: input }, { onSuccess })
    else add.mutate({ actId, session: input }, { onSuccess })
  }
  return {
    save(values, onSaved) {
      const known = roomNamed(values.roomName, rooms)
      if (known) return saveIn(known.id, values, onSaved)
      const room = { name: values.roomName.trim(), capacity: null }
      addRoom.mutate({ actId: roomActs.idFor(room), ...room }, { onSuccess: ({ id }) => saveIn(id, values, onSaved) })
    },
    archive(onDone) {
      if (!session) return
      const actId = acts.idFor('archive')
      const onSuccess = (): void => {
        acts.done()
        notify(t('sessions.archived', { name: session.title }), actId)
        onDone()
      }
      archive.mutate({ actId, id: session.id }, { onSuccess })
    },
    isBusy: all.some(mutation => mutation.isPending),
    error: all.find(mutation => mutation.error)?.error ?? null,
  }
}
