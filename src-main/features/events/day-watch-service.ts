import type { EventFile } from '#main/event-file/open.ts'
import type { Program } from '#main/rpc/context.ts'
import { getSummary } from './service.ts'
import { dateInZone } from './time-rules.ts'

const LOOK_EVERY_MS = 20_000

/** Looks whether the event's calendar day has turned, for as long as the program lives; keeps no program alive. */
export function startDayWatch(program: Program): void {
  const look = dayWatch(program)
  setInterval(() => {
    try {
      look()
    } catch (error) {
      program.log.error({ name: (error as Error).name, code: (error as { code?: unknown }).code }, 'day watch')
    }
  }, LOOK_EVERY_MS).unref()
}

/** Tells everybody (topic `events`) when the day has turned since the last look: arrivals are of a day, and nothing else changes at midnight. */
export function dayWatch({ workspace, now }: Pick<Program, 'workspace' | 'now'>): () => void {
  let seen: { event: EventFile; date: string } | null = null
  return () => {
    const event = workspace.current
    if (!event) return
    const date = dateInZone(now(), getSummary(event, now()).timeZone)
    const hasTurned = seen?.event === event && seen.date !== date
    seen = { event, date }
    if (hasTurned) event.changes.publish(['events'])
  }
}
