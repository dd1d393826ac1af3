import type { Session } from '#main/features/sessions/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'

/** `09.00–10.30`, in the event's zone. */
export function timesOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, timeZone: string): string {
  return `${formatTime(startsAt, timeZone)}–${formatTime(endsAt, timeZone)}`
}
