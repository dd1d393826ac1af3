import { Button, Kbd } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconDoorExit,
  IconListDetails,
  IconQuestionMark,
  IconScan,
  IconUsersGroup,
  IconX,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { DoorPerson, DoorState } from '#main/features/sessions/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { useFailureWords } from '#renderer/ui/FailureNote.tsx'
import { nameSize, wrappedName } from '#renderer/ui/name-shape.ts'
import classes from '#renderer/ui/verdict.module.css'
import own from './door.module.css'
import type { DoorPanel, DoorPanelKind } from './door-panel.ts'
import { toneOf } from './door-panel.ts'
import { OverrideChoice } from './OverrideChoice.tsx'

interface Props {
  event: EventSummary
  panel: DoorPanel
  state: DoorState
  canSign: boolean
  canOverride: boolean
  onOverride(person: DoorPerson, reason: string): void
  onOtherReason(): void
  onSign(): void
}

/** The large part of the door: what became of the last scan, readable from two metres. */
export const DoorVerdict = memo(function DoorVerdict(props: Props) {
  const { panel } = props
  const { t } = useTranslation()
  if (panel.kind === 'idle') return <Idle {...props} />
  return (
    <section
      key={panel.sequence}
      className={`${classes.verdict} ${own.verdict}`}
      data-tone={toneOf(panel.kind)}
      data-verdict={panel.kind}
      data-sequence={panel.sequence}
      data-wordy={panel.person === null || undefined}
    >
      <div className={classes.word} role="status">
        <span className={classes.wordIcon}>{ICONS[panel.kind] ?? <IconX stroke={3.5} size={32} />}</span>
        <span>
          {t(`doors.verdict.${panel.kind}`)}
          <Explained {...props} />
        </span>
      </div>
      {panel.person ? <Person {...props} person={panel.person} /> : <Words panel={panel} />}
    </section>
  )
})

const ICONS: Partial<Record<DoorPanelKind, ReactNode>> = {
  entered: <IconCheck stroke={3.5} size={32} />,
  signed: <IconCheck stroke={3.5} size={32} />,
  left: <IconDoorExit stroke={2.5} size={32} />,
  'already-inside': <IconClock stroke={2.5} size={32} />,
  'not-inside': <IconDoorExit stroke={2.5} size={32} />,
  full: <IconUsersGroup stroke={2.5} size={32} />,
  'not-on-list': <IconListDetails stroke={2.5} size={32} />,
  'no-session': <IconClock stroke={2.5} size={32} />,
  revoked: <IconBan stroke={2.5} size={32} />,
  archived: <IconBan stroke={2.5} size={32} />,
  nobody: <IconQuestionMark stroke={3} size={32} />,
  incomplete: <IconScan stroke={2.5} size={30} />,
  'not-a-code': <IconQuestionMark stroke={3} size={32} />,
  undone: <IconArrowBackUp stroke={2.5} size={32} />,
  'nothing-to-undo': <IconArrowBackUp stroke={2.5} size={32} />,
}

/** The one line under the word: why, or since when. */
function Explained({ event, panel }: Props) {
  const { t } = useTranslation()
  const { verdict, detail = '' } = panel
  let line = ''
  switch (verdict?.kind) {
    case 'already-inside':
      line = t('doors.explained.since', { time: formatTime(verdict.since, event.timeZone) })
      break
    case 'not-inside':
      if (verdict.roomName !== null) line = t('doors.explained.elsewhere', { room: verdict.roomName })
      break
    case 'full':
      line = t('doors.explained.full', { inside: verdict.inside, limit: verdict.limit })
      break
    case 'not-on-list':
      line = t(`doors.explained.list.${verdict.reason}`)
      break
    case 'left':
      line = t('doors.explained.minutes', { count: verdict.minutes })
      break
    case 'revoked':
    case 'archived':
      line = verdict.reason
      break
    default:
      if (panel.kind === 'nobody') line = detail
      else if (panel.kind === 'undone' && panel.person) line = t('doors.advice.undone')
  }
  return line === '' ? null : <small className={classes.explained}>{line}</small>
}

