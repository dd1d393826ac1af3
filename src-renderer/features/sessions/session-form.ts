import type { UseFormReturnType } from '@mantine/form'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { AttendanceRule } from '#main/features/sessions/attendance-rules.ts'
import { EVERYBODY, type Room, type Session, type SessionInput } from '#main/features/sessions/contract.ts'
import { drafts } from '#renderer/platform/drafts.ts'
import { endAfter, formatClock, parseClock } from './clock-text.ts'
import { usualFor } from './programme.ts'

/** A session as it is typed: times as text, the room by its name. */
export interface SessionValues {
  dayId: string
  title: string
  kind: string
  start: string
  end: string
  roomName: string
  capacity: number | null
  isCounted: boolean
  isBreak: boolean
  roleIds: string[]
  delegationIds: string[]
  isSignUpOnly: boolean
  rule: AttendanceRule | null
  speakers: string[]
  moderator: string
  note: string
}
export type SessionFormOf = UseFormReturnType<SessionValues>

/** The values to begin with: the session's, or those of a new one that follows the last one of its day. */
export function startValues(event: EventSummary, session: Session | null, sessions: readonly Session[]): SessionValues {
  if (session) {
    const { admission, startMinute, endMinute, ...rest } = session
    return {
      ...valuesIn(rest),
      start: formatClock(startMinute),
      end: formatClock(endMinute),
      ...admission,
      roomName: session.roomName,
    }
  }
  const dayId = event.todayId ?? event.days[0]?.id ?? ''
  const last = sessions.filter(each => each.dayId === dayId).toSorted((one, other) => one.endMinute - other.endMinute)
  return {
    dayId,
    title: '',
    kind: '',
    start: last.length > 0 ? formatClock(last.at(-1)?.endMinute ?? 0) : '',
    end: '',
    roomName: last.at(-1)?.roomName ?? '',
    capacity: null,
    ...usualFor(''),
    ...EVERYBODY,
    rule: null,
    speakers: [],
    moderator: '',
    note: '',
  }
}

function valuesIn(
  session: Pick<
    Session,
    'dayId' | 'title' | 'kind' | 'capacity' | 'isCounted' | 'isBreak' | 'rule' | 'speakers' | 'moderator' | 'note'
  >,
) {
  const { dayId, title, kind, capacity, isCounted, isBreak, rule, speakers, moderator, note } = session
  return { dayId, title, kind, capacity, isCounted, isBreak, rule, speakers, moderator, note }
}

/** When the session takes place, in minutes after midnight; null where what is typed is no time. */
export function slotOf({ start, end }: Pick<SessionValues, 'start' | 'end'>): {
  startMinute: number | null
  endMinute: number | null
} {
  const [startMinute, endMinute] = [parseClock(start), parseClock(end)]
  if (startMinute === null || endMinute === null) return { startMinute, endMinute }
  return { startMinute, endMinute: endAfter(startMinute, endMinute) }
}

/** What is still wrong, as keys of words per field. */
export function problemsOf(values: SessionValues): Partial<Record<keyof SessionValues, string>> {
  const { startMinute, endMinute } = slotOf(values)
  return {
    ...(values.title.trim() === '' && { title: 'sessions.problem.title' }),
    ...(startMinute === null && { start: 'sessions.problem.time' }),
    ...(endMinute === null && {
      end: parseClock(values.end) === null ? 'sessions.problem.time' : 'sessions.problem.end',
    }),
    ...(values.roomName.trim() === '' && { roomName: 'sessions.problem.room' }),
  }
}

/** The room of a name, whatever its capitals and blanks. */
export function roomNamed(name: string, rooms: readonly Room[]): Room | undefined {
  const wanted = name.trim().toLowerCase()
  return rooms.find(room => room.name.toLowerCase() === wanted)
}

/** The session for the program, once nothing is wrong and its room is known. */
export function inputOf(values: SessionValues, roomId: string): SessionInput {
  const { startMinute, endMinute } = slotOf(values)
  const { roleIds, delegationIds, isSignUpOnly } = values
  return {
    ...valuesIn(values),
    roomId,
    startMinute: startMinute ?? 0,
    endMinute: endMinute ?? 0,
    admission: { roleIds, delegationIds, isSignUpOnly },
  }
}

/** What was typed about a session and not saved yet; it comes back with the form unless the session has changed since. */
export function sessionDraft(eventId: string, session: Session | null) {
  const name = `session.${session?.id ?? `new.${eventId}`}`
  const over = JSON.stringify(session)
  return {
    read(): SessionValues | null {
      const draft = drafts.read<{ over: string; values: SessionValues }>(name)
      return draft.values && draft.over === over ? draft.values : null
    },
    keep: (values: SessionValues): void => drafts.write(name, { over, values }),
    drop: (): void => drafts.drop(name),
  }
}
