import { Checkbox, NumberInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type DocumentSettings, TAX_GROUPS } from '#main/features/documents/settings-rules.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './documents.module.css'

const ALLOWANCES = ['transport', 'daily'] as const

/** Money by role, and the tax on it; empty fields stay empty on paper. */
export function AmountFields({
  settings,
  change,
}: {
  settings: DocumentSettings
  change: (changed: Partial<DocumentSettings>) => void
}) {
  const { t } = useTranslation()
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const setAmount = (kind: (typeof ALLOWANCES)[number], roleId: string, amount: number | null): void => {
    const others = settings[kind].amounts.filter(known => known.roleId !== roleId)
    change({ [kind]: { ...settings[kind], amounts: amount === null ? others : [...others, { roleId, amount }] } })
  }
  const setTax = (group: (typeof TAX_GROUPS)[number], percent: number | null): void => {
    const others = settings.taxes.filter(known => known.group !== group)
    change({ taxes: percent === null ? others : [...others, { group, percent }] })
  }
  const active = (roles.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <>
      <div className={classes.amounts}>
        <Text size="sm" fw={600}>
          {t('documents.amounts.role')}
        </Text>
        {ALLOWANCES.map(kind => (
          <Text key={kind} size="sm" fw={600}>
            {t(`documents.amounts.${kind}`)}
          </Text>
        ))}
        {active.map(({ id, name }) => [
          <span key={id}>{name}</span>,
          ...ALLOWANCES.map(kind => (
            <NumberInput
              key={`${id} ${kind}`}
              aria-label={t('documents.amounts.of', { what: t(`documents.amounts.${kind}`), role: name })}
              prefix="Rp"
              thousandSeparator="."
              decimalSeparator=","
              min={0}
              max={1_000_000_000}
              hideControls
              value={settings[kind].amounts.find(({ roleId }) => roleId === id)?.amount ?? ''}
              onChange={value => setAmount(kind, id, typeof value === 'number' ? value : null)}
            />
          )),
        ])}
        <span />
        {ALLOWANCES.map(kind => (
          <Checkbox
            key={kind}
            label={t('documents.amounts.perDay')}
            checked={settings[kind].isPerDay}
            onChange={changed => change({ [kind]: { ...settings[kind], isPerDay: changed.currentTarget.checked } })}
          />
        ))}
      </div>
      <div className={classes.taxes}>
        {TAX_GROUPS.map(group => (
          <NumberInput
            key={group}
            label={t('documents.amounts.tax', { group: t(`documents.amounts.group.${group}`) })}
            suffix="%"
            decimalSeparator=","
            min={0}
            max={100}
            hideControls
            value={settings.taxes.find(known => known.group === group)?.percent ?? ''}
            onChange={value => setTax(group, typeof value === 'number' ? value : null)}
          />
        ))}
      </div>
    </>
  )
}
