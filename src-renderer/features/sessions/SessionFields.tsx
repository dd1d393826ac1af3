import {
  Autocomplete,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { DEFAULT_ATTENDANCE_RULE } from '#main/features/sessions/attendance-rules.ts'
import { SESSION_KINDS, type Session } from '#main/features/sessions/contract.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { formatClock, MINUTES_OF_DAY, parseClock } from './clock-text.ts'
import { overlapping, timesOf, usualFor } from './programme.ts'
import { RuleFields, RuleSentence } from './RuleFields.tsx'
import { roomNamed, type SessionFormOf, slotOf } from './session-form.ts'
import classes from './sessions.module.css'
import { type Places, useAdmissionWords } from './use-places.ts'

interface Props {
  form: SessionFormOf
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.section}>
      <legend>{t(`sessions.section.${name}`)}</legend>
      <Stack gap="xs">{children}</Stack>
    </fieldset>
  )
}

/** Title and kind; the kind sets what is usual for attendance as long as nobody has said otherwise. */
export function WhatFields({ form }: Props) {
  const { t } = useTranslation()
  const { kind, isBreak, isCounted } = form.values
  const choose = (next: string): void => {
    const before = usualFor(kind)
    const isUsual = before.isBreak === isBreak && before.isCounted === isCounted
    form.setValues(isUsual ? { kind: next, ...usualFor(next) } : { kind: next })
  }
  return (
    <Section name="what">
      <div className={classes.titleAndKind}>
        <TextInput
          {...form.getInputProps('title')}
          label={t('sessions.field.title')}
          maxLength={500}
          autoFocus
          data-autofocus
          withAsterisk
        />
        <Autocomplete
          label={t('sessions.field.kind')}
          placeholder={t('sessions.hint.kind')}
          data={[...SESSION_KINDS]}
          value={kind}
          onChange={choose}
          maxLength={500}
        />
      </div>
      <TagsInput
        {...form.getInputProps('speakers')}
        label={t('sessions.field.speakers')}
        description={t('sessions.hint.speakers')}
        splitChars={[';']}
        acceptValueOnBlur
        maxTags={50}
      />
      <TextInput {...form.getInputProps('moderator')} label={t('sessions.field.moderator')} maxLength={500} />
    </Section>
  )
}

interface WhenProps extends Props {
  event: EventSummary
  session: Session | null
  sessions: readonly Session[]
  places: Places
}

/** Day, times, room and limit, with what clashes. */
export function WhenFields({ form, event, session, sessions, places }: WhenProps) {
  const { t } = useTranslation()
  const { dayId, roomName } = form.values
  const room = roomNamed(roomName, places.rooms)
  const { startMinute, endMinute } = slotOf(form.values)
  const clashes =
    room && startMinute !== null && endMinute !== null
      ? overlapping({ dayId, roomId: room.id, startMinute, endMinute }, sessions, session?.id ?? null)
      : []
  const tidy = (field: 'start' | 'end'): void => {
    const minute = parseClock(form.values[field])
    if (minute !== null && minute < MINUTES_OF_DAY) form.setFieldValue(field, formatClock(minute))
  }
  return (
    <Section name="when">
      <div className={classes.dayAndTimes}>
        <Select
          {...form.getInputProps('dayId')}
          label={t('sessions.field.day')}
          data={event.days.map((day, index) => ({
            value: day.id,
            label: `${day.label || t('sessions.day', { number: index + 1 })} · ${formatDate(day.date)}`,
          }))}
          allowDeselect={false}
        />
        <TextInput
          {...form.getInputProps('start')}
          onBlur={() => tidy('start')}
          label={t('sessions.field.start')}
          placeholder="08.30"
          maxLength={10}
          autoComplete="off"
          withAsterisk
        />
        <TextInput
          {...form.getInputProps('end')}
          onBlur={() => tidy('end')}
          label={t('sessions.field.end')}
          placeholder="10.00"
          maxLength={10}
          autoComplete="off"
          withAsterisk
        />
      </div>
      <div className={classes.roomAndLimit}>
        <Autocomplete
          {...form.getInputProps('roomName')}
          label={t('sessions.field.room')}
          placeholder={t('sessions.hint.room')}
          data={places.rooms.map(each => each.name)}
          maxLength={500}
          withAsterisk
        />
        <NumberInput
          label={t('sessions.field.limit')}
          placeholder={
            room?.capacity ? t('sessions.hint.limitOfRoom', { count: room.capacity }) : t('sessions.hint.noLimit')
          }
          min={1}
          max={100_000}
          allowDecimal={false}
          value={form.values.capacity ?? ''}
          onChange={value => form.setFieldValue('capacity', typeof value === 'number' ? value : null)}
        />
      </div>
      {roomName.trim() !== '' && !room && (
        <Note icon={<IconInfoCircle size={16} aria-hidden />} tone="info">
          {t('sessions.form.newRoom', { name: roomName.trim() })}
        </Note>
      )}
      {endMinute !== null && endMinute > MINUTES_OF_DAY && (
        <Note icon={<IconInfoCircle size={16} aria-hidden />} tone="info">
          {t('sessions.form.nextDay')}
        </Note>
      )}
      {clashes.map(other => (
        <Note key={other.id} icon={<IconAlertTriangle size={16} aria-hidden />} tone="warn">
          {t('sessions.overlap', { title: other.title, times: timesOf(other) })}
        </Note>
      ))}
    </Section>
  )
}

