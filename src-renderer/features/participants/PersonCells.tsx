import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { phoneDisplay } from '#main/features/participants/phone-rules.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './participants.module.css'
import type { Places } from './use-places.ts'

interface Props {
  /** Undefined while it is on its way. */
  person: PersonLine | undefined
  places: Places
  timeZone: string
}

/** The cells of one person in the list. */
export function PersonCells({ person, places, timeZone }: Props) {
  const { t } = useTranslation()
  if (!person) return <div role="gridcell" className={classes.waiting} aria-busy="true" aria-label="…" />
  const role = places.roleOf(person.roleId)
  const delegation = places.delegationOf(person.delegationId)?.name ?? ''
  const place = delegation || person.village
  const under = delegation === '' || delegation.endsWith(person.village) ? person.district : person.village
  return (
    <>
      <div role="gridcell" className={classes.nameCell}>
        <span className={classes.twoLines}>{fullName(person)}</span>
        {person.isWalkIn && <Pill tone="info">{t('participants.row.walkIn')}</Pill>}
        {person.needsAttention && (
          <Tooltip label={t('participants.row.attention')}>
            <IconAlertTriangle
              size={18}
              color="var(--warn-ink)"
              role="img"
              aria-label={t('participants.row.attention')}
            />
          </Tooltip>
        )}
      </div>
      <div role="gridcell" className={classes.roleCell}>
        <span className={classes.roleDot} style={{ background: role?.color }} />
        <span className={classes.oneLine}>{role?.name}</span>
      </div>
      <TwoLineCell first={place} second={under} />
      <TwoLineCell first={person.institution} second={person.position} />
      <div role="gridcell" className="tabular">
        {phoneDisplay(person.phone)}
      </div>
      <div role="gridcell">
        <Arrival person={person} timeZone={timeZone} />
      </div>
      <div role="gridcell" className={classes.badgeCell}>
        {person.printCount > 0 && <IconPrinter size={15} aria-hidden />}
        {person.printCount > 0
          ? t('participants.row.printed', { count: person.printCount })
          : t(person.hasBadge ? 'participants.row.badgeReady' : 'participants.row.noBadge')}
      </div>
    </>
  )
}

function TwoLineCell({ first, second }: { first: string; second: string }) {
  return (
    <div role="gridcell" className={classes.stackCell} title={[first, second].filter(text => text !== '').join(' · ')}>
      <span className={classes.oneLine}>{first}</span>
      {second !== '' && second !== first && <span className={classes.small}>{second}</span>}
    </div>
  )
}

function Arrival({ person, timeZone }: { person: PersonLine; timeZone: string }) {
  const { t } = useTranslation()
  if (person.archivedAt !== null) return <Pill tone="plain">{t('participants.row.archived')}</Pill>
  if (person.arrivedAt === null) return <span className={classes.small}>{t('participants.row.notArrived')}</span>
  return (
    <span className={classes.arrived}>
      <IconCheck size={15} aria-hidden />
      {t('participants.row.arrived', { time: formatTime(person.arrivedAt, timeZone) })}
    </span>
  )
}
