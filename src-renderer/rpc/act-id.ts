import { useRef } from 'react'
import { v7 as newId } from 'uuid'

/** Gives an act its id: the same one while the same thing is tried again, so that a retry counts once; a new one after {@link ActIds.done}. */
export interface ActIds {
  idFor(input: unknown): string
  done(): void
}

/** The act ids of one form or button. */
export function useActIds(): ActIds {
  const pending = useRef<{ input: string; id: string } | null>(null)
  return {
    idFor(input) {
      const text = JSON.stringify(input)
      if (pending.current?.input !== text) pending.current = { input: text, id: newId() }
      return pending.current.id
    },
    done() {
      pending.current = null
    },
  }
}
