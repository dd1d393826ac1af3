import { Autocomplete, Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { clock, type RowDecision } from '#main/features/session-import/analyse-rules.ts'
import type { RundownRow } from '#main/features/session-import/contract.ts'
import classes from './session-import.module.css'
import type { RundownDraft } from './rundown-draft.ts'
import { useDayNames } from './row-words.ts'
import type { RowControls } from './SessionRows.tsx'

interface Saying {
  event: EventSummary
  rooms: readonly string[]
  draft: RundownDraft
  onSay: (rowNumber: number, word: Partial<RowDecision>) => void
}

const TIME_TROUBLE = ['no-time', 'time-unreadable', 'no-end', 'end-open', 'ends-before-start']
const DAY_TROUBLE = ['day-missing', 'day-unknown', 'day-ambiguous', 'day-contradicts']

/** Fields where a row lacks something or somebody has said something; elsewhere null, and the row shows what it says. */
export function makeControls({ event, rooms, draft, onSay }: Saying): RowControls {
  const decisionOf = ({ rowNumber }: RundownRow): RowDecision | undefined => draft.decisions[rowNumber]
  const has = (row: RundownRow, codes: readonly string[]): boolean => row.notes.some(({ code }) => codes.includes(code))
  const sayOf =
    ({ rowNumber }: RundownRow) =>
    (word: Partial<RowDecision>): void =>
      onSay(rowNumber, word)
  return {
    renderDay: row =>
      has(row, DAY_TROUBLE) || decisionOf(row)?.dayId != null ? (
        <DayField event={event} row={row} onSay={sayOf(row)} />
      ) : null,
    renderTime: row =>
      has(row, TIME_TROUBLE) || decisionOf(row)?.startMinute != null || decisionOf(row)?.endMinute != null ? (
        <TimeFields row={row} onSay={sayOf(row)} />
      ) : null,
    renderRoom: row =>
      has(row, ['no-room']) || decisionOf(row)?.room != null ? (
        <RoomField row={row} rooms={rooms} onSay={sayOf(row)} />
      ) : null,
    renderCounted: row => (row.isBreak ? null : <CountedSwitch row={row} onSay={sayOf(row)} />),
    renderLeave: row => <LeaveButton row={row} isLeft={row.state === 'left'} onSay={sayOf(row)} />,
  }
}

interface FieldProps {
  row: RundownRow
  onSay: (word: Partial<RowDecision>) => void
}

function DayField({ event, row, onSay }: FieldProps & { event: EventSummary }) {
  const { t } = useTranslation()
  const dayName = useDayNames(event)
  return (
    <NativeSelect
      size="xs"
      aria-label={t('session-import.say.day', { row: row.rowNumber })}
      value={row.draft.dayId ?? ''}
      data={[
        { value: '', label: t('session-import.say.choose') },
        ...event.days.map(({ id }) => ({ value: id, label: dayName(id) })),
      ]}
      onChange={change => onSay({ dayId: change.currentTarget.value || null })}
    />
  )
}

function TimeFields({ row, onSay }: FieldProps) {
  const { t } = useTranslation()
  const { draft, suggestedEnd } = row
  return (
    <div className={classes.times}>
      <TimeField
        label={t('session-import.say.start', { row: row.rowNumber })}
        minute={draft.startMinute}
        onChange={startMinute => onSay({ startMinute })}
      />
      <TimeField
        label={t('session-import.say.end', { row: row.rowNumber })}
        minute={draft.endMinute}
        onChange={endMinute => onSay({ endMinute })}
      />
      {suggestedEnd !== null && (
        <Button size="compact-xs" variant="default" onClick={() => onSay({ endMinute: suggestedEnd })}>
          {t(suggestedEnd > 1440 ? 'session-import.say.takeNextDay' : 'session-import.say.take', {
            time: clock(suggestedEnd),
          })}
        </Button>
      )}
    </div>
  )
}

/** A time of the day; what is half typed changes nothing. */
function TimeField(props: { label: string; minute: number | null; onChange: (minute: number) => void }) {
  const { label, minute, onChange } = props
  return (
    <TextInput
      key={minute}
      type="time"
      size="xs"
      aria-label={label}
      defaultValue={minute === null ? '' : clock(minute).replace('.', ':')}
      onBlur={change => {
        const [hours, minutes] = change.currentTarget.value.split(':').map(Number)
        const typed = Number(hours) * 60 + Number(minutes)
        if (Number.isInteger(typed) && typed !== minute) onChange(typed)
      }}
    />
  )
}

function RoomField({ row, rooms, onSay }: FieldProps & { rooms: readonly string[] }) {
  const { t } = useTranslation()
  const say = (room: string): void => {
    if (room.trim() !== row.draft.room) onSay({ room: room.trim() || null })
  }
  return (
    <Autocomplete
      key={row.draft.room}
      size="xs"
      aria-label={t('session-import.say.room', { row: row.rowNumber })}
      placeholder={t('session-import.say.chooseRoom')}
      data={[...rooms]}
      maxLength={500}
      defaultValue={row.draft.room}
      onOptionSubmit={say}
      onBlur={change => say(change.currentTarget.value)}
    />
  )
}

function CountedSwitch({ row, onSay }: FieldProps) {
  const { t } = useTranslation()
  return (
    <Switch
      size="sm"
      aria-label={t('session-import.say.counted', { title: row.draft.title || row.rowNumber })}
      checked={row.isCounted}
      onChange={change => onSay({ isCounted: change.currentTarget.checked })}
    />
  )
}

function LeaveButton({ row, isLeft, onSay }: FieldProps & { isLeft: boolean }) {
  const { t } = useTranslation()
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t(isLeft ? 'session-import.say.takeRow' : 'session-import.say.leaveRow', { row: row.rowNumber })}
      onClick={() => onSay({ isLeft: !isLeft })}
    >
      {t(isLeft ? 'session-import.say.takeAgain' : 'session-import.say.leave')}
    </Button>
  )
}