function Person({ person, ...props }: Props & { person: DoorPerson }) {
  const { t } = useTranslation()
  const { panel, canSign, canOverride, onSign } = props
  const name = fullName(person)
  return (
    <>
      <div className={classes.cardBody}>
        <div className={`${classes.name} ${own.name}`} data-size={nameSize(name)}>
          {wrappedName(name)}
        </div>
        <div className={classes.origin}>
          <b>{person.delegation || person.village}</b>
          <span>{person.institution}</span>
        </div>
        <div className={classes.tags}>
          <span className={classes.tag}>
            <i style={{ background: person.roleColor }} aria-hidden />
            {person.role}
          </span>
          <WhatHappened panel={panel} />
        </div>
      </div>
      {canOverride && (
        <OverrideChoice
          onReason={reason => props.onOverride(person, reason)}
          onOther={props.onOtherReason}
          isFull={panel.kind === 'full'}
        />
      )}
      {canSign && (
        <div className={classes.acts}>
          <Button variant="default" size="md" onClick={onSign} rightSection={<Kbd>F4</Kbd>}>
            {t('doors.sign.open')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Late, moved, again, early: what the operator may want to say to them. */
function WhatHappened({ panel }: { panel: DoorPanel }) {
  const { t } = useTranslation()
  const { verdict } = panel
  const said: { tone: 'ok' | 'warn' | 'info'; text: string }[] = []
  if (verdict?.kind === 'entered') {
    if (verdict.lateMinutes > 0) said.push({ tone: 'warn', text: t('doors.said.late', { count: verdict.lateMinutes }) })
    if (verdict.movedFrom !== null)
      said.push({ tone: 'info', text: t('doors.said.moved', { room: verdict.movedFrom }) })
    if (verdict.isReentry) said.push({ tone: 'info', text: t('doors.said.again') })
    if (verdict.isUnregistered) said.push({ tone: 'warn', text: t('doors.said.unregistered') })
  }
  if (verdict?.kind === 'left' && verdict.earlyMinutes > 0) {
    said.push({ tone: 'warn', text: t('doors.said.early', { count: verdict.earlyMinutes }) })
  }
  return said.map(({ tone, text }) => (
    <span key={text} className={`${classes.tag} ${own.said}`} data-tone={tone}>
      {text}
    </span>
  ))
}

/** Answers without a person: what it means and what to do. */
function Words({ panel }: { panel: DoorPanel }) {
  const { t } = useTranslation()
  if (panel.kind === 'failed') return <Failed error={panel.error} retry={panel.retry} />
  return <p className={classes.advice}>{t(`doors.advice.${panel.kind}`, { defaultValue: '' })}</p>
}

function Failed({ error, retry }: { error: unknown; retry: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { title, text } = useFailureWords(error)
  return (
    <>
      <div>
        <div className={classes.failedTitle}>{title}</div>
        <p className={classes.advice}>{text}</p>
        <p className={classes.advice}>{t('doors.failedHint')}</p>
      </div>
      {retry && (
        <div className={classes.acts}>
          <Button variant="default" size="md" onClick={retry} rightSection={<Kbd>Enter</Kbd>}>
            {t('common.retry')}
          </Button>
        </div>
      )}
    </>
  )
}

const KEYS = ['direction', 'hold', 'camera', 'undo'] as const

function Idle({ event, state }: Props) {
  const { t } = useTranslation()
  const hasSession = state.session !== null
  return (
    <section className={`${classes.idle} ${own.idle}`} data-verdict="idle">
      <IconScan size={72} stroke={1.3} aria-hidden />
      <h2>{t(hasSession ? 'doors.idle.title' : 'doors.idle.closed')}</h2>
      <p>{t(hasSession ? 'doors.idle.hint' : 'doors.idle.closedHint')}</p>
      {event.todayId === null && <p className={classes.notToday}>{t('doors.idle.notToday')}</p>}
      <dl className={classes.keys}>
        {KEYS.map(key => (
          <div key={key}>
            <dt>
              <Kbd>{t(`doors.keys.${key}.key`)}</Kbd>
            </dt>
            <dd>{t(`doors.keys.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
