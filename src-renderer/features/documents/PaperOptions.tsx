import { Checkbox, MultiSelect, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PAPER_GROUPINGS, PAPER_SORTS, type PaperRequest } from '#main/features/documents/contract.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { NO_DELEGATION } from '#main/features/participants/contract.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './documents.module.css'
import { PAPER_OPTIONS } from './paper-options.ts'

interface OptionsProps {
  event: EventSummary
  request: PaperRequest
  columns: readonly { key: string; label: string }[]
  onChange: (request: PaperRequest) => void
}

/** Everything that can be chosen about this paper; what it does not have is not shown. */
export function PaperOptions({ event, request, columns, onChange }: OptionsProps) {
  const { t } = useTranslation()
  const has = (option: (typeof PAPER_OPTIONS)[typeof request.paper][number]): boolean =>
    PAPER_OPTIONS[request.paper].includes(option)
  const change = (changed: Partial<PaperRequest>): void => onChange({ ...request, ...changed })
  return (
    <Stack gap="sm" className={classes.options}>
      {(has('day') || has('anyDay')) && (
        <DayChoice event={event} request={request} change={change} isAny={has('anyDay')} />
      )}
      {has('session') && <SessionChoice event={event} request={request} change={change} />}
      {has('recapBy') && (
        <SegmentedControl
          fullWidth
          aria-label={t('documents.option.recapBy')}
          value={request.recapBy}
          onChange={recapBy => change({ recapBy })}
          data={(['session', 'day'] as const).map(value => ({ value, label: t(`documents.recapBy.${value}`) }))}
        />
      )}
      <PeopleChoice request={request} change={change} />
      <Select
        label={t('documents.option.sort')}
        allowDeselect={false}
        value={request.sort}
        onChange={sort => sort && change({ sort })}
        data={PAPER_SORTS.map(value => ({ value, label: t(`documents.sort.${value}`) }))}
      />
      {has('grouping') && (
        <Select
          label={t('documents.option.groupBy')}
          allowDeselect={false}
          value={request.groupBy}
          onChange={groupBy => groupBy && change({ groupBy })}
          data={PAPER_GROUPINGS.map(value => ({ value, label: t(`documents.groupBy.${value}`) }))}
        />
      )}
      <Ticks request={request} change={change} has={has} />
      <PaperChoice request={request} change={change} hasSpareRows={has('spareRows')} />
      {columns.length > 0 && (
        <MultiSelect
          label={t('documents.option.hiddenColumns')}
          placeholder={request.hiddenColumns.length === 0 ? t('documents.option.noHiddenColumns') : ''}
          value={request.hiddenColumns}
          onChange={hiddenColumns => change({ hiddenColumns })}
          data={columns.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
    </Stack>
  )
}

interface ChoiceProps {
  request: PaperRequest
  change: (changed: Partial<PaperRequest>) => void
}

function DayChoice({ event, request, change, isAny }: ChoiceProps & { event: EventSummary; isAny: boolean }) {
  const { t } = useTranslation()
  const days = event.days.map(({ id, date, label }) => ({
    value: id,
    label: [formatShortDate(date), label].filter(part => part !== '').join(' · '),
  }))
  return (
    <Select
      label={t('documents.option.day')}
      placeholder={t('documents.option.everyDay')}
      clearable={isAny}
      allowDeselect={isAny}
      value={request.dayId ?? (isAny ? null : (event.days[0]?.id ?? null))}
      onChange={dayId => change({ dayId, sessionId: null })}
      data={days}
    />
  )
}

function SessionChoice({ event, request, change }: ChoiceProps & { event: EventSummary }) {
  const { t } = useTranslation()
  const dayId = request.dayId ?? event.days[0]?.id ?? null
  const sessions = useQuery(orpc.sessions.list.queryOptions({ input: { dayId } }))
  const counted = (sessions.data ?? []).filter(({ isCounted, isBreak }) => isCounted && !isBreak)
  if (counted.length === 0) return null
  return (
    <Select
      label={t('documents.option.session')}
      placeholder={t('documents.option.wholeDay')}
      clearable
      value={request.sessionId}
      onChange={sessionId => change({ sessionId })}
      data={counted.map(({ id, title, roomName }) => ({ value: id, label: `${title} · ${roomName}` }))}
    />
  )
}

function PeopleChoice({ request, change }: ChoiceProps) {
  const { t } = useTranslation()
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const delegations = useQuery(orpc.participants.delegations.list.queryOptions())
  const active = (delegations.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <>
      <MultiSelect
        label={t('documents.option.roles')}
        placeholder={request.roleIds.length === 0 ? t('documents.option.everyRole') : ''}
        clearable
        value={request.roleIds}
        onChange={roleIds => change({ roleIds })}
        data={(roles.data ?? [])
          .filter(({ archivedAt }) => archivedAt === null)
          .map(({ id, name, memberCount }) => ({ value: id, label: `${name} (${memberCount})` }))}
      />
      {active.length > 0 && (
        <Select
          label={t('documents.option.delegation')}
          placeholder={t('documents.option.everyDelegation')}
          clearable
          searchable
          value={request.delegationId}
          onChange={delegationId => change({ delegationId })}
          data={[
            ...active.map(({ id, name }) => ({ value: id, label: name })),
            { value: NO_DELEGATION, label: t('documents.option.noDelegation') },
          ]}
        />
      )}
    </>
  )
}

type Has = (option: (typeof PAPER_OPTIONS)['daftar-hadir'][number]) => boolean

function Ticks({ request, change, has }: ChoiceProps & { has: Has }) {
  const { t } = useTranslation()
  const tick = (key: TickKey, words: string = key): React.ReactNode => (
    <Checkbox
      key={key}
      label={t(`documents.tick.${words}`)}
      checked={request[key]}
      onChange={changed => change({ [key]: changed.currentTarget.checked })}
    />
  )
  const hasPrivate = has('nik') || has('account') || has('privateLife')
  return (
    <Stack gap={8}>
      {tick('isPresentOnly')}
      {has('times') && tick('hasTimes')}
      {has('minutes') && tick('hasTimes', 'hasMinutes')}
      {has('incomplete') && tick('isIncompleteOnly')}
      {has('privateLife') && tick('hasPrivateLife')}
      {has('nik') && tick('hasNik')}
      {has('account') && tick('hasAccount')}
      {hasPrivate && (request.hasNik || request.hasAccount) && (
        <Text size="xs" c="var(--warn-ink)">
          {t('documents.option.privateHint')}
        </Text>
      )}
    </Stack>
  )
}

type TickKey = 'isPresentOnly' | 'hasTimes' | 'isIncompleteOnly' | 'hasPrivateLife' | 'hasNik' | 'hasAccount'

function PaperChoice({ request, change, hasSpareRows }: ChoiceProps & { hasSpareRows: boolean }) {
  const { t } = useTranslation()
  const settings = useQuery(orpc.documents.settings.get.queryOptions())
  return (
    <div className={classes.pair}>
      <div>
        <Text size="sm" fw={600} mb={4} id="paper-size">
          {t('documents.option.size')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="paper-size"
          value={request.size ?? settings.data?.size ?? 'F4'}
          onChange={size => change({ size })}
          data={[
            { value: 'A4' as const, label: 'A4' },
            { value: 'F4' as const, label: 'F4' },
          ]}
        />
      </div>
      {hasSpareRows && (
        <NumberInput
          label={t('documents.option.spareRows')}
          min={0}
          max={200}
          allowDecimal={false}
          value={request.spareRowCount ?? settings.data?.spareRowCount ?? 0}
          onChange={value => change({ spareRowCount: typeof value === 'number' ? value : null })}
        />
      )}
    </div>
  )
}
