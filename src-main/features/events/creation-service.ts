import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { saveCopy } from '#main/event-file/copy.ts'
import { EventFileError } from '#main/event-file/errors.ts'
import { EVENT_FILE_EXTENSION } from '#main/event-file/format.ts'
import type { WriteHandle } from '#main/event-file/handles.ts'
import { createEventFile, type EventFile, openEventFile } from '#main/event-file/open.ts'
import { addDefaultLayouts } from '#main/features/badges/layout-service.ts'
import { addDefaultRoles } from '#main/features/participants/role-service.ts'
import { addSamplePeople } from '#main/features/participants/sample-service.ts'
import { addDefaultChecklist } from '#main/features/registration/checklist-service.ts'
import { addSampleSessions } from '#main/features/sessions/sample-service.ts'
import { Refusal } from '#main/rpc/base-contract.ts'
import { eventSettingsSchema, type EventSummary, type NewEvent, type RecentEvent, type TimeZone } from './contract.ts'
import { insertDay, insertEvent, listDays } from './queries.ts'
import { getSummary } from './service.ts'
import { addDays, dateInZone } from './time-rules.ts'
import { typedPath, typedTarget } from './typed-path.ts'
import type { Workspace } from './workspace.ts'

const SECRET_KEY_BYTES = 32

export function createEvent(
  workspace: Workspace,
  input: NewEvent & { path?: string | undefined },
  at: number,
): EventSummary {
  const path = targetPath(workspace.folder, input.path, input.name)
  return start(workspace, path, { ...input, isSample: false }, at, () => {})
}

/** An event for today and tomorrow with the invented people of the sample list. */
export function createSample(workspace: Workspace, timeZone: TimeZone, at: number): EventSummary {
  const today = dateInZone(at, timeZone)
  const details = {
    name: 'Contoh: PLM Kabupaten Maros',
    level: 'kabupaten' as const,
    hostInstitution: 'Dinas Perpustakaan dan Kearsipan Kabupaten Maros',
    theme: 'Perpustakaan desa menggerakkan masyarakat',
    venue: 'Aula Dinas Perpustakaan dan Kearsipan',
    timeZone,
    days: [today, addDays(today, 1)],
    isSample: true,
  }
  return start(workspace, freePath(workspace.folder, details.name), details, at, db => {
    addSamplePeople(db, at)
    const [firstDay] = listDays(db)
    if (firstDay) addSampleSessions(db, firstDay.id)
  })
}

/** What each workspace has made last, and for which act. */
const lastMade = new WeakMap<Workspace, { actId: string; path: string }>()

/** Makes an event unless this act has made one before: a retry after a lost answer opens that one instead of making another. */
export function createOnce(workspace: Workspace, actId: string, at: number, make: () => EventSummary): EventSummary {
  const made = lastMade.get(workspace)
  if (made?.actId === actId) return openExisting(workspace, made.path, at)
  const summary = make()
  lastMade.set(workspace, { actId, path: summary.path })
  return summary
}

/** Opens an event; the one that was open is closed only once the new one is. Opening the open one again changes nothing. */
export function openExisting(workspace: Workspace, typed: string, at: number): EventSummary {
  const path = typedPath(typed)
  const { current } = workspace
  if (current && isSameFile(current.path, path)) return getSummary(current, at)
  const file = translating(() => openEventFile(path))
  return use(workspace, file, at)
}

export function listRecents(workspace: Workspace): RecentEvent[] {
  return workspace.recents().map(recent => ({ ...recent, isThere: existsSync(recent.path) }))
}

/** Copies the open event; without a path it gets a free name beside the others, into a folder under its own name. */
export async function copyEvent(
  workspace: Workspace,
  event: EventFile,
  typed: string | undefined,
  at: number,
): Promise<string> {
  const { name, timeZone } = getSummary(event, at)
  const target = targetPath(workspace.folder, typed, name, ` salinan ${dateInZone(at, timeZone)}`)
  try {
    await saveCopy(event, target)
  } catch (error) {
    throw asRefusal(error)
  }
  return target
}

function isSameFile(path: string, other: string): boolean {
  return path === (existsSync(other) ? realpathSync(other) : other)
}

/** An event file that can't be read after all is let go again, so that it can be opened elsewhere. */
function use(workspace: Workspace, file: EventFile, at: number): EventSummary {
  try {
    const summary = getSummary(file, at)
    workspace.use(file, summary.name, at)
    return summary
  } catch (error) {
    file.close()
    throw error
  }
}

function start(
  workspace: Workspace,
  path: string,
  input: NewEvent & { isSample: boolean },
  at: number,
  fillMore: (db: WriteHandle) => void,
): EventSummary {
  const file = translating(() =>
    createEventFile(path, db => {
      insertEvent(db, {
        id: newId(),
        details: input,
        settings: JSON.stringify(eventSettingsSchema.parse({})),
        secretKey: randomBytes(SECRET_KEY_BYTES),
        isSample: input.isSample,
        at,
      })
      for (const date of new Set(input.days)) insertDay(db, { id: newId(), date, label: '' })
      addDefaultRoles(db)
      addDefaultChecklist(db)
      addDefaultLayouts(db)
      fillMore(db)
    }),
  )
  return use(workspace, file, at)
}

function targetPath(folder: string, typed: string | undefined, name: string, ending = ''): string {
  if (typed === undefined) return freePath(folder, name, ending)
  const target = typedTarget(typed)
  return target.isFolder ? freePath(target.path, name, ending) : target.path
}

/** A path in the folder that nothing has yet; the name is kept as far as every file system takes it. */
function freePath(folder: string, name: string, ending = ''): string {
  const safe =
    name
      .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 80)
      .trim() || 'Acara'
  for (let number = 1; ; number++) {
    const path = join(folder, `${safe}${ending}${number > 1 ? ` (${number})` : ''}${EVENT_FILE_EXTENSION}`)
    if (!existsSync(path)) return path
  }
}

function translating<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error)
  }
}

function asRefusal(error: unknown): unknown {
  return error instanceof EventFileError
    ? new Refusal('EVENT_FILE_REFUSED', { problem: error.problem, path: error.path })
    : error
}
