import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorState } from '#main/features/sessions/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import own from './door.module.css'

const NEARLY_FULL = 0.9

/** Inside now, how many fit and how many are expected: people, large enough to be read in passing. */
export const DoorNumbers = memo(function DoorNumbers({ state }: { state: DoorState }) {
  const { t } = useTranslation()
  const { inside, expected, unscanned } = state
  const limit = state.session ? state.session.limit : state.room.capacity
  const whole = Math.max(limit ?? expected, inside, 1)
  const share = limit === null ? 0 : inside / limit
  const tone = share >= 1 ? 'bad' : share >= NEARLY_FULL ? 'warn' : 'ok'
  return (
    <section className={own.numbers} data-tone={tone} aria-label={t('doors.numbers.title')}>
      <div className={own.number}>
        <b data-counter="inside">{formatNumber(inside)}</b>
        <span>{t('doors.numbers.inside')}</span>
      </div>
      <div className={own.number}>
        <b data-counter="limit">{limit === null ? '–' : formatNumber(limit)}</b>
        <span>{t(limit === null ? 'doors.numbers.noLimit' : 'doors.numbers.limit')}</span>
      </div>
      <div className={own.number}>
        <b data-counter="expected">{formatNumber(expected)}</b>
        <span>{t('doors.numbers.expected')}</span>
      </div>
      <div
        className={own.bar}
        role="meter"
        aria-label={t('doors.numbers.inside')}
        aria-valuemin={0}
        aria-valuemax={whole}
        aria-valuenow={inside}
        aria-valuetext={t('doors.numbers.of', { inside, whole })}
      >
        <i style={{ width: `${(inside / whole) * 100}%` }} />
      </div>
      <p className={own.flow}>
        {tone === 'bad' && <strong>{t('doors.numbers.full')}</strong>}
        <span>{t('doors.numbers.flow', { entries: state.entries, exits: state.exits })}</span>
        {unscanned > 0 && <span data-tone="warn">{t('doors.numbers.unscanned', { count: unscanned })}</span>}
      </p>
    </section>
  )
})
