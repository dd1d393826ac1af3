import { Group, NumberInput, Radio, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AttendanceRule, ruleInWords } from '#main/features/sessions/attendance-rules.ts'
import classes from './sessions.module.css'

const MINUTES_MAX = 1440
const USUAL: Record<AttendanceRule['minimum']['by'], AttendanceRule['minimum']> = {
  share: { by: 'share', percent: 50 },
  minutes: { by: 'minutes', minutes: 30 },
  entry: { by: 'entry' },
}

interface Props {
  rule: AttendanceRule
  onChange: (rule: AttendanceRule) => void
}

/** What counts as having attended: grace, minimum, breaks and missing exits. */
export function RuleFields({ rule, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <NumberInput
        label={t('sessions.rule.grace')}
        description={t('sessions.rule.graceHint')}
        suffix={` ${t('sessions.minutesUnit')}`}
        maw={320}
        min={0}
        max={MINUTES_MAX}
        allowDecimal={false}
        value={rule.graceMinutes}
        onChange={value => onChange({ ...rule, graceMinutes: Number(value) || 0 })}
      />
      <Minimum rule={rule} onChange={onChange} />
      <Radio.Group
        label={t('sessions.rule.missingExit')}
        value={rule.missingExit}
        onChange={value => onChange({ ...rule, missingExit: value === 'not-counted' ? 'not-counted' : 'until-end' })}
      >
        <Stack gap={6} mt={4}>
          {(['until-end', 'not-counted'] as const).map(each => (
            <Radio key={each} value={each} label={t(`sessions.rule.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label={t('sessions.rule.breaks')}
        checked={rule.areBreaksExcluded}
        onChange={change => onChange({ ...rule, areBreaksExcluded: change.currentTarget.checked })}
      />
    </Stack>
  )
}

function Minimum({ rule, onChange }: Props) {
  const { t } = useTranslation()
  const { minimum } = rule
  return (
    <div role="group" aria-label={t('sessions.rule.minimum')}>
      <Text size="sm" fw={500} mb={6}>
        {t('sessions.rule.minimum')}
      </Text>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('sessions.rule.minimum')}
          value={minimum.by}
          onChange={by => onChange({ ...rule, minimum: USUAL[by as keyof typeof USUAL] })}
          data={(['share', 'minutes', 'entry'] as const).map(by => ({ value: by, label: t(`sessions.rule.by.${by}`) }))}
        />
        {minimum.by === 'share' && (
          <NumberInput
            aria-label={t('sessions.rule.percent')}
            w={110}
            suffix=" %"
            min={1}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            value={minimum.percent}
            onChange={value => onChange({ ...rule, minimum: { by: 'share', percent: Number(value) || 1 } })}
          />
        )}
        {minimum.by === 'minutes' && (
          <NumberInput
            aria-label={t('sessions.rule.minutes')}
            w={130}
            suffix={` ${t('sessions.minutesUnit')}`}
            min={1}
            max={MINUTES_MAX}
            clampBehavior="strict"
            allowDecimal={false}
            value={minimum.minutes}
            onChange={value => onChange({ ...rule, minimum: { by: 'minutes', minutes: Number(value) || 1 } })}
          />
        )}
      </Group>
    </div>
  )
}

/** The rule as a sentence, word for word as the papers state it: in Indonesian, whatever language the screen has. */
export function RuleSentence({ rule }: { rule: AttendanceRule }) {
  const { t } = useTranslation()
  return (
    <div className={classes.sentence} role="status">
      <span>{t('sessions.rule.inWords')}</span>
      <p lang="id">{ruleInWords(rule)}</p>
    </div>
  )
}
