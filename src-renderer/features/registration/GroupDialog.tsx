import { Button, Group as Row, Kbd, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { DeskPerson, Group } from '#main/features/registration/contract.ts'
import type { Verdict } from '#main/features/registration/rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import type { DeskActs } from '#renderer/rpc/desk-acts.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import classes from './dialogs.module.css'
import deskClasses from './registration.module.css'

export interface GroupDone {
  name: string
  checkedIn: string[]
  others: { participantId: string; verdict: Verdict }[]
}

interface Props {
  event: EventSummary
  /** Whose group; null asks which delegation it is. */
  participantId: string | null
  acts: DeskActs
  onClose(): void
  onDone(done: GroupDone): void
}

/** Rombongan: tick those who stepped off the bus, Enter checks them all in. Nobody is ticked beforehand: presence is seen, not assumed. */
export function GroupDialog(props: Props) {
  const { t } = useTranslation()
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const input = delegationId === null ? { participantId: props.participantId ?? '' } : { delegationId }
  const isKnown = delegationId !== null || props.participantId !== null
  const { data: group } = useQuery({ ...orpc.registration.group.queryOptions({ input }), enabled: isKnown })
  const isAsking = !isKnown || group === null
  return (
    <DialogFrame title={<b>{t('registration.group.title')}</b>} size={640} onClose={props.onClose}>
      {isAsking && <DelegationPicker onPick={setDelegationId} />}
      {group && <Members key={group.name} {...props} group={group} />}
    </DialogFrame>
  )
}

function DelegationPicker({ onPick }: { onPick(id: string | null): void }) {
  const { t } = useTranslation()
  const counters = useQuery(orpc.registration.counters.queryOptions())
  return (
    <Select
      autoFocus
      data-autofocus
      searchable
      selectFirstOptionOnChange
      label={t('registration.group.which')}
      nothingFoundMessage={t('registration.group.noDelegation')}
      limit={30}
      data={(counters.data?.byDelegation ?? []).map(({ id, name, arrived, expected }) => ({
        value: id,
        label: `${name} · ${arrived} / ${expected}`,
      }))}
      onChange={onPick}
    />
  )
}

function Members({ event, acts, group, onDone }: Props & { group: Group }) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<unknown>(null)
  const missing = group.members.filter(member => member.arrivedAt === null)
  const isAll = missing.length > 0 && missing.every(member => ticked.has(member.id))
  const ids = missing.filter(member => ticked.has(member.id)).map(member => member.id)

  function toggle(id: string): void {
    setTicked(current => {
      const next = new Set(current)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }
  const list = useRef<HTMLDivElement>(null)
  const firstMissingId = missing[0]?.id
  // The box that had or was to get the focus may be disabled: that member is in, or was in an older list.
  useEffect(() => {
    if (firstMissingId !== undefined && !list.current?.contains(document.activeElement))
      boxesOf(list.current)[0]?.focus()
  }, [firstMissingId])
  const toggleAll = (): void => setTicked(new Set(isAll ? [] : missing.map(member => member.id)))

  async function send(): Promise<void> {
    if (ids.length === 0) return
    try {
      const answer = await acts.run(`group ${ids.join()}`, actId =>
        client.registration.checkInGroup({ actId, participantIds: ids }),
      )
      if (answer) onDone({ name: group.name, ...answer })
    } catch (failure) {
      setError(failure)
    }
  }

  function onKeyDown(pressed: KeyboardEvent<HTMLDivElement>): void {
    if (pressed.key === 'Enter') {
      pressed.preventDefault()
      void send()
    } else if (pressed.key.toLowerCase() === 'a' && !pressed.altKey) {
      pressed.preventDefault()
      toggleAll()
    } else if (pressed.key === 'ArrowDown' || pressed.key === 'ArrowUp') {
      pressed.preventDefault()
      moveFocus(pressed.currentTarget, pressed.key === 'ArrowDown' ? 1 : -1)
    }
  }

  return (
    <Stack ref={list} gap={0} onKeyDown={onKeyDown} role="group" aria-label={group.name}>
      <div className={classes.groupHead}>
        <h3>{group.name}</h3>
        <span className="tabular">
          {t('registration.group.arrived', {
            arrived: group.arrived,
            total: group.total,
          })}
        </span>
      </div>
      {error !== null && <FailureNote error={error} />}
      <div className={classes.members}>
        {group.members.map(member => (
          <Member
            key={member.id}
            event={event}
            member={member}
            isTicked={ticked.has(member.id)}
            isFirst={member.id === (missing[0] ?? group.members[0])?.id}
            onToggle={() => toggle(member.id)}
          />
        ))}
      </div>
      <p className={classes.hint}>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('registration.results.choose')} · <Kbd>{t('registration.keys.space')}</Kbd>{' '}
        {t('registration.group.tick')} · <Kbd>A</Kbd> {t('registration.group.all')}
      </p>
      <Row justify="space-between" mt="md">
        <Button variant="default" onClick={toggleAll} disabled={missing.length === 0}>
          {t(isAll ? 'registration.group.none' : 'registration.group.tickAll', { count: missing.length })}
        </Button>
        <Button
          size="md"
          disabled={ids.length === 0}
          loading={acts.isPending}
          onClick={() => void send()}
          rightSection={<Kbd>Enter</Kbd>}
        >
          {t('registration.group.checkIn', { count: ids.length })}
        </Button>
      </Row>
    </Stack>
  )
}

function Member({
  event,
  member,
  isTicked,
  isFirst,
  onToggle,
}: {
  event: EventSummary
  member: DeskPerson
  isTicked: boolean
  isFirst: boolean
  onToggle(): void
}) {
  const { t } = useTranslation()
  const isIn = member.arrivedAt !== null
  return (
    <label className={classes.member} data-in={isIn || undefined}>
      <input
        type="checkbox"
        checked={isTicked || isIn}
        disabled={isIn}
        autoFocus={isFirst}
        data-autofocus={isFirst || undefined}
        onChange={onToggle}
      />
      <span>
        <b>{fullName(member)}</b>
        <small>{[member.role, member.position].filter(Boolean).join(' · ')}</small>
      </span>
      <small className={deskClasses.state} data-tone={isIn ? 'ok' : undefined}>
        {member.arrivedAt === null
          ? t('registration.state.missing')
          : t('registration.state.arrived', { time: formatTime(member.arrivedAt, event.timeZone) })}
      </small>
    </label>
  )
}

function moveFocus(list: HTMLElement, step: number): void {
  const boxes = boxesOf(list)
  const index = boxes.findIndex(box => box === document.activeElement)
  boxes[Math.max(0, Math.min(boxes.length - 1, index + step))]?.focus()
}

function boxesOf(list: HTMLElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>('input[type=checkbox]:not(:disabled)') ?? [])]
}
