import { Button, Kbd } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconInfoSmall,
  IconQuestionMark,
  IconScan,
  IconX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { Card } from '#main/features/registration/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useFailureWords } from '#renderer/ui/FailureNote.tsx'
import { cardQuery } from './card-query.ts'
import { PersonCard } from './PersonCard.tsx'
import { type Panel, type PanelKind, toneOf } from './panel.ts'
import classes from '#renderer/ui/verdict.module.css'
import type { BadgePrinting } from './use-badge-printing.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  event: EventSummary
  panel: Panel
  desk: Desk
  printing: BadgePrinting
  onGroup(participantId: string): void
  onSubstitute(participantId: string): void
  onWalkIn(): void
  onChecklist(): void
  onRetry(): void
  onDone(): void
}

/** Half the screen: what became of the last scan or pick, in colour, icon and word, and everything about the person. */
export const VerdictPanel = memo(function VerdictPanel(props: Props) {
  const { panel } = props
  const card = useQuery({
    ...cardQuery(panel.participantId ?? ''),
    enabled: panel.participantId !== null,
    ...(panel.card && { initialData: panel.card }),
  })
  if (panel.kind === 'idle') return <Idle event={props.event} />
  const shown = panel.participantId === null ? null : (card.data ?? null)
  return (
    <section
      className={classes.verdict}
      data-tone={toneOf(panel.kind)}
      data-verdict={panel.kind}
      data-sequence={panel.sequence}
      data-wordy={shown === null || undefined}
    >
      <Head event={props.event} panel={panel} card={shown} />
      {shown ? <PersonCard {...props} card={shown} /> : <Words {...props} />}
    </section>
  )
})

const ICONS: Partial<Record<PanelKind, ReactNode>> = {
  welcome: <IconCheck stroke={3.5} size={26} />,
  group: <IconCheck stroke={3.5} size={26} />,
  'already-in': <IconClock stroke={2.5} size={26} />,
  'not-today': <IconClock stroke={2.5} size={26} />,
  revoked: <IconBan stroke={2.5} size={26} />,
  archived: <IconBan stroke={2.5} size={26} />,
  nobody: <IconQuestionMark stroke={3} size={26} />,
  incomplete: <IconScan stroke={2.5} size={24} />,
  'not-a-code': <IconQuestionMark stroke={3} size={26} />,
  undone: <IconArrowBackUp stroke={2.5} size={26} />,
  'nothing-to-undo': <IconArrowBackUp stroke={2.5} size={26} />,
  'looked-up': <IconInfoSmall stroke={2.5} size={34} />,
  replaced: <IconInfoSmall stroke={2.5} size={34} />,
}

function Head({ event, panel, card }: { event: EventSummary; panel: Panel; card: Card | null }) {
  const { t } = useTranslation()
  const arrivedAt = card?.person.arrivedAt ?? null
  const isWaiting = panel.kind === 'looked-up' && arrivedAt === null
  return (
    <div className={classes.word} role="status">
      <span key={panel.sequence} className={classes.wordIcon}>
        {ICONS[panel.kind] ?? <IconX stroke={3.5} size={26} />}
      </span>
      <span>
        {t(isWaiting ? 'registration.verdict.waiting' : `registration.verdict.${panel.kind}`)}
        <Explained event={event} panel={panel} card={card} />
      </span>
      {card && arrivedAt !== null && (
        <em className="tabular">
          {formatTime(arrivedAt, event.timeZone)} · {card.person.arrivedDevice}
        </em>
      )}
    </div>
  )
}

/** The one line under the word: what happened before, or why not. */
function Explained({ event, panel, card }: { event: EventSummary; panel: Panel; card: Card | null }) {
  const { t } = useTranslation()
  const { verdict } = panel
  let line = ''
  if (verdict?.kind === 'already-in') {
    const time = formatTime(verdict.at, event.timeZone)
    line = t('registration.explained.alreadyIn', { time, device: verdict.deviceName })
  } else if (verdict?.kind === 'revoked' || verdict?.kind === 'archived') {
    line = card?.replacedBy
      ? t('registration.explained.replacedBy', { name: fullName(card.replacedBy), reason: card.replacedBy.reason })
      : verdict.reason
  } else if (verdict?.kind === 'not-today') line = t('registration.explained.notToday')
  else if (panel.kind === 'group' || panel.kind === 'nobody') line = panel.detail ?? ''
  else if (panel.kind === 'undone') line = undoneWords(t, panel.detail)
  return line === '' ? null : <small className={classes.explained}>{line}</small>
}

function undoneWords(t: (key: string) => string, verb = ''): string {
  return t(`registration.undone.${verb.replace(/^.*\./, '')}`)
}

/** Refusals without a person: what it means and what to do. */
function Words({ panel, onRetry, onWalkIn }: Props) {
  const { t } = useTranslation()
  if (panel.kind === 'failed') return <Failed error={panel.error} onRetry={onRetry} />
  return (
    <>
      <p className={classes.advice}>{t(`registration.advice.${panel.kind}`, { defaultValue: '' })}</p>
      {(panel.kind === 'nobody' || panel.kind === 'unknown') && (
        <div className={classes.acts}>
          <Button variant="default" size="md" onClick={onWalkIn} rightSection={<Kbd>F2</Kbd>}>
            {t('registration.walkIn.open')}
          </Button>
        </div>
      )}
    </>
  )
}

function Failed({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation()
  const { title, text } = useFailureWords(error)
  return (
    <>
      <div>
        <div className={classes.failedTitle}>{title}</div>
        <p className={classes.advice}>{text}</p>
        <p className={classes.advice}>{t('registration.failedHint')}</p>
      </div>
      <div className={classes.acts}>
        <Button variant="default" size="md" onClick={onRetry} rightSection={<Kbd>Enter</Kbd>}>
          {t('common.retry')}
        </Button>
      </div>
    </>
  )
}

function Idle({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const counters = useQuery(orpc.registration.counters.queryOptions())
  const isEmpty = counters.data?.expected === 0
  return (
    <section className={classes.idle} data-verdict="idle">
      <IconScan size={72} stroke={1.3} aria-hidden />
      <h2>{t(isEmpty ? 'registration.idle.empty' : 'registration.idle.title')}</h2>
      <p>{t(isEmpty ? 'registration.idle.emptyHint' : 'registration.idle.hint')}</p>
      {isEmpty && (
        <Button component="a" href="#/peserta" size="md">
          {t('registration.idle.toParticipants')}
        </Button>
      )}
      {!isEmpty && event.todayId === null && <p className={classes.notToday}>{t('registration.idle.notToday')}</p>}
      {!isEmpty && (
        <dl className={classes.keys}>
          {(['group', 'print', 'substitute', 'undo', 'walkIn'] as const).map(key => (
            <div key={key}>
              <dt>
                <Kbd>{t(`registration.keys.${key}.key`)}</Kbd>
              </dt>
              <dd>{t(`registration.keys.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
