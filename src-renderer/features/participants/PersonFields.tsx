import { PasswordInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonInput } from '#main/features/participants/contract.ts'
import { personWarnings, type PersonWarning } from '#main/features/participants/person-rules.ts'
import { phoneMatchForm } from '#main/features/participants/phone-rules.ts'
import classes from './participants.module.css'
import type { PersonFormOf } from './person-form.ts'
import { RegionField } from './RegionField.tsx'
import type { Places } from './use-places.ts'

interface Props {
  form: PersonFormOf
}

type TextField = Exclude<keyof PersonInput, 'extras' | 'delegationId'>

/** The props of a text field with its label. */
function useField(form: PersonFormOf): (field: TextField) => object {
  const { t } = useTranslation()
  return field => ({
    ...form.getInputProps(field),
    label: t(`participants.field.${field}`),
    error: form.errors[field] ? t(`participants.problem.${field === 'name' ? 'name' : 'value'}`) : null,
    maxLength: field === 'note' ? 4000 : 500,
    autoComplete: 'off',
    spellCheck: false,
  })
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.section}>
      <legend>{t(`participants.section.${name}`)}</legend>
      <Stack gap="xs">{children}</Stack>
    </fieldset>
  )
}

/** Titles before, name, titles behind, each as it is to be written. */
export function NameFields({ form }: Props) {
  const { t } = useTranslation()
  const field = useField(form)
  return (
    <Section name="identity">
      <div style={{ display: 'grid', gridTemplateColumns: '110px minmax(0, 1fr) 150px', gap: 8 }}>
        <TextInput {...field('titleBefore')} placeholder="Dra. Hj." />
        <TextInput {...field('name')} autoFocus data-autofocus withAsterisk />
        <TextInput {...field('titleAfter')} placeholder="S.Sos., M.Si." />
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: '110px minmax(0, 1fr)', gap: 8 }}>
        <Select
          {...form.getInputProps('gender')}
          label={t('participants.field.gender')}
          data={[
            { value: '', label: t('participants.gender.none') },
            { value: 'L', label: t('participants.gender.L') },
            { value: 'P', label: t('participants.gender.P') },
          ]}
          allowDeselect={false}
        />
        <TextInput {...field('pronunciation')} placeholder={t('participants.hint.pronunciation')} />
      </div>
    </Section>
  )
}

/** Role, delegation (a full one is told, not refused), position and institution. */
export function RoleFields({ form, places, wasIn }: Props & { places: Places; wasIn: string | null }) {
  const { t } = useTranslation()
  const field = useField(form)
  const { roleId, delegationId } = form.values
  const roles = places.roles.filter(role => role.archivedAt === null || role.id === roleId)
  const delegations = places.delegations.filter(each => each.archivedAt === null || each.id === delegationId)
  const delegation = places.delegationOf(delegationId)
  const isFull =
    delegation !== undefined &&
    delegation.quota !== null &&
    delegation.id !== wasIn &&
    delegation.memberCount >= delegation.quota
  return (
    <Section name="role">
      <SimpleGrid cols={2} spacing={8}>
        <Select
          {...form.getInputProps('roleId')}
          label={t('participants.field.roleId')}
          error={form.errors['roleId'] ? t('participants.problem.role') : null}
          data={roles.map(role => ({ value: role.id, label: role.name }))}
          allowDeselect={false}
          withAsterisk
        />
        <Select
          {...form.getInputProps('delegationId')}
          label={t('participants.field.delegationId')}
          placeholder={t('participants.filter.noDelegation')}
          data={delegations.map(each => ({ value: each.id, label: each.name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('participants.filter.noDelegation') }}
          limit={100}
        />
      </SimpleGrid>
      {isFull && (
        <Warning>
          {t('participants.warning.over-quota', { count: delegation.memberCount, quota: delegation.quota })}
        </Warning>
      )}
      <SimpleGrid cols={2} spacing={8}>
        <TextInput {...field('position')} />
        <TextInput {...field('institution')} />
      </SimpleGrid>
    </Section>
  )
}

/** The village from the official list or in free text, with the names above it. */
export function PlaceFields({ form }: Props) {
  const { t } = useTranslation()
  const field = useField(form)
  const { regionCode, village } = form.values
  return (
    <Section name="place">
      <RegionField form={form} />
      <SimpleGrid cols={3} spacing={8}>
        <TextInput {...field('district')} />
        <TextInput {...field('regency')} />
        <TextInput {...field('province')} />
      </SimpleGrid>
      {(regionCode !== '' || village !== '') && (
        <Text size="xs" c="dimmed" className="tabular">
          {regionCode === '' ? t('participants.region.free') : t('participants.region.official', { code: regionCode })}
        </Text>
      )}
    </Section>
  )
}

/** Phone, e-mail and numbers. NIK is covered until somebody asks to see it. */
export function ContactFields({ form }: Props) {
  const { t } = useTranslation()
  const field = useField(form)
  const warnings = personWarnings(form.values, phoneMatchForm(form.values.phone))
  return (
    <Section name="contact">
      <SimpleGrid cols={2} spacing={8}>
        <div>
          <TextInput {...field('phone')} inputMode="tel" />
          <WarningOf field="phone" warnings={warnings} />
        </div>
        <TextInput {...field('email')} inputMode="email" />
        <div>
          <TextInput {...field('nip')} inputMode="numeric" />
          <WarningOf field="nip" warnings={warnings} />
        </div>
        <div>
          <PasswordInput
            {...field('nik')}
            inputMode="numeric"
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('participants.showNumber') }}
          />
          <WarningOf field="nik" warnings={warnings} />
        </div>
        <TextInput {...field('rank')} placeholder="III/d" />
      </SimpleGrid>
    </Section>
  )
}

/** What the papers of the event need, the room and a note. */
export function PaperFields({ form }: Props) {
  const { t } = useTranslation()
  const field = useField(form)
  return (
    <Section name="papers">
      <SimpleGrid cols={2} spacing={8}>
        <TextInput {...field('assignmentLetterNumber')} />
        <DateInput
          label={t('participants.field.assignmentLetterDate')}
          value={form.values.assignmentLetterDate === '' ? null : form.values.assignmentLetterDate}
          onChange={date => form.setFieldValue('assignmentLetterDate', date ?? '')}
          valueFormat="D MMM YYYY"
          clearable
        />
        <TextInput {...field('costBearer')} placeholder={t('participants.hint.costBearer')} />
        <TextInput {...field('room')} />
      </SimpleGrid>
      <Textarea {...field('note')} autosize minRows={2} />
      {Object.entries(form.values.extras).map(([column, value]) => (
        <Text key={column} size="sm">
          <Text span c="dimmed">
            {column}:{' '}
          </Text>
          {value}
        </Text>
      ))}
    </Section>
  )
}

function WarningOf({ field, warnings }: { field: PersonWarning['field']; warnings: readonly PersonWarning[] }) {
  const { t } = useTranslation()
  const warning = warnings.find(each => each.field === field)
  return warning ? <Warning>{t(`participants.warning.${warning.reason}`)}</Warning> : null
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <div className={classes.warning} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      {children}
    </div>
  )
}
