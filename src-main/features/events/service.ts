import { v7 as newId } from 'uuid'
import type { ReadHandle } from '#main/event-file/handles.ts'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { notFound, ruleBroken } from '#main/rpc/base-contract.ts'
import {
  type EventDay,
  type EventDetails,
  type EventSettings,
  eventSettingsSchema,
  type EventSummary,
  LOGO_MAX_BYTES,
  type Logo,
} from './contract.ts'
import {
  deleteDay,
  deleteLogo,
  getEvent,
  getSecretKey,
  insertDay,
  insertLogo,
  isDayPlanned,
  isDayUsed,
  listDays,
  listLogos,
  type LogoRow,
  updateDayLabel,
  updateEvent,
} from './queries.ts'
import { dateInZone } from './time-rules.ts'

/** An event that is only looked at: the open one, or a worker's own connection to its file. */
export interface ReadableEvent {
  readonly path: string
  readonly db: ReadHandle
}

/** The open event with its days; `at` decides which day is today. */
export function getSummary(event: ReadableEvent, at: number): EventSummary {
  const row = getEvent(event.db)
  const days = listDays(event.db)
  const today = dateInZone(at, row.time_zone)
  return {
    id: row.id,
    path: event.path,
    name: row.name,
    level: row.level,
    hostInstitution: row.host_institution,
    theme: row.theme,
    venue: row.venue,
    timeZone: row.time_zone,
    isSample: row.is_sample === 1,
    settings: eventSettingsSchema.parse(JSON.parse(row.settings)),
    days,
    todayId: days.find(day => day.date === today)?.id ?? null,
  }
}

/** The event day that it is now; undefined when the event is not on today. */
export function getToday(event: EventFile, at: number): EventDay | undefined {
  const today = dateInZone(at, getEvent(event.db).time_zone)
  return listDays(event.db).find(day => day.date === today)
}

/** What badges of this event are made and checked with. */
export function getBadgeSecrets(event: EventFile): { eventId: string; secretKey: Buffer } {
  return { eventId: getEvent(event.db).id, secretKey: getSecretKey(event.db) }
}

export function updateDetails(
  event: EventFile,
  caller: Caller,
  input: { actId: string; details: EventDetails; settings: EventSettings },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'events.update', subjectId: getEvent(event.db).id }, db => {
    const before = getEvent(db)
    updateEvent(db, input.details, JSON.stringify(input.settings), at)
    return { result: null, before, after: getEvent(db), topics: ['events'] }
  })
}

export function setDays(
  event: EventFile,
  caller: Caller,
  input: { actId: string; days: { date: string; label: string }[] },
  at: number,
): void {
  act(event, caller, { actId: input.actId, at, verb: 'events.set-days', subjectId: getEvent(event.db).id }, db => {
    const before = listDays(db)
    const wanted = new Map(input.days.map(day => [day.date, day.label]))
    for (const day of before) {
      const label = wanted.get(day.date)
      if (label !== undefined) updateDayLabel(db, day.id, label)
      else if (isDayUsed(db, day.id)) throw ruleBroken('day-has-check-ins', day.date)
      else if (isDayPlanned(db, day.id)) throw ruleBroken('day-has-sessions', day.date)
      else deleteDay(db, day.id)
      wanted.delete(day.date)
    }
    for (const [date, label] of wanted) insertDay(db, { id: newId(), date, label })
    return { result: null, before, after: listDays(db), topics: ['events', 'registration', 'sessions'] }
  })
}

/** All logos of the event in their order. */
export function getLogos(event: Pick<ReadableEvent, 'db'>): Logo[] {
  return listLogos(event.db).map(({ id, name, mime, bytes }) => ({
    id,
    name,
    mime,
    dataUrl: `data:${mime};base64,${bytes.toString('base64')}`,
  }))
}

export function addLogo(
  event: EventFile,
  caller: Caller,
  input: { actId: string; name: string; mime: LogoRow['mime']; base64: string },
  at: number,
): { id: string } {
  const bytes = Buffer.from(input.base64, 'base64')
  if (bytes.length > LOGO_MAX_BYTES) throw ruleBroken('logo-too-large')
  if (!looksLike(bytes, input.mime)) throw ruleBroken('logo-not-a-picture')
  const id = newId()
  return act(event, caller, { actId: input.actId, at, verb: 'events.add-logo', subjectId: id }, db => {
    insertLogo(db, { id, name: input.name, mime: input.mime, bytes })
    return { result: { id }, after: { name: input.name }, topics: ['events', 'badges'] }
  })
}

export function removeLogo(event: EventFile, caller: Caller, input: { actId: string; id: string }, at: number): void {
  act(event, caller, { actId: input.actId, at, verb: 'events.remove-logo', subjectId: input.id }, db => {
    if (!deleteLogo(db, input.id)) throw notFound('logo')
    return { result: null, topics: ['events', 'badges'] }
  })
}

const PICTURE_STARTS: Record<LogoRow['mime'], RegExp> = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/webp': /^RIFF....WEBP/s,
  'image/svg+xml': /^(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/i,
}

function looksLike(bytes: Buffer, mime: LogoRow['mime']): boolean {
  return PICTURE_STARTS[mime].test(bytes.subarray(0, 256).toString('latin1'))
}
