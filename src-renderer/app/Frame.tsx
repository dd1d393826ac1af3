import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { useConnection } from '#renderer/rpc/connection.ts'
import { DisplaySwitches } from '#renderer/ui/DisplaySwitches.tsx'
import classes from './Frame.module.css'

/** The screens of the left rail, in the order of a day's work. */
const SCREENS = ['acara', 'peserta', 'registrasi', 'kehadiran', 'pintu', 'badge', 'dokumen'] as const

/** The rail on the left and the screen beside it. */
export function Frame({ event, children }: { event: EventSummary; children: ReactNode }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const dayNumber = event.days.findIndex(day => day.id === event.todayId) + 1
  const today = event.days[dayNumber - 1]
  return (
    <div className={classes.frame}>
      <nav className={classes.rail} aria-label={t('frame.screens')}>
        <div className={classes.brand}>Gelar</div>
        <div className={classes.event}>
          <span className={classes.eventName} title={event.name}>
            {event.name}
          </span>
          {today ? t('frame.day', { number: dayNumber }) : t('frame.notToday')}
          {today && <span className={classes.date}>{formatDate(today.date)}</span>}
        </div>
        {SCREENS.map(screen => (
          <Link
            key={screen}
            href={`/${screen}`}
            className={classes.link}
            aria-current={location.startsWith(`/${screen}`) ? 'page' : undefined}
          >
            {t(`frame.${screen}`)}
          </Link>
        ))}
        <RailFoot />
      </nav>
      <main className={classes.main}>{children}</main>
    </div>
  )
}

function RailFoot() {
  const { t } = useTranslation()
  const state = useConnection()
  return (
    <div className={classes.foot}>
      <span role="status">
        <span className={classes.dot} data-state={state} />
        {t(`frame.connection.${state}`)}
      </span>
      <DisplaySwitches />
    </div>
  )
}
