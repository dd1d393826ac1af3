import { Button, Drawer, Stack, Text } from '@mantine/core'
import {
  IconBan,
  IconDoorEnter,
  IconDoorExit,
  IconFileText,
  IconPencil,
  IconPencilCheck,
  IconPrinter,
  IconReplace,
  IconSignature,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import type { Person } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { Timeline } from '#main/features/sessions/contract.ts'
import { formatDate, formatNumber, formatShortDate, formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { StateMark } from './AttendanceMarks.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import own from './people.module.css'
import classes from './sessions.module.css'
import { placeOf } from './place.ts'
import { usePlaces } from './use-places.ts'

type Entry = Timeline['entries'][number]
type AttendedSession = Timeline['sessions'][number]

const ICONS: Record<Entry['kind'], Icon> = {
  'check-in': IconUserCheck,
  entered: IconDoorEnter,
  left: IconDoorExit,
  refused: IconBan,
  signed: IconSignature,
  sheet: IconFileText,
  corrected: IconPencilCheck,
  'badge-printed': IconPrinter,
  'badge-revoked': IconX,
  substituted: IconReplace,
  substitutes: IconReplace,
}

interface Props {
  event: EventSummary
  participantId: string
  onClose: () => void
}

/** One person's event: what counts of each session, and everything that happened, the newest first. */
export function PersonTimeline({ event, participantId, onClose }: Props) {
  const { t } = useTranslation()
  const input = { participantId }
  const timeline = useQuery({
    ...orpc.sessions.timeline.queryOptions({ input }),
    meta: { alsoOn: ['participants', 'registration', 'badges'] },
  })
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id: participantId } }))
  const [corrected, setCorrected] = useState<AttendedSession | null>(null)
  const error = timeline.error ?? person.error
  const dayOf = (date: string): string => event.days.find(day => day.date === date)?.id ?? ''
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={corrected === null}
      position="right"
      size={760}
      title={t('sessions.timeline.title')}
      padding={20}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{ title: { fontWeight: 700, fontSize: 18 } }}
    >
      {error && <FailureNote error={error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && person.data && (
        <Stack gap="lg">
          <Head person={person.data} timeline={timeline.data} />
          <Sessions sessions={timeline.data.sessions} onCorrect={setCorrected} />
          <Entries entries={timeline.data.entries} timeZone={event.timeZone} />
        </Stack>
      )}
      {corrected && person.data && (
        <CorrectionDialog
          place={{ dayId: dayOf(corrected.date), sessionId: corrected.sessionId }}
          title={corrected.title}
          person={{ ...person.data, state: corrected.state }}
          onClose={() => setCorrected(null)}
        />
      )}
    </Drawer>
  )
}

function Head({ person, timeline: { sessions, minutes } }: { person: Person; timeline: Timeline }) {
  const { t } = useTranslation()
  const { roles, delegations } = usePlaces()
  const delegation = delegations.find(each => each.id === person.delegationId)?.name ?? ''
  const role = roles.find(each => each.id === person.roleId)?.name ?? ''
  const attended = sessions.filter(session => session.state === 'present').length
  return (
    <div>
      <div className={own.displayName}>{fullName(person)}</div>
      <Text size="sm" c="dimmed">
        {[role, person.position, placeOf({ ...person, delegation })].filter(part => part !== '').join(' · ')}
        {person.archivedAt !== null && ` · ${t('sessions.mark.archived')}`}
      </Text>
      <Text mt={8} className="tabular" data-summary>
        {t('sessions.timeline.summary', {
          attended: formatNumber(attended),
          sessions: formatNumber(sessions.length),
          minutes: formatNumber(minutes),
        })}
      </Text>
    </div>
  )
}

function Sessions({
  sessions,
  onCorrect,
}: {
  sessions: readonly AttendedSession[]
  onCorrect: (session: AttendedSession) => void
}) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('sessions.timeline.sessions')}>
      <h3 className={own.subhead}>{t('sessions.timeline.sessions')}</h3>
      {sessions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('sessions.timeline.noSessions')}
        </Text>
      )}
      <ul className={own.attended}>
        {sessions.map(session => (
          <li key={session.sessionId}>
            <span className={classes.stack}>
              <b>{session.title}</b>
              <span className={classes.small}>{formatShortDate(session.date)}</span>
            </span>
            <StateMark person={session} />
            <span className="tabular">
              {t('sessions.timeline.minutesOf', { minutes: session.minutes, possible: session.possibleMinutes })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPencil size={15} aria-hidden />}
              aria-label={t('sessions.timeline.correctNamed', { title: session.title })}
              onClick={() => onCorrect(session)}
            >
              {t('sessions.people.correct')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entries({ entries, timeZone }: { entries: readonly Entry[]; timeZone: string }) {
  const { t } = useTranslation()
  const dates = [...new Set(entries.map(entry => dateInZone(entry.at, timeZone)))]
  return (
    <section aria-label={t('sessions.timeline.events')}>
      <h3 className={own.subhead}>{t('sessions.timeline.events')}</h3>
      {entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('sessions.timeline.nothing')}
        </Text>
      )}
      {dates.map(date => (
        <div key={date}>
          <div className={own.date}>{formatDate(date)}</div>
          <ol className={own.entries}>
            {entries
              .filter(entry => dateInZone(entry.at, timeZone) === date)
              .map((entry, index) => (
                <EntryItem key={`${entry.at} ${entry.kind} ${index}`} entry={entry} timeZone={timeZone} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** A day without a name of its own comes as its date. */
function shownDetail(detail: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(detail) ? formatShortDate(detail) : detail
}

function EntryItem({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { t } = useTranslation()
  const IconPart = ICONS[entry.kind]
  const reasonOf = ({ kind, reason }: Entry): string =>
    kind === 'refused' && reason !== '' ? t(`sessions.timeline.refused.${reason}`, reason) : reason
  return (
    <li data-kind={entry.kind} data-voided={entry.isVoided || undefined}>
      <span className="tabular">{formatTime(entry.at, timeZone)}</span>
      <IconPart size={18} aria-hidden />
      <span>
        <span className={own.verb}>{t(`sessions.timeline.kind.${entry.kind}`)}</span>
        {entry.detail !== '' && <span className={own.detail}> {shownDetail(entry.detail)}</span>}{' '}
        {entry.isVoided && <Pill tone="plain">{t('sessions.timeline.voided')}</Pill>}
        <span className={classes.small}>
          {[reasonOf(entry), entry.deviceName].filter(part => part !== '').join(' · ')}
        </span>
      </span>
    </li>
  )
}
