import { ActionIcon, Anchor, Button, Kbd, Tooltip } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { Card } from '#main/features/registration/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatShortDate, formatTime } from '#renderer/i18n/format.ts'
import { nameSize, wrappedName } from '#renderer/ui/name-shape.ts'
import { ChecklistRow } from './ChecklistRow.tsx'
import own from './card.module.css'
import { NoteLine } from './NoteLine.tsx'
import type { Panel } from './panel.ts'
import { placeOf } from './place.ts'
import classes from '#renderer/ui/verdict.module.css'
import type { BadgePrinting } from './use-badge-printing.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  event: EventSummary
  panel: Panel
  card: Card
  desk: Desk
  printing: BadgePrinting
  onGroup(participantId: string): void
  onSubstitute(participantId: string): void
  onChecklist(): void
  onDone(): void
}

/** A person as the desk needs them: name as on the badge, where from, what is missing, who came along, and what can be done. */
export function PersonCard(props: Props) {
  const { card, desk, onChecklist, onDone } = props
  const { t } = useTranslation()
  const { person } = card
  const name = fullName(person)
  if (props.panel.group) return <GroupCard {...props} group={props.panel.group} />
  return (
    <>
      <div key={person.id} className={classes.cardBody}>
        <div className={classes.name} data-size={nameSize(name)}>
          {wrappedName(name)}
        </div>
        <div className={classes.origin}>
          {person.position && <b>{person.position}</b>}
          <span>{placeOf(person).join(' · ')}</span>
        </div>
        <Tags {...props} />
        {!person.isArchived && (
          <div className={own.checkRow}>
            <ChecklistRow card={card} desk={desk} onDone={onDone} />
            <NoteLine card={card} desk={desk} onDone={onDone} />
            <Tooltip label={t('registration.checklist.configure')}>
              <ActionIcon variant="subtle" aria-label={t('registration.checklist.configure')} onClick={onChecklist}>
                <IconSettings size={18} />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
        <Mates {...props} />
      </div>
      <Acts {...props} />
    </>
  )
}

/** A group that has come is about all of them, not about the first one. */
function GroupCard({ group, ...props }: Props & { group: { name: string; count: number } }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.cardBody}>
        <div className={classes.name} data-size={nameSize(group.name)}>
          {wrappedName(group.name)}
        </div>
        <div className={classes.origin}>
          <b>{t('registration.group.came', { count: group.count })}</b>
        </div>
        <Mates {...props} />
      </div>
      <Acts {...props} />
    </>
  )
}

function Tags({ event, card }: Props) {
  const { t } = useTranslation()
  const { person } = card
  const otherDays = card.arrivals.filter(arrival => arrival.at !== person.arrivedAt)
  const missingMates = card.group?.missingMates ?? 0
  return (
    <div className={classes.tags}>
      <span className={classes.tag}>
        <i style={{ background: person.roleColor }} aria-hidden />
        {person.role}
      </span>
      {person.isWalkIn && (
        <span className={classes.tag} data-tone="info">
          {t('registration.tag.walkIn')}
          {person.costBearer && ` · ${t(`registration.costBearer.${person.costBearer}`, person.costBearer)}`}
        </span>
      )}
      {card.replaces && (
        <span className={classes.tag} data-tone="info">
          {t('registration.tag.replaces', { name: fullName(card.replaces) })}
        </span>
      )}
      <span className={classes.tag} data-tone={card.printedCount > 0 ? 'ok' : undefined}>
        {card.printedCount > 0
          ? t('registration.tag.printed', { count: card.printedCount })
          : t('registration.tag.notPrinted')}
      </span>
      {missingMates > 0 && (
        <span className={classes.tag} data-tone="warn">
          {t('registration.tag.missingMates', { count: missingMates })}
        </span>
      )}
      {otherDays.map(({ date, at }) => (
        <span key={date} className={classes.tag}>
          {t('registration.tag.otherDay', { date: formatShortDate(date), time: formatTime(at, event.timeZone) })}
        </span>
      ))}
      <Anchor
        component={Link}
        href={`/kehadiran/orang/${person.id}/registrasi`}
        size="sm"
        c="inherit"
        underline="always"
        style={{ alignSelf: 'center' }}
      >
        {t('sessions.timeline.link')}
      </Anchor>
    </div>
  )
}

