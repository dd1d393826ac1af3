import { useState } from 'react'
import { drafts } from '#renderer/platform/drafts.ts'

/** What is typed into a dialog of the desk, kept on this device until its act is done. */
export interface FormDraft<Values extends object> {
  values: Values
  /** Whether the dialog opened with what was typed before. */
  isRestored: boolean
  set(change: Partial<Values>): void
  /** Back to an empty form. */
  discard(): void
  /** After the act, or when the person gives up: the next one starts empty. */
  drop(): void
}

/** The draft of this name; one that does not fit what the dialog was opened with is left aside. */
export function useFormDraft<Values extends object>(
  name: string,
  start: Values,
  fits: (kept: Partial<Values>) => boolean,
): FormDraft<Values> {
  const [first] = useState(() =>
    drafts.has(name) && fits(drafts.read<Values>(name)) ? drafts.read<Values>(name) : null,
  )
  const [isRestored, setRestored] = useState(first !== null)
  const [values, setValues] = useState<Values>({ ...start, ...first })
  return {
    values,
    isRestored,
    set(change) {
      const next = { ...values, ...change }
      setValues(next)
      drafts.write(name, next)
    },
    discard() {
      drafts.drop(name)
      setValues(start)
      setRestored(false)
    },
    drop: () => drafts.drop(name),
  }
}
