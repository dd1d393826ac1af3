import { Drawer, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { AttendancePerson, Overview } from '#main/features/sessions/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { AttendanceTable, type TableHandle } from './AttendanceTable.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import own from './people.module.css'
import { type PeopleState, type ShownList, statesOf } from './shown-list.ts'
import { useAttendancePeople } from './use-attendance-people.ts'

const WAIT_MS = 150

interface Props {
  event: EventSummary
  overview: Overview
  shown: ShownList
  /** Something lies over it: Escape is for that. */
  isCovered: boolean
  onChange: (shown: ShownList) => void
  onClose: () => void
}

/** The people behind a number, to search, look into and correct. */
export function AttendanceDrawer({ event, overview, shown, isCovered, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text, WAIT_MS)
  const [corrected, setCorrected] = useState<AttendancePerson | null>(null)
  const table = useRef<TableHandle>(null)
  const people = useAttendancePeople(event, shown, settled)
  const { dayId, sessionId } = shown
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={!isCovered && corrected === null}
      position="right"
      size={1120}
      title={shown.title}
      padding={20}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{
        title: { fontWeight: 700, fontSize: 18 },
        content: { display: 'flex', flexDirection: 'column' },
        body: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 10 },
      }}
    >
      <States overview={overview} shown={shown} onChange={onChange} />
      <Group gap="sm" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          leftSection={<IconSearch size={18} aria-hidden />}
          aria-label={t('sessions.people.search')}
          placeholder={t('sessions.people.searchHint')}
          maxLength={200}
          value={text}
          onChange={typed => setText(typed.currentTarget.value)}
          onKeyDown={pressed => table.current?.onKeyDown(pressed)}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
        />
        <span role="status" className={own.count}>
          {people.rows &&
            t('sessions.people.count', { count: people.rows.length, total: formatNumber(people.rows.length) })}
        </span>
      </Group>
      {people.error !== null && <FailureNote error={people.error} />}
      <AttendanceTable
        key={`${dayId} ${sessionId} ${shown.state} ${settled}`}
        ref={table}
        event={event}
        people={people.rows}
        hasMinutes={sessionId !== null}
        canCorrect={dayId !== null}
        onTimeline={id => navigate(`/kehadiran/orang/${id}`)}
        onCorrect={setCorrected}
      />
      {corrected && dayId !== null && (
        <CorrectionDialog
          place={{ dayId, sessionId }}
          title={shown.title}
          person={corrected}
          onClose={() => setCorrected(null)}
        />
      )}
    </Drawer>
  )
}

/** The other numbers of the same place, one press away. */
function States({ overview, shown, onChange }: Pick<Props, 'overview' | 'shown' | 'onChange'>) {
  const { t } = useTranslation()
  const states = statesOf(shown)
  if (states.length < 2) return null
  const counts =
    shown.sessionId === null
      ? overview.days.find(day => day.dayId === shown.dayId)
      : overview.sessions.find(session => session.sessionId === shown.sessionId)
  const known: Record<string, unknown> = { ...counts }
  const numberOf = (state: PeopleState): number =>
    Number(known[{ 'by-hand': 'byHand', 'missing-exit': 'missingExits' }[state as string] ?? state] ?? 0)
  return (
    <SegmentedControl
      fullWidth
      size="sm"
      aria-label={t('sessions.people.which')}
      value={shown.state}
      onChange={state => onChange({ ...shown, state: states.find(each => each === state) ?? 'registered' })}
      data={states.map(state => ({
        value: state,
        label: `${t(`sessions.state.${state}`)} ${formatNumber(numberOf(state))}`,
      }))}
    />
  )
}
