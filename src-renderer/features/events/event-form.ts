import { z } from 'zod'
import { EVENT_LEVELS, type EventDetails, eventDetailsSchema, TIME_ZONES } from '#main/features/events/contract.ts'
import { addDays } from '#main/features/events/time-rules.ts'

const MAX_DAYS = 31

/** First and last day; the picker fills them one after the other. */
export const newEventFormSchema = eventDetailsSchema.extend({
  range: z
    .tuple([z.iso.date(), z.iso.date()])
    .refine(([first, last]) => datesBetween(first, last).length <= MAX_DAYS, { message: 'too-long' }),
})

export interface NewEventValues extends EventDetails {
  range: [string | null, string | null]
}

/** An empty form in the zone of this computer, where that is an Indonesian one. */
export function emptyNewEvent(): NewEventValues {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    name: '',
    level: EVENT_LEVELS[0],
    hostInstitution: '',
    theme: '',
    venue: '',
    timeZone: TIME_ZONES.find(zone => zone === here) ?? TIME_ZONES[0],
    range: [null, null],
  }
}

/** Every date from the first to the last, one more than allowed at most. */
export function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  for (let date = first; date <= last && dates.length <= MAX_DAYS; date = addDays(date, 1)) dates.push(date)
  return dates
}
