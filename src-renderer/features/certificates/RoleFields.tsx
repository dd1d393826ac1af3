import { NumberInput, Select, Stack, Switch, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type CertificateSettings,
  REQUIREMENTS,
  type RoleCertificate,
} from '#main/features/certificates/settings-rules.ts'
import classes from './certificates.module.css'

const FIXED_JP = 2

/** For every role: whether it gets a certificate, as what, with which JP and on which condition. */
export function RoleFields({
  settings,
  roles,
  onChange,
}: {
  settings: CertificateSettings
  roles: readonly (RoleCertificate & { roleName: string })[]
  onChange: (changed: Partial<CertificateSettings>) => void
}) {
  const { t } = useTranslation()
  const change = (changed: RoleCertificate): void =>
    onChange({ roles: [...settings.roles.filter(({ roleId }) => roleId !== changed.roleId), changed] })
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('certificates.settings.roles')}
      </Title>
      {roles.map(({ roleName, ...known }) => (
        <OneRole
          key={known.roleId}
          roleName={roleName}
          role={settings.roles.find(({ roleId }) => roleId === known.roleId) ?? known}
          onChange={change}
        />
      ))}
    </Stack>
  )
}

function OneRole({
  roleName,
  role,
  onChange,
}: {
  roleName: string
  role: RoleCertificate
  onChange: (changed: RoleCertificate) => void
}) {
  const { t } = useTranslation()
  const { jp } = role
  return (
    <div className={classes.role}>
      <Switch
        className={classes.wide}
        label={roleName}
        checked={role.isIssued}
        onChange={changed => onChange({ ...role, isIssued: changed.currentTarget.checked })}
      />
      {role.isIssued && (
        <>
          <TextInput
            label={t('certificates.settings.phrase')}
            value={role.phrase}
            onChange={typed => onChange({ ...role, phrase: typed.currentTarget.value })}
          />
          <TextInput
            label={t('certificates.settings.as')}
            value={role.as}
            onChange={typed => onChange({ ...role, as: typed.currentTarget.value })}
          />
          <Select
            label={t('certificates.settings.requirement')}
            allowDeselect={false}
            data={REQUIREMENTS.map(value => ({ value, label: t(`certificates.settings.requirements.${value}`) }))}
            value={role.requirement}
            onChange={value =>
              onChange({ ...role, requirement: REQUIREMENTS.find(known => known === value) ?? 'presence' })
            }
          />
          <Select
            label={t('certificates.settings.jp')}
            allowDeselect={false}
            data={(['minutes', 'fixed', 'none'] as const).map(value => ({
              value,
              label: t(`certificates.settings.jpBy.${value}`),
            }))}
            value={jp.by}
            onChange={value => onChange({ ...role, jp: jpBy(value) })}
          />
          {jp.by === 'fixed' && (
            <NumberInput
              label={t('certificates.settings.fixedJp')}
              min={1}
              max={999}
              allowDecimal={false}
              value={jp.jp}
              onChange={value => onChange({ ...role, jp: { by: 'fixed', jp: Number(value) || 1 } })}
            />
          )}
        </>
      )}
    </div>
  )
}

function jpBy(value: string | null): RoleCertificate['jp'] {
  if (value === 'fixed') return { by: 'fixed', jp: FIXED_JP }
  return { by: value === 'minutes' ? 'minutes' : 'none' }
}
