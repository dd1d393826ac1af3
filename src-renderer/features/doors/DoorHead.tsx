import { ActionIcon, Button, Kbd, SegmentedControl, Switch, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCamera, IconCameraOff, IconPin, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { DOOR_DIRECTIONS, type DoorDirection, type DoorState } from '#main/features/sessions/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import own from './door.module.css'
import type { DoorSettings } from './door-settings.ts'
import { timesOf } from './session-times.ts'

interface Props {
  event: EventSummary
  state: DoorState
  settings: DoorSettings
  isSound: boolean
  onDirection(direction: DoorDirection): void
  onHold(): void
  onCamera(): void
  onSound(): void
}

/** Which door this is, what takes place behind it, and which way it works. */
export function DoorHead(props: Props) {
  const { t } = useTranslation()
  const { event, state, settings, isSound, onDirection, onCamera, onSound } = props
  const soundLabel = t(isSound ? 'scanning.sound.off' : 'scanning.sound.on')
  const cameraLabel = t(settings.isCameraOn ? 'doors.camera.off' : 'doors.camera.on')
  return (
    <header className={own.head}>
      <div className={own.where}>
        <Tooltip label={t('doors.choice.back')}>
          <ActionIcon component={Link} href="/pintu" variant="subtle" size="lg" aria-label={t('doors.choice.back')}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        </Tooltip>
        <h1>{state.room.name}</h1>
      </div>
      <div className={own.ways}>
        <SegmentedControl
          className={own.direction}
          data-direction={settings.direction}
          aria-label={t('doors.direction.label')}
          size="md"
          value={settings.direction}
          onChange={chosen => onDirection(DOOR_DIRECTIONS.find(direction => direction === chosen) ?? 'in')}
          data={DOOR_DIRECTIONS.map(value => ({ value, label: t(`doors.direction.${value}`) }))}
        />
        <Tooltip label={`${cameraLabel} (F9)`}>
          <ActionIcon variant="subtle" size="lg" aria-label={cameraLabel} onClick={onCamera}>
            {settings.isCameraOn ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={soundLabel}>
          <ActionIcon variant="subtle" size="lg" aria-label={soundLabel} onClick={onSound}>
            {isSound ? <IconVolume size={20} /> : <IconVolumeOff size={20} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <SessionLine event={event} state={state} isHeld={settings.heldSessionId !== null} onHold={props.onHold} />
    </header>
  )
}

type LineProps = Pick<Props, 'event' | 'state' | 'onHold'> & { isHeld: boolean }

/** The session that scans count for, the next one, and whether this device holds it. */
function SessionLine({ event, state: { session, next }, isHeld, onHold }: LineProps) {
  const { t } = useTranslation()
  const canHold = session !== null
  return (
    <div className={own.session} data-held={isHeld || undefined} data-session={session?.title ?? ''}>
      <div className={own.now}>
        {session ? (
          <>
            <b>{session.title}</b>
            <span className="tabular">{timesOf(session, event.timeZone)}</span>
            {session.kind !== '' && <small>{session.kind}</small>}
          </>
        ) : (
          <b>{t('doors.session.none')}</b>
        )}
      </div>
      <div className={own.next}>
        {next ? (
          <>
            <span>
              {t('doors.session.next')}{' '}
              <b>
                <span className="tabular">{formatTime(next.session.startsAt, event.timeZone)}</span>{' '}
                {next.session.title}
              </b>
            </span>
            <small>
              {t(isHeld ? 'doors.session.heldBack' : 'doors.session.takesOver', {
                time: formatTime(next.takesOverAt, event.timeZone),
              })}
            </small>
          </>
        ) : (
          <small>{t(isHeld ? 'doors.session.held' : 'doors.session.noNext')}</small>
        )}
      </div>
      {isHeld ? (
        <Button
          className={own.release}
          color="warn"
          leftSection={<IconPin size={18} />}
          rightSection={<Kbd>Ctrl H</Kbd>}
          onClick={onHold}
        >
          {t('doors.session.release')}
        </Button>
      ) : (
        canHold && (
          <div className={own.hold}>
            <Switch checked={false} onChange={onHold} label={t('doors.session.hold')} />
            <Kbd>Ctrl H</Kbd>
          </div>
        )
      )}
    </div>
  )
}
