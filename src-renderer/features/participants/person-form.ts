import type { UseFormReturnType } from '@mantine/form'
import type { PersonInput } from '#main/features/participants/contract.ts'

/** The form of a person, as its fields use it. */
export type PersonFormOf = UseFormReturnType<PersonInput>

/** Who is in the drawer: somebody on the list, somebody new with the name that is known already, or nobody. */
export type Chosen = { id: string } | { id: null; name: string } | null
