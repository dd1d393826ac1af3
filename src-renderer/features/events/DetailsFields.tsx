import { Input, Select, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { EVENT_LEVELS, type EventDetails, TIME_ZONES } from '#main/features/events/contract.ts'
import { zoneLabel } from '#renderer/i18n/format.ts'

interface FormOfDetails {
  getInputProps(field: keyof EventDetails): GetInputPropsReturnType
  errors: Record<string, unknown>
}

/** The fields that describe an event, for the new one and for the open one. Problems are told in words of the field. */
export function DetailsFields({ form }: { form: FormOfDetails }) {
  const { t } = useTranslation()
  const text = (field: 'name' | 'hostInstitution' | 'theme' | 'venue') => ({
    ...form.getInputProps(field),
    label: t(`events.field.${field}`),
    placeholder: t(`events.example.${field}`),
    error: form.errors[field] ? t(field === 'name' ? 'events.problem.name' : 'events.problem.long') : null,
  })
  return (
    <>
      <TextInput {...text('name')} withAsterisk data-autofocus maxLength={500} />
      <SimpleGrid cols={2}>
        <Select
          {...form.getInputProps('level')}
          label={t('events.field.level')}
          data={EVENT_LEVELS.map(level => ({ value: level, label: t(`events.level.${level}`) }))}
          allowDeselect={false}
        />
        <Input.Wrapper label={t('events.field.timeZone')} labelElement="div">
          <SegmentedControl
            {...form.getInputProps('timeZone')}
            aria-label={t('events.field.timeZone')}
            data={TIME_ZONES.map(zone => ({ value: zone, label: zoneLabel(zone) }))}
            fullWidth
          />
        </Input.Wrapper>
      </SimpleGrid>
      <TextInput {...text('hostInstitution')} maxLength={500} />
      <TextInput {...text('theme')} maxLength={500} />
      <TextInput {...text('venue')} maxLength={500} />
    </>
  )
}
