import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { switchLanguage } from '#renderer/i18n/i18n.ts'
import { useConnection } from '#renderer/rpc/connection.ts'
import classes from './Frame.module.css'

/** The screens of the left rail, in the order of a day's work. */
const SCREENS = ['acara', 'peserta', 'registrasi', 'badge'] as const

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
          {event.name}
          <br />
          {today ? t('frame.day', { number: dayNumber, date: formatDate(today.date) }) : t('frame.notToday')}
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
  const { t, i18n } = useTranslation()
  const state = useConnection()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  return (
    <div className={classes.foot}>
      <span role="status">
        <span className={classes.dot} data-state={state} />
        {t(`frame.connection.${state}`)}
      </span>
      <div className={classes.switches}>
        <Tooltip label={t(isDark ? 'frame.light' : 'frame.dark')}>
          <ActionIcon
            variant="subtle"
            color="gray.0"
            aria-label={t(isDark ? 'frame.light' : 'frame.dark')}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('frame.otherLanguage')}>
          <ActionIcon
            variant="subtle"
            color="gray.0"
            aria-label={t('frame.otherLanguage')}
            onClick={() => switchLanguage(i18n.language === 'id' ? 'en' : 'id')}
          >
            <IconLanguage size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}
