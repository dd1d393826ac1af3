import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { BLANK_PERSON, type Person, type PersonInput, personInputSchema } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { LikelyDoubles } from './LikelyDoubles.tsx'
import classes from './participants.module.css'
import { personDraft } from './person-draft.ts'
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
  const draft = personDraft(event.id, person, startName)
  const start = person ? inputOf(person) : { ...BLANK_PERSON, name: startName, roleId: usualRole }
  const [restored, setRestored] = useState(draft.read)
  const form = useForm<PersonInput>({
    initialValues: { ...start, ...restored },
    validate: schemaResolver(personInputSchema, { sync: true }),
    onValuesChange: draft.keep,
  })
  const leave = (): void => {
    draft.drop()
    onDone()
  }
  const startAgain = (): void => {
    form.setValues(start)
    draft.drop()
    setRestored(null)
  }
  const acts = usePersonActs(person, leave)
  const submit = form.onSubmit(values => acts.save(personInputSchema.parse(values)))
  useHotkeys([['mod+S', () => submit()]], [])
  const { values } = form
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {acts.error !== null && <FailureNote error={acts.error} />}
        {restored && <DraftNote onDiscard={startAgain} />}
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
        <Text size="sm">{t('participants.draft.restored')}</Text>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {t('participants.draft.discard')}
        </Button>
      </Group>
    </Alert>
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
