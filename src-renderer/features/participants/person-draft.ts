import type { Person, PersonInput } from '#main/features/participants/contract.ts'
import { drafts } from '#renderer/platform/drafts.ts'

interface Draft {
  /** The state of the person that it was typed over; null for somebody new. */
  updatedAt: number | null
  values: PersonInput
}

/** What was typed about somebody and not saved yet. It comes back with the form, unless the person has changed since. */
export interface PersonDraft {
  read(): PersonInput | null
  keep(values: PersonInput): void
  drop(): void
}

/** The draft of one person of the event, or of somebody new; another name to start with leaves an earlier draft aside. */
export function personDraft(eventId: string, person: Person | null, startName: string): PersonDraft {
  const name = `person.${person?.id ?? `new.${eventId}`}`
  const updatedAt = person?.updatedAt ?? null
  return {
    read() {
      const draft = drafts.read<Draft>(name)
      if (!draft.values || draft.updatedAt !== updatedAt) return null
      return startName === '' || draft.values.name === startName ? draft.values : null
    },
    keep: values => drafts.write(name, { updatedAt, values } satisfies Draft),
    drop: () => drafts.drop(name),
  }
}
