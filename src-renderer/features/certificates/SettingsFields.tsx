import {
  Checkbox,
  ColorInput,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { creditInWords } from '#main/features/certificates/credit-rules.ts'
import { certificateNumber, patternProblem } from '#main/features/certificates/number-rules.ts'
import {
  type CertificateSettings,
  type Minimum,
  minimumInWords,
  NUMBER_ORDERS,
  ROUNDINGS,
  unknownBodyPlaceholder,
} from '#main/features/certificates/settings-rules.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './certificates.module.css'

interface Fields {
  settings: CertificateSettings
  onChange: (changed: Partial<CertificateSettings>) => void
}

/** The pattern of numbers, with the number that comes first. */
export function NumberFields({
  settings,
  nextSequence,
  date,
  onChange,
}: Fields & { nextSequence: number; date: string }) {
  const { t } = useTranslation()
  const problem = patternProblem(settings.numberPattern)
  const sequence = Math.max(nextSequence, settings.firstNumber)
  const first = certificateNumber(settings.numberPattern, { sequence, date: settings.date ?? date })
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('certificates.settings.number')}
      </Title>
      <TextInput
        label={t('certificates.settings.pattern')}
        description={t('certificates.settings.patternHint')}
        value={settings.numberPattern}
        error={
          problem &&
          t(`certificates.settings.problems.${problem.kind}`, {
            placeholder: problem.kind === 'unknown' ? problem.placeholder : '',
          })
        }
        onChange={typed => onChange({ numberPattern: typed.currentTarget.value })}
      />
      {!problem && (
        <Text size="sm" role="status">
          {t('certificates.settings.first', { number: first })}
        </Text>
      )}
      <Group grow align="flex-end">
        <NumberInput
          label={t('certificates.settings.firstNumber')}
          min={1}
          max={999_999}
          allowDecimal={false}
          value={settings.firstNumber}
          onChange={value => onChange({ firstNumber: Number(value) || 1 })}
        />
        <Select
          label={t('certificates.settings.order')}
          allowDeselect={false}
          data={NUMBER_ORDERS.map(value => ({ value, label: t(`certificates.settings.orders.${value}`) }))}
          value={settings.order}
          onChange={value => onChange({ order: NUMBER_ORDERS.find(known => known === value) ?? 'role' })}
        />
      </Group>
    </Stack>
  )
}

const MINIMA: Record<Minimum['by'], Minimum> = {
  share: { by: 'share', percent: 80 },
  minutes: { by: 'minutes', minutes: 180 },
  jp: { by: 'jp', jp: 4 },
}

/** What has to be attended, and how JP are counted; the sentences are those on the paper. */
export function RuleFields({ settings, onChange }: Fields) {
  const { t } = useTranslation()
  const { minimum } = settings
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('certificates.settings.rule')}
      </Title>
      <Group grow align="flex-end">
        <Select
          label={t('certificates.settings.minimum')}
          allowDeselect={false}
          data={(['share', 'minutes', 'jp'] as const).map(value => ({
            value,
            label: t(`certificates.settings.minima.${value}`),
          }))}
          value={minimum.by}
          onChange={value => value && onChange({ minimum: MINIMA[value as Minimum['by']] })}
        />
        <NumberInput
          label={t(`certificates.settings.amounts.${minimum.by}`)}
          min={1}
          max={minimum.by === 'share' ? 100 : 100_000}
          allowDecimal={false}
          value={minimum.by === 'share' ? minimum.percent : minimum.by === 'minutes' ? minimum.minutes : minimum.jp}
          onChange={value => onChange({ minimum: minimumOf(minimum.by, Number(value) || 1) })}
        />
      </Group>
      <Group grow align="flex-end">
        <NumberInput
          label={t('certificates.settings.minutesPerJp')}
          min={1}
          max={240}
          allowDecimal={false}
          value={settings.minutesPerJp}
          onChange={value => onChange({ minutesPerJp: Number(value) || 45 })}
        />
        <Select
          label={t('certificates.settings.rounding')}
          allowDeselect={false}
          data={ROUNDINGS.map(value => ({ value, label: t(`certificates.settings.roundings.${value}`) }))}
          value={settings.rounding}
          onChange={value => onChange({ rounding: ROUNDINGS.find(known => known === value) ?? 'down' })}
        />
      </Group>
      <Text size="sm" c="dimmed" lang="id">
        {minimumInWords(minimum, settings.minutesPerJp)} {creditInWords(settings)}
      </Text>
    </Stack>
  )
}

function minimumOf(by: Minimum['by'], value: number): Minimum {
  if (by === 'share') return { by, percent: value }
  return by === 'minutes' ? { by, minutes: value } : { by, jp: value }
}

/** What stands on the paper besides the person. */
export function LookFields({ settings, onChange }: Fields) {
  const { t } = useTranslation()
  const papers = useQuery(orpc.documents.settings.get.queryOptions())
  const unknown = unknownBodyPlaceholder(settings.body)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('certificates.settings.look')}
      </Title>
      <Group grow align="flex-end">
        <TextInput
          label={t('certificates.settings.title')}
          value={settings.title}
          onChange={typed => onChange({ title: typed.currentTarget.value })}
        />
        <ColorInput
          label={t('certificates.settings.accent')}
          format="hex"
          withEyeDropper={false}
          value={settings.accentColor}
          onChangeEnd={accentColor => onChange({ accentColor })}
          onChange={accentColor => /^#[0-9a-f]{6}$/i.test(accentColor) && onChange({ accentColor })}
        />
      </Group>
      <Textarea
        label={t('certificates.settings.body')}
        description={t('certificates.settings.bodyHint')}
        autosize
        minRows={3}
        value={settings.body}
        error={unknown && t('certificates.settings.problems.unknown', { placeholder: unknown })}
        onChange={typed => onChange({ body: typed.currentTarget.value })}
      />
      <MultiSelect
        label={t('certificates.settings.signatories')}
        description={t('certificates.settings.signatoriesHint')}
        maxValues={2}
        data={(papers.data?.signatories ?? []).map(({ id, name, position }) => ({
          value: id,
          label: name || position || id,
        }))}
        value={settings.signatoryIds}
        onChange={signatoryIds => onChange({ signatoryIds })}
      />
      <Group grow align="flex-end">
        <TextInput
          label={t('certificates.settings.place')}
          placeholder={papers.data?.place ?? ''}
          value={settings.place}
          onChange={typed => onChange({ place: typed.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('certificates.settings.date')}
          value={settings.date ?? ''}
          onChange={typed => onChange({ date: typed.currentTarget.value || null })}
        />
      </Group>
      <div className={classes.filters}>
        <Checkbox
          label={t('certificates.settings.reverse')}
          checked={settings.hasReverse}
          onChange={changed => onChange({ hasReverse: changed.currentTarget.checked })}
        />
        <Checkbox
          label={t('certificates.settings.nip')}
          checked={settings.hasNip}
          onChange={changed => onChange({ hasNip: changed.currentTarget.checked })}
        />
      </div>
    </Stack>
  )
}