/** Those who are missing come first: they are who the desk asks about. */
function Mates({ event, card }: Props) {
  const { t } = useTranslation()
  const { group } = card
  if (!group || group.total < 2) return null
  const { name, arrived, total, mates } = group
  const moreCount = group.mateCount - mates.length
  return (
    <div className={own.mates}>
      <h3>{t('registration.group.head', { name, arrived, total })}</h3>
      {mates.map(mate => (
        <div key={mate.id} data-missing={mate.arrivedAt === null || undefined}>
          <span>{fullName(mate)}</span>
          <small>
            {mate.arrivedAt === null
              ? t('registration.state.missing')
              : t('registration.state.arrived', { time: formatTime(mate.arrivedAt, event.timeZone) })}
          </small>
        </div>
      ))}
      {moreCount > 0 && <p className={own.more}>{t('registration.group.more', { count: moreCount })}</p>}
    </div>
  )
}

function Acts({ event, panel, card, desk, printing, onGroup, onSubstitute }: Props) {
  const { t } = useTranslation()
  const { person } = card
  const canCheckIn = panel.kind === 'looked-up' && person.arrivedAt === null && !person.isArchived
  const hasGroup = (card.group?.missingMates ?? 0) > 0
  const isGone = person.isArchived && card.replacedBy !== null
  const printIds = panel.printIds ?? [person.id]
  // "Ditanya dulu": somebody has just come in and has no badge yet. The question waits for nobody; the next scan passes it over.
  const isAsked =
    event.settings.printOnCheckIn === 'ask' &&
    card.printedCount === 0 &&
    (panel.kind === 'welcome' || panel.kind === 'group')

  function printLabel(): string {
    if (printing.question === person.id) return t('registration.acts.printAgain', { count: card.printedCount })
    if (printIds.length > 1) return t('registration.acts.printAll', { count: printIds.length })
    if (isAsked) return t('registration.acts.printNow')
    return t(card.printedCount > 0 ? 'registration.acts.reprint' : 'registration.acts.print')
  }
  return (
    <div className={classes.acts}>
      {canCheckIn && event.todayId !== null && (
        <Button size="md" loading={desk.isPending} onClick={() => void desk.checkIn(person.id)}>
          {t('registration.acts.checkIn')}
        </Button>
      )}
      {isGone && card.replacedBy && (
        <Button size="md" onClick={() => desk.lookUp(card.replacedBy?.id ?? '')}>
          {t('registration.acts.openReplacement')}
        </Button>
      )}
      {hasGroup && (
        <Button
          size="md"
          variant={canCheckIn || isGone || isAsked ? 'default' : 'filled'}
          onClick={() => onGroup(person.id)}
          rightSection={<Kbd>Ctrl G</Kbd>}
        >
          {t('registration.acts.group')}
        </Button>
      )}
      {!person.isArchived && (
        <Button
          size="md"
          variant={isAsked ? 'filled' : 'default'}
          onClick={() => void printing.print(printIds)}
          rightSection={<Kbd>Ctrl P</Kbd>}
        >
          {printLabel()}
        </Button>
      )}
      {!person.isArchived && person.arrivedAt === null && (
        <Button size="md" variant="default" onClick={() => onSubstitute(person.id)} rightSection={<Kbd>Ctrl M</Kbd>}>
          {t('registration.acts.substitute')}
        </Button>
      )}
      <Button
        size="md"
        variant="default"
        ml="auto"
        onClick={() => void desk.undoLast()}
        rightSection={<Kbd>Ctrl Z</Kbd>}
      >
        {t('common.undo')}
      </Button>
    </div>
  )
}