function Note({ icon, tone, children }: { icon: ReactNode; tone: 'warn' | 'info'; children: ReactNode }) {
  return (
    <div className={classes.warning} data-tone={tone} role="status">
      {icon}
      {children}
    </div>
  )
}

/** Who may enter; every condition that is set must hold. The sentence below says what that comes to. */
export function WhoFields({ form, places }: Props & { places: Places }) {
  const { t } = useTranslation()
  const words = useAdmissionWords(places)
  const { roleIds, delegationIds, isSignUpOnly } = form.values
  const choosable = <Item extends { id: string; name: string; archivedAt: number | null }>(
    all: readonly Item[],
    chosen: readonly string[],
  ) =>
    all
      .filter(each => each.archivedAt === null || chosen.includes(each.id))
      .map(each => ({ value: each.id, label: each.name }))
  return (
    <Section name="who">
      <SimpleGrid cols={2} spacing={8}>
        <MultiSelect
          {...form.getInputProps('roleIds')}
          label={t('sessions.field.roles')}
          placeholder={roleIds.length === 0 ? t('sessions.hint.allRoles') : ''}
          data={choosable(places.roles, roleIds)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('sessions.hint.allRoles') }}
        />
        <MultiSelect
          {...form.getInputProps('delegationIds')}
          label={t('sessions.field.delegations')}
          placeholder={delegationIds.length === 0 ? t('sessions.hint.allDelegations') : ''}
          data={choosable(places.delegations, delegationIds)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('sessions.hint.allDelegations') }}
          limit={100}
        />
      </SimpleGrid>
      <Switch {...form.getInputProps('isSignUpOnly', { type: 'checkbox' })} label={t('sessions.field.isSignUpOnly')} />
      <Text size="sm" role="status">
        {t('sessions.form.mayEnter')} <b>{words({ roleIds, delegationIds, isSignUpOnly })}</b>
      </Text>
    </Section>
  )
}

/** Whether attendance is taken, whether it is a break, and by which rule. */
export function AttendanceFields({ form }: Props) {
  const { t } = useTranslation()
  const settings = useQuery(orpc.sessions.settings.get.queryOptions()).data
  const { rule, isCounted } = form.values
  const ofEvent = settings?.rule ?? DEFAULT_ATTENDANCE_RULE
  return (
    <Section name="attendance">
      <SimpleGrid cols={2} spacing={8}>
        <Switch {...form.getInputProps('isCounted', { type: 'checkbox' })} label={t('sessions.field.isCounted')} />
        <Switch {...form.getInputProps('isBreak', { type: 'checkbox' })} label={t('sessions.field.isBreak')} />
      </SimpleGrid>
      {isCounted && (
        <>
          <SegmentedControl
            aria-label={t('sessions.field.rule')}
            value={rule === null ? 'event' : 'own'}
            onChange={choice => form.setFieldValue('rule', choice === 'own' ? ofEvent : null)}
            data={[
              { value: 'event', label: t('sessions.form.ruleOfEvent') },
              { value: 'own', label: t('sessions.form.ownRule') },
            ]}
          />
          {rule !== null && <RuleFields rule={rule} onChange={next => form.setFieldValue('rule', next)} />}
          <RuleSentence rule={rule ?? ofEvent} />
        </>
      )}
      <Textarea
        {...form.getInputProps('note')}
        label={t('sessions.field.note')}
        maxLength={4000}
        autosize
        minRows={2}
      />
    </Section>
  )
}
