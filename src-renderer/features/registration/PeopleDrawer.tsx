import { Drawer, NativeSelect, Progress, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import {
  type CountersView,
  type DeskPerson,
  PEOPLE_LIMIT,
  type PeopleFilter,
} from '#main/features/registration/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatNumber, formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { placeOf } from './place.ts'
import classes from './dialogs.module.css'
import deskClasses from './registration.module.css'

/** Which list behind the counters is shown. */
export type Shown =
  | { list: 'delegations' }
  | {
      list: 'people'
      state: 'expected' | 'arrived' | 'missing'
      roleId?: string
      delegationId?: string
      onlyWalkIns: boolean
    }

type ShownPeople = Extract<Shown, { list: 'people' }>

interface Props {
  event: EventSummary
  shown: Shown
  onChange(shown: Shown): void
  onClose(): void
  onOpen(participantId: string): void
}

/** The people or delegations behind a number. */
export function PeopleDrawer({ event, shown, onChange, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const counters = useQuery(orpc.registration.counters.queryOptions())
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<b>{t(titleOf(shown))}</b>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown.list === 'delegations' ? (
        <Delegations counters={counters.data} onPick={onChange} />
      ) : (
        <People event={event} shown={shown} counters={counters.data} onChange={onChange} onOpen={onOpen} />
      )}
    </Drawer>
  )
}

function titleOf(shown: Shown): string {
  if (shown.list === 'delegations') return 'registration.people.delegations'
  return shown.onlyWalkIns ? 'registration.counters.walkIns' : 'registration.people.title'
}

function Delegations({ counters, onPick }: { counters: CountersView | undefined; onPick(shown: Shown): void }) {
  const { t } = useTranslation()
  if (counters?.byDelegation.length === 0)
    return <p className={deskClasses.dim}>{t('registration.people.noDelegations')}</p>
  return (
    <div className={classes.shares}>
      {counters?.byDelegation.map(({ id, name, arrived, expected }) => (
        <button
          key={id}
          type="button"
          onClick={() => onPick({ list: 'people', state: 'expected', delegationId: id, onlyWalkIns: false })}
        >
          <span>{name}</span>
          <b className="tabular">
            {formatNumber(arrived)} / {formatNumber(expected)}
          </b>
          <Progress
            value={expected === 0 ? 0 : (arrived / expected) * 100}
            color={arrived >= expected ? 'ok' : 'gold'}
            size={5}
            aria-label={name}
          />
        </button>
      ))}
    </div>
  )
}

function People({
  event,
  shown,
  counters,
  onChange,
  onOpen,
}: {
  event: EventSummary
  shown: ShownPeople
  counters: CountersView | undefined
  onChange(shown: Shown): void
  onOpen(participantId: string): void
}) {
  const { t } = useTranslation()
  const people = useQuery({
    ...orpc.registration.people.queryOptions({ input: filterOf(shown) }),
    placeholderData: previous => previous,
  })
  const { roleId, ...anyRole } = shown
  const { delegationId, ...anyDelegation } = shown
  const share = (one: { name: string; arrived: number; expected: number }): string =>
    `${one.name} · ${formatNumber(one.arrived)} / ${formatNumber(one.expected)}`
  return (
    <div className={classes.people}>
      <SegmentedControl
        fullWidth
        value={shown.state}
        onChange={state => onChange({ ...shown, state: state as ShownPeople['state'] })}
        data={(['missing', 'arrived', 'expected'] as const).map(state => ({
          value: state,
          label: t(`registration.people.${state}`),
        }))}
      />
      <div className={classes.filters}>
        <NativeSelect
          aria-label={t('registration.people.role')}
          value={roleId ?? ''}
          onChange={change => onChange(change.target.value ? { ...shown, roleId: change.target.value } : anyRole)}
          data={[
            { value: '', label: t('registration.people.allRoles') },
            ...(counters?.byRole ?? []).map(one => ({ value: one.id, label: share(one) })),
          ]}
        />
        <NativeSelect
          aria-label={t('registration.people.delegation')}
          value={delegationId ?? ''}
          onChange={change =>
            onChange(change.target.value ? { ...shown, delegationId: change.target.value } : anyDelegation)
          }
          data={[
            { value: '', label: t('registration.people.allDelegations') },
            ...(counters?.byDelegation ?? []).map(one => ({ value: one.id, label: share(one) })),
          ]}
        />
      </div>
      {people.error && <FailureNote error={people.error} />}
      <PeopleList event={event} people={people.data ?? []} onOpen={onOpen} />
    </div>
  )
}

function filterOf({ state, roleId, delegationId, onlyWalkIns }: ShownPeople): PeopleFilter {
  return { state, onlyWalkIns, ...(roleId && { roleId }), ...(delegationId && { delegationId }) }
}

function PeopleList({
  event,
  people,
  onOpen,
}: {
  event: EventSummary
  people: readonly DeskPerson[]
  onOpen(participantId: string): void
}) {
  const { t } = useTranslation()
  const count = formatNumber(people.length)
  return (
    <>
      <p className={deskClasses.dim} aria-live="polite">
        {t(people.length < PEOPLE_LIMIT ? 'registration.people.count' : 'registration.people.tooMany', { count })}
      </p>
      <div className={classes.peopleList}>
        {people.map(person => (
          <button key={person.id} type="button" onClick={() => onOpen(person.id)}>
            <span>
              <b>{fullName(person)}</b>
              <small>{[person.role, ...placeOf(person)].join(' · ')}</small>
            </span>
            {person.arrivedAt !== null && (
              <span className={deskClasses.state} data-tone="ok">
                {formatTime(person.arrivedAt, event.timeZone)}
              </span>
            )}
          </button>
        ))}
      </div>
    </>
  )
}
