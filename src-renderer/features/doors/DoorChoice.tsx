import { Button } from '@mantine/core'
import { IconDoor, IconPin, IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { Room, Session } from '#main/features/sessions/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import own from './choice.module.css'
import { readDoorSettings, writeDoorSettings } from './door-settings.ts'
import { timesOf } from './session-times.ts'

/** Which door this device serves: a room with whatever takes place in it, or one session for as long as it is held. */
export function DoorChoice({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const rooms = useQuery(orpc.sessions.rooms.list.queryOptions())
  const sessions = useQuery(orpc.sessions.list.queryOptions({ input: { dayId: event.todayId } }))
  const error = rooms.error ?? sessions.error
  return (
    <div className={own.choice}>
      <header className={own.head}>
        <div>
          <h1>{t('doors.choice.title')}</h1>
          <p>{t('doors.choice.subtitle')}</p>
        </div>
        <Button component={Link} href="/pintu/lembar" variant="default" leftSection={<IconSignature size={18} />}>
          {t('doors.sheet.title')}
        </Button>
      </header>
      {error && (
        <FailureNote
          error={error}
          onRetry={() => {
            void rooms.refetch()
            void sessions.refetch()
          }}
        />
      )}
      {rooms.data?.length === 0 && <NoRooms />}
      <div className={own.rooms}>
        {withSessions(rooms.data ?? [], sessions.data ?? []).map(({ room, sessions: within }) => (
          <RoomCard key={room.id} event={event} room={room} sessions={within} />
        ))}
      </div>
    </div>
  )
}

/** Each room with its sessions whose attendance is taken; rooms without any come last. */
function withSessions(rooms: readonly Room[], sessions: readonly Session[]): { room: Room; sessions: Session[] }[] {
  const listed = rooms.map(room => ({
    room,
    sessions: sessions.filter(({ roomId, isCounted }) => roomId === room.id && isCounted),
  }))
  return listed.toSorted((one, other) => Number(one.sessions.length === 0) - Number(other.sessions.length === 0))
}

function NoRooms() {
  const { t } = useTranslation()
  return (
    <section className={own.empty}>
      <IconDoor size={72} stroke={1.2} aria-hidden />
      <h2>{t('doors.choice.empty')}</h2>
      <p>{t('doors.choice.emptyHint')}</p>
      <Button component={Link} href="/kehadiran" size="md">
        {t('doors.choice.toProgramme')}
      </Button>
    </section>
  )
}

function RoomCard({ event, room, sessions }: { event: EventSummary; room: Room; sessions: Session[] }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const address = `/pintu/${room.id}`
  const settings = readDoorSettings(room.id)
  // A class may have its own limit in a room without one: then the room is not without limit.
  const limits = new Set(sessions.length === 0 ? [room.capacity] : sessions.map(({ limit }) => limit))
  const [limit = null] = limits
  const capacity =
    limits.size > 1 ? '' : limit === null ? t('doors.choice.noLimit') : t('doors.choice.capacity', { count: limit })

  function openHeld(session: Session): void {
    writeDoorSettings(room.id, { ...settings, heldSessionId: session.id })
    navigate(address)
  }
  return (
    <article className={own.room} aria-label={room.name}>
      <Link href={address} className={own.open}>
        <span>
          <b>{room.name}</b>
          <small>{capacity}</small>
        </span>
        <em>{t('doors.choice.open')}</em>
      </Link>
      {sessions.length === 0 ? (
        <p>{t('doors.choice.noSessions')}</p>
      ) : (
        <ul>
          {sessions.map(session => (
            <li key={session.id}>
              <button type="button" onClick={() => openHeld(session)} title={t('doors.choice.openHeld')}>
                <span className="tabular">
                  {event.todayId === null && `${formatDate(session.date)} · `}
                  {timesOf(session, event.timeZone)}
                </span>
                <b>{session.title}</b>
                {limits.size > 1 && session.limit !== null && (
                  <small>{t('doors.choice.capacity', { count: session.limit })}</small>
                )}
                {settings.heldSessionId === session.id && <IconPin size={16} aria-label={t('doors.session.held')} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
