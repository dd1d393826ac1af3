import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import type { Shown } from './PeopleDrawer.tsx'
import classes from './registration.module.css'

/** People, not rows; each number opens the list behind it. */
export const Counters = memo(function Counters({ onOpen }: { onOpen(shown: Shown): void }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.registration.counters.queryOptions())
  return (
    <div className={classes.counters}>
      <button type="button" onClick={() => onOpen({ list: 'people', state: 'missing', onlyWalkIns: false })}>
        <b data-counter="arrived">{formatNumber(data?.arrived ?? 0)}</b>
        <i> / {formatNumber(data?.expected ?? 0)}</i>
        <small>{t('registration.counters.arrived')}</small>
      </button>
      <button type="button" onClick={() => onOpen({ list: 'delegations' })}>
        <b data-counter="complete">{formatNumber(data?.completeDelegations ?? 0)}</b>
        <i> / {formatNumber(data?.delegations ?? 0)}</i>
        <small>{t('registration.counters.complete')}</small>
      </button>
      <button type="button" onClick={() => onOpen({ list: 'people', state: 'expected', onlyWalkIns: true })}>
        <b data-counter="walk-ins">{formatNumber(data?.walkIns ?? 0)}</b>
        <small>{t('registration.counters.walkIns')}</small>
      </button>
    </div>
  )
})
