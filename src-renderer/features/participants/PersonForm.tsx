import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { BLANK_PERSON, type Person, type PersonInput, personInputSchema } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { LikelyDoubles } from './LikelyDoubles.tsx'
import classes from './participants.module.css'
import { ContactFields, NameFields, PaperFields, PlaceFields, RoleFields } from './PersonFields.tsx'
import { usePersonActs } from './use-person-acts.ts'
import { type Places, usePlaces } from './use-places.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'

interface Props {
  event: EventSummary
  /** Null for somebody new. */
  person: Person | null
  startName: string
  onDone: () => void
  onOpen: (id: string) => void
}

/** What is known of a person, to be written or changed. Warnings never stand in the way of saving. */
export function PersonForm(props: Props) {
  const places = usePlaces()
  // The first role is the usual one, so it must be known before the form begins.
  return places.roles.length === 0 ? null : <LoadedForm {...props} places={places} />
}

function LoadedForm({ event, person, startName, onDone, onOpen, places }: Props & { places: Places }) {
  const { t } = useTranslation()
  const usualRole = places.roles.find(role => role.archivedAt === null)?.id ?? ''
  const form = useForm<PersonInput>({
    initialValues: person ? inputOf(person) : { ...BLANK_PERSON, name: startName, roleId: usualRole },
    validate: schemaResolver(personInputSchema, { sync: true }),
  })
  const acts = usePersonActs(person, onDone)
  const submit = form.onSubmit(values => acts.save(personInputSchema.parse(values)))
  useHotkeys([['mod+S', () => submit()]], [])
  const { values } = form
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {acts.error !== null && <FailureNote error={acts.error} />}
        {person && person.archivedAt !== null && (
          <Alert color="gray" icon={<IconArchive />}>
            {t('participants.drawer.archivedAt', {
              date: formatShortDate(dateInZone(person.archivedAt, event.timeZone)),
            })}
          </Alert>
        )}
        <div aria-live="polite">
          <Text size="sm" c="dimmed">
            {t('participants.hint.badge')}
          </Text>
          <div className={classes.badgeName}>{values.name.trim() === '' ? '…' : fullName(values)}</div>
        </div>
        <NameFields form={form} />
        <LikelyDoubles
          name={values.name}
          phone={values.phone}
          nip={values.nip}
          exceptId={person?.id ?? null}
          onOpen={onOpen}
        />
        <RoleFields form={form} places={places} wasIn={person?.delegationId ?? null} />
        <PlaceFields form={form} />
        <ContactFields form={form} />
        <PaperFields form={form} />
        <div className={classes.drawerFoot}>
          {person ? <ArchiveButton person={person} acts={acts} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
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

function ArchiveButton({ person, acts }: { person: Person; acts: ReturnType<typeof usePersonActs> }) {
  const { t } = useTranslation()
  const isArchived = person.archivedAt !== null
  const Icon = isArchived ? IconArchiveOff : IconArchive
  return (
    <Button
      variant="subtle"
      color={isArchived ? 'teal' : 'bad'}
      leftSection={<Icon size={18} aria-hidden />}
      onClick={isArchived ? acts.restore : acts.archive}
    >
      {t(isArchived ? 'participants.archive.restore' : 'participants.archive.action')}
    </Button>
  )
}

/** The fields that the form may write, of a person who has more. */
function inputOf(person: Person): PersonInput {
  return personInputSchema.parse(person)
}
