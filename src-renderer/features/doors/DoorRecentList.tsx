import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { DoorPerson, DoorRecent } from '#main/features/sessions/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import own from './lists.module.css'
import { toneOf } from './door-panel.ts'

interface Props {
  event: EventSummary
  recent: readonly DoorRecent[]
  onUndo(actId: string, person: DoorPerson | null): void
}

/** The last scans of this room at all its doors, refused ones too; each can be taken back. */
export const DoorRecentList = memo(function DoorRecentList({ event, recent, onUndo }: Props) {
  const { t } = useTranslation()
  return (
    <aside className={own.recent} aria-label={t('doors.recent.title')}>
      <h2>{t('doors.recent.title')}</h2>
      {recent.length === 0 && <p className={own.dim}>{t('doors.recent.empty')}</p>}
      {recent.map(scan => (
        <Row key={scan.actId} event={event} scan={scan} onUndo={onUndo} />
      ))}
    </aside>
  )
})

function Row({ event, scan, onUndo }: Omit<Props, 'recent'> & { scan: DoorRecent }) {
  const { t, i18n } = useTranslation()
  const { person } = scan
  const wordKey = `doors.recent.word.${scan.verdict}`
  const knownKey: string = i18n.exists(wordKey) ? wordKey : 'doors.recent.word.other'
  const word = t(knownKey)
  const name = person ? fullName(person) : t(`doors.verdict.${scan.verdict}`, { defaultValue: word })
  return (
    <div className={own.recentRow} data-undone={scan.isUndone || undefined}>
      <time className="tabular">{formatTime(scan.at, event.timeZone)}</time>
      <div>
        <b>{name}</b>
        <small>{[person?.delegation || person?.institution, scan.deviceName].filter(Boolean).join(' · ')}</small>
      </div>
      <span className={own.state} data-tone={scan.isUndone ? undefined : toneOf(scan.verdict)}>
        {scan.isUndone ? t('doors.recent.undone') : word}
      </span>
      {scan.canUndo ? (
        <Tooltip label={t('common.undo')}>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('doors.recent.undo', { name })}
            onClick={() => onUndo(scan.actId, person)}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <span />
      )}
    </div>
  )
}
